interface Words {
  readonly en: string;
  readonly de: string;
}

/** How long a thing stays, declared once: the page of data protection, the documents of the GDPR and the daily work read it here. */
export interface Retention {
  /** After it came to be, ended or ran out. `sessionHours`: the setting of the house. null: as long as the installation stands. */
  readonly hours: number | 'sessionHours' | null;
  readonly what: Words;
  /** Why so long, and what ends it. */
  readonly why: Words;
}

const DAY = 24;

/** Kept for a time; the daily work throws it away. */
export const LIMITED = {
  sessions: {
    hours: 'sessionHours',
    what: { en: 'Sessions of people who signed in', de: 'Sitzungen angemeldeter Personen' },
    why: {
      en: 'Ends at sign-out, or when roles or the password change.',
      de: 'Endet mit der Abmeldung oder wenn sich Rollen oder Passwort ändern.',
    },
  },
  invitations: {
    hours: 3 * DAY,
    what: { en: 'One-time links', de: 'Einmal-Links' },
    why: {
      en: 'Only a hash of a link is kept; using it ends it.',
      de: 'Von einem Link wird nur ein Hashwert aufbewahrt; wer ihn benutzt, beendet ihn.',
    },
  },
  apiKeys: {
    hours: 30 * DAY,
    what: { en: 'Keys for programs, after their last day', de: 'Schlüssel für Programme, nach ihrem letzten Tag' },
    why: {
      en: 'They open nothing any more; the administrator can still see which one ran out.',
      de: 'Sie öffnen nichts mehr; die Verwaltung sieht noch, welcher abgelaufen ist.',
    },
  },
  uploads: {
    hours: DAY,
    what: { en: 'Files that wait for their import', de: 'Dateien, die auf ihren Import warten' },
    why: { en: 'Removed at once when they are imported.', de: 'Nach dem Import sofort gelöscht.' },
  },
  previews: {
    hours: 7 * DAY,
    what: { en: 'What previews and imports quote from files', de: 'Was Vorschau und Import aus Dateien zitieren' },
    why: {
      en: 'First values of columns, to see whether they were understood.',
      de: 'Erste Werte von Spalten, an denen zu sehen ist, ob sie verstanden wurden.',
    },
  },
  exports: {
    hours: 3 * DAY,
    what: { en: 'Exported files that wait to be fetched', de: 'Exportierte Dateien, die abgeholt werden sollen' },
    why: {
      en: 'Removed at once when somebody in them may be erased, objects or is restricted.',
      de: 'Sofort gelöscht, wenn jemand gelöscht wird, widerspricht oder eingeschränkt wird.',
    },
  },
  jobs: {
    hours: 90 * DAY,
    what: {
      en: 'Which work was asked for, by whom, and how it ended',
      de: 'Welche Arbeit wer verlangt hat und wie sie ausging',
    },
    why: {
      en: 'To find out why something failed. That it was asked for stays in the log of deeds.',
      de: 'Um zu klären, warum etwas gescheitert ist. Dass sie verlangt wurde, bleibt im Protokoll.',
    },
  },
} as const satisfies Readonly<Record<string, Retention>>;
export type LimitedId = keyof typeof LIMITED;

/** Nothing ends it by itself. */
const UNLIMITED = {
  data: {
    hours: null,
    what: { en: 'Imported data about customers', de: 'Eingelesene Daten über Kunden' },
    why: {
      en: 'Until the import is undone or the person is erased. How long they may be there is decided where they come from.',
      de: 'Bis der Import rückgängig gemacht oder die Person gelöscht wird. Wie lange sie da sein dürfen, entscheidet sich dort, woher sie kommen.',
    },
  },
  audits: {
    hours: null,
    what: { en: 'Audits', de: 'Prüfungen' },
    why: {
      en: 'They hold numbers of groups and name nobody; they are compared over years and cannot be changed.',
      de: 'Sie enthalten Zahlen von Gruppen und nennen niemanden; sie werden über Jahre verglichen und sind unveränderlich.',
    },
  },
  log: {
    hours: null,
    what: { en: 'The log of deeds', de: 'Das Protokoll der Vorgänge' },
    why: {
      en: 'Proof of who saw or changed what (Art. 5 (2), 32 GDPR); names of customers do not stand in it. A line taken out would break the chain.',
      de: 'Nachweis, wer was gesehen oder geändert hat (Art. 5 Abs. 2, Art. 32 DSGVO); Namen von Kunden stehen nicht darin. Eine fehlende Zeile würde die Kette brechen.',
    },
  },
  work: {
    hours: null,
    what: {
      en: 'Practices, actions, proofs of effect and works agreements',
      de: 'Praktiken, Maßnahmen, Wirkungsnachweise und Betriebsvereinbarungen',
    },
    why: {
      en: 'They name people who work here where these took something on.',
      de: 'Sie nennen Mitarbeitende dort, wo diese etwas übernommen haben.',
    },
  },
  accounts: {
    hours: null,
    what: { en: 'Accounts of people who work here', de: 'Konten von Mitarbeitenden' },
    why: {
      en: 'Locked by the administrator when somebody leaves.',
      de: 'Von der Verwaltung gesperrt, wenn jemand geht.',
    },
  },
  copies: {
    hours: null,
    what: {
      en: 'Copies of both stores from before an update',
      de: 'Kopien beider Bestände von vor einer Aktualisierung',
    },
    why: {
      en: 'They lie beside the stores until whoever runs the machine deletes them; erasing a person names them.',
      de: 'Sie liegen neben den Beständen, bis der Betrieb sie löscht; das Löschen einer Person nennt sie.',
    },
  },
} as const satisfies Readonly<Record<string, Retention>>;

/** Everything that is kept. */
export const RETENTION: Readonly<Record<string, Retention>> = { ...LIMITED, ...UNLIMITED };

export const HOUR_MILLISECONDS = 3_600_000;

/** What came to be before this instant has stayed long enough. */
export function keptSince(now: Date, id: LimitedId, sessionHours: number): Date {
  const { hours } = LIMITED[id];
  return new Date(now.getTime() - (hours === 'sessionHours' ? sessionHours : hours) * HOUR_MILLISECONDS);
}
