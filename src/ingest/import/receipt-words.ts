import type { Format } from '#domain/format.ts';
import type { FileReceipt, ReceiptWarning } from './receipt.ts';

type Crowded = Extract<ReceiptWarning, { kind: 'crowdedDay' }>;
type Suspicious = Extract<ReceiptWarning, { kind: 'suspiciousPrices' }>;

const some = (n: number, sentence: string) => (n > 0 ? [sentence] : []);

/** "1 row", "2 rows": the number with the noun that goes with it. */
const counted = (n: number, format: Format, one: string, many: string) => `${format.count(n)} ${n === 1 ? one : many}`;

const en = {
  outcomes: {
    imported: (id: number) => `Imported as import ${id}. You can undo it as a whole.`,
    preview: (_id: number) => 'Preview: everything was checked, nothing was kept.',
    alreadyStanding: (id: number) =>
      `These files with this mapping are already in the store, as import ${id}. Nothing changed.`,
    nothingUsable: (_id: number) => 'No row could be used. Nothing changed.',
  },
  replaced: (rows: number, format: Format, preview: boolean) =>
    preview
      ? `${counted(rows, format, 'row', 'rows')} of earlier imports would be replaced by rows with the same key.`
      : `${counted(rows, format, 'row of earlier imports was', 'rows of earlier imports were')} replaced by rows with the same key.`,
  rows: (file: FileReceipt, format: Format) =>
    [
      counted(file.rowsRead, format, 'row read', 'rows read'),
      `${format.count(file.rowsImported)} imported`,
      `${format.count(file.rowsRefused)} refused`,
      ...some(
        file.identicalDropped,
        counted(file.identicalDropped, format, 'identical copy dropped', 'identical copies dropped'),
      ),
      ...some(file.rowsLeftOut, `${format.count(file.rowsLeftOut)} left out by the mapping`),
      ...some(file.rowsGathered, `${format.count(file.rowsGathered)} gathered into others`),
      ...some(file.blankLines, counted(file.blankLines, format, 'blank line', 'blank lines')),
    ].join(', '),
  unused: 'Columns of the file that nothing uses; the store keeps nothing of them',
  pseudonyms: 'Stored as pseudonyms; the names and numbers themselves are not kept',
  columnHeads: ['column', 'from', 'why', 'values', 'empty', 'refused', 'for example'],
  origins: { canonical: 'same name', recognised: 'recognised', mapping: 'your mapping' },
  badValues: 'Values that could not be used',
  badValue: (column: string, line: number, value: string, fault: string) =>
    `${column}, line ${line}: "${value}" – ${fault}`,
  place: (path: string, line: number) => `${path}, line ${line}`,
  warnings: 'Please check',
  crowdedDay: (warning: Crowded, format: Format) =>
    `${format.count(warning.rows)} rows (${format.percent(warning.share, 0)}) of ${warning.table} have ${warning.column} ${format.day(warning.day)}. If data was moved to a new system that day, the true date belongs in original_start_date`,
  suspiciousPrices: (warning: Suspicious, format: Format) =>
    `${counted(warning.rows, format, 'value', 'values')} of ${warning.table}.${warning.column} ${warning.rows === 1 ? 'is' : 'are'} 50 to 200 times the usual price of the product: cents instead of whole money?`,
  priceBeside: (price: string, median: string) => `${price} where ${median} is usual`,
  refusedRows: (limit: number) => `Refused rows (at most ${limit} are shown)`,
  firstLine: (line: number) => `the first one is in line ${line}`,
  written: (value: string) => `"${value}"`,
  before: (column: string) => `lies before ${column}`,
  mend: 'Correct them where they come from and import the file again: rows with the same key replace what is there.',
};

const de: typeof en = {
  outcomes: {
    imported: (id) => `Eingelesen als Import ${id}. Er lässt sich als Ganzes zurücknehmen.`,
    preview: (_id) => 'Vorschau: Alles wurde geprüft, nichts wurde behalten.',
    alreadyStanding: (id) =>
      `Diese Dateien sind mit dieser Zuordnung schon im Bestand, als Import ${id}. Nichts hat sich geändert.`,
    nothingUsable: (_id) => 'Keine Zeile war zu verwenden. Nichts hat sich geändert.',
  },
  replaced: (rows, format, preview) =>
    preview
      ? `${counted(rows, format, 'Zeile früherer Importe würde', 'Zeilen früherer Importe würden')} durch Zeilen mit demselben Schlüssel ersetzt.`
      : `${counted(rows, format, 'Zeile früherer Importe wurde', 'Zeilen früherer Importe wurden')} durch Zeilen mit demselben Schlüssel ersetzt.`,
  rows: (file, format) =>
    [
      counted(file.rowsRead, format, 'Zeile gelesen', 'Zeilen gelesen'),
      `${format.count(file.rowsImported)} übernommen`,
      `${format.count(file.rowsRefused)} abgelehnt`,
      ...some(
        file.identicalDropped,
        counted(file.identicalDropped, format, 'gleiche Kopie weggelassen', 'gleiche Kopien weggelassen'),
      ),
      ...some(file.rowsLeftOut, `${format.count(file.rowsLeftOut)} durch die Zuordnung ausgelassen`),
      ...some(file.rowsGathered, `${format.count(file.rowsGathered)} in anderen zusammengefasst`),
      ...some(file.blankLines, counted(file.blankLines, format, 'Leerzeile', 'Leerzeilen')),
    ].join(', '),
  unused: 'Spalten der Datei, die nichts verwendet; der Bestand behält nichts davon',
  pseudonyms: 'Als Pseudonym gespeichert; Namen und Nummern selbst werden nicht behalten',
  columnHeads: ['Spalte', 'aus', 'warum', 'Werte', 'leer', 'abgelehnt', 'zum Beispiel'],
  origins: { canonical: 'gleicher Name', recognised: 'erkannt', mapping: 'Ihre Zuordnung' },
  badValues: 'Werte, die nicht zu verwenden waren',
  badValue: (column, line, value, fault) => `${column}, Zeile ${line}: „${value}“ – ${fault}`,
  place: (path, line) => `${path}, Zeile ${line}`,
  warnings: 'Bitte prüfen',
  crowdedDay: (warning, format) =>
    `${format.count(warning.rows)} Zeilen (${format.percent(warning.share, 0)}) von ${warning.table} haben ${warning.column} ${format.day(warning.day)}. Wurden an diesem Tag Daten in ein neues System übernommen, gehört das wahre Datum in original_start_date`,
  suspiciousPrices: (warning, format) =>
    `${counted(warning.rows, format, 'Wert', 'Werte')} von ${warning.table}.${warning.column} ${warning.rows === 1 ? 'liegt' : 'liegen'} beim 50- bis 200-Fachen des üblichen Preises des Produkts: Cent statt Euro?`,
  priceBeside: (price, median) => `${price}, wo ${median} üblich ist`,
  refusedRows: (limit) => `Abgelehnte Zeilen (höchstens ${limit} werden gezeigt)`,
  firstLine: (line) => `die erste steht in Zeile ${line}`,
  written: (value) => `„${value}“`,
  before: (column) => `liegt vor ${column}`,
  mend: 'Bitte dort berichtigen, wo sie herkommen, und die Datei neu einlesen: Zeilen mit demselben Schlüssel ersetzen, was da ist.',
};

export type ReceiptWords = typeof en;
export const receiptWords = { en, de } as const;
