const en = {
  title: { firstAdministrator: 'Welcome', newPerson: 'Welcome', newPassword: 'A new password' },
  lead: {
    firstAdministrator: 'You are the first administrator. Choose how you sign in; afterwards you can invite others.',
    newPerson: 'You were invited. Choose how you sign in.',
    newPassword: 'Choose a new password.',
  },
  name: 'Your name',
  email: 'E-mail',
  password: 'Password',
  passwordHint: 'At least twelve characters. Several words in a row are easy to remember and hard to guess.',
  language: 'Language',
  submit: 'Enter',
  noLink: 'This link is not complete. Please open it as it was given to you.',
  offline: 'The server does not answer. Please try again in a moment.',
};
const de: typeof en = {
  title: { firstAdministrator: 'Willkommen', newPerson: 'Willkommen', newPassword: 'Ein neues Passwort' },
  lead: {
    firstAdministrator:
      'Sie verwalten diese Installation als erste Person. Legen Sie fest, wie Sie sich anmelden; danach können Sie andere einladen.',
    newPerson: 'Sie wurden eingeladen. Legen Sie fest, wie Sie sich anmelden.',
    newPassword: 'Wählen Sie ein neues Passwort.',
  },
  name: 'Ihr Name',
  email: 'E-Mail',
  password: 'Passwort',
  passwordHint: 'Mindestens zwölf Zeichen. Mehrere Wörter hintereinander sind leicht zu merken und schwer zu erraten.',
  language: 'Sprache',
  submit: 'Eintreten',
  noLink: 'Dieser Link ist nicht vollständig. Bitte öffnen Sie ihn so, wie Sie ihn erhalten haben.',
  offline: 'Der Server antwortet nicht. Bitte versuchen Sie es gleich noch einmal.',
};
export const WELCOME_WORDS = { en, de };
