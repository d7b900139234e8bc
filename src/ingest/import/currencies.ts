import { z } from 'zod';
import { rowsOf } from '#warehouse/ddl.ts';
import { identifier } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { TablePlan } from '../plan.ts';
import { importProblem } from './import-problem.ts';
import { PhysicalLines } from './physical-lines.ts';

const CurrencyRow = z.object({ currency: z.string(), file: z.number(), row: z.number() });

interface Seen {
  readonly currency: string;
  readonly file: number;
  readonly row: number;
}

const hasMoney = (plan: TablePlan) =>
  Object.keys(plan.columns).some((name) => plan.table.columns[name]?.kind === 'money');

/** The currencies that accepted rows name, each with the first row that names it. */
async function currenciesOf(
  warehouse: Warehouse,
  plan: TablePlan,
  importId: number,
  file: number,
): Promise<readonly Seen[]> {
  return await warehouse.rows({
    name: 'currencies',
    sql: `SELECT _raw[-1] AS currency, toUInt16({file:UInt16}) AS file, min(_row) AS row
FROM ${identifier(rowsOf(plan.table))}
WHERE _import = {importId:UInt32} AND _file = {file:UInt16} AND _refused = 0 AND empty(_codes) AND length(_raw) = 2
  AND _raw[-1] != ''
GROUP BY currency
ORDER BY row`,
    params: { importId, file },
    row: CurrencyRow,
  });
}

/**
 * A store holds one currency.
 * @throws AppError importRefused (mixedCurrencies) naming two currencies and a line of each
 */
export async function requireOneCurrency(
  warehouse: Warehouse,
  plans: readonly TablePlan[],
  importId: number,
): Promise<void> {
  const seen: Seen[] = [];
  for (const [file, plan] of plans.entries())
    if (hasMoney(plan)) seen.push(...(await currenciesOf(warehouse, plan, importId, file)));
  const first = seen[0];
  const second = seen.find((other) => other.currency !== first?.currency);
  if (first === undefined || second === undefined) return;
  const lines = new PhysicalLines(plans);
  for (const { file, row } of [first, second]) lines.want(file, row);
  await lines.find();
  const path = (of: Seen) => plans[of.file]?.source.path ?? '';
  throw importProblem('mixedCurrencies', {
    first: first.currency,
    firstFile: path(first),
    firstLine: lines.lineOf(first.file, first.row),
    second: second.currency,
    secondFile: path(second),
    secondLine: lines.lineOf(second.file, second.row),
    currencies: [...new Set(seen.map(({ currency }) => currency))].join(', '),
  });
}
