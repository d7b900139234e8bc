import { auditParams } from '#audit/run-audit.ts';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import { priceGapFact } from '#facts/price-gap.ts';
import { PROMISES_TO_KEEP } from '#facts/promise-occasion.ts';
import { RECOMMENDED } from '#facts/recommendation.ts';
import type { DataStore } from '../data/data-store.ts';

const TWINS_SQL = `SELECT
  assumeNotNull(customer_id) AS customer_id,
  contract_id,
  argMax(price, (source = 'sheet', own_product)) AS own_price,
  argMax(twin, (source = 'sheet', own_product)) AS newcomer_price,
  toString(argMax(source, (source = 'sheet', own_product))) AS price_source
FROM fact_price_gap
WHERE reference = '' AND role = 'existing' AND twin > 0
GROUP BY customer_id, contract_id
ORDER BY customer_id, contract_id`;

// Recommendations are stored by whom they brought, so that those made by one customer could only be found in all of them.
const RECOMMENDERS_SQL = `WITH
  (SELECT min(at) FROM referral WHERE reward IS NOT NULL AND at < {asOf:Date} + 1) AS rewards_from
SELECT
  assumeNotNull(referrer_customer_id) AS customer_id,
  count() AS recommendations,
  countIf(ifNull(at >= rewards_from, false)) AS told,
  countIf(ifNull(reward > 0, false)) AS thanked
FROM referral
WHERE referrer_customer_id IS NOT NULL AND at < {asOf:Date} + 1 AND ${RECOMMENDED}
GROUP BY customer_id
ORDER BY customer_id`;

const factParamsOn = (asOf: string) => auditParams({ ...DEFAULT_AUDIT_SETTINGS, asOf });

// What would take a scan of the store for each customer is made once for the data as they are: names of tables in which customers are looked up.

/** Contracts with a newcomer's price. */
export const keptTwins = (data: DataStore, asOf: string): Promise<string> =>
  data.kept({
    key: `twins ${asOf}`,
    facts: [priceGapFact],
    factParams: factParamsOn(asOf),
    sql: TWINS_SQL,
    params: {},
    orderBy: ['customer_id', 'contract_id'],
  });

const keptPlain = (data: DataStore, asOf: string, key: string, sql: string, orderBy: readonly string[]) =>
  data.kept({ key: `${key} ${asOf}`, facts: [], factParams: {}, sql, params: factParamsOn(asOf), orderBy });

/** What the house promised. */
export const keptPromises = (data: DataStore, asOf: string): Promise<string> =>
  keptPlain(data, asOf, 'promises', PROMISES_TO_KEEP, ['promise_id']);

/** Customers who recommended. */
export const keptRecommenders = (data: DataStore, asOf: string): Promise<string> =>
  keptPlain(data, asOf, 'recommenders', RECOMMENDERS_SQL, ['customer_id']);
