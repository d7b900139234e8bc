import type { Source } from '../plan.ts';
import { refusal } from '../refusal.ts';
import { detectDialect } from './dialect.ts';
import { headOf } from './file-bytes.ts';
import { isArray, looksLikeJson } from './json-headers.ts';
import { openJson } from './open-json.ts';
import { HEAD_BYTES, identityOf, type Opening } from './opening.ts';
import { lineOfByte, type Scan } from './scan-file.ts';
import { LONGEST_LINE_BYTES } from './text-check.ts';
import { type Encoding, transcode } from './transcode.ts';

/** Control characters that text does not hold: all but tab, line ends, form feed and escape. */
const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27);

/** Without the mark that says how it is encoded. */
const textOf = (head: Buffer) => head.toString('utf8').replace(/^\uFEFF/, '');

function notText(file: string) {
  return refusal('binaryFile', { file, line: 1, column: 1, kind: 'a file of bytes that are no text' });
}

async function requireText({ path, scan }: Opening): Promise<void> {
  const { findings, head } = scan;
  const controls = head.subarray(0, 4096).filter(isControl).length;
  if (findings.hasNul || (!findings.utf8 && controls > 3)) throw notText(path);
  // An array may be one line; its objects are measured when it is taken apart.
  if (findings.longLineAt === null || isArray(textOf(head))) return;
  const line = scan.returnsOnly ? 1 : await lineOfByte(path, scan.gzipped, findings.longLineAt);
  const limit = LONGEST_LINE_BYTES / 1024 / 1024;
  throw refusal('lineTooLong', { file: path, line, column: 1, megabytes: limit, limit });
}

/** The file as the engine can read it: itself, or a UTF-8 copy. */
async function readable(opening: Opening): Promise<{ readPath: string; gzipped: boolean }> {
  const { path, scan, copyPath } = opening;
  const encoding = encodingOf(scan);
  if (encoding === 'utf-8' && !scan.returnsOnly) return { readPath: path, gzipped: scan.gzipped };
  const readPath = copyPath('utf8');
  await transcode({ path, gzipped: scan.gzipped, encoding, returnsOnly: scan.returnsOnly }, readPath);
  return { readPath, gzipped: false };
}

function encodingOf({ kind, findings }: Scan): Encoding {
  if (kind === 'utf16le') return 'utf-16le';
  if (kind === 'utf16be') return 'utf-16be';
  return findings.utf8 ? 'utf-8' : 'windows-1252';
}

/** A delimited text as a source. `given`: its delimiter where it is known. @throws AppError importRefused */
export function openCsv(
  opening: Opening,
  at: { readonly readPath: string; readonly gzipped: boolean },
  head: Buffer,
  given: string | null,
): Source {
  const dialect = detectDialect(opening.path, textOf(head), head.length < HEAD_BYTES, given);
  return {
    ...identityOf(opening),
    ...at,
    format: 'csv',
    counted: 'lines',
    delimiter: dialect.delimiter,
    headers: dialect.headers,
    skipLines: dialect.skipRecords,
    firstDataLine: dialect.firstDataLine,
  };
}

/** A CSV or JSON file in any encoding. @throws AppError fileUnreadable, importRefused */
export async function openText(opening: Opening): Promise<Source> {
  const { path, scan } = opening;
  if (scan.kind === 'text') await requireText(opening);
  const at = await readable(opening);
  const head = at.readPath === path ? scan.head : await headOf(at.readPath, false, HEAD_BYTES);
  const text = textOf(head);
  if (text.trim() === '') throw refusal('emptyFile', { file: path });
  if (head.includes(0)) throw notText(path);
  if (looksLikeJson(text)) return openJson(opening, at, text, head.length < HEAD_BYTES);
  const tabbed = /[.](tsv|tab)([.]gz)?$/i.test(path) && text.includes('\t');
  return openCsv(opening, at, head, tabbed ? '\t' : null);
}
