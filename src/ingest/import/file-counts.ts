import { z } from 'zod';
import { rowsOf } from '#warehouse/ddl.ts';
import { identifier } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { TablePlan } from '../plan.ts';
import { FATES } from '../validation/fault.ts';

/** Rows of one plan by what became of them, and the values that each planned column holds. */
export interface FileCounts {
  readonly accepted: number;
  readonly refused: number;
  readonly leftOut: number;
  readonly blank: number;
  /** Rows of the file behind the stored rows, where a mapping gathers; otherwise the stored rows. */
  readonly read: number;
  /** Rows with any fault, whether that refused them or left a value empty. */
  readonly faulty: number;
  /** Column to values that are there. */
  readonly filled: ReadonlyMap<string, number>;
}

const CountRow = z.object({
  fates: z.array(z.number()),
  source_rows: z.number(),
  faulty: z.number(),
  filled: z.array(z.number()),
});

/** Rows of the file behind a stored row: a gathered one notes how many it stands for, before its last note. */
const sourceRows = (plan: TablePlan) => (plan.gather ? 'toUInt64OrZero(_raw[-2])' : '1');

/** Counts one plan's stored rows in one pass. */
export async function fileCounts(
  warehouse: Warehouse,
  plan: TablePlan,
  importId: number,
  file: number,
): Promise<FileCounts> {
  const columns = Object.keys(plan.columns).filter((name) => plan.table.columns[name] !== undefined);
  const filled = columns.map((name) => `countIf(isNotNull(${identifier(name)}) AND _refused <= ${FATES.refused})`);
  const weight = sourceRows(plan);
  const stored = [FATES.accepted, FATES.refused].map((fate) => `countIf(_refused = ${fate})`);
  const passed = [FATES.leftOut, FATES.blank].map((fate) => `toUInt64(sumIf(${weight}, _refused = ${fate}))`);
  const rows = await warehouse.rows({
    name: 'file counts',
    sql: `SELECT [${[...stored, ...passed].join(', ')}] AS fates, toUInt64(sum(${weight})) AS source_rows,
  countIf(notEmpty(_codes)) AS faulty, [${filled.join(', ')}] AS filled
FROM ${identifier(rowsOf(plan.table))}
WHERE _import = {importId:UInt32} AND _file = {file:UInt16}
ORDER BY source_rows`,
    params: { importId, file },
    row: CountRow,
  });
  const [accepted = 0, refused = 0, leftOut = 0, blank = 0] = rows[0]?.fates ?? [];
  return {
    accepted,
    refused,
    leftOut,
    blank,
    read: rows[0]?.source_rows ?? 0,
    faulty: rows[0]?.faulty ?? 0,
    filled: new Map(columns.map((name, place) => [name, rows[0]?.filled[place] ?? 0])),
  };
}
