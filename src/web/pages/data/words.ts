import type { Format } from '#domain/format.ts';
import type { ImportState, ReadinessState } from './states.ts';

interface DataWords {
  readonly title: string;
  readonly answer: (
    v: { readonly able: number; readonly all: number; readonly reduced: number; readonly best: string | null },
    f: Format,
  ) => string;
  readonly empty: string;
  readonly importData: string;
  readonly views: {
    readonly questions: string;
    readonly imports: string;
    readonly tables: string;
    readonly rows: string;
  };
  readonly states: Readonly<Record<ReadinessState, string>>;
  readonly stateMeanings: Readonly<Record<ReadinessState, string>>;
  readonly questionTitle: string;
  readonly question: string;
  readonly measure: string;
  readonly strength: string;
  readonly lacks: string;
  readonly sharper: string;
  readonly nothing: string;
  readonly unlock: {
    readonly title: string;
    readonly column: string;
    readonly meaning: string;
    readonly opens: string;
    readonly helps: string;
    readonly sharpens: string;
    readonly none: string;
  };
  readonly agreement: string;
  readonly imports: {
    readonly title: string;
    readonly number: (f: string) => string;
    readonly import: string;
    readonly day: string;
    readonly state: string;
    readonly files: string;
    readonly imported: string;
    readonly refused: string;
    readonly states: Readonly<Record<ImportState, string>>;
    readonly none: string;
    readonly receipt: string;
    readonly moreFiles: (count: string) => string;
  };
  readonly tables: {
    readonly title: string;
    readonly rows: (count: string) => string;
    readonly empty: string;
    readonly column: string;
    readonly meaning: string;
    readonly unit: string;
    readonly filled: string;
    readonly needed: string;
    readonly filledOnly: string;
    readonly fingerprint: string;
    readonly takeAlong: string;
  };
}

const en: DataWords = {
  title: 'What can our data answer?',
  answer: ({ able, all, reduced, best }, f) =>
    `${f.count(able)} of ${f.count(all)} questions can be asked${reduced > 0 ? `, ${f.count(reduced)} of them at reduced strength` : ''}.${
      best === null ? '' : ` The column that would help most: ${best}.`
    }`,
  empty: 'There are no data yet. One file with your contracts is enough to begin.',
  importData: 'Import data',
  views: { questions: 'Questions', imports: 'Imports', tables: 'Tables and columns', rows: 'Where a row comes from' },
  states: {
    full: 'full strength',
    reduced: 'reduced strength',
    missing: 'cannot be asked yet',
    staffLocked: 'needs a works agreement',
  },
  stateMeanings: {
    full: 'Everything that the question uses is there.',
    reduced: 'It can be asked; with more columns the answer would be sharper or surer.',
    missing: 'Something that the question needs is not there.',
    staffLocked: 'It asks about staff and stays off until a works agreement is recorded.',
  },
  questionTitle: 'Which questions can be asked, and how well?',
  question: 'Question',
  measure: 'Measure',
  strength: 'Strength',
  lacks: 'Lacks',
  sharper: 'Sharper with',
  nothing: '–',
  unlock: {
    title: 'Which columns would help most?',
    column: 'Column',
    meaning: 'Meaning',
    opens: 'opens alone',
    helps: 'opens with others',
    sharpens: 'sharpens',
    none: 'Every column that a question uses is filled.',
  },
  agreement: 'To the works agreement',
  imports: {
    title: 'Which data came in when?',
    number: (f) => `Import ${f}`,
    import: 'Import',
    day: 'Day',
    state: 'State',
    files: 'Files',
    imported: 'Rows imported',
    refused: 'Rows refused',
    states: {
      started: 'running or cut short',
      done: 'in the store',
      undone: 'undone',
      failed: 'failed',
      preview: 'preview',
    },
    none: 'Nothing has been imported yet.',
    receipt: 'Receipt',
    moreFiles: (count) => `and ${count} more`,
  },
  tables: {
    title: 'What is in the store?',
    rows: (count) => `${count} rows`,
    empty: 'empty',
    column: 'Column',
    meaning: 'Meaning',
    unit: 'Unit',
    filled: 'Filled',
    needed: 'needed',
    filledOnly: 'Only tables that hold something',
    fingerprint: 'Fingerprint of the data',
    takeAlong: 'Take the table along',
  },
};

const de: DataWords = {
  title: 'Was können unsere Daten beantworten?',
  answer: ({ able, all, reduced, best }, f) =>
    `${f.count(able)} von ${f.count(all)} Fragen lassen sich stellen${reduced > 0 ? `, davon ${f.count(reduced)} in verminderter Stärke` : ''}.${
      best === null ? '' : ` Am meisten würde diese Spalte helfen: ${best}.`
    }`,
  empty: 'Noch sind keine Daten da. Für den Anfang genügt eine Datei mit Ihren Verträgen.',
  importData: 'Daten importieren',
  views: { questions: 'Fragen', imports: 'Importe', tables: 'Tabellen und Spalten', rows: 'Woher eine Zeile kommt' },
  states: {
    full: 'volle Stärke',
    reduced: 'verminderte Stärke',
    missing: 'noch nicht zu stellen',
    staffLocked: 'braucht eine Betriebsvereinbarung',
  },
  stateMeanings: {
    full: 'Alles, was die Frage nutzt, ist da.',
    reduced: 'Sie lässt sich stellen; mit mehr Spalten wäre die Antwort schärfer oder sicherer.',
    missing: 'Etwas, das die Frage braucht, fehlt.',
    staffLocked: 'Sie fragt nach Beschäftigten und bleibt aus, bis eine Betriebsvereinbarung hinterlegt ist.',
  },
  questionTitle: 'Welche Fragen lassen sich stellen, und wie gut?',
  question: 'Frage',
  measure: 'Kennzahl',
  strength: 'Stärke',
  lacks: 'Es fehlt',
  sharper: 'Schärfer mit',
  nothing: '–',
  unlock: {
    title: 'Welche Spalten würden am meisten helfen?',
    column: 'Spalte',
    meaning: 'Bedeutung',
    opens: 'öffnet allein',
    helps: 'öffnet mit anderen',
    sharpens: 'schärft',
    none: 'Jede Spalte, die eine Frage nutzt, ist gefüllt.',
  },
  agreement: 'Zur Betriebsvereinbarung',
  imports: {
    title: 'Welche Daten kamen wann herein?',
    number: (f) => `Import ${f}`,
    import: 'Import',
    day: 'Tag',
    state: 'Stand',
    files: 'Dateien',
    imported: 'Zeilen importiert',
    refused: 'Zeilen abgewiesen',
    states: {
      started: 'läuft oder wurde abgebrochen',
      done: 'im Bestand',
      undone: 'rückgängig gemacht',
      failed: 'gescheitert',
      preview: 'Vorschau',
    },
    none: 'Noch wurde nichts importiert.',
    receipt: 'Beleg',
    moreFiles: (count) => `und ${count} weitere`,
  },
  tables: {
    title: 'Was ist im Bestand?',
    rows: (count) => `${count} Zeilen`,
    empty: 'leer',
    column: 'Spalte',
    meaning: 'Bedeutung',
    unit: 'Einheit',
    filled: 'Gefüllt',
    needed: 'nötig',
    filledOnly: 'Nur Tabellen, die etwas enthalten',
    fingerprint: 'Fingerabdruck der Daten',
    takeAlong: 'Tabelle mitnehmen',
  },
};

export const DATA_WORDS = { en, de };
