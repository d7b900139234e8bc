import type { CellSpec, Subjects } from '../cells.ts';

interface Probe {
  readonly table: string;
  /** SQL condition: the row is asked. */
  readonly asked: string;
  /** SQL condition: the row fails. */
  readonly fails: string;
}

const unknownIn = (column: string, table: string, key = column) => ({
  asked: `${column} IS NOT NULL AND (SELECT count() FROM ${table}) > 0`,
  fails: `${column} NOT IN (SELECT ${key} FROM ${table})`,
});
const started = 'coalesce(original_start_date, start_date)';

/** Id of a probe -> what it asks of which rows; the words lie in the messages under the same id. */
export const PROBES: Readonly<Record<string, Probe>> = {
  contractWithoutCustomer: { table: 'contract', ...unknownIn('customer_id', 'customer') },
  contractWithoutProduct: { table: 'contract', ...unknownIn('product_id', 'product') },
  contractStartsLater: { table: 'contract', asked: 'true', fails: `${started} > {asOf:Date}` },
  contractWithoutPrice: { table: 'contract', asked: 'end_date IS NULL', fails: 'price IS NULL' },
  endWithoutReason: { table: 'contract', asked: 'end_date <= {asOf:Date}', fails: 'end_reason IS NULL' },
  priceFarOff: {
    table: '(SELECT price, quantileExact(0.5)(toFloat64(price)) OVER (PARTITION BY product_id) AS usual FROM contract)',
    asked: 'price > 0',
    fails: 'toFloat64(price) > 20 * usual OR toFloat64(price) < usual / 20',
  },
  startsOnOneDay: {
    table:
      '(SELECT start_date, original_start_date, count() OVER (PARTITION BY start_date) AS same_day, count() OVER () AS whole FROM contract)',
    asked: 'true',
    fails: 'original_start_date IS NULL AND same_day > {migrationShare:Float64} * whole AND whole >= 100',
  },
  beforeFirstEnd: {
    table: 'contract',
    asked: '(SELECT min(end_date) FROM contract) IS NOT NULL',
    fails: `addMonths(${started}, 18) < (SELECT min(end_date) FROM contract)`,
  },
  partyTwice: {
    table: '(SELECT identity_key, count() OVER (PARTITION BY identity_key) AS parties FROM customer)',
    asked: 'identity_key IS NOT NULL',
    fails: 'parties > 1',
  },
  contactWithoutCustomer: { table: 'contact', asked: 'true', fails: 'customer_id IS NULL' },
  contactOfStranger: { table: 'contact', ...unknownIn('customer_id', 'customer') },
  contactLater: { table: 'contact', asked: 'true', fails: 'toDate(started_at) > {asOf:Date}' },
  callerUnknown: {
    table: 'contact',
    asked: 'wait_s IS NOT NULL',
    fails: "ifNull(toString(caller_class), 'unknown') = 'unknown' AND line_class IS NULL",
  },
  answerUnknown: { table: 'contact', asked: 'wait_s IS NOT NULL', fails: 'answered IS NULL AND abandoned IS NULL' },
  priceEventWithoutContract: { table: 'price_event', ...unknownIn('contract_id', 'contract') },
  surveyOfStranger: { table: 'survey', ...unknownIn('customer_id', 'customer') },
  valueOfStranger: { table: 'customer_value', ...unknownIn('customer_id', 'customer') },
  newcomerPriceForNothing: { table: 'new_business_price', ...unknownIn('product_id', 'contract') },
};

const probeSql = ([id, { table, asked, fails }]: [string, Probe]) => `
SELECT '${id}' AS probe, countIf(ifNull(${asked}, false)) AS asked, countIf(ifNull((${asked}) AND (${fails}), false)) AS failed
FROM ${table}`;

/** One row per question to the data: how many rows were asked and how many fail. */
export const probeSubjects: Subjects = {
  name: 'data-readiness',
  cluster: 'probe',
  id: 'probe',
  sql: Object.entries(PROBES).map(probeSql).join('\nUNION ALL'),
};

export const probeCells: CellSpec = { by: ['probe'], sums: { asked: 'asked', failed: 'failed' } };
