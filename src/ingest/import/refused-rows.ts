import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { rowsOf } from '#warehouse/ddl.ts';
import { imports } from '#warehouse/ledger.ts';
import { identifier } from '#warehouse/query.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { faultOf } from '../validation/fault.ts';
import type { FileReceipt } from './receipt.ts';
import { parseReceipt } from './receipt-schema.ts';

const PAGE_ROWS = 20_000;

const FaultyRow = z.object({ row: z.number(), codes: z.array(z.number()), raw: z.array(z.string()) });
const ConflictRow = z.object({ row: z.number(), first: z.number(), shown: z.array(z.string().nullable()) });

/** Whether a header or column of a table must not leave the house. */
export type Hidden = (table: string, name: string) => boolean;

interface Part {
  readonly hidden: Hidden;
  readonly importId: number;
  readonly file: number;
  readonly receipt: FileReceipt;
  readonly table: Table;
}

/** A leading =, + or @ would be a formula to a spreadsheet; a quoted field keeps delimiters and line breaks. */
function csvField(value: string): string {
  const safe = /^[=+@\t]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csvLine = (fields: readonly (string | number)[]) =>
  `${fields.map((field) => csvField(String(field))).join(',')}\n`;

function lineOf({ receipt }: Part, row: number): number {
  return row + (receipt.lineShifts.findLast(([from]) => from <= row)?.[1] ?? 0);
}

/** Headers that are hidden themselves or are read for a hidden column. */
function hiddenHeaders({ hidden, receipt, table }: Part): ReadonlySet<string> {
  const read = receipt.columns.filter(({ column }) => hidden(table.name, column)).flatMap(({ headers }) => headers);
  return new Set([...read, ...receipt.headers.filter((header) => hidden(table.name, header))]);
}

function faultyLines(part: Part, row: z.infer<typeof FaultyRow>): readonly string[] {
  const { receipt, table } = part;
  const names = Object.keys(table.columns);
  const secret = hiddenHeaders(part);
  const fields = receipt.headers.map((header, at) => (secret.has(header) ? '' : (row.raw[at] ?? '')));
  return row.codes.flatMap((code, index) => {
    if (code === 0) return [];
    const column = receipt.columns.find((candidate) => candidate.column === names[index]);
    const value = column?.headers.map((header) => fields[receipt.headers.indexOf(header)] ?? '').join(' | ') ?? '';
    return [csvLine([receipt.path, lineOf(part, row.row), column?.column ?? '', faultOf(code), value, ...fields])];
  });
}

async function* faulty(warehouse: Warehouse, part: Part): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const rows = await warehouse.rows({
      name: 'faulty rows to export',
      sql: `SELECT _row AS row, _codes AS codes, _raw AS raw
FROM ${identifier(rowsOf(part.table))}
WHERE _import = {importId:UInt32} AND _file = {file:UInt16} AND notEmpty(_codes) AND _row > {after:UInt64}
ORDER BY _row
LIMIT ${PAGE_ROWS}`,
      params: { importId: part.importId, file: part.file, after },
      row: FaultyRow,
    });
    if (rows.length === 0) return;
    yield rows.flatMap((row) => faultyLines(part, row)).join('');
    after = rows.at(-1)?.row ?? after;
  }
}

/** Rows that contradict an earlier row of the same key; their raw fields were understood, so the stored values are shown. */
async function* conflicting(warehouse: Warehouse, part: Part): AsyncGenerator<string> {
  const shown = Object.keys(part.table.columns).map((name) =>
    part.hidden(part.table.name, name) ? "''" : `toString(${identifier(name)})`,
  );
  let after = 0;
  for (;;) {
    const rows = await warehouse.rows({
      name: 'conflicting rows to export',
      sql: `SELECT place.row AS row, place.first_row AS first, [${shown.join(', ')}] AS shown
FROM ${identifier(rowsOf(part.table))} AS stored
INNER JOIN (
  SELECT row, first_row FROM replaced_rows
  WHERE by_import = {importId:UInt32} AND import_id = {importId:UInt32} AND table_name = {table:String}
    AND file = {file:UInt16} AND reason = 'conflict' AND row > {after:UInt64}
  ORDER BY row
  LIMIT ${PAGE_ROWS}
) AS place ON stored._row = place.row
WHERE stored._import = {importId:UInt32} AND stored._file = {file:UInt16}
ORDER BY row`,
      params: { importId: part.importId, file: part.file, after, table: part.table.name },
      row: ConflictRow,
    });
    if (rows.length === 0) return;
    yield rows
      .map((row) => {
        const values = row.shown.map((value) => value ?? '');
        return csvLine([part.receipt.path, lineOf(part, row.row), '', 'duplicateKey', '', ...values]);
      })
      .join('');
    after = rows.at(-1)?.row ?? after;
  }
}

/**
 * Streams every refused row and every faulty value of an import as CSV: file, line, column (empty: the whole row), fault,
 * value, then the fields of the row; hidden fields stay empty.
 * @throws AppError importNotFound when the store does not hold the rows of this import
 */
export async function* refusedRows(
  warehouse: Warehouse,
  importId: number,
  hidden: Hidden = () => false,
): AsyncGenerator<string> {
  const record = (await imports(warehouse)).find((candidate) => candidate.importId === importId);
  if (record === undefined || record.state !== 'done')
    throw new AppError('importNotFound', `no import ${importId} stands`, { importId });
  yield csvLine(['file', 'line', 'column', 'fault', 'value', 'fields']);
  for (const [file, receipt] of parseReceipt(record.receipt).files.entries()) {
    const table = TABLES.find((candidate) => candidate.name === receipt.table);
    if (table === undefined) continue;
    const part = { hidden, importId, file, receipt, table };
    yield* faulty(warehouse, part);
    yield* conflicting(warehouse, part);
  }
}
