import { z } from 'zod';
import { rowsOf } from '#warehouse/ddl.ts';
import { identifier } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { columnsOf } from '../expression.ts';
import type { TablePlan } from '../plan.ts';
import { type FaultId, faultOf } from '../validation/fault.ts';

/** A value or row at fault, as stored. */
export interface FaultyValue {
  readonly row: number;
  /** null: the whole row. */
  readonly column: string | null;
  readonly fault: FaultId;
  readonly value: string;
}

export interface FaultGroup {
  readonly column: string | null;
  readonly fault: FaultId;
  readonly count: number;
  /** The first three in file order. */
  readonly first: readonly FaultyValue[];
}

const GroupRow = z.object({
  place: z.number(),
  code: z.number(),
  n: z.number(),
  first: z.array(z.tuple([z.number(), z.array(z.string())])),
});
const FaultyRow = z.object({ row: z.number(), codes: z.array(z.number()), raw: z.array(z.string()) });

/** The raw fields that a column's rule reads, as written. */
function rawValue(plan: TablePlan, column: string | null, raw: readonly string[]): string {
  const delimiter = plan.source.delimiter ?? ',';
  const value = column === null ? undefined : plan.columns[column];
  // Behind the fields stand notes of our own.
  if (value === undefined) return raw.slice(0, plan.source.headers.length).join(delimiter).slice(0, 200);
  const fields = columnsOf(value.expression).map((header) => raw[plan.source.headers.indexOf(header)] ?? '');
  return fields.join(' | ').slice(0, 200);
}

const columnAt = (plan: TablePlan, place: number) => Object.keys(plan.table.columns)[place - 1] ?? null;

/** Faults of one plan by column and kind. */
export async function faultGroups(
  warehouse: Warehouse,
  plan: TablePlan,
  importId: number,
  file: number,
): Promise<readonly FaultGroup[]> {
  const rows = await warehouse.rows({
    name: 'faults',
    sql: `SELECT place, code, count() AS n, groupArraySorted(3)((_row, _raw)) AS first
FROM ${identifier(rowsOf(plan.table))}
ARRAY JOIN _codes AS code, arrayEnumerate(_codes) AS place
WHERE _import = {importId:UInt32} AND _file = {file:UInt16} AND notEmpty(_codes) AND code > 0
GROUP BY place, code
ORDER BY place, code`,
    params: { importId, file },
    row: GroupRow,
  });
  return rows.map(({ place, code, n, first }) => {
    const column = columnAt(plan, place);
    const fault = faultOf(code);
    const values = first.map(([row, raw]) => ({ row, column, fault, value: rawValue(plan, column, raw) }));
    return { column, fault, count: n, first: values };
  });
}

/** The faults of the first refused rows of one plan, at most `limit` rows, in file order. */
export async function firstRefused(
  warehouse: Warehouse,
  plan: TablePlan,
  place: { readonly importId: number; readonly file: number; readonly limit: number },
): Promise<readonly FaultyValue[]> {
  const rows = await warehouse.rows({
    name: 'refused rows',
    sql: `SELECT _row AS row, _codes AS codes, _raw AS raw
FROM ${identifier(rowsOf(plan.table))}
WHERE _import = {importId:UInt32} AND _file = {file:UInt16} AND _refused = 1
ORDER BY _row
LIMIT {limit:UInt32}`,
    params: { ...place },
    row: FaultyRow,
  });
  return rows.flatMap(({ row, codes, raw }) =>
    codes.flatMap((code, index) => {
      if (code === 0) return [];
      const column = columnAt(plan, index + 1);
      return [{ row, column, fault: faultOf(code), value: rawValue(plan, column, raw) }];
    }),
  );
}

/** So many faulty rows get their exact line, also in fields with line breaks; later ones are counted on from there. */
const EXACT_LINES = 100_000;
const PlaceRow = z.object({ row: z.number() });

export async function firstFaultyRows(
  warehouse: Warehouse,
  plan: TablePlan,
  importId: number,
  file: number,
): Promise<readonly number[]> {
  const rows = await warehouse.rows({
    name: 'faulty rows',
    sql: `SELECT _row AS row
FROM ${identifier(rowsOf(plan.table))}
WHERE _import = {importId:UInt32} AND _file = {file:UInt16} AND notEmpty(_codes)
ORDER BY _row
LIMIT ${EXACT_LINES}`,
    params: { importId, file },
    row: PlaceRow,
  });
  return rows.map(({ row }) => row);
}
