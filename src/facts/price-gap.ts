import { contractFact } from './contract.ts';
import type { Fact } from './fact.ts';
import { newcomerPriceFact } from './newcomer-price.ts';

/** Completed contract years, as wide as a curve needs. */
const BAND = `multiIf(tenure_years < 1, '0', tenure_years = 1, '1', tenure_years = 2, '2', tenure_years <= 4, '3-4', tenure_years <= 8, '5-8', '9+')`;

/** Whether it is known of newcomers and of existing customers who is a person: a kind that only one side tells would leave nobody to compare. */
const KINDS_KNOWN = `(
    SELECT least(countIf(party_kind != '' AND is_newcomer) / greatest(countIf(is_newcomer), 1),
      countIf(party_kind != '' AND is_existing) / greatest(countIf(is_existing), 1)) >= 0.8
    FROM fact_contract
    WHERE running
  )`;

/** Running contracts whose price is neither missing nor far off their product's usual price (a typing error, cents for euros). */
export const pricedContractFact: Fact = {
  name: 'fact_priced_contract',
  reads: [],
  after: [contractFact],
  orderBy: ['product_id', 'contract_id'],
  sql: `
WITH typical AS (
  SELECT product_id, quantileExact(0.5)(toFloat64(price_year)) AS typical_price
  FROM fact_contract
  WHERE running AND price_year > 0
  GROUP BY product_id
), ${KINDS_KNOWN} AS are_kinds_known
SELECT
  f.contract_id AS contract_id,
  f.customer_id AS customer_id,
  f.product_id AS product_id,
  f.twin_product_id AS twin_product_id,
  f.line AS line,
  if(are_kinds_known, f.party_kind, '') AS party_kind,
  f.segment AS segment,
  f.region AS region,
  f.channel AS channel,
  f.payment_mode AS payment_mode,
  f.risk_class AS risk_class,
  f.volume AS volume,
  ${BAND} AS tenure_band,
  least(f.tenure_years, 13) AS contract_year,
  multiIf(f.is_existing, 'existing', f.is_newcomer, 'newcomer', 'between') AS role,
  toFloat64(f.price_year) AS price,
  toFloat64(f.list_year) AS list_price,
  t.typical_price AS typical_price
FROM fact_contract AS f
INNER JOIN typical AS t ON t.product_id = f.product_id
WHERE f.running AND f.price_year > 0
  AND toFloat64(f.price_year) BETWEEN t.typical_price / 20 AND t.typical_price * 20`,
};

/** Everything that must be equal in an exact match (a closed product counts as the one that took its place); the volume in steps of a fifth. */
const ALIKE = `twin_product_id, region, channel, payment_mode, risk_class, if(volume > 0, round(log2(volume) * 4), -1), party_kind`;

/**
 * Whether one's own customer groups are held equal, too: only where four in five existing customers then still have newcomers like them.
 * A group of the loyal, which no newcomer can belong to, must not leave them without comparison.
 */
export const segmentShared = (alike: string) => `(
    SELECT ifNull(sumIf(existing, newcomers > 0) >= 0.8 * sum(existing), false)
    FROM (
      SELECT countIf(role = 'existing') AS existing, countIf(role = 'newcomer') AS newcomers
      FROM fact_priced_contract
      GROUP BY ${alike}, segment
    )
  )`;
const MATCH = `cityHash64(${ALIKE}, if(is_segment_shared, segment, ''))`;

/** Share of a horizon's value that falls into its first year. */
const FIRST_YEAR = `((1 - pow(1 + {discountRate:Float64}, -1)) / (1 - pow(1 + {discountRate:Float64}, -{horizonMonths:Float64} / 12)))`;

/**
 * One row per priced running contract and source of its newcomer price. Rows of source `sheet` carry the price of a quote (quality q1),
 * an imported match (q2) or a tariff sheet (q4); rows of source `match` the mean price of the newcomers who match exactly (q2). A matched newcomer's row has no gap of its own but its
 * pull on the mean (`pull_*`, zero in total), so that leaving a replicate out also moves the newcomers' side: the interval knows that
 * the twin is itself an estimate (linearised ratio of means).
 */
export const priceGapFact: Fact = {
  name: 'fact_price_gap',
  reads: [],
  after: [pricedContractFact, newcomerPriceFact],
  orderBy: ['customer_id', 'contract_id'],
  sql: `
WITH
  ${segmentShared(ALIKE)} AS is_segment_shared,
  -- A named reference (market, technical) is a yardstick, not what newcomers pay: it counts as often as newcomers themselves pay it.
  yardsticks AS (
    SELECT
      n.reference AS reference,
      countIf(p.role = 'newcomer') AS newcomers,
      countIf(p.role = 'existing') AS existing,
      toFloat64(sumIf(toDecimal128(p.price / toFloat64(n.twin_list), 8), p.role = 'newcomer')) / newcomers AS newcomer_ratio,
      toFloat64(sumIf(toDecimal128(p.price / toFloat64(n.twin_list), 8), p.role = 'existing')) / existing AS existing_ratio,
      toFloat64(sumIf(toDecimal128(n.twin_list, 8), p.role = 'existing')) / existing AS existing_reference
    FROM fact_priced_contract AS p
    INNER JOIN fact_newcomer_price AS n ON n.contract_id = p.contract_id
    WHERE n.twin_list > 0 AND n.reference != ''
    GROUP BY n.reference
    HAVING newcomers >= 30 AND existing > 0
  ),
  matches AS (
    SELECT
      ${MATCH} AS match_key,
      countIf(role = 'newcomer') AS newcomers,
      countIf(role = 'existing') AS existing,
      toFloat64(sumIf(toDecimal128(list_price, 8), role = 'newcomer')) / newcomers AS newcomer_list,
      toFloat64(sumIf(toDecimal128(price, 8), role = 'newcomer')) / newcomers AS newcomer_charged,
      toFloat64(sumIf(toDecimal128(price, 8), role = 'existing')) AS existing_total
    FROM fact_priced_contract
    GROUP BY match_key
    HAVING newcomers > 0 AND existing > 0
  )
SELECT
  contract_id, customer_id, product_id, line, segment, tenure_band, role, reference, source, quality, price,
  own_product, reference_price, twin, twin_first_year, twin_horizon, pull_relative, pull_money,
  if(role = 'existing', price / twin - 1, 0) AS relative_gap,
  if(role = 'existing', price - twin, 0) AS money_gap
FROM (
  SELECT
    p.contract_id AS contract_id, p.customer_id AS customer_id, p.product_id AS product_id, p.line AS line, p.segment AS segment,
    p.tenure_band AS tenure_band, p.role AS role, n.reference AS reference, 'sheet' AS source, n.quality AS quality, p.price AS price, n.own_product AS own_product,
    toFloat64(n.twin_list) AS reference_price,
    reference_price * ifNull(y.newcomer_ratio, 1) AS twin,
    toFloat64(n.twin_first_year) * ifNull(y.newcomer_ratio, 1) AS twin_first_year,
    toFloat64(n.twin_horizon) * ifNull(y.newcomer_ratio, 1) AS twin_horizon,
    if(p.role = 'newcomer', ifNull(-(y.existing / y.newcomers) * (y.existing_ratio / y.newcomer_ratio) * (p.price / twin - 1), 0), 0) AS pull_relative,
    if(p.role = 'newcomer', ifNull(-(y.existing / y.newcomers) * y.existing_reference * (p.price / reference_price - y.newcomer_ratio), 0), 0) AS pull_money
  FROM fact_priced_contract AS p
  INNER JOIN fact_newcomer_price AS n ON n.contract_id = p.contract_id
  LEFT JOIN yardsticks AS y ON y.reference = n.reference
  WHERE n.twin_list > 0
  UNION ALL
  SELECT
    p.contract_id, p.customer_id, p.product_id, p.line, p.segment, p.tenure_band,
    if(p.role = 'existing', 'existing', 'matched') AS role, '' AS reference, 'match' AS source, 'q2' AS quality, p.price, p.product_id = p.twin_product_id AS own_product,
    m.newcomer_list AS reference_price, m.newcomer_list AS twin, m.newcomer_charged AS twin_first_year,
    m.newcomer_list + (m.newcomer_charged - m.newcomer_list) * ${FIRST_YEAR} AS twin_horizon,
    if(p.role = 'newcomer', -(m.existing_total / m.newcomers / m.newcomer_list) * (p.list_price / m.newcomer_list - 1), 0) AS pull_relative,
    if(p.role = 'newcomer', -(m.existing / m.newcomers) * (p.list_price - m.newcomer_list), 0) AS pull_money
  FROM (SELECT *, ${MATCH} AS match_key FROM fact_priced_contract WHERE role IN ('existing', 'newcomer')) AS p
  INNER JOIN matches AS m ON m.match_key = p.match_key
)`,
};
