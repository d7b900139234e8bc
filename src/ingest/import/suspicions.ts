import { z } from 'zod';
import { rowsOf } from '#warehouse/ddl.ts';
import { identifier } from '#warehouse/query.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

const EXAMPLES = 3;
/** Cents in a column of euros stand out as a hundred times the usual price. */
const LEAST_TIMES = 50;
const MOST_TIMES = 200;
/** Fewer prices of a product have no usual price. */
const LEAST_PRICES = 5;
/** A day with more of all starts than this was hardly a day on which so many customers came. */
const CROWDED_SHARE = 0.15;
const LEAST_STARTS = 50;

/** Rows that were imported but look wrong, by place in the import. */
export type Suspicion =
  | {
      readonly kind: 'suspiciousPrices';
      readonly table: string;
      readonly column: string;
      readonly rows: number;
      readonly examples: readonly { file: number; row: number; price: number; median: number }[];
    }
  | {
      readonly kind: 'crowdedDay';
      readonly table: string;
      readonly column: string;
      readonly day: string;
      readonly rows: number;
      readonly share: number;
      readonly examples: readonly { file: number; row: number }[];
    };

const PriceRow = z.object({
  n: z.number(),
  examples: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
});
const DayRow = z.object({
  day: z.string(),
  n: z.number(),
  total: z.number(),
  examples: z.array(z.tuple([z.number(), z.number()])),
});

async function suspiciousPrices(
  warehouse: Warehouse,
  table: Table,
  column: string,
  importId: number,
): Promise<readonly Suspicion[]> {
  const price = identifier(column);
  const period = table.columns['price_period'] === undefined ? `''` : `ifNull(toString(price_period), '')`;
  const accepted = `_import = {importId:UInt32} AND _refused = 0 AND ${price} > 0`;
  const rows = await warehouse.rows({
    name: 'suspicious prices',
    sql: `SELECT count() AS n, groupArraySorted(${EXAMPLES})((_file, _row, price, median)) AS examples
FROM (
  SELECT _file, _row, toFloat64(assumeNotNull(${price})) AS price, product_id AS product, ${period} AS period
  FROM ${identifier(rowsOf(table))}
  WHERE ${accepted}
) AS priced
INNER JOIN (
  SELECT product_id AS product, ${period} AS period, quantileTDigest(0.5)(toFloat64(assumeNotNull(${price}))) AS median
  FROM ${identifier(rowsOf(table))}
  WHERE ${accepted}
  GROUP BY product, period
  HAVING count() >= ${LEAST_PRICES}
) AS usual ON priced.product = usual.product AND priced.period = usual.period
WHERE price BETWEEN median * ${LEAST_TIMES} AND median * ${MOST_TIMES}
ORDER BY n`,
    params: { importId },
    row: PriceRow,
  });
  const found = rows[0];
  if (found === undefined || found.n === 0) return [];
  const examples = found.examples.map(([file, row, value, median]) => ({ file, row, price: value, median }));
  return [{ kind: 'suspiciousPrices', table: table.name, column, rows: found.n, examples }];
}

async function crowdedDays(
  warehouse: Warehouse,
  table: Table,
  column: string,
  importId: number,
): Promise<readonly Suspicion[]> {
  const rows = await warehouse.rows({
    name: 'crowded days',
    sql: `SELECT day, n, total, examples
FROM (
  SELECT toString(${identifier(column)}) AS day, count() AS n, sum(n) OVER () AS total,
    groupArraySorted(${EXAMPLES})((_file, _row)) AS examples
  FROM ${identifier(rowsOf(table))}
  WHERE _import = {importId:UInt32} AND _refused = 0 AND isNotNull(${identifier(column)})
  GROUP BY day
)
WHERE total >= ${LEAST_STARTS} AND n > total * ${CROWDED_SHARE}
ORDER BY day`,
    params: { importId },
    row: DayRow,
  });
  return rows.map(({ day, n, total, examples }) => ({
    kind: 'crowdedDay',
    table: table.name,
    column,
    day,
    rows: n,
    share: n / total,
    examples: examples.map(([file, row]) => ({ file, row })),
  }));
}

/** Looks through an import's accepted rows of one table for prices in cents and for days that hold too many starts. */
export async function suspicionsOf(
  warehouse: Warehouse,
  table: Table,
  planned: ReadonlySet<string>,
  importId: number,
): Promise<readonly Suspicion[]> {
  const found: Suspicion[] = [];
  if (planned.has('product_id'))
    for (const [name, column] of Object.entries(table.columns))
      if (column.kind === 'money' && /price/.test(name) && planned.has(name))
        found.push(...(await suspiciousPrices(warehouse, table, name, importId)));
  if (planned.has('start_date')) found.push(...(await crowdedDays(warehouse, table, 'start_date', importId)));
  return found;
}
