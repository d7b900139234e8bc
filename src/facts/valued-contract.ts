import { contractFact } from './contract.ts';
import { customerWaitFact } from './customer-wait.ts';
import type { Fact } from './fact.ts';
import { newcomerPriceFact } from './newcomer-price.ts';
import { periodFirstDaySql, periodMonthsSql } from './period.ts';
import { pricedContractFact } from './price-gap.ts';

/** A product with fewer contracts gives no ranks. */
const MINIMUM_OF_PRODUCT = 20;
const MINIMUM_DISTINCT = 10;

const firstDay = periodFirstDaySql('v.period');
const months = periodMonthsSql('v.period');
const windowStart = `addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))`;
const given = (table: string, condition: string) =>
  `SELECT customer_id, toDecimal128(value, 4) AS worth FROM ${table} WHERE value IS NOT NULL AND ${condition} AND at >= ${windowStart} AND at < {asOf:Date} + 1`;
const enough = (value: string) =>
  `uniqExact(${value}) >= ${MINIMUM_DISTINCT} AND count(${value}) >= 0.5 * count() AND count(${value}) >= ${MINIMUM_OF_PRODUCT}`;
// Behind a value that is not there may stand 0 / 0, which no decimal and no whole number can hold.
const ratio = (above: string, below: string) =>
  `if(${above} IS NULL OR ${below} IS NULL OR ${below} <= 0, NULL, ifNull(${above}, 0) / greatest(0.000001, ifNull(${below}, 1)))`;

/**
 * One row per running contract of an existing customer with all that its worth and its conditions are judged by. Read twice, so it is a fact of
 * its own.
 */
const measuredContractFact: Fact = {
  name: 'fact_measured_contract',
  reads: ['customer_value', 'recognition', 'concession'],
  after: [contractFact, pricedContractFact, newcomerPriceFact, customerWaitFact],
  orderBy: ['product_id', 'contract_id'],
  sql: `
WITH
  (SELECT count() FROM recognition WHERE value > 0) + (SELECT count() FROM concession WHERE value > 0 AND trigger IN ('recognition', 'proactive')) > 0 AS knows_gifts,
  past AS (
    SELECT customer_id, toFloat64(sum(toDecimal128(coalesce(margin - ifNull(cost_to_serve, 0), revenue), 4))) AS past_value
    FROM customer_value AS v
    WHERE ${months} > 0 AND addMonths(${firstDay}, ${months}) <= addMonths(toDate32({asOf:Date}), -12) + 1
      AND addMonths(${firstDay}, ${months}) > addMonths(toDate32({asOf:Date}), -24) + 1
    GROUP BY customer_id
  ),
  gifts AS (
    SELECT customer_id, toFloat64(sum(worth)) AS worth
    FROM (
      ${given('recognition', `ifNull(arm != 'holdout', true)`)}
      UNION ALL
      ${given('concession', `trigger IN ('recognition', 'proactive')`)}
    )
    GROUP BY customer_id
  ),
  oldest AS (SELECT argMin(contract_id, (start, contract_id)) AS contract_id FROM fact_contract WHERE is_existing GROUP BY customer_id)
SELECT
  c.contract_id AS contract_id, c.customer_id AS customer_id, c.party AS party, c.product_id AS product_id,
  multiIf(c.tenure_years < 2, 1, c.tenure_years < 3, 2, c.tenure_years < 5, 3, c.tenure_years < 9, 5, 9) AS tenure_band,
  c.contract_id IN (SELECT contract_id FROM oldest) AS is_main,
  greatest(0.25, least({windowMonths:Float64} / 12, dateDiff('day', c.party_since, {asOf:Date}) / 365.25)) AS seen_years,
  if(c.volume > 0, toNullable(toFloat64(c.volume)), NULL) AS volume,
  if(n.twin_list > 0, toNullable(toFloat64(n.twin_list)), NULL) AS twin,
  if(v.customer_id != '', toNullable(v.past_value), NULL) AS past_value,
  if(p.contract_id != '', toNullable(p.price), NULL) AS price,
  if(p.contract_id != '', toNullable(toFloat64(c.list_year)), NULL) AS list_price,
  if(p.contract_id != '', ${ratio('toFloat64(c.discount_year)', 'toFloat64(c.list_year)')}, NULL) AS discount,
  ${ratio('price', 'twin')} AS any_ratio,
  if(any_ratio BETWEEN 0.2 AND 5, any_ratio, NULL) AS price_ratio,
  if(is_main AND knows_gifts, toNullable(ifNull(g.worth, 0) / seen_years), NULL) AS gift,
  if(is_main AND w.calls > 0, toNullable(w.calls), NULL) AS calls,
  if(is_main AND w.calls > 0, toNullable(w.waited), NULL) AS waited,
  if(is_main AND w.calls > 0, toNullable(w.usual), NULL) AS usual_wait
FROM fact_contract AS c
LEFT JOIN (SELECT contract_id, price FROM fact_priced_contract) AS p ON p.contract_id = c.contract_id
LEFT JOIN (SELECT contract_id, twin_list FROM fact_newcomer_price WHERE reference = '') AS n ON n.contract_id = c.contract_id
LEFT JOIN past AS v ON v.customer_id = c.customer_id
LEFT JOIN gifts AS g ON g.customer_id = c.customer_id
LEFT JOIN fact_customer_wait AS w ON w.customer_id = c.customer_id
WHERE c.is_existing`,
};

/**
 * One row per running contract of an existing customer with what it is worth and the conditions it enjoys. The value is the volume, else
 * what a newcomer would pay, else what the customer brought in the year that ended a year ago: never today's price, which would put the
 * dearest contracts on top by arithmetic. Gifts (a year) and waits (seconds over all calls) stand on the customer's oldest contract.
 */
export const valuedContractFact: Fact = {
  name: 'fact_valued_contract',
  reads: [],
  after: [measuredContractFact],
  orderBy: ['product_id', 'contract_id'],
  sql: `
WITH
  products AS (
    SELECT
      product_id AS of_product,
      multiIf(${enough('volume')}, 'volume', ${enough('twin')}, 'newcomerPrice', ${enough('past_value')}, 'pastValue', '') AS basis,
      quantileExact(0.5)(${ratio('price', 'volume')}) AS typical_unit_price
    FROM fact_measured_contract
    GROUP BY product_id
  )
SELECT
  *,
  multiIf(basis = 'volume', volume, basis = 'newcomerPrice', twin, basis = 'pastValue', past_value, NULL) AS value,
  -- What was earned in the past holds the price of the past, so a place by it says nothing about prices.
  if(basis IN ('volume', 'newcomerPrice'), price_ratio, NULL) AS ratio,
  ${ratio('price', 'volume')} AS own_unit_price,
  if(basis = 'volume' AND own_unit_price IS NOT NULL, least(${ratio('own_unit_price', 'typical_unit_price')}, 5), NULL) AS unit_price
FROM fact_measured_contract
LEFT JOIN products ON of_product = product_id`,
};
