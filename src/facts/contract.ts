import type { Fact } from './fact.ts';

/** Periods in a year, for prices written per period; without a period the price counts as yearly. */
export const perYearSql = (period: string) =>
  `multiIf(${period} = 'month', 12, ${period} = 'quarter', 4, ${period} = 'half_year', 2, 1)`;

/** Divides a gross price by this to make it net. */
export const grossSql = (basis: string) => `if(${basis} = 'gross', 1 + {vatRate:Float64}, 1)`;

/**
 * One row per contract that had begun by the day of the audit: whose it is, how old, what it costs a year (net), and whether its
 * holder is a newcomer, an existing customer or a regular by the definitions of the audit settings. A newcomer's party (recognised by
 * identity key where there is one) had no other contract in the quiet months before.
 */
export const contractFact: Fact = {
  name: 'fact_contract',
  reads: ['contract', 'customer', 'product'],
  after: [],
  orderBy: ['customer_id', 'contract_id'],
  sql: `
WITH
  parties AS (
    SELECT
      customer_id,
      coalesce(identity_key, customer_id) AS party,
      customer_since,
      kind,
      segment,
      region
    FROM customer
  ),
  -- A product that is closed for newcomers is followed to the one that took its place, a few generations at most.
  followed AS (
    SELECT
      a.product_id AS product_id,
      multiIf(
        NOT ifNull(a.open_for_new = false AND a.successor_id IS NOT NULL, false), a.product_id,
        NOT ifNull(b.open_for_new = false AND b.successor_id IS NOT NULL, false), a.successor_id,
        NOT ifNull(c.open_for_new = false AND c.successor_id IS NOT NULL, false), b.successor_id,
        c.successor_id) AS twin_product_id
    FROM product AS a
    LEFT JOIN product AS b ON b.product_id = a.successor_id
    LEFT JOIN product AS c ON c.product_id = b.successor_id
  ),
  begun AS (
    SELECT
      c.contract_id AS contract_id,
      c.customer_id AS customer_id,
      coalesce(p.party, c.customer_id) AS party,
      c.product_id AS product_id,
      coalesce(w.twin_product_id, c.product_id) AS twin_product_id,
      coalesce(toString(d.line), c.product_id) AS line,
      ifNull(toString(p.kind), '') AS party_kind,
      ifNull(toString(p.segment), '') AS segment,
      ifNull(toString(coalesce(c.region, p.region)), '') AS region,
      ifNull(toString(c.channel), '') AS channel,
      ifNull(toString(c.risk_class), '') AS risk_class,
      ifNull(toString(c.payment_mode), '') AS payment_mode,
      ifNull(c.acquisition_offer_id, '') AS acquisition_offer_id,
      ifNull(c.location_id, '') AS location_id,
      c.volume AS volume,
      ifNull(toString(c.price_period), '') AS price_period,
      ifNull(toString(c.price_basis), '') AS price_basis,
      coalesce(c.original_start_date, c.start_date) AS start,
      if(c.end_date <= {asOf:Date}, c.end_date, NULL) AS end,
      multiIf(c.end_date IS NULL OR c.end_date > {asOf:Date}, 'running', c.end_reason IS NULL, 'unknown', toString(c.end_reason)) AS end_kind,
      c.min_term_end AS min_term_end,
      c.discount_end AS discount_end,
      p.customer_since AS customer_since,
      ${perYearSql('c.price_period')} / ${grossSql('c.price_basis')} AS to_year_net,
      toDecimal64(toFloat64(c.price) * to_year_net, 4) AS price_year,
      toDecimal64(if(c.discount IS NOT NULL AND (c.discount_end IS NULL OR c.discount_end > {asOf:Date}), toFloat64(c.discount), 0) * to_year_net, 4) AS discount_year
    FROM contract AS c
    LEFT JOIN parties AS p ON p.customer_id = c.customer_id
    LEFT JOIN product AS d ON d.product_id = c.product_id
    LEFT JOIN followed AS w ON w.product_id = c.product_id
    WHERE coalesce(c.original_start_date, c.start_date) <= {asOf:Date}
  ),
  -- What a party's history says, taken from few and narrow columns: sorting whole contracts would cost several times as much.
  held AS (
    SELECT
      c.contract_id AS contract_id,
      coalesce(k.identity_key, c.customer_id) AS party,
      coalesce(c.original_start_date, c.start_date) AS start,
      if(c.end_date <= {asOf:Date}, c.end_date, NULL) AS end
    FROM contract AS c
    LEFT JOIN (SELECT customer_id, identity_key FROM customer WHERE identity_key IS NOT NULL) AS k ON k.customer_id = c.customer_id
    WHERE coalesce(c.original_start_date, c.start_date) <= {asOf:Date}
  ),
  first_start AS (SELECT party, min(start) AS party_start FROM held GROUP BY party),
  -- Only who began lately can be a newcomer, so only those are asked what their party had before.
  quiet AS (
    SELECT contract_id
    FROM (
      SELECT
        contract_id,
        start,
        max(ifNull(end, toDate32('2299-12-31'))) OVER (
          PARTITION BY party ORDER BY start, contract_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier_end
      FROM held
      WHERE party IN (SELECT party FROM held WHERE dateDiff('day', start, {asOf:Date}) <= {newcomerDays:Float64})
    )
    WHERE earlier_end IS NULL OR earlier_end = toDate32('1970-01-01')
      OR earlier_end < addMonths(start, -toInt32({newcomerQuietMonths:Float64}))
  )
SELECT
  b.* EXCEPT (customer_since, to_year_net) REPLACE (
    toLowCardinality(party_kind) AS party_kind,
    toLowCardinality(segment) AS segment,
    toLowCardinality(region) AS region,
    toLowCardinality(channel) AS channel,
    toLowCardinality(risk_class) AS risk_class,
    toLowCardinality(payment_mode) AS payment_mode,
    toLowCardinality(price_period) AS price_period,
    toLowCardinality(price_basis) AS price_basis),
  price_year + discount_year AS list_year,
  end_kind = 'running' AS running,
  dateDiff('day', start, coalesce(end, {asOf:Date})) AS tenure_days,
  age('year', start, coalesce(end, toDate32({asOf:Date}))) AS tenure_years,
  least(f.party_start, ifNull(customer_since, f.party_start)) AS party_since,
  running AND dateDiff('day', start, {asOf:Date}) <= {newcomerDays:Float64} AND contract_id IN (SELECT contract_id FROM quiet) AS is_newcomer,
  running AND NOT is_newcomer AND (
    addMonths(start, toInt32({existingMonths:Float64})) <= {asOf:Date}
    OR ifNull(discount_end <= {asOf:Date}, false)
    OR ifNull(min_term_end <= {asOf:Date}, false)) AS is_existing,
  is_existing AND addYears(party_since, toInt32({regularYears:Float64})) <= {asOf:Date} AS is_regular
FROM begun AS b
INNER JOIN first_start AS f ON f.party = b.party`,
};
