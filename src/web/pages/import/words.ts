import type { Format } from '#domain/format.ts';
import type { ReceiptSums } from './receipt-sums.ts';

type Origin = 'canonical' | 'recognised' | 'mapping';

interface ImportWords {
  readonly title: {
    readonly drop: string;
    readonly preview: string;
    readonly run: string;
    readonly receipt: (n: string) => string;
  };
  readonly lead: string;
  readonly back: string;
  readonly drop: {
    readonly area: string;
    readonly hint: string;
    readonly most: (size: string) => string;
    readonly choose: string;
    readonly chosen: (count: string, size: string) => string;
    readonly remove: (name: string) => string;
    readonly hand: string;
    readonly sending: (share: string) => string;
    readonly stop: string;
    readonly label: string;
  };
  readonly running: string;
  readonly watch: string;
  readonly preview: {
    readonly answer: (sums: ReceiptSums, f: Format) => string;
    readonly nothing: string;
    readonly standing: string;
    readonly next: string;
    readonly confirm: string;
    readonly discard: string;
    readonly skipped: string;
  };
  readonly receipt: {
    readonly answer: (sums: ReceiptSums & { readonly day: string }, f: Format) => string;
    readonly replaced: (count: string) => string;
    readonly refusedRows: string;
    readonly undo: string;
    readonly undoTitle: string;
    readonly undoText: (rows: string, tables: string) => string;
    readonly undoStays: string;
    readonly undoAudits: string;
    readonly keep: string;
    readonly undone: string;
    readonly open: string;
    readonly another: string;
    readonly data: string;
  };
  readonly columns: {
    readonly title: string;
    readonly file: (name: string, table: string) => string;
    readonly rows: (v: { read: number; imported: number; refused: number }, f: Format) => string;
    readonly counts: (v: { identical: number; leftOut: number; gathered: number; blank: number }, f: Format) => string;
    readonly unused: (headers: string) => string;
    readonly column: string;
    readonly meaning: string;
    readonly from: string;
    readonly why: string;
    readonly sample: string;
    readonly values: string;
    readonly empty: string;
    readonly refused: string;
    readonly origins: Readonly<Record<Origin, string>>;
    readonly factor: (factor: string) => string;
  };
  readonly problems: {
    readonly title: string;
    readonly shown: (count: string, total: string) => string;
    readonly none: string;
    readonly file: string;
    readonly line: string;
    readonly column: string;
    readonly problem: string;
    readonly value: string;
    readonly first: (line: string) => string;
    readonly wholeRow: string;
    readonly advice: string;
    readonly check: string;
    readonly warnings: Readonly<Record<string, (rows: string, place: string) => string>>;
    readonly warning: (rows: string, place: string) => string;
  };
  readonly mapping: {
    readonly title: string;
    readonly text: string;
    readonly label: string;
    readonly again: string;
    readonly used: string;
    readonly asStands: string;
  };
  readonly failed: { readonly title: string; readonly again: string };
  readonly offline: string;
}

const en: ImportWords = {
  title: {
    drop: 'Which data shall we read?',
    preview: 'Did we understand your files?',
    run: 'What does the import do?',
    receipt: (n) => `What did import ${n} do?`,
  },
  lead: 'CSV, Excel, JSON, Parquet or a ZIP of them, as your systems write them. Nothing is stored before you have seen what we understood.',
  back: 'Back to the data',
  drop: {
    area: 'Drop files here',
    hint: 'or choose them. One file of contracts is enough to begin.',
    most: (size) => `together at most ${size}`,
    choose: 'Choose files',
    chosen: (count, size) => `${count} chosen, ${size}`,
    remove: (name) => `Leave out ${name}`,
    hand: 'Hand over and check',
    sending: (share) => `${share} handed over`,
    stop: 'Stop',
    label: 'Files',
  },
  running: 'Work on files is going on.',
  watch: 'Go to it',
  preview: {
    answer: (s, f) =>
      `${f.count(s.rowsImported)} of ${f.count(s.rowsRead)} rows from ${s.files === 1 ? 'one file' : `${f.count(s.files)} files`} can be imported${
        s.rowsRefused === 0 ? '; none is refused.' : `; refused: ${f.count(s.rowsRefused)}, for the reasons below.`
      }`,
    nothing: 'Nothing in these files can be used as it is. Below stands what was found and why.',
    standing: 'Exactly these data are in the store already. Importing them again would change nothing.',
    next: 'Nothing has been stored yet.',
    confirm: 'Import now',
    discard: 'Throw these files away',
    skipped: 'Left out',
  },
  receipt: {
    answer: (s, f) =>
      `On ${f.day(s.day)} ${f.count(s.rowsImported)} of ${f.count(s.rowsRead)} rows were imported${
        s.rowsRefused === 0 ? '; none was refused.' : `; refused: ${f.count(s.rowsRefused)}.`
      }`,
    replaced: (count) => `${count} rows that stood before were replaced by newer ones.`,
    refusedRows: 'Refused rows as CSV',
    undo: 'Undo the import',
    undoTitle: 'Undo the import as a whole?',
    undoText: (rows, tables) => `${rows} rows leave the store, from: ${tables}.`,
    undoStays: 'What stood before comes back. Your files are not touched and can be imported again.',
    undoAudits: 'Reports of earlier audits stay. Lists of the people behind their numbers can no longer be made.',
    keep: 'Keep the import',
    undone: 'This import was undone. Its rows are not in the store.',
    open: 'Open the receipt',
    another: 'Import more files',
    data: 'What can our data answer now?',
  },
  columns: {
    title: 'Which column came from where?',
    file: (name, table) => `${name} › ${table}`,
    rows: (v, f) => `${f.count(v.read)} rows read, ${f.count(v.imported)} taken, ${f.count(v.refused)} refused`,
    counts: (v, f) =>
      [
        v.identical > 0 ? `${f.count(v.identical)} repeated rows dropped` : '',
        v.leftOut > 0 ? `${f.count(v.leftOut)} rows left out` : '',
        v.gathered > 0 ? `${f.count(v.gathered)} rows gathered into others` : '',
        v.blank > 0 ? `${f.count(v.blank)} blank lines` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    unused: (headers) => `Columns that nothing uses: ${headers}`,
    column: 'Column',
    meaning: 'Meaning',
    from: 'From',
    why: 'Why',
    sample: 'For example',
    values: 'Values',
    empty: 'Empty',
    refused: 'Refused',
    origins: { canonical: 'same name', recognised: 'known heading', mapping: 'mapping file' },
    factor: (factor) => `times ${factor}`,
  },
  problems: {
    title: 'What was refused?',
    shown: (count, total) =>
      `Shown are ${count}; in all there are at least ${total}. After the import a CSV file has them all.`,
    none: 'Nothing was refused.',
    file: 'File',
    line: 'Line',
    column: 'Column',
    problem: 'Reason',
    value: 'Value',
    first: (line) => `first in line ${line}`,
    wholeRow: 'whole row',
    advice:
      'Mend the values where they come from and hand the file over again, or say in a mapping file how they are meant. Refused rows are left out; all others can be imported.',
    check: 'Please check',
    warnings: {
      suspiciousPrices: (rows, place) =>
        `Values of ${place} far from the usual price of their product: ${rows}. Cents instead of whole money?`,
      crowdedDay: (rows, place) => `Rows of ${place} on one and the same day: ${rows}. A date that a system filled in?`,
    },
    warning: (rows, place) => `Rows of ${place} that look unusual: ${rows}.`,
  },
  mapping: {
    title: 'Say it yourself: mapping file',
    text: 'Where the headings are not understood, a mapping file says which column is meant (YAML, described in docs/mapping.md). Usually none is needed.',
    label: 'Mapping file (YAML)',
    again: 'Check again',
    used: 'These findings were made with your mapping file.',
    asStands: 'The text was changed; check again before importing.',
  },
  failed: { title: 'The files could not be read', again: 'Choose other files' },
  offline: 'The connection was lost. Nothing was stored; please hand the files over again.',
};

const de: ImportWords = {
  title: {
    drop: 'Welche Daten sollen wir lesen?',
    preview: 'Haben wir Ihre Dateien verstanden?',
    run: 'Was tut der Import?',
    receipt: (n) => `Was hat Import ${n} getan?`,
  },
  lead: 'CSV, Excel, JSON, Parquet oder ein ZIP davon, so wie Ihre Systeme sie schreiben. Gespeichert wird nichts, bevor Sie gesehen haben, was wir verstanden haben.',
  back: 'Zurück zu den Daten',
  drop: {
    area: 'Dateien hierher ziehen',
    hint: 'oder auswählen. Für den Anfang genügt eine Datei mit Verträgen.',
    most: (size) => `zusammen höchstens ${size}`,
    choose: 'Dateien auswählen',
    chosen: (count, size) => `${count} ausgewählt, ${size}`,
    remove: (name) => `${name} weglassen`,
    hand: 'Übergeben und prüfen',
    sending: (share) => `${share} übergeben`,
    stop: 'Anhalten',
    label: 'Dateien',
  },
  running: 'Es wird gerade an Dateien gearbeitet.',
  watch: 'Dorthin',
  preview: {
    answer: (s, f) =>
      `${f.count(s.rowsImported)} von ${f.count(s.rowsRead)} Zeilen aus ${s.files === 1 ? 'einer Datei' : `${f.count(s.files)} Dateien`} lassen sich importieren${
        s.rowsRefused === 0
          ? '; keine wird abgewiesen.'
          : `; abgewiesen: ${f.count(s.rowsRefused)}, die Gründe stehen unten.`
      }`,
    nothing: 'Nichts in diesen Dateien lässt sich so verwenden. Unten steht, was gefunden wurde und warum.',
    standing: 'Genau diese Daten sind schon im Bestand. Ein erneuter Import würde nichts ändern.',
    next: 'Noch ist nichts gespeichert.',
    confirm: 'Jetzt importieren',
    discard: 'Diese Dateien verwerfen',
    skipped: 'Weggelassen',
  },
  receipt: {
    answer: (s, f) =>
      `Am ${f.day(s.day)} wurden ${f.count(s.rowsImported)} von ${f.count(s.rowsRead)} Zeilen importiert${
        s.rowsRefused === 0 ? '; keine wurde abgewiesen.' : `; abgewiesen: ${f.count(s.rowsRefused)}.`
      }`,
    replaced: (count) => `${count} Zeilen, die vorher da waren, wurden durch neuere ersetzt.`,
    refusedRows: 'Abgewiesene Zeilen als CSV',
    undo: 'Import rückgängig machen',
    undoTitle: 'Den Import als Ganzes rückgängig machen?',
    undoText: (rows, tables) => `${rows} Zeilen verlassen den Bestand, und zwar aus: ${tables}.`,
    undoStays: 'Was vorher da war, kommt zurück. Ihre Dateien bleiben unberührt und lassen sich erneut importieren.',
    undoAudits:
      'Berichte früherer Prüfungen bleiben. Listen der Menschen hinter ihren Zahlen lassen sich nicht mehr erstellen.',
    keep: 'Import behalten',
    undone: 'Dieser Import wurde rückgängig gemacht. Seine Zeilen sind nicht im Bestand.',
    open: 'Beleg öffnen',
    another: 'Weitere Dateien importieren',
    data: 'Was können unsere Daten jetzt beantworten?',
  },
  columns: {
    title: 'Welche Spalte kam woher?',
    file: (name, table) => `${name} › ${table}`,
    rows: (v, f) =>
      `${f.count(v.read)} Zeilen gelesen, ${f.count(v.imported)} übernommen, ${f.count(v.refused)} abgewiesen`,
    counts: (v, f) =>
      [
        v.identical > 0 ? `${f.count(v.identical)} doppelte Zeilen weggelassen` : '',
        v.leftOut > 0 ? `${f.count(v.leftOut)} Zeilen nicht übernommen` : '',
        v.gathered > 0 ? `${f.count(v.gathered)} Zeilen in anderen zusammengefasst` : '',
        v.blank > 0 ? `${f.count(v.blank)} leere Zeilen` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    unused: (headers) => `Spalten, die nichts nutzt: ${headers}`,
    column: 'Spalte',
    meaning: 'Bedeutung',
    from: 'Aus',
    why: 'Warum',
    sample: 'Zum Beispiel',
    values: 'Werte',
    empty: 'Leer',
    refused: 'Abgewiesen',
    origins: { canonical: 'gleicher Name', recognised: 'bekannte Überschrift', mapping: 'Zuordnungsdatei' },
    factor: (factor) => `mal ${factor}`,
  },
  problems: {
    title: 'Was wurde abgewiesen?',
    shown: (count, total) =>
      `Gezeigt sind ${count}; im Ganzen sind es mindestens ${total}. Nach dem Import stehen alle in einer CSV-Datei.`,
    none: 'Nichts wurde abgewiesen.',
    file: 'Datei',
    line: 'Zeile',
    column: 'Spalte',
    problem: 'Grund',
    value: 'Wert',
    first: (line) => `zuerst in Zeile ${line}`,
    wholeRow: 'ganze Zeile',
    advice:
      'Berichtigen Sie die Werte dort, wo sie herkommen, und übergeben Sie die Datei erneut, oder sagen Sie in einer Zuordnungsdatei, wie sie gemeint sind. Abgewiesene Zeilen bleiben draußen; alle anderen lassen sich importieren.',
    check: 'Bitte prüfen',
    warnings: {
      suspiciousPrices: (rows, place) =>
        `Werte von ${place}, die weit neben dem üblichen Preis ihres Produkts liegen: ${rows}. Cent statt ganzer Beträge?`,
      crowdedDay: (rows, place) =>
        `Zeilen von ${place} auf ein und demselben Tag: ${rows}. Ein Datum, das ein System eingesetzt hat?`,
    },
    warning: (rows, place) => `Zeilen von ${place}, die ungewöhnlich aussehen: ${rows}.`,
  },
  mapping: {
    title: 'Selbst zuordnen: Zuordnungsdatei',
    text: 'Wo Überschriften nicht verstanden werden, sagt eine Zuordnungsdatei, welche Spalte gemeint ist (YAML, beschrieben in docs/mapping.md). Meist braucht es keine.',
    label: 'Zuordnungsdatei (YAML)',
    again: 'Erneut prüfen',
    used: 'Diese Befunde entstanden mit Ihrer Zuordnungsdatei.',
    asStands: 'Der Text wurde geändert; prüfen Sie erneut, bevor Sie importieren.',
  },
  failed: { title: 'Die Dateien ließen sich nicht lesen', again: 'Andere Dateien auswählen' },
  offline: 'Die Verbindung ist abgerissen. Gespeichert wurde nichts; bitte übergeben Sie die Dateien erneut.',
};

export const IMPORT_WORDS = { en, de };
