import { z } from 'zod';
import { abreast } from '#warehouse/abreast.ts';
import { rowsOf } from '#warehouse/ddl.ts';
import { identifier } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { TablePlan } from '../plan.ts';
import { importProblem } from './import-problem.ts';
import { PhysicalLines } from './physical-lines.ts';
import type { Receipt } from './receipt.ts';

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
WHERE _import = {importId:UInt32} AND _file = {file:UInt16} AND _refused = 0 AND length(_raw) = if(empty(_codes), 0, {headers:UInt32}) + 2
  AND _raw[-1] != ''
GROUP BY currency
ORDER BY row`,
    params: { importId, file, headers: plan.source.headers.length },
    row: CurrencyRow,
  });
}

/** The first two places that name different currencies; null: there is one at most. */
function contradiction(seen: readonly Seen[]): readonly [Seen, Seen] | null {
  const [first] = seen;
  const second = seen.find((other) => other.currency !== first?.currency);
  return first === undefined || second === undefined ? null : [first, second];
}

async function linesOf(plans: readonly TablePlan[], places: readonly Seen[]): Promise<readonly number[]> {
  const lines = new PhysicalLines(plans);
  for (const { file, row } of places) lines.want(file, row);
  await lines.find();
  return places.map(({ file, row }) => lines.lineOf(file, row));
}

/**
 * A store holds one currency: that of this import, null where its prices name none.
 * @throws AppError importRefused (mixedCurrencies, otherCurrency) naming both currencies and where they stand
 */
export async function requireOneCurrency(
  warehouse: Warehouse,
  plans: readonly TablePlan[],
  importId: number,
  standing: readonly Receipt[],
  atATime: number,
): Promise<string | null> {
  const withMoney = [...plans.entries()].filter(([, plan]) => hasMoney(plan));
  const named = await abreast(withMoney, atATime, ([file, plan]) => currenciesOf(warehouse, plan, importId, file));
  const seen = named.flat();
  const path = (of: Seen) => plans[of.file]?.source.path ?? '';
  const both = contradiction(seen);
  if (both !== null) {
    const [first, second] = both;
    const [firstLine = 0, secondLine = 0] = await linesOf(plans, both);
    throw importProblem('mixedCurrencies', {
      first: first.currency,
      firstFile: path(first),
      firstLine,
      second: second.currency,
      secondFile: path(second),
      secondLine,
      currencies: [...new Set(seen.map(({ currency }) => currency))].join(', '),
    });
  }
  const [own] = seen;
  const other = standing.find(({ currency }) => currency !== null && own !== undefined && currency !== own.currency);
  if (own !== undefined && other !== undefined) {
    const [secondLine = 0] = await linesOf(plans, [own]);
    const { importId: otherId, currency } = other;
    const place = { second: own.currency, secondFile: path(own), secondLine };
    throw importProblem('otherCurrency', { first: currency ?? '', importId: otherId, ...place });
  }
  return own?.currency ?? null;
}
