import { z } from 'zod';
import { rowsOf } from '#warehouse/ddl.ts';
import { identifier } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { TablePlan } from '../plan.ts';

const SAMPLES = 3;
const ValueRow = z.object({ row: z.number(), shown: z.array(z.string().nullable()) });

export interface StoredSample {
  readonly row: number;
  readonly value: string;
}

async function read(warehouse: Warehouse, plan: TablePlan, names: readonly string[], where: string, limit: number) {
  return await warehouse.rows({
    name: 'samples',
    sql: `SELECT _row AS row, [${names.map((name) => `toString(${identifier(name)})`).join(', ')}] AS shown
FROM ${identifier(rowsOf(plan.table))}
WHERE ${where} AND _refused = 0
ORDER BY _row
LIMIT ${limit}`,
    params: {},
    row: ValueRow,
  });
}

/** The first values of every planned column, at most three each, as stored. */
export async function firstValues(
  warehouse: Warehouse,
  plan: TablePlan,
  importId: number,
  file: number,
): Promise<ReadonlyMap<string, readonly StoredSample[]>> {
  const names = Object.keys(plan.columns).filter((name) => plan.table.columns[name] !== undefined);
  const here = `_import = ${importId} AND _file = ${file}`;
  const rows = names.length === 0 ? [] : await read(warehouse, plan, names, `${here} AND _row <= 200`, 200);
  const samples = new Map<string, readonly StoredSample[]>();
  for (const [place, name] of names.entries()) {
    const early = rows.flatMap(({ row, shown }) => {
      const value = shown[place] ?? null;
      return value === null ? [] : [{ row, value }];
    });
    // A column that is rarely filled shows its values further down.
    const late =
      early.length > 0
        ? []
        : await read(warehouse, plan, [name], `${here} AND isNotNull(${identifier(name)})`, SAMPLES);
    const found = late.map(({ row, shown }) => ({ row, value: shown[0] ?? '' }));
    samples.set(name, [...early, ...found].slice(0, SAMPLES));
  }
  return samples;
}
