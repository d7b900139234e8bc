import type { Format } from '#domain/format.ts';

interface PeopleWords {
  readonly title: string;
  readonly answer: (v: { people: number; invited: number; locked: number; keys: number }, f: Format) => string;
  readonly people: string;
  readonly keys: string;
  readonly invite: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly roles: string;
  readonly rolesHint: string;
  readonly state: string;
  readonly since: string;
  readonly states: Readonly<Record<'invited' | 'active' | 'locked', string>>;
  readonly change: (name: string) => string;
  readonly changeShort: string;
  readonly changeText: string;
  readonly save: string;
  readonly cancel: string;
  readonly lock: string;
  readonly lockHint: string;
  readonly newLink: string;
  readonly inviteSubmit: string;
  readonly link: {
    readonly title: (name: string) => string;
    readonly text: string;
    readonly until: (when: string) => string;
    readonly copy: string;
    readonly copied: string;
    readonly done: string;
  };
  readonly key: {
    readonly lead: string;
    readonly none: string;
    readonly make: string;
    readonly name: string;
    readonly begins: string;
    readonly expires: string;
    readonly end: string;
    readonly endTitle: (name: string) => string;
    readonly endText: string;
    readonly secretTitle: (name: string) => string;
    readonly secretText: string;
    readonly keep: string;
  };
  readonly offline: string;
}

const en: PeopleWords = {
  title: 'Who may do what here?',
  answer: ({ people, invited, locked, keys }, f) =>
    `${people === 1 ? 'One person has' : `${f.count(people)} people have`} an account; open invitations: ${f.count(invited)}, locked: ${f.count(locked)}. Keys for programs: ${f.count(keys)}.`,
  people: 'People',
  keys: 'Keys for programs',
  invite: 'Invite a person',
  name: 'Name',
  email: 'E-mail',
  language: 'Language',
  roles: 'Roles',
  rolesHint: 'At least one. A person may hold several.',
  state: 'State',
  since: 'Since',
  states: { invited: 'invited, link not used yet', active: 'active', locked: 'locked' },
  change: (name) => `Change ${name}`,
  changeShort: 'Change',
  changeText: 'Saving ends the person’s sessions; they sign in again with the new roles.',
  save: 'Save',
  cancel: 'Cancel',
  lock: 'Locked',
  lockHint: 'Cannot sign in; what they did stays in the log.',
  newLink: 'New one-time link',
  inviteSubmit: 'Invite and show the link',
  link: {
    title: (name) => `The link for ${name}`,
    text: 'It is shown only now and works once. Hand it over yourself; Stammkunde sends no mail.',
    until: (when) => `Good until ${when}`,
    copy: 'Copy',
    copied: 'Copied',
    done: 'I have handed it over',
  },
  key: {
    lead: 'A key lets a program ask the same questions as a person with these roles (Authorization: Bearer …). The address /api/docs describes them.',
    none: 'No program holds a key.',
    make: 'Make a key',
    name: 'What the key is for',
    begins: 'Begins with',
    expires: 'Last day',
    end: 'End the key',
    endTitle: (name) => `End the key “${name}”?`,
    endText: 'Programs that use it are refused from this moment. It cannot be brought back; a new key can be made.',
    secretTitle: (name) => `The key “${name}”`,
    secretText: 'It is shown only now. Only a hash of it is kept.',
    keep: 'Keep it',
  },
  offline: 'The server does not answer. Please try again in a moment.',
};

const de: PeopleWords = {
  title: 'Wer darf hier was?',
  answer: ({ people, invited, locked, keys }, f) =>
    `${people === 1 ? 'Eine Person hat' : `${f.count(people)} Personen haben`} ein Konto; offene Einladungen: ${f.count(invited)}, gesperrt: ${f.count(locked)}. Schlüssel für Programme: ${f.count(keys)}.`,
  people: 'Menschen',
  keys: 'Schlüssel für Programme',
  invite: 'Person einladen',
  name: 'Name',
  email: 'E-Mail',
  language: 'Sprache',
  roles: 'Rollen',
  rolesHint: 'Mindestens eine. Eine Person kann mehrere haben.',
  state: 'Stand',
  since: 'Seit',
  states: { invited: 'eingeladen, Link noch nicht benutzt', active: 'aktiv', locked: 'gesperrt' },
  change: (name) => `${name} ändern`,
  changeShort: 'Ändern',
  changeText: 'Speichern beendet die Sitzungen der Person; sie meldet sich mit den neuen Rollen neu an.',
  save: 'Speichern',
  cancel: 'Abbrechen',
  lock: 'Gesperrt',
  lockHint: 'Kann sich nicht anmelden; was sie getan hat, bleibt im Protokoll.',
  newLink: 'Neuer Einmal-Link',
  inviteSubmit: 'Einladen und Link zeigen',
  link: {
    title: (name) => `Der Link für ${name}`,
    text: 'Er wird nur jetzt gezeigt und gilt einmal. Übergeben Sie ihn selbst; Stammkunde verschickt keine Post.',
    until: (when) => `Gültig bis ${when}`,
    copy: 'Kopieren',
    copied: 'Kopiert',
    done: 'Ich habe ihn übergeben',
  },
  key: {
    lead: 'Mit einem Schlüssel stellt ein Programm dieselben Fragen wie eine Person mit diesen Rollen (Authorization: Bearer …). Die Adresse /api/docs beschreibt sie.',
    none: 'Kein Programm hat einen Schlüssel.',
    make: 'Schlüssel erstellen',
    name: 'Wofür der Schlüssel ist',
    begins: 'Beginnt mit',
    expires: 'Letzter Tag',
    end: 'Schlüssel beenden',
    endTitle: (name) => `Den Schlüssel „${name}“ beenden?`,
    endText:
      'Programme, die ihn nutzen, werden ab diesem Augenblick abgewiesen. Er lässt sich nicht zurückholen; ein neuer kann erstellt werden.',
    secretTitle: (name) => `Der Schlüssel „${name}“`,
    secretText: 'Er wird nur jetzt gezeigt. Aufbewahrt wird nur ein Hash davon.',
    keep: 'Behalten',
  },
  offline: 'Der Server antwortet nicht. Bitte versuchen Sie es gleich noch einmal.',
};

export const PEOPLE_WORDS = { en, de };
