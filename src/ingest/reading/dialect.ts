import { normaliseHeader } from '../mapping/normalise-header.ts';
import { refusal } from '../refusal.ts';
import { type DelimitedRecord, isBlank, readRecords } from './records.ts';

/** How a delimited text is laid out. */
export interface Dialect {
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** Records before the first data row, the header among them. A header with a line break inside quotes is one record. */
  readonly skipRecords: number;
  /** Physical line of the header and of the first row below it, from 1. */
  readonly headerLine: number;
  readonly firstDataLine: number;
}

const DELIMITERS = [';', '\t', ',', '|'] as const;
const LOOKED_AT = 200;
const MOST_COLUMNS = 5000;
const FIGURE = /^[-+]?[\d.,]*\d[\d.,]*\s*[%€$£]?$|^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T].*)?$/;

/** One way to split the text, and how well it fits. */
interface Candidate {
  readonly delimiter: string;
  readonly records: readonly DelimitedRecord[];
  /** Fields of the usual row. */
  readonly width: number;
  /** Share of rows that have the usual number of fields. */
  readonly share: number;
  readonly headerAt: number;
}

function usualWidth(records: readonly DelimitedRecord[]): { width: number; share: number } {
  const rows = records.filter((record) => !isBlank(record));
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { width: most?.[0] ?? 1, share: (most?.[1] ?? 0) / Math.max(rows.length, 1) };
}

/** A row of names: nearly as wide as the data, at least half of it filled, no figures. */
function namesColumns({ fields }: DelimitedRecord, width: number): boolean {
  const filled = fields.filter((field) => field !== '');
  const wideEnough = fields.length >= width - 1 && filled.length >= Math.min(2, width) && filled.length * 2 >= width;
  return wideEnough && !filled.some((field) => FIGURE.test(field));
}

function headerPlace(records: readonly DelimitedRecord[], width: number): number {
  const named = records.findIndex((record) => namesColumns(record, width));
  if (named >= 0 && named < LOOKED_AT / 2) return named;
  return records.findIndex((record) => !isBlank(record) && record.fields.length === width);
}

function candidateOf(text: string, whole: boolean, delimiter: string): Candidate {
  const all = readRecords(text, delimiter, LOOKED_AT);
  const records = whole || all.length === 1 ? all : all.filter((record) => record.complete);
  const { width, share } = usualWidth(records);
  return { delimiter, records, width, share, headerAt: headerPlace(records, width) };
}

/** Wider than one field, most rows alike, and of equals the one whose header comes first. */
function better(a: Candidate, b: Candidate): Candidate {
  if (b.width < 2 || a.width < 2) return b.width > a.width ? b : a;
  if (Math.abs(a.share - b.share) > 0.1) return a.share > b.share ? a : b;
  if (a.headerAt !== b.headerAt) return a.headerAt < b.headerAt ? a : b;
  if (a.share !== b.share) return a.share > b.share ? a : b;
  return b.width > a.width ? b : a;
}

/** The hint that spreadsheet programs write and understand: a first line `sep=;`. */
function hintedDelimiter(text: string): string | null {
  const found = /^sep=([;,|\t])\r?\n/i.exec(text);
  return found?.[1] ?? null;
}

function requireDistinct(file: string, line: number, headers: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [place, header] of headers.entries()) {
    const name = normaliseHeader(header) || header;
    const first = seen.get(name);
    if (first !== undefined)
      throw refusal('duplicateHeaders', { file, line, header, first: first + 1, column: place + 1 });
    seen.set(name, place);
  }
}

function namedHeaders(fields: readonly string[]): readonly string[] {
  const taken = new Set(fields.map(normaliseHeader));
  return fields.map((field, place) => {
    const header = field.replaceAll(/\s+/g, ' ').trim();
    if (header !== '') return header;
    const names = [`column ${place + 1}`, `unnamed column ${place + 1}`];
    return names.find((name) => !taken.has(normaliseHeader(name))) ?? `nameless column ${place + 1}`;
  });
}

/**
 * Finds delimiter and header of a text.
 * @param whole whether the text is the whole file or only its beginning
 * @param given a delimiter that is known (sheets, .tsv); null: found from the text
 * @throws AppError importRefused (emptyFile, noHeader, duplicateHeaders, tooManyColumns)
 */
export function detectDialect(file: string, text: string, whole: boolean, given: string | null): Dialect {
  const hint = hintedDelimiter(text);
  const known = hint ?? given;
  const candidates = (known === null ? DELIMITERS : [known]).map((delimiter) => candidateOf(text, whole, delimiter));
  const [first, ...others] = candidates;
  const best = first === undefined ? null : others.reduce(better, first);
  const hinted = hint !== null && best !== null ? headerPlace(best.records.slice(1), best.width) + 1 : null;
  const headerAt = hinted ?? best?.headerAt ?? -1;
  const header = best?.records[headerAt];
  if (best === null || header === undefined) throw refusal('emptyFile', { file });
  const { line } = header;
  const filled = header.fields.filter((field) => field !== '');
  if (filled.filter((field) => FIGURE.test(field)).length * 2 > filled.length)
    throw refusal('noHeader', { file, line });
  if (header.fields.length > MOST_COLUMNS)
    throw refusal('tooManyColumns', { file, line, columns: header.fields.length, limit: MOST_COLUMNS });
  const headers = namedHeaders(header.fields);
  requireDistinct(file, line, headers);
  const breaks = header.fields.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
  return {
    delimiter: best.delimiter,
    headers,
    skipRecords: headerAt + 1,
    headerLine: line,
    firstDataLine: line + breaks + 1,
  };
}

/** For JSON and Parquet, whose headers come from elsewhere. @throws AppError importRefused (duplicateHeaders) */
export function checkHeaders(file: string, headers: readonly string[]): void {
  requireDistinct(file, 1, headers);
}
