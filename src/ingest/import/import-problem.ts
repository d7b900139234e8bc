import { AppError } from '#domain/app-error.ts';

type Details = Readonly<Record<string, string | number>>;

const en = {
  brokenQuote: ({ file, line }: Details) =>
    `${file}, line ${line}: a field goes on after its closing quote. Quotes inside a quoted field must be doubled (""); correct the line or export the file again.`,
  openQuote: ({ file, line }: Details) =>
    `${file}, line ${line}: a quote that opens here is not closed for more than 64 kB. Correct the line or export the file again.`,
  fileCutShort: ({ file, reason }: Details) =>
    `${file}: the file cannot be read to its end (${reason}). Copy it again, completely.`,
  unfilledColumn: ({ file, table, column }: Details) =>
    `${file}: nothing fills the column ${column}, which the table ${table} needs. Say in the mapping which header holds it.`,
  mixedCurrencies: ({ first, firstFile, firstLine, second, secondFile, secondLine }: Details) =>
    `Prices come in more than one currency: ${first} (${firstFile}, line ${firstLine}) and ${second} (${secondFile}, line ${secondLine}). Convert them to one or import each currency into a store of its own.`,
  otherCurrency: ({ first, importId, second, secondFile, secondLine }: Details) =>
    `${secondFile}, line ${secondLine}: the price is in ${second}, but the store holds prices in ${first} (import ${importId}). Convert the file to ${first}, or import it into a store of its own (--home).`,
  staffInPlain: ({ importId }: Details) =>
    `Import ${importId} is older than the pseudonyms of staff and holds their numbers as they were. Take it back (stammkunde undo ${importId}) and import its files again together with these.`,
  otherSecret: ({ importId }: Details) =>
    `The pseudonyms of import ${importId} were made with another secret, so the same person would not be recognised. Put the former file pseudonym-secret back into the home directory, or take the import back (stammkunde undo ${importId}) and import its files again.`,
  customersOtherwise: ({ importId, before }: Details) =>
    before === 'plain'
      ? `Import ${importId} holds the numbers of customers as they are, this one would store pseudonyms; the same customer would not be recognised. Take out "customer_ids: pseudonym", or take the import back (stammkunde undo ${importId}) and import its files again.`
      : `Import ${importId} holds pseudonyms of customers, this one would store their numbers as they are; the same customer would not be recognised. Write "customer_ids: pseudonym" in the mapping file.`,
  importRunning: () => 'Another import is running. Wait until it is done.',
};

const de: typeof en = {
  brokenQuote: ({ file, line }) =>
    `${file}, Zeile ${line}: Ein Feld geht hinter seinem schließenden Anführungszeichen weiter. Anführungszeichen im Feld müssen verdoppelt sein (""); bitte die Zeile berichtigen oder die Datei neu ausgeben.`,
  openQuote: ({ file, line }) =>
    `${file}, Zeile ${line}: Ein hier geöffnetes Anführungszeichen wird über mehr als 64 kB nicht geschlossen. Bitte die Zeile berichtigen oder die Datei neu ausgeben.`,
  fileCutShort: ({ file, reason }) =>
    `${file}: Die Datei lässt sich nicht bis zum Ende lesen (${reason}). Bitte vollständig neu kopieren.`,
  unfilledColumn: ({ file, table, column }) =>
    `${file}: Nichts füllt die Spalte ${column}, die die Tabelle ${table} braucht. Bitte in der Zuordnung sagen, welche Überschrift sie enthält.`,
  mixedCurrencies: ({ first, firstFile, firstLine, second, secondFile, secondLine }) =>
    `Preise stehen in mehr als einer Währung: ${first} (${firstFile}, Zeile ${firstLine}) und ${second} (${secondFile}, Zeile ${secondLine}). Bitte in eine umrechnen oder jede Währung in einen eigenen Bestand einlesen.`,
  otherCurrency: ({ first, importId, second, secondFile, secondLine }) =>
    `${secondFile}, Zeile ${secondLine}: Der Preis steht in ${second}, der Bestand enthält aber Preise in ${first} (Import ${importId}). Bitte die Datei in ${first} umrechnen oder in einen eigenen Bestand einlesen (--home).`,
  staffInPlain: ({ importId }) =>
    `Import ${importId} ist älter als die Pseudonyme für Beschäftigte und enthält deren Nummern im Klartext. Bitte zurücknehmen (stammkunde undo ${importId}) und seine Dateien zusammen mit diesen neu einlesen.`,
  otherSecret: ({ importId }) =>
    `Die Pseudonyme von Import ${importId} entstanden mit einem anderen Geheimnis, dieselbe Person würde nicht wiedererkannt. Bitte die frühere Datei pseudonym-secret in den Ordner des Bestands zurücklegen oder den Import zurücknehmen (stammkunde undo ${importId}) und seine Dateien neu einlesen.`,
  customersOtherwise: ({ importId, before }) =>
    before === 'plain'
      ? `Import ${importId} enthält die Nummern der Kunden im Klartext, dieser würde Pseudonyme speichern; derselbe Kunde würde nicht wiedererkannt. Bitte „customer_ids: pseudonym“ streichen oder den Import zurücknehmen (stammkunde undo ${importId}) und seine Dateien neu einlesen.`
      : `Import ${importId} enthält Pseudonyme der Kunden, dieser würde ihre Nummern im Klartext speichern; derselbe Kunde würde nicht wiedererkannt. Bitte „customer_ids: pseudonym“ in die Zuordnungsdatei schreiben.`,
  importRunning: () => 'Ein anderer Import läuft gerade. Bitte warten, bis er fertig ist.',
};

export type ImportProblem = keyof typeof en;

export const importProblemWords = { en, de } as const;

/** A refused import; `details.problem` finds the sentence in other languages. */
export function importProblem(problem: ImportProblem, details: Details = {}, cause?: unknown): AppError {
  const code = problem === 'fileCutShort' ? 'fileUnreadable' : 'importRefused';
  return new AppError(code, en[problem](details), { ...details, problem }, cause);
}
