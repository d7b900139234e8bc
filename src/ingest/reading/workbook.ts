import { readFile } from 'node:fs/promises';
import readWorkbook, { type CellValue, type Sheet } from 'read-excel-file/universal';
import { refusal } from '../refusal.ts';
import { writeChunks } from './transcode.ts';
import { zipDirectory } from './zip-directory.ts';

const MOST_SHEETS = 50;
const MOST_UNPACKED_MEGABYTES = 500;
/** Deflate cannot shrink more than this; a directory that says so is damaged or lies. */
const MOST_SHRINKING = 1040;
const MEGABYTE = 1024 * 1024;
const ROWS_A_CHUNK = 1000;

/** A sheet, written as UTF-8 CSV with commas; null: it holds nothing. */
export interface SheetFile {
  readonly name: string;
  readonly csvPath: string | null;
}

/** Sheets know no zone: a time of day is written as it stands in the cell. */
function written(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString().replace(/(\.000)?Z$/, '');
  return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso;
}

function csvField(cell: CellValue | null): string {
  if (cell === null) return '';
  const text = cell instanceof Date ? written(cell) : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function* csvChunks({ data }: Sheet) {
  const width = Math.max(...data.map((row) => row.length), 0);
  for (let from = 0; from < data.length; from += ROWS_A_CHUNK) {
    const rows = data.slice(from, from + ROWS_A_CHUNK);
    const line = (row: (typeof rows)[number]) =>
      Array.from({ length: width }, (_, place) => csvField(row[place] ?? null)).join(',');
    yield rows.map((row) => `${line(row)}\n`).join('');
  }
}

/** A damaged workbook may name a sheet that is not there. */
const isThere = (sheet: Sheet) => Array.isArray(sheet.data) && sheet.data.every((row) => Array.isArray(row));
const isEmpty = ({ data }: Sheet) => data.every((row) => row.every((cell) => cell === null || cell === ''));

async function requireWorkbook(file: string, path: string): Promise<void> {
  const entries = await zipDirectory(path);
  if (entries === null) throw refusal('brokenWorkbook', { file, reason: 'its table of contents is damaged' });
  if (!entries.some(({ name }) => name === 'xl/workbook.xml'))
    throw refusal('binaryFile', { file, kind: 'an archive or another document' });
  const sheets = entries.filter(({ name }) => /^xl\/worksheets\/[^/]+[.]xml$/.test(name)).length;
  if (sheets > MOST_SHEETS) throw refusal('tooManySheets', { file, sheets, limit: MOST_SHEETS });
  const lying = entries.some(({ packedBytes, unpackedBytes }) => unpackedBytes > packedBytes * MOST_SHRINKING + 1024);
  if (lying) throw refusal('brokenWorkbook', { file, reason: 'its sizes are wrong' });
  const megabytes = Math.ceil(entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) / MEGABYTE);
  if (megabytes > MOST_UNPACKED_MEGABYTES)
    throw refusal('workbookTooLarge', { file, megabytes, limit: MOST_UNPACKED_MEGABYTES });
}

/**
 * Writes every sheet of an XLSX workbook as CSV. The only reader that holds a whole file in memory.
 * @throws AppError fileUnreadable or importRefused (brokenWorkbook, binaryFile, tooManySheets, workbookTooLarge)
 */
export async function writeSheets(
  file: string,
  path: string,
  csvPathOf: (sheet: number) => string,
): Promise<readonly SheetFile[]> {
  await requireWorkbook(file, path);
  let sheets: readonly Sheet[];
  try {
    // From memory: the library's stream reader waits for ever on a workbook with bytes behind its end.
    sheets = await readWorkbook(Uint8Array.from(await readFile(path)).buffer);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw refusal('brokenWorkbook', { file, reason }, cause);
  }
  if (!sheets.every(isThere)) throw refusal('brokenWorkbook', { file, reason: 'a sheet is missing' });
  const files: SheetFile[] = [];
  for (const [place, sheet] of sheets.entries()) {
    const csvPath = isEmpty(sheet) ? null : csvPathOf(place);
    if (csvPath !== null) await writeChunks(csvPath, csvChunks(sheet));
    files.push({ name: sheet.sheet, csvPath });
  }
  return files;
}
