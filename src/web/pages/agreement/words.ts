import type { Format } from '#domain/format.ts';

interface AgreementWords {
  readonly title: string;
  readonly answer: {
    readonly agreement: (v: { readonly signedOn: string; readonly group: number }, f: Format) => string;
    readonly noCouncil: (v: { readonly signedOn: string; readonly group: number }, f: Format) => string;
    readonly none: string;
  };
  readonly group: string;
  readonly record: string;
  readonly raise: string;
  readonly state: string;
  readonly council: string;
  readonly form: {
    readonly kinds: Readonly<Record<'agreement' | 'noCouncil', string>>;
    readonly title: string;
    readonly signedOn: string;
    readonly minimum: string;
    readonly minimumHint: string;
    readonly statement: string;
    readonly statementHint: string;
    readonly submit: string;
    readonly cancel: string;
  };
  readonly revoke: {
    readonly button: string;
    readonly title: string;
    readonly text: string;
    readonly reason: string;
    readonly keep: string;
  };
  readonly versions: {
    readonly title: string;
    readonly none: string;
    readonly version: string;
    readonly kind: string;
    readonly name: string;
    readonly signed: string;
    readonly minimum: string;
    readonly recorded: string;
    readonly by: (who: string, when: string) => string;
  };
  readonly room: {
    readonly title: string;
    readonly lead: (v: { readonly filled: number; readonly all: number; readonly checks: number }, f: Format) => string;
    readonly never: string;
    readonly fields: string;
    readonly field: string;
    readonly meaning: string;
    readonly rows: string;
    readonly questions: string;
    readonly asked: string;
    readonly when: string;
    readonly who: string;
    readonly staffQuestions: string;
    readonly neverAsked: string;
    readonly noStaffQuestions: string;
  };
  readonly offline: string;
}

const en: AgreementWords = {
  title: 'May questions about staff be asked?',
  answer: {
    agreement: ({ signedOn, group }, f) =>
      `Yes, under the works agreement of ${f.day(signedOn)}, for groups of at least ${f.count(group)} people.`,
    noCouncil: ({ signedOn, group }, f) =>
      `Yes. The company stated on ${f.day(signedOn)} that there is no works council; groups have at least ${f.count(group)} people.`,
    none: 'No. Until a works agreement is recorded, questions about staff are not even computed.',
  },
  group:
    'A group can be made larger at any time, never smaller than five. No list, export or page ever shows a single person who works here.',
  record: 'Record an agreement',
  raise: 'Record a new version',
  state: 'State that there is no council',
  council: 'An agreement is recorded by the works council. Where there is none, the administrator can say so here.',
  form: {
    kinds: { agreement: 'Signed with the works council', noCouncil: 'There is no works council' },
    title: 'Name of the agreement',
    signedOn: 'Signed on',
    minimum: 'Smallest group (people)',
    minimumHint: 'At least 5; usual is 7. Smaller groups are never shown.',
    statement: 'What was agreed',
    statementHint: 'Purposes, recipients, retention; everybody in this room can read it.',
    submit: 'Record',
    cancel: 'Cancel',
  },
  revoke: {
    button: 'End the agreement',
    title: 'End the agreement?',
    text: 'Questions about staff are off at once. Audits made under the agreement stay as they are; earlier versions stay readable.',
    reason: 'Reason',
    keep: 'Keep it',
  },
  versions: {
    title: 'What was agreed when?',
    none: 'Nothing has been recorded yet.',
    version: 'Version',
    kind: 'Kind',
    name: 'Name',
    signed: 'Signed',
    minimum: 'Smallest group',
    recorded: 'Recorded',
    by: (who, when) => `${who}, ${when}`,
  },
  room: {
    title: 'What is stored about staff, and who asked?',
    lead: ({ filled, all, checks }, f) =>
      `${f.count(filled)} of ${f.count(all)} fields about staff hold something. Questions that use them: ${f.count(checks)}.`,
    never: 'All answers are about groups. Work steps, tone or clicks of single people are not measured.',
    fields: 'Fields',
    field: 'Field',
    meaning: 'Meaning',
    rows: 'Filled rows',
    questions: 'Questions about staff',
    asked: 'What was asked when',
    when: 'When',
    who: 'Who',
    staffQuestions: 'Questions about staff in it',
    neverAsked: 'No audit has been made yet.',
    noStaffQuestions: 'none',
  },
  offline: 'The server does not answer. Please try again in a moment.',
};

const de: AgreementWords = {
  title: 'Dürfen Fragen nach Beschäftigten gestellt werden?',
  answer: {
    agreement: ({ signedOn, group }, f) =>
      `Ja, nach der Betriebsvereinbarung vom ${f.day(signedOn)}, für Gruppen ab ${f.count(group)} Menschen.`,
    noCouncil: ({ signedOn, group }, f) =>
      `Ja. Die Firma hat am ${f.day(signedOn)} erklärt, dass es keinen Betriebsrat gibt; Gruppen haben mindestens ${f.count(group)} Menschen.`,
    none: 'Nein. Solange keine Betriebsvereinbarung hinterlegt ist, werden Fragen nach Beschäftigten nicht einmal berechnet.',
  },
  group:
    'Die Mindestgruppe lässt sich jederzeit vergrößern, nie unter fünf senken. Keine Liste, keine Ausleitung und keine Seite zeigt je einzelne Beschäftigte.',
  record: 'Vereinbarung hinterlegen',
  raise: 'Neue Fassung hinterlegen',
  state: 'Erklären, dass es keinen Betriebsrat gibt',
  council: 'Eine Vereinbarung hinterlegt der Betriebsrat. Wo es keinen gibt, kann die Verwaltung das hier erklären.',
  form: {
    kinds: { agreement: 'Mit dem Betriebsrat geschlossen', noCouncil: 'Es gibt keinen Betriebsrat' },
    title: 'Name der Vereinbarung',
    signedOn: 'Unterschrieben am',
    minimum: 'Mindestgruppe (Menschen)',
    minimumHint: 'Mindestens 5; üblich sind 7. Kleinere Gruppen werden nie gezeigt.',
    statement: 'Was vereinbart wurde',
    statementHint: 'Zwecke, Empfänger, Aufbewahrung; alle in diesem Raum können es lesen.',
    submit: 'Hinterlegen',
    cancel: 'Abbrechen',
  },
  revoke: {
    button: 'Vereinbarung beenden',
    title: 'Die Vereinbarung beenden?',
    text: 'Fragen nach Beschäftigten sind sofort aus. Prüfungen unter der Vereinbarung bleiben, wie sie sind; frühere Fassungen bleiben lesbar.',
    reason: 'Grund',
    keep: 'Behalten',
  },
  versions: {
    title: 'Was wurde wann vereinbart?',
    none: 'Noch ist nichts hinterlegt.',
    version: 'Fassung',
    kind: 'Art',
    name: 'Name',
    signed: 'Unterschrieben',
    minimum: 'Mindestgruppe',
    recorded: 'Hinterlegt',
    by: (who, when) => `${who}, ${when}`,
  },
  room: {
    title: 'Was ist über Beschäftigte gespeichert, und wer hat gefragt?',
    lead: ({ filled, all, checks }, f) =>
      `${f.count(filled)} von ${f.count(all)} Feldern über Beschäftigte enthalten etwas. Fragen, die sie nutzen: ${f.count(checks)}.`,
    never: 'Alle Antworten gelten Gruppen. Arbeitsschritte, Tonfall oder Klicks Einzelner werden nicht gemessen.',
    fields: 'Felder',
    field: 'Feld',
    meaning: 'Bedeutung',
    rows: 'Gefüllte Zeilen',
    questions: 'Fragen nach Beschäftigten',
    asked: 'Was wurde wann gefragt',
    when: 'Wann',
    who: 'Wer',
    staffQuestions: 'Fragen nach Beschäftigten darin',
    neverAsked: 'Noch wurde keine Prüfung erstellt.',
    noStaffQuestions: 'keine',
  },
  offline: 'Der Server antwortet nicht. Bitte versuchen Sie es gleich noch einmal.',
};

export const AGREEMENT_WORDS = { en, de };
