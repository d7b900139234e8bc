import type { AppError } from '#domain/app-error.ts';
import { inGerman } from './reading-words.ts';
import { ruleInGerman } from './rule-words.ts';

/** Facts about a problem; lists travel as text, joined by ', '. */
export type Details = Readonly<Record<string, string | number>>;

const some = (list: string | number | undefined, before: string) =>
  list === undefined || list === '' ? '' : `${before}${list}`;

/** A question ends itself. */
const ended = (reason: string | number | undefined) => (String(reason).endsWith('?') ? reason : `${reason}.`);

const en = {
  noSuchFile: ({ file }: Details) => `${file}: there is no such file or folder. Check the name and the folder.`,
  noPermission: ({ file }: Details) => `${file}: you may not read this file. Ask its owner for the right to read it.`,
  readFailure: ({ file, reason }: Details) => `${file}: the file cannot be read (${reason}). Copy it again.`,
  emptyFile: ({ file }: Details) => `${file}: the file is empty. Export it again.`,
  headerOnly: ({ file, line }: Details) =>
    `${file}: there is a header in line ${line} but not one row below it. Export it again with its rows.`,
  noHeader: ({ file, line }: Details) =>
    `${file}: line ${line} holds values, not column names. Put a line with the names of the columns on top.`,
  binaryFile: ({ file, kind }: Details) =>
    `${file}: this is not a table but ${kind}. Export the table as CSV, XLSX, JSON lines or Parquet.`,
  halfGzip: ({ file }: Details) => `${file}: the compressed file stops in the middle. Copy it again, completely.`,
  brokenGzip: ({ file, reason }: Details) => `${file}: the compressed file is damaged (${reason}). Copy it again.`,
  brokenParquet: ({ file, reason }: Details) => `${file}: the Parquet file is damaged (${reason}). Export it again.`,
  brokenWorkbook: ({ file, reason }: Details) =>
    `${file}: the workbook cannot be read (${reason}). Open it in your spreadsheet program and save it again as XLSX.`,
  oldWorkbook: ({ file }: Details) =>
    `${file}: this is a workbook in the old XLS format. Save it as XLSX in your spreadsheet program.`,
  workbookTooLarge: ({ file, megabytes, limit }: Details) =>
    `${file}: the workbook unpacks to ${megabytes} MB, more than ${limit} MB. Save its sheets as CSV.`,
  tooManySheets: ({ file, sheets, limit }: Details) =>
    `${file}: the workbook has ${sheets} sheets, more than ${limit}. Keep the sheets that hold data.`,
  unknownKind: ({ file }: Details) =>
    `${file}: the ending is not one of CSV, TSV, TXT, JSON, JSONL, NDJSON, Parquet or XLSX. The file was left out.`,
  hiddenFile: ({ file }: Details) => `${file}: hidden files are left out.`,
  subfolder: ({ file }: Details) => `${file}: folders inside the folder are left out. Name it to read its files.`,
  emptySheet: ({ file }: Details) => `${file}: the sheet is empty and was left out.`,
  notATable: ({ file }: Details) =>
    `${file}: the file is one single JSON object, not rows of a table; it is not read. A table is one object a line, or an array of objects.`,
  noUsableFiles: ({ file }: Details) =>
    `${file}: the folder holds no file that can be read (CSV, TSV, JSON lines, Parquet, XLSX, also .gz).`,
  lineTooLong: ({ file, line, megabytes, limit }: Details) =>
    `${file}, line ${line}: the line is longer than ${limit} MB (${megabytes} MB at least). Probably a quote is never closed or the line breaks are missing; export it again.`,
  wrongDelimiter: ({ file, line, header }: Details) =>
    `${file}, line ${line}: there is only one column, "${header}". Columns must be separated by , ; | or tab; export it with one of these.`,
  duplicateHeaders: ({ file, line, header, column, first }: Details) =>
    `${file}, line ${line}: columns ${first} and ${column} have the same name, "${header}". Rename one of them.`,
  tooManyColumns: ({ file, line, columns, limit }: Details) =>
    `${file}, line ${line}: ${columns} columns, more than ${limit}. Export only the columns that are needed.`,
  notJson: ({ file, line, reason }: Details) =>
    `${file}, line ${line}: this is not JSON (${reason}). Write one object a line.`,
  tableUnclear: ({ file, candidates }: Details) =>
    `${file}: this could be several tables: ${candidates}. Say which one in the mapping file (table: ...) or name the file after it.`,
  nothingRecognised: ({ file, headers }: Details) =>
    `${file}: no table was recognised by the columns ${headers}. Name the file after a table or write a mapping file.`,
  columnTwice: ({ file, table, column, headers }: Details) =>
    `${file}: the columns ${headers} all mean ${table}.${column}. Choose one in the mapping file (${column}: ...) and put the others under ignore.`,
  headerUnclear: ({ file, table, header, candidates }: Details) =>
    `${file}: the column "${header}" could be ${candidates} of ${table}. Say which one in the mapping file.`,
  missingColumn: ({ file, table, column, headers, suggestion }: Details) =>
    `${file}: the table ${table} needs the column ${column}, which is missing${some(suggestion, '; perhaps it is ')}. The file has: ${headers}. Rename a column or write a mapping file.`,
  missingOneOf: ({ file, table, columns, headers }: Details) =>
    `${file}: the table ${table} needs at least one of the columns ${columns}. The file has: ${headers}.`,
  ambiguousDates: ({ file, header, sample }: Details) =>
    `${file}: the dates in "${header}" can be read in two ways (${sample}). Say in the mapping file whether the day comes first (date: dmy) or the month (date: mdy).`,
  mappingSyntax: ({ file, line, column, reason }: Details) =>
    `${file}, line ${line}, column ${column}: this is not valid YAML (${reason}). docs/mapping.md shows an example.`,
  mappingKey: ({ file, line, key, known, suggestion }: Details) =>
    `${file}, line ${line}: unknown entry "${key}"${some(suggestion, '; did you mean ')}. Possible are: ${known}.`,
  mappingValue: ({ file, line, key, reason }: Details) => `${file}, line ${line}: ${key}: ${reason}.`,
  mappingTable: ({ file, line, table, suggestion }: Details) =>
    `${file}, line ${line}: there is no table "${table}"${some(suggestion, '; did you mean ')}.`,
  mappingColumn: ({ file, line, table, column, suggestion }: Details) =>
    `${file}, line ${line}: the table ${table} has no column "${column}"${some(suggestion, '; did you mean ')}.`,
  mappingHeader: ({ file, line, header, source, headers, suggestion }: Details) =>
    `${file}, line ${line}: ${source} has no column "${header}"${some(suggestion, '; did you mean ')}. It has: ${headers}.`,
  mappingExpression: ({ file, line, reason }: Details) => `${file}, line ${line}: ${ended(reason)}`,
  mappingGather: ({ file, line, column, reason }: Details) => `${file}, line ${line}: ${column}: ${reason}.`,
};

const de: typeof en = {
  noSuchFile: ({ file }) => `${file}: Diese Datei oder diesen Ordner gibt es nicht. Bitte Name und Ordner prüfen.`,
  noPermission: ({ file }) => `${file}: Diese Datei dürfen Sie nicht lesen. Bitte Leserecht erbitten.`,
  readFailure: ({ file, reason }) => `${file}: Die Datei lässt sich nicht lesen (${reason}). Bitte neu kopieren.`,
  emptyFile: ({ file }) => `${file}: Die Datei ist leer. Bitte neu exportieren.`,
  headerOnly: ({ file, line }) =>
    `${file}: In Zeile ${line} steht eine Kopfzeile, darunter aber keine einzige Zeile. Bitte mit den Zeilen exportieren.`,
  noHeader: ({ file, line }) =>
    `${file}: In Zeile ${line} stehen Werte statt Spaltennamen. Bitte eine Zeile mit den Namen der Spalten voranstellen.`,
  binaryFile: ({ file, kind }) =>
    `${file}: Das ist keine Tabelle, sondern ${inGerman(kind)}. Bitte die Tabelle als CSV, XLSX, JSON-Zeilen oder Parquet exportieren.`,
  halfGzip: ({ file }) => `${file}: Die gepackte Datei hört mittendrin auf. Bitte vollständig neu kopieren.`,
  brokenGzip: ({ file, reason }) =>
    `${file}: Die gepackte Datei ist beschädigt (${inGerman(reason)}). Bitte neu kopieren.`,
  brokenParquet: ({ file, reason }) =>
    `${file}: Die Parquet-Datei ist beschädigt (${inGerman(reason)}). Bitte neu exportieren.`,
  brokenWorkbook: ({ file, reason }) =>
    `${file}: Die Arbeitsmappe lässt sich nicht lesen (${inGerman(reason)}). Bitte in der Tabellenkalkulation öffnen und neu als XLSX speichern.`,
  oldWorkbook: ({ file }) =>
    `${file}: Das ist eine Arbeitsmappe im alten Format XLS. Bitte in der Tabellenkalkulation als XLSX speichern.`,
  workbookTooLarge: ({ file, megabytes, limit }) =>
    `${file}: Die Arbeitsmappe ist entpackt ${megabytes} MB groß, mehr als ${limit} MB. Bitte die Blätter als CSV speichern.`,
  tooManySheets: ({ file, sheets, limit }) =>
    `${file}: Die Arbeitsmappe hat ${sheets} Blätter, mehr als ${limit}. Bitte nur die Blätter mit Daten behalten.`,
  unknownKind: ({ file }) =>
    `${file}: Die Endung ist keine von CSV, TSV, TXT, JSON, JSONL, NDJSON, Parquet oder XLSX. Die Datei wurde ausgelassen.`,
  hiddenFile: ({ file }) => `${file}: Versteckte Dateien werden ausgelassen.`,
  subfolder: ({ file }) => `${file}: Ordner im Ordner werden ausgelassen. Zum Einlesen bitte eigens nennen.`,
  emptySheet: ({ file }) => `${file}: Das Blatt ist leer und wurde ausgelassen.`,
  notATable: ({ file }) =>
    `${file}: Die Datei ist ein einziges JSON-Objekt und enthält keine Zeilen einer Tabelle; sie wird nicht gelesen. Eine Tabelle ist ein Objekt je Zeile oder ein Array von Objekten.`,
  noUsableFiles: ({ file }) =>
    `${file}: Der Ordner enthält keine lesbare Datei (CSV, TSV, JSON-Zeilen, Parquet, XLSX, auch .gz).`,
  lineTooLong: ({ file, line, megabytes, limit }) =>
    `${file}, Zeile ${line}: Die Zeile ist länger als ${limit} MB (mindestens ${megabytes} MB). Vermutlich fehlt ein schließendes Anführungszeichen oder der Zeilenumbruch; bitte neu exportieren.`,
  wrongDelimiter: ({ file, line, header }) =>
    `${file}, Zeile ${line}: Es gibt nur eine Spalte, „${header}“. Spalten müssen durch , ; | oder Tabulator getrennt sein; bitte so exportieren.`,
  duplicateHeaders: ({ file, line, header, column, first }) =>
    `${file}, Zeile ${line}: Die Spalten ${first} und ${column} heißen gleich, „${header}“. Bitte eine umbenennen.`,
  tooManyColumns: ({ file, line, columns, limit }) =>
    `${file}, Zeile ${line}: ${columns} Spalten, mehr als ${limit}. Bitte nur die nötigen Spalten exportieren.`,
  notJson: ({ file, line, reason }) =>
    `${file}, Zeile ${line}: Das ist kein JSON (${inGerman(reason)}). Bitte ein Objekt je Zeile schreiben.`,
  tableUnclear: ({ file, candidates }) =>
    `${file}: Das könnten mehrere Tabellen sein: ${candidates}. Bitte in der Zuordnungsdatei festlegen (table: ...) oder die Datei danach benennen.`,
  nothingRecognised: ({ file, headers }) =>
    `${file}: Aus den Spalten ${headers} ist keine Tabelle zu erkennen. Bitte die Datei nach einer Tabelle benennen oder eine Zuordnungsdatei schreiben.`,
  columnTwice: ({ file, table, column, headers }) =>
    `${file}: Die Spalten ${headers} bedeuten alle ${table}.${column}. Bitte in der Zuordnungsdatei eine wählen (${column}: ...) und die anderen unter ignore nennen.`,
  headerUnclear: ({ file, table, header, candidates }) =>
    `${file}: Die Spalte „${header}“ könnte ${candidates} von ${table} sein. Bitte in der Zuordnungsdatei festlegen.`,
  missingColumn: ({ file, table, column, headers, suggestion }) =>
    `${file}: Die Tabelle ${table} braucht die Spalte ${column}, sie fehlt${some(suggestion, '; vielleicht ist es ')}. Die Datei hat: ${headers}. Bitte eine Spalte umbenennen oder eine Zuordnungsdatei schreiben.`,
  missingOneOf: ({ file, table, columns, headers }) =>
    `${file}: Die Tabelle ${table} braucht mindestens eine der Spalten ${columns}. Die Datei hat: ${headers}.`,
  ambiguousDates: ({ file, header, sample }) =>
    `${file}: Die Daten in „${header}“ lassen sich auf zwei Arten lesen (${sample}). Bitte in der Zuordnungsdatei sagen, ob der Tag vorn steht (date: dmy) oder der Monat (date: mdy).`,
  mappingSyntax: ({ file, line, column, reason }) =>
    `${file}, Zeile ${line}, Spalte ${column}: Das ist kein gültiges YAML (${ruleInGerman(reason)}). docs/mapping.md zeigt ein Beispiel.`,
  mappingKey: ({ file, line, key, known, suggestion }) =>
    `${file}, Zeile ${line}: unbekannter Eintrag „${key}“${some(suggestion, '; gemeint vielleicht ')}. Möglich sind: ${known}.`,
  mappingValue: ({ file, line, key, reason }) => `${file}, Zeile ${line}: ${key}: ${ruleInGerman(reason)}.`,
  mappingTable: ({ file, line, table, suggestion }) =>
    `${file}, Zeile ${line}: Eine Tabelle „${table}“ gibt es nicht${some(suggestion, '; gemeint vielleicht ')}.`,
  mappingColumn: ({ file, line, table, column, suggestion }) =>
    `${file}, Zeile ${line}: Die Tabelle ${table} hat keine Spalte „${column}“${some(suggestion, '; gemeint vielleicht ')}.`,
  mappingHeader: ({ file, line, header, source, headers, suggestion }) =>
    `${file}, Zeile ${line}: ${source} hat keine Spalte „${header}“${some(suggestion, '; gemeint vielleicht ')}. Vorhanden: ${headers}.`,
  mappingExpression: ({ file, line, reason }) => `${file}, Zeile ${line}: ${ruleInGerman(reason)}.`,
  mappingGather: ({ file, line, column, reason }) => `${file}, Zeile ${line}: ${column}: ${ruleInGerman(reason)}.`,
};

const SENTENCES = { en, de } as const;
export type ProblemId = keyof typeof en;
export type Language = keyof typeof SENTENCES;

const isProblem = (text: unknown): text is ProblemId => typeof text === 'string' && Object.hasOwn(en, text);

/** The sentence of a problem. */
export function sentence(problem: ProblemId, details: Details, language: Language): string {
  return SENTENCES[language][problem](details);
}

/** What went wrong with reading or mapping, in the user's language; other errors keep their own message. */
export function problemText(error: AppError, language: Language): string {
  const { problem } = error.details;
  return isProblem(problem) ? sentence(problem, error.details, language) : error.message;
}
