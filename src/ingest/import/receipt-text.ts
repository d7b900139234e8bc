import { createFormat, type Format } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { FAULTS, type FaultId } from '../validation/fault.ts';
import type { ColumnReceipt, FileReceipt, Receipt, ReceiptWarning, RefusedRow } from './receipt.ts';
import { type ReceiptWords, receiptWords } from './receipt-words.ts';

interface Pen {
  readonly words: ReceiptWords;
  readonly format: Format;
  /** What is wrong with a value of a column of a table. */
  readonly fault: (id: FaultId, table: string, column: string | null) => string;
}

const REFUSED_SHOWN = 20;

/** Which date a date must follow is told by its name. */
function orderWords(
  id: FaultId,
  table: string,
  column: string | null,
  { language, filled }: { readonly language: Language; readonly filled: ReadonlySet<string> },
): string | null {
  const orders = TABLES.find(({ name }) => name === table)?.orders ?? [];
  const before = orders.filter(({ after }) => id === 'wrongOrder' && after === column).map((order) => order.before);
  const known = before.filter((name) => filled.has(name));
  return known.length === 0 ? null : receiptWords[language].before(known.join(' / '));
}

const penFor = (language: Language, filled: ReadonlySet<string>): Pen => ({
  words: receiptWords[language],
  format: createFormat(language),
  fault: (id, table, column) => orderWords(id, table, column, { language, filled }) ?? FAULTS[id][language],
});

/** Pads all cells of a column to the same width; figures to the right. */
function table(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = (rows[0] ?? []).map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, place) => (right.has(place) ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function columnRow(column: ColumnReceipt, { words, format }: Pen): string[] {
  const samples = column.samples.map(({ value }) => (value.length > 24 ? `${value.slice(0, 23)}…` : value)).join(', ');
  const numbers = [column.parsed, column.empty, column.refused].map(format.count);
  return [column.column, column.rule, words.origins[column.origin], ...numbers, samples];
}

function fileLines(file: FileReceipt, pen: Pen): string[] {
  const { words, format } = pen;
  const lines = ['', `${file.path} → ${file.table}`, `  ${words.rows(file, format)}`];
  if (file.unusedHeaders.length > 0) lines.push(`  ${words.unused}: ${file.unusedHeaders.join(', ')}`);
  const rows = [words.columnHeads, ...file.columns.map((column) => columnRow(column, pen))];
  for (const line of table(rows, new Set([3, 4, 5]))) lines.push(`    ${line}`);
  const hidden = file.columns.filter(({ pseudonym }) => pseudonym).map(({ column }) => column);
  if (hidden.length > 0) lines.push(`  ${words.pseudonyms}: ${hidden.join(', ')}`);
  const refused = file.columns.flatMap((column) =>
    column.refusedSamples.map(({ line, value, fault }) =>
      words.badValue(column.column, line, value, pen.fault(fault, file.table, column.column)),
    ),
  );
  if (refused.length > 0) lines.push(`  ${words.badValues}:`, ...refused.map((line) => `    ${line}`));
  return lines;
}

function warningLine(warning: ReceiptWarning, { words, format }: Pen): string {
  const places = warning.examples.map(({ path, line }) => words.place(path, line)).join('; ');
  if (warning.kind === 'crowdedDay') return `${words.crowdedDay(warning, format)} (${places})`;
  const prices = warning.examples
    .map(({ price, median }) => words.priceBeside(format.number(price, 2), format.number(median, 2)))
    .join('; ');
  return `${words.suspiciousPrices(warning, format)} (${places}; ${prices})`;
}

function refusedLine(row: RefusedRow, { words, fault }: Pen): string {
  const first = row.firstLine === null ? '' : ` (${words.firstLine(row.firstLine)})`;
  const column = row.column === null ? '' : `${row.column}: `;
  const value = row.value === '' ? '' : ` – ${words.written(row.value)}`;
  return `${words.place(row.path, row.line)}: ${column}${fault(row.fault, row.table, row.column)}${first}${value}`;
}

/** The receipt as a person in charge of customer care reads it. */
export function receiptText(receipt: Receipt, language: Language): string {
  const filled = new Set(receipt.files.flatMap(({ columns }) => columns.map(({ column }) => column)));
  const pen = penFor(language, filled);
  const { words } = pen;
  const lines = [words.outcomes[receipt.outcome](receipt.importId)];
  if (receipt.rowsReplaced > 0)
    lines.push(words.replaced(receipt.rowsReplaced, pen.format, receipt.outcome === 'preview'));
  for (const file of receipt.files) lines.push(...fileLines(file, pen));
  if (receipt.warnings.length > 0) {
    lines.push('', `${words.warnings}:`);
    for (const warning of receipt.warnings) lines.push(`  - ${warningLine(warning, pen)}`);
  }
  if (receipt.refusedRows.length > 0) lines.push('', `${words.refusedRows(REFUSED_SHOWN)}:`);
  for (const row of receipt.refusedRows) lines.push(`  ${refusedLine(row, pen)}`);
  if (receipt.refusedRows.length > 0) lines.push('', words.mend);
  return `${lines.join('\n')}\n`;
}
