const en = {
  title: 'Sign in',
  lead: 'Stammkunde shows where a company treats its own customers worse than new ones.',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  company: (name: string) => `Sign in with ${name}`,
  notReady:
    'Nobody has an account yet. Please open the one-time link that the terminal showed when the server was started.',
  offline: 'The server does not answer. Please try again in a moment.',
};
const de: typeof en = {
  title: 'Anmelden',
  lead: 'Stammkunde zeigt, wo eine Firma ihre eigenen Kunden schlechter behandelt als neue.',
  email: 'E-Mail',
  password: 'Passwort',
  submit: 'Anmelden',
  company: (name) => `Mit ${name} anmelden`,
  notReady:
    'Noch hat niemand ein Konto. Bitte öffnen Sie den Einmal-Link, den das Terminal beim Start des Servers gezeigt hat.',
  offline: 'Der Server antwortet nicht. Bitte versuchen Sie es gleich noch einmal.',
};
export const SIGN_IN_WORDS = { en, de };
