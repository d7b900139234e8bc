import type { RowSource, Value } from './row-source.ts';

/** A leading =, +, - or @ would be a formula to a spreadsheet. */
export function csvField(value: Value): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csvLine = (values: readonly Value[]) => `${values.map(csvField).join(',')}\r\n`;

/** CSV with a byte-order mark, which spreadsheets need for umlauts. */
export async function* csvBytes({ columns, pages }: RowSource): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${csvLine(columns)}`);
  for await (const rows of pages()) yield Buffer.from(rows.map(csvLine).join(''));
}
