import type { CellSpec, Subjects } from '../cells.ts';

interface Probe {
  readonly table: string;
  /** SQL condition: the row is asked. */
  readonly asked: string;
  /** SQL condition: the row fails. */
  readonly fails: string;
  /** Optional columns of the table that the probe looks into; where the company has none of them, they are missing, not doubtful. */
  readonly columns?: readonly string[];
  /** What a row of an already summed table stands for; otherwise one. */
  readonly weight?: { readonly asked: string; readonly fails: string };
}

// Hashes are compared, since a set of millions of texts costs several times as much to ask.
const unknownIn = (column: string, table: string) => ({
  asked: `${column} IS NOT NULL AND (SELECT count() FROM ${table}) > 0`,
  fails: `cityHash64(${column}) NOT IN (SELECT cityHash64(${column}) FROM ${table})`,
});
const started = 'coalesce(original_start_date, start_date)';

/** Id of a probe -> what it asks of which rows; the words lie in the messages under the same id. */
export const PROBES: Readonly<Record<string, Probe>> = {
  contractWithoutCustomer: { table: 'contract', ...unknownIn('customer_id', 'customer') },
  contractWithoutProduct: { table: 'contract', ...unknownIn('product_id', 'product') },
  contractStartsLater: { table: 'contract', asked: 'true', fails: `${started} > {asOf:Date}` },
  contractWithoutPrice: { table: 'contract', columns: ['price'], asked: 'end_date IS NULL', fails: 'price IS NULL' },
  endWithoutReason: {
    table: 'contract',
    columns: ['end_reason'],
    asked: 'end_date <= {asOf:Date}',
    fails: 'end_reason IS NULL',
  },
  priceFarOff: {
    table: `(
    SELECT c.price AS price, u.usual AS usual
    FROM contract AS c
    INNER JOIN (SELECT product_id, quantileExact(0.5)(toFloat64(price)) AS usual FROM contract GROUP BY product_id) AS u ON u.product_id = c.product_id
  )`,
    asked: 'price > 0',
    fails: 'toFloat64(price) > 20 * usual OR toFloat64(price) < usual / 20',
  },
  startsOnOneDay: {
    // Summed by day already: a contract counts as often as there are contracts of its day.
    table: `(
    SELECT begun, stray, sum(begun) OVER () AS whole
    FROM (SELECT start_date, count() AS begun, countIf(original_start_date IS NULL) AS stray FROM contract GROUP BY start_date)
  )`,
    weight: { asked: 'begun', fails: 'stray' },
    asked: 'true',
    fails: 'begun > {migrationShare:Float64} * whole AND whole >= 100',
  },
  beforeFirstEnd: {
    table: 'contract',
    asked: '(SELECT min(end_date) FROM contract) IS NOT NULL',
    fails: `addMonths(${started}, 18) < (SELECT min(end_date) FROM contract)`,
  },
  partyTwice: {
    table: '(SELECT count() AS parties FROM customer WHERE identity_key IS NOT NULL GROUP BY identity_key)',
    weight: { asked: 'parties', fails: 'parties' },
    asked: 'true',
    fails: 'parties > 1',
  },
  contactWithoutCustomer: { table: 'contact', columns: ['customer_id'], asked: 'true', fails: 'customer_id IS NULL' },
  contactOfStranger: { table: 'contact', ...unknownIn('customer_id', 'customer') },
  contactLater: { table: 'contact', asked: 'true', fails: 'started_at >= {asOf:Date} + 1' },
  callerUnknown: {
    table: 'contact',
    columns: ['caller_class', 'line_class'],
    asked: 'wait_s IS NOT NULL',
    fails: "(caller_class IS NULL OR caller_class = 'unknown') AND line_class IS NULL",
  },
  answerUnknown: {
    table: 'contact',
    columns: ['answered', 'abandoned'],
    asked: 'wait_s IS NOT NULL',
    fails: 'answered IS NULL AND abandoned IS NULL',
  },
  priceEventWithoutContract: { table: 'price_event', ...unknownIn('contract_id', 'contract') },
  surveyOfStranger: { table: 'survey', ...unknownIn('customer_id', 'customer') },
  valueOfStranger: { table: 'customer_value', ...unknownIn('customer_id', 'customer') },
  newcomerPriceForNothing: { table: 'new_business_price', ...unknownIn('product_id', 'contract') },
};

/** One scan a table: every probe of it is two counts of that scan. */
function scanSql(table: string): string {
  const probes = Object.entries(PROBES).filter(([, probe]) => probe.table === table);
  const counts = probes.map(
    ([id, { asked, fails, weight }]) =>
      `('${id}', sumIf(toUInt64(${weight?.asked ?? 1}), ifNull(${asked}, false)), sumIf(toUInt64(${weight?.fails ?? 1}), ifNull((${asked}) AND (${fails}), false)))`,
  );
  return `
SELECT probed.1 AS probe, probed.2 AS asked, probed.3 AS failed
FROM (
  SELECT arrayJoin([${counts.join(',\n    ')}]) AS probed
  FROM ${table}
)`;
}

/** One row per question to the data: how many rows were asked and how many fail. */
export const probeSubjects: Subjects = {
  name: 'data-readiness',
  cluster: 'probe',
  id: 'probe',
  sql: [...new Set(Object.values(PROBES).map(({ table }) => table))].map(scanSql).join('\nUNION ALL'),
};

export const probeCells: CellSpec = { by: ['probe'], sums: { asked: 'asked', failed: 'failed' } };
