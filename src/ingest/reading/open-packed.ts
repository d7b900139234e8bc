import type { Source } from '../plan.ts';
import { refusal } from '../refusal.ts';
import { checkHeaders } from './dialect.ts';
import { headOf } from './file-bytes.ts';
import { openCsv } from './open-text.ts';
import { HEAD_BYTES, HEADERLESS, identityOf, type Opening } from './opening.ts';
import { parquetFooter } from './parquet.ts';
import { unpack } from './transcode.ts';
import { writeSheets } from './workbook.ts';

/** The file itself, or an unpacked copy: these formats are read from their end. */
async function unpacked({ path, scan, copyPath }: Opening, purpose: string): Promise<string> {
  if (!scan.gzipped) return path;
  const copy = copyPath(purpose);
  await unpack(path, copy);
  return copy;
}

/** @throws AppError fileUnreadable, importRefused */
export async function openParquet(opening: Opening): Promise<Source> {
  const { path } = opening;
  const readPath = await unpacked(opening, 'parquet');
  const { headers, rows } = await parquetFooter(path, readPath);
  checkHeaders(path, headers);
  if (rows === 0) throw refusal('headerOnly', { file: path, line: 1, column: 1 });
  return {
    ...identityOf(opening),
    ...HEADERLESS,
    readPath,
    format: 'parquet',
    counted: 'records',
    gzipped: false,
    headers,
  };
}

/** Every sheet that holds something, one source each. @throws AppError fileUnreadable, importRefused */
export async function openWorkbook(opening: Opening): Promise<readonly Source[]> {
  const { path, copyPath, onSkipped } = opening;
  const sheets = await writeSheets(path, await unpacked(opening, 'xlsx'), (sheet) => copyPath(`sheet${sheet + 1}`));
  const sources: Source[] = [];
  for (const { name, csvPath } of sheets) {
    const sheetPath = `${path}#${name}`;
    if (csvPath === null) {
      onSkipped({ path: sheetPath, problem: 'emptySheet' });
      continue;
    }
    const head = await headOf(csvPath, false, HEAD_BYTES);
    const csv = openCsv({ ...opening, path: sheetPath }, { readPath: csvPath, gzipped: false }, head, ',');
    sources.push({ ...csv, counted: 'sheetRows' });
  }
  if (sources.length === 0) throw refusal('emptyFile', { file: path });
  return sources;
}
