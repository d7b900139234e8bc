import type { Fact } from './fact.ts';
import { valuedContractFact } from './valued-contract.ts';

/** Places by value are kept in so many steps: an index from them is smaller by the 40,000th part than one from all places. */
export const RANK_BINS = 200;

const exact = (value: string) => `toFloat64(sum(toDecimal128(ifNull(${value}, 0), 8)))`;
const CONDITIONS = ['gift', 'discount', 'ratio', 'unit_price'] as const;
const MEANS = CONDITIONS.map((name) => `${exact(name)} / greatest(1, count(${name})) AS mean_${name}`).join(
  ',\n      ',
);
const EXPECTED = CONDITIONS.map((name) => `if(v.${name} IS NULL, NULL, m.mean_${name}) AS ${name}_expected`).join(
  ',\n  ',
);

/**
 * The valued contracts with their place by value among the contracts of their product (0 to 199, ties share their middle; -1 without a
 * value), their place by price among all, and beside every condition the mean of its product and tenure, `..._expected`; the expected wait
 * is that of calls on the same topic, channel and hour. Places are found on three narrow columns: sorting whole contracts by six orders
 * took twenty times as long.
 */
export const rankedContractFact: Fact = {
  name: 'fact_ranked_contract',
  reads: [],
  after: [valuedContractFact],
  orderBy: ['product_id', 'contract_id'],
  sql: `
WITH
  by_value AS (
    SELECT
      contract_id,
      rank() OVER (PARTITION BY product_id ORDER BY value) - 1 AS below,
      count() OVER (PARTITION BY product_id, value) AS tied,
      count() OVER (PARTITION BY product_id) AS all_of_product
    FROM (SELECT contract_id, product_id, assumeNotNull(value) AS value FROM fact_valued_contract WHERE value IS NOT NULL)
  ),
  by_price AS (
    SELECT contract_id, rank() OVER (ORDER BY price) - 0.5 AS place, count() OVER () AS all_priced
    FROM (SELECT contract_id, assumeNotNull(price) AS price FROM fact_valued_contract WHERE price IS NOT NULL)
  ),
  means AS (
    SELECT
      product_id,
      value IS NULL AS without_value,
      tenure_band,
      ${MEANS},
      ${exact('waited')} / greatest(0.001, ${exact('usual_wait')}) AS wait_level
    FROM fact_valued_contract
    GROUP BY product_id, without_value, tenure_band
  )
SELECT
  v.contract_id AS contract_id, v.customer_id AS customer_id, v.party AS party, v.product_id AS product_id, v.tenure_band AS tenure_band,
  v.is_main AS is_main, v.basis AS basis, v.calls AS calls, v.list_price AS list_price, v.twin AS twin, v.gift AS gift,
  v.discount AS discount, v.ratio AS ratio, v.unit_price AS unit_price, v.waited AS waited,
  if(v.value IS NULL, -1, toInt16(least(${RANK_BINS - 1}, floor(${RANK_BINS} * (ifNull(p.below, 0) + ifNull(p.tied, 1) / 2) / greatest(1, ifNull(p.all_of_product, 1)))))) AS rank_bin,
  if(v.price IS NULL, -1, toInt16(least(${RANK_BINS - 1}, floor(${RANK_BINS} * ifNull(q.place, 0) / greatest(1, ifNull(q.all_priced, 1)))))) AS price_bin,
  ${EXPECTED},
  v.usual_wait * m.wait_level AS waited_expected
FROM fact_valued_contract AS v
LEFT JOIN by_value AS p ON p.contract_id = v.contract_id
LEFT JOIN by_price AS q ON q.contract_id = v.contract_id
LEFT JOIN means AS m ON m.product_id = v.product_id AND m.without_value = (v.value IS NULL) AND m.tenure_band = v.tenure_band`,
};
