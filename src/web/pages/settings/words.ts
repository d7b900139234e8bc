interface SettingsWords {
  readonly title: string;
  readonly answer: string;
  readonly company: string;
  readonly language: string;
  readonly languageHint: string;
  readonly upload: string;
  readonly session: string;
  readonly save: string;
  readonly saved: string;
  readonly whoHouse: string;
  readonly freeText: {
    readonly title: string;
    readonly on: string;
    readonly off: string;
    readonly why: string;
    readonly reason: string;
    readonly allow: string;
    readonly forbid: string;
    readonly who: string;
  };
  readonly offline: string;
}
interface AccountWords {
  readonly title: string;
  readonly answer: (email: string, roles: string) => string;
  readonly person: string;
  readonly name: string;
  readonly language: string;
  readonly save: string;
  readonly saved: string;
  readonly password: {
    readonly title: string;
    readonly current: string;
    readonly wanted: string;
    readonly hint: string;
    readonly submit: string;
    readonly done: string;
    readonly text: string;
  };
}

const en: SettingsWords & { readonly account: AccountWords } = {
  title: 'How is this house set up?',
  answer: 'These settings hold for everybody. Every change is a version and a line of the log.',
  company: 'Name of the company',
  language: 'Language of the house',
  languageHint: 'For reports without a reader of their own; everybody chooses their own language in their account.',
  upload: 'Largest hand-over of files (MB)',
  session: 'Length of a session (hours)',
  save: 'Save',
  saved: 'Saved.',
  whoHouse: 'Only an administrator can change these settings.',
  freeText: {
    title: 'May columns of free text be imported?',
    on: 'Yes, data protection has allowed it.',
    off: 'No. Free text may name people or tell of their health; such columns are refused.',
    why: 'The decision and its reason go into the log.',
    reason: 'Reason',
    allow: 'Allow free text',
    forbid: 'Forbid free text',
    who: 'Only data protection can change this.',
  },
  offline: 'The server does not answer. Please try again in a moment.',
  account: {
    title: 'Who am I here?',
    answer: (email, roles) => `You sign in as ${email}. Your roles: ${roles}.`,
    person: 'You',
    name: 'Your name',
    language: 'Language',
    save: 'Save',
    saved: 'Saved.',
    password: {
      title: 'Change the password',
      current: 'Password until now',
      wanted: 'New password',
      hint: 'At least twelve characters. Several words in a row are easy to remember and hard to guess.',
      submit: 'Change password',
      done: 'The password was changed. All your other sessions have ended.',
      text: 'If you sign in with the company account, there is no password here to change.',
    },
  },
};

const de: typeof en = {
  title: 'Wie ist dieses Haus eingestellt?',
  answer: 'Diese Einstellungen gelten für alle. Jede Änderung ist eine Fassung und eine Zeile im Protokoll.',
  company: 'Name der Firma',
  language: 'Sprache des Hauses',
  languageHint: 'Für Berichte ohne eigenen Leser; die eigene Sprache wählt jede Person in ihrem Konto.',
  upload: 'Größte Übergabe von Dateien (MB)',
  session: 'Länge einer Sitzung (Stunden)',
  save: 'Speichern',
  saved: 'Gespeichert.',
  whoHouse: 'Diese Einstellungen kann nur die Verwaltung ändern.',
  freeText: {
    title: 'Dürfen Freitextspalten importiert werden?',
    on: 'Ja, der Datenschutz hat es erlaubt.',
    off: 'Nein. Freitext kann Menschen nennen oder von ihrer Gesundheit erzählen; solche Spalten werden abgewiesen.',
    why: 'Die Entscheidung und ihr Grund stehen im Protokoll.',
    reason: 'Grund',
    allow: 'Freitext erlauben',
    forbid: 'Freitext untersagen',
    who: 'Nur der Datenschutz kann das ändern.',
  },
  offline: 'Der Server antwortet nicht. Bitte versuchen Sie es gleich noch einmal.',
  account: {
    title: 'Wer bin ich hier?',
    answer: (email, roles) => `Sie melden sich als ${email} an. Ihre Rollen: ${roles}.`,
    person: 'Sie',
    name: 'Ihr Name',
    language: 'Sprache',
    save: 'Speichern',
    saved: 'Gespeichert.',
    password: {
      title: 'Passwort ändern',
      current: 'Bisheriges Passwort',
      wanted: 'Neues Passwort',
      hint: 'Mindestens zwölf Zeichen. Mehrere Wörter hintereinander sind leicht zu merken und schwer zu erraten.',
      submit: 'Passwort ändern',
      done: 'Das Passwort wurde geändert. Alle Ihre anderen Sitzungen sind beendet.',
      text: 'Wenn Sie sich mit dem Firmenkonto anmelden, gibt es hier kein Passwort zu ändern.',
    },
  },
};

export const SETTINGS_WORDS = { en, de };
