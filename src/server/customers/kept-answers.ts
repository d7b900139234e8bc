import { auditParams } from '#audit/run-audit.ts';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import { priceGapFact } from '#facts/price-gap.ts';
import { PROMISES_TO_KEEP } from '#facts/promise-occasion.ts';
import { RECOMMENDED } from '#facts/recommendation.ts';
import type { DataStore } from '../data/data-store.ts';

/** Every contract with a newcomer's price. */
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

/** Names of tables in which customers are looked up by their number. */
export interface KeptAnswers {
  readonly twins: string;
  readonly promises: string;
  readonly recommenders: string;
}

/** What would take a scan of the store for each customer, made once for the data as they are. */
export async function keptAnswers(data: DataStore, asOf: string): Promise<KeptAnswers> {
  const factParams = auditParams({ ...DEFAULT_AUDIT_SETTINGS, asOf });
  const plain = { facts: [], factParams, params: factParams };
  const [twins, promises, recommenders] = await Promise.all([
    data.kept({
      key: `twins ${asOf}`,
      facts: [priceGapFact],
      factParams,
      sql: TWINS_SQL,
      params: {},
      orderBy: ['customer_id', 'contract_id'],
    }),
    data.kept({ ...plain, key: `promises ${asOf}`, sql: PROMISES_TO_KEEP, orderBy: ['promise_id'] }),
    data.kept({ ...plain, key: `recommenders ${asOf}`, sql: RECOMMENDERS_SQL, orderBy: ['customer_id'] }),
  ]);
  return { twins, promises, recommenders };
}
