import { AppError } from '#domain/app-error.ts';

type Details = Readonly<Record<string, string | number>>;

const en = {
  brokenQuote: ({ file, line }: Details) =>
    `${file}, line ${line}: a field goes on after its closing quote. Quotes inside a quoted field must be doubled (""); correct the line or export the file again.`,
  openQuote: ({ file, line }: Details) =>
    `${file}, line ${line}: a quote that opens here is not closed for more than 64 kB. Correct the line or export the file again.`,
  fileCutShort: ({ file, reason }: Details) =>
    `${file}: the file cannot be read to its end (${reason}). Copy it again, completely.`,
  missingColumn: ({ file, table, column }: Details) =>
    `${file}: nothing fills the column ${column}, which the table ${table} needs. Say in the mapping which header holds it.`,
  mixedCurrencies: ({ first, firstFile, firstLine, second, secondFile, secondLine }: Details) =>
    `Prices come in more than one currency: ${first} (${firstFile}, line ${firstLine}) and ${second} (${secondFile}, line ${secondLine}). Convert them to one or import each currency into a store of its own.`,
  importRunning: () => 'Another import is running. Wait until it is done.',
};

const de: typeof en = {
  brokenQuote: ({ file, line }) =>
    `${file}, Zeile ${line}: Ein Feld geht hinter seinem schließenden Anführungszeichen weiter. Anführungszeichen im Feld müssen verdoppelt sein (""); bitte die Zeile berichtigen oder die Datei neu ausgeben.`,
  openQuote: ({ file, line }) =>
    `${file}, Zeile ${line}: Ein hier geöffnetes Anführungszeichen wird über mehr als 64 kB nicht geschlossen. Bitte die Zeile berichtigen oder die Datei neu ausgeben.`,
  fileCutShort: ({ file, reason }) =>
    `${file}: Die Datei lässt sich nicht bis zum Ende lesen (${reason}). Bitte vollständig neu kopieren.`,
  missingColumn: ({ file, table, column }) =>
    `${file}: Nichts füllt die Spalte ${column}, die die Tabelle ${table} braucht. Bitte in der Zuordnung sagen, welche Überschrift sie enthält.`,
  mixedCurrencies: ({ first, firstFile, firstLine, second, secondFile, secondLine }) =>
    `Preise stehen in mehr als einer Währung: ${first} (${firstFile}, Zeile ${firstLine}) und ${second} (${secondFile}, Zeile ${secondLine}). Bitte in eine umrechnen oder jede Währung in einen eigenen Bestand einlesen.`,
  importRunning: () => 'Ein anderer Import läuft gerade. Bitte warten, bis er fertig ist.',
};

export type ImportProblem = keyof typeof en;

export const importProblemWords = { en, de } as const;

/** A refused import; `details.problem` finds the sentence in other languages. */
export function importProblem(problem: ImportProblem, details: Details = {}, cause?: unknown): AppError {
  const code = problem === 'fileCutShort' ? 'fileUnreadable' : 'importRefused';
  return new AppError(code, en[problem](details), { ...details, problem }, cause);
}
