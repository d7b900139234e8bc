import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { Source } from '../plan.ts';
import { headOf } from '../reading/file-bytes.ts';
import { type DelimitedRecord, isBlank, readRecords } from '../reading/records.ts';

const HEAD_BYTES = 4 * 1024 * 1024;
const SLICE_BYTES = 256 * 1024;
/** Places further down the file that are looked at too: files are often sorted by date. */
const SLICES = [0.25, 0.5, 0.75, 1] as const;
const MOST_ROWS = 100_000;
const MOST_VALUES = 3000;

/** Some values of one header. */
interface ColumnSample {
  /** The first that is not empty, for the user to see; null: all are empty. */
  readonly first: string | null;
  /** Different values, not empty, at most 3,000. */
  readonly values: ReadonlySet<string>;
}

export interface Sample {
  /** Rows looked at; 0: the source has a header and nothing else. */
  readonly rows: number;
  /** Headers under which the file itself says that a value is a number: nobody wrote it in one style or another. */
  readonly typed: ReadonlySet<string>;
  readonly columns: Readonly<Record<string, ColumnSample>>;
}

interface Collecting {
  first: string | null;
  readonly values: Set<string>;
  numbers: number;
  others: number;
}
type Collected = Map<string, Collecting>;

function add(collected: Collected, header: string, value: string): void {
  const column = collected.get(header);
  if (column === undefined || value === '') return;
  column.first ??= value;
  if (column.values.size < MOST_VALUES) column.values.add(value);
}

function addRecords(collected: Collected, headers: readonly string[], records: readonly DelimitedRecord[]): void {
  for (const { fields } of records)
    for (const [place, header] of headers.entries()) add(collected, header, (fields[place] ?? '').trim());
}

/** Text of a part of a plain file, from the first line that begins in it; whole characters only. */
async function sliceText(path: string, start: number): Promise<string> {
  const handle = await open(path);
  try {
    const bytes = Buffer.alloc(SLICE_BYTES);
    const { bytesRead } = await handle.read(bytes, 0, SLICE_BYTES, start);
    const slice = bytes.subarray(0, bytesRead);
    return slice.subarray(slice.indexOf(10) + 1, slice.lastIndexOf(10) + 1).toString('utf8');
  } finally {
    await handle.close();
  }
}

async function laterSlices(source: Source): Promise<readonly string[]> {
  if (source.gzipped) return [];
  const handle = await open(source.readPath);
  const { size } = await handle.stat();
  await handle.close();
  if (size <= HEAD_BYTES) return [];
  const starts = SLICES.map((share) => Math.min(Math.floor(size * share), size - SLICE_BYTES));
  return Promise.all(starts.filter((start) => start > HEAD_BYTES).map((start) => sliceText(source.readPath, start)));
}

async function sampleCsv(source: Source, collected: Collected): Promise<number> {
  const { headers } = source;
  const delimiter = source.delimiter ?? ',';
  const head = await headOf(source.readPath, source.gzipped, HEAD_BYTES);
  const records = readRecords(head.toString('utf8'), delimiter, source.skipLines + MOST_ROWS).slice(source.skipLines);
  const whole = head.length < HEAD_BYTES;
  const rows = records.filter((record) => !isBlank(record) && (whole || record.complete));
  addRecords(collected, headers, rows);
  for (const text of await laterSlices(source)) {
    // A slice may begin inside quotes: only rows of the right width count.
    const slice = readRecords(text, delimiter, MOST_ROWS).filter(({ fields }) => fields.length === headers.length);
    addRecords(collected, headers, slice);
  }
  return rows.length;
}

const TypedRow = z.record(z.string(), z.unknown());

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function addTyped(collected: Collected, row: Readonly<Record<string, unknown>>): void {
  for (const [header, value] of Object.entries(row)) {
    const text = textOf(value);
    const column = collected.get(header);
    if (column === undefined || text === '') continue;
    if (typeof value === 'number' || typeof value === 'bigint') column.numbers += 1;
    else column.others += 1;
    add(collected, header, text);
  }
}

function addJsonLine(collected: Collected, line: string): void {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    // A line that is no JSON becomes a refused row; the sample goes on without it.
    return;
  }
  addTyped(collected, TypedRow.safeParse(parsed).data ?? {});
}

async function sampleJson(source: Source, collected: Collected): Promise<number> {
  const head = await headOf(source.readPath, source.gzipped, HEAD_BYTES);
  const lines = head.toString('utf8').split('\n', MOST_ROWS + 1);
  if (head.length === HEAD_BYTES && lines.length <= MOST_ROWS) lines.pop();
  for (const text of await laterSlices(source)) lines.push(...text.split('\n'));
  const filled = lines.filter((line) => line.trim() !== '');
  for (const line of filled) addJsonLine(collected, line);
  return filled.length;
}

async function sampleParquet(source: Source, collected: Collected): Promise<number> {
  const { parquetRows } = await import('../reading/parquet.ts');
  const rows = await parquetRows(source.readPath, MOST_VALUES);
  for (const row of rows) addTyped(collected, row);
  return Math.max(1, rows.length);
}

/** Looks at the first 100,000 rows or 4 MB of a source (3,000 rows of a Parquet file), and at four places further down a plain file. */
export async function sampleOf(source: Source): Promise<Sample> {
  const empty = (): Collecting => ({ first: null, values: new Set(), numbers: 0, others: 0 });
  const collected: Collected = new Map(source.headers.map((header) => [header, empty()]));
  let rows = 1;
  if (source.format === 'parquet') rows = await sampleParquet(source, collected);
  if (source.format === 'csv') rows = await sampleCsv(source, collected);
  if (source.format === 'json') rows = await sampleJson(source, collected);
  const typed = [...collected].flatMap(([header, { numbers, others }]) =>
    numbers > 0 && others === 0 ? [header] : [],
  );
  return { rows, typed: new Set(typed), columns: Object.fromEntries(collected) };
}
