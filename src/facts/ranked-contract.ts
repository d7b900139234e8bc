import { contractFact } from './contract.ts';
import type { Fact } from './fact.ts';
import { newcomerPriceFact } from './newcomer-price.ts';
import { periodFirstDaySql, periodMonthsSql } from './period.ts';
import { pricedContractFact } from './price-gap.ts';

/** Places by value are kept in so many steps: an index from them is smaller by the 40,000th part than one from all places. */
export const RANK_BINS = 200;
/** A product with fewer contracts gives no ranks. */
const MINIMUM_OF_PRODUCT = 20;
const MINIMUM_DISTINCT = 10;

const WRITTEN = `('email', 'e-mail', 'mail', 'letter', 'brief', 'post', 'form', 'formular', 'kontaktformular', 'fax', 'ticket')`;
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
const exact = (value: string) => `toFloat64(sum(toDecimal128(ifNull(${value}, 0), 8)) OVER stratum)`;
const meanOf = (value: string) =>
  `if(${value} IS NULL, NULL, ${exact(value)} / greatest(1, count(${value}) OVER stratum))`;

/**
 * One row per running contract of an existing customer: its place by value among the contracts of its product (0 to 199, ties share
 * their middle; -1 without a value) and the conditions it enjoys, each beside the mean of its product and tenure, `..._expected`. The
 * value is the volume, else what a newcomer would pay, else what the customer brought in the year that ended a year ago: never today's
 * price, which would put the dearest contracts on top by arithmetic. Gifts (a year) and waits (seconds over all calls) stand on the
 * customer's oldest contract, `is_main`; the expected wait is that of calls on the same topic, channel and hour.
 */
export const rankedContractFact: Fact = {
  name: 'fact_ranked_contract',
  reads: ['customer_value', 'recognition', 'concession', 'contact'],
  after: [contractFact, pricedContractFact, newcomerPriceFact],
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
  calls AS (
    SELECT
      assumeNotNull(customer_id) AS customer_id,
      toDecimal64(least(wait_s, 3600), 3) AS waited,
      cityHash64(ifNull(topic, ''), ifNull(channel, ''), intDiv(toHour(started_at), 2), toDayOfWeek(toDate(started_at)) >= 6) AS mix
    FROM contact
    WHERE wait_s IS NOT NULL AND customer_id IS NOT NULL AND (direction IS NULL OR direction = 'in')
      AND started_at >= ${windowStart} AND started_at < {asOf:Date} + 1
      AND lower(ifNull(channel, '')) NOT IN ${WRITTEN}
      AND customer_id IN (SELECT customer_id FROM fact_contract WHERE is_existing)
  ),
  mixes AS (SELECT mix, toDecimal64(toFloat64(sum(waited)) / count(), 3) AS usual FROM calls GROUP BY mix),
  waits AS (
    SELECT customer_id, count() AS calls, toFloat64(sum(waited)) AS waited, toFloat64(sum(usual)) AS usual
    FROM calls INNER JOIN mixes ON mixes.mix = calls.mix
    GROUP BY customer_id
  ),
  gathered AS (
    SELECT
      c.contract_id AS contract_id, c.customer_id AS customer_id, c.party AS party, c.product_id AS product_id,
      multiIf(c.tenure_years < 2, 1, c.tenure_years < 3, 2, c.tenure_years < 5, 3, c.tenure_years < 9, 5, 9) AS tenure_band,
      row_number() OVER (PARTITION BY c.customer_id ORDER BY c.start, c.contract_id) = 1 AS is_main,
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
    LEFT JOIN waits AS w ON w.customer_id = c.customer_id
    WHERE c.is_existing
  ),
  products AS (
    SELECT
      product_id AS of_product,
      multiIf(${enough('volume')}, 'volume', ${enough('twin')}, 'newcomerPrice', ${enough('past_value')}, 'pastValue', '') AS basis,
      quantileExact(0.5)(${ratio('price', 'volume')}) AS typical_unit_price
    FROM gathered
    GROUP BY product_id
  ),
  valued AS (
    SELECT
      *,
      multiIf(basis = 'volume', volume, basis = 'newcomerPrice', twin, basis = 'pastValue', past_value, NULL) AS value,
      -- What was earned in the past holds the price of the past, so a place by it says nothing about prices.
      if(basis IN ('volume', 'newcomerPrice'), price_ratio, NULL) AS ratio,
      ${ratio('price', 'volume')} AS own_unit_price,
      if(basis = 'volume' AND own_unit_price IS NOT NULL, least(${ratio('own_unit_price', 'typical_unit_price')}, 5), NULL) AS unit_price
    FROM gathered
    LEFT JOIN products ON of_product = product_id
  )
SELECT
  contract_id, customer_id, party, product_id, tenure_band, is_main, basis, calls, list_price, twin, gift, discount, ratio, unit_price, waited,
  if(value IS NULL, -1, toInt16(least(${RANK_BINS - 1}, floor(${RANK_BINS} * (rank() OVER by_value - 1 + count() OVER tied / 2) / count(value) OVER same_product)))) AS rank_bin,
  if(price IS NULL, -1, toInt16(least(${RANK_BINS - 1}, floor(${RANK_BINS} * (rank() OVER by_price - 0.5) / count(price) OVER everybody)))) AS price_bin,
  ${meanOf('gift')} AS gift_expected,
  ${meanOf('discount')} AS discount_expected,
  ${meanOf('ratio')} AS ratio_expected,
  ${meanOf('unit_price')} AS unit_price_expected,
  usual_wait * ${exact('waited')} / greatest(0.001, ${exact('usual_wait')}) AS waited_expected
FROM valued
WINDOW
  by_value AS (PARTITION BY product_id ORDER BY value ASC NULLS LAST),
  tied AS (PARTITION BY product_id, value),
  same_product AS (PARTITION BY product_id),
  by_price AS (ORDER BY price ASC NULLS LAST),
  everybody AS (),
  stratum AS (PARTITION BY product_id, value IS NULL, tenure_band)`,
};
