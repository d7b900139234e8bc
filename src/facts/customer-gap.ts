import { contractFact } from './contract.ts';
import type { Fact } from './fact.ts';
import { priceGapFact } from './price-gap.ts';

/**
 * One row per existing customer: what their priced contracts cost in a year, what they would cost newcomers (`twin`), by how much they
 * are dearer, and how good the newcomer price is (`definite`: a quote or a match, not a mere tariff sheet). One source serves for all: a quote
 * before matches that cover most contracts, these before a tariff sheet, that before patchy matches; the company's own newcomer price
 * before any named yardstick.
 */
export const customerGapFact: Fact = {
  name: 'fact_customer_gap',
  reads: [],
  after: [contractFact, priceGapFact],
  orderBy: ['customer_id'],
  sql: `
WITH
  (
    SELECT argMax((reference, source), (preference, reference = '', reference, source))
    FROM (
      SELECT
        reference, source,
        countIf(role = 'existing') / (SELECT greatest(count(), 1) FROM fact_priced_contract WHERE role = 'existing') AS coverage,
        multiIf(
          coverage < 0.4, 0,
          source = 'sheet' AND countIf(quality = 'q4') < 0.5 * count(), 4,
          source = 'sheet', 2,
          countIf(role = 'matched') < 30, 0,
          coverage >= 0.8, 3,
          1) AS preference
      FROM fact_price_gap
      GROUP BY reference, source
    )
    WHERE preference > 0
  ) AS chosen,
  compared AS (
    SELECT
      customer_id,
      toFloat64(sum(toDecimal128(g.money_gap, 8))) AS money_gap,
      toFloat64(sum(toDecimal128(g.twin, 8))) AS twin,
      min(quality IN ('q1', 'q2')) AS definite
    FROM fact_price_gap AS g
    WHERE role = 'existing' AND g.twin > 0 AND reference = chosen.1 AND source = chosen.2
    GROUP BY customer_id
  )
SELECT
  e.customer_id AS customer_id,
  e.regular AS regular,
  e.tenure_years AS tenure_years,
  e.main_line AS line,
  e.main_region AS region,
  e.main_product AS product_id,
  e.price AS price,
  chosen.2 AS source,
  ifNull(c.twin > 0, false) AS compared,
  if(compared, c.money_gap, 0) AS money_gap,
  if(compared, c.twin, 0) AS twin,
  if(compared, c.money_gap / c.twin, 0) AS relative_gap,
  compared AND c.definite = 1 AS definite
FROM (
  SELECT
    customer_id,
    max(is_regular) AS regular,
    max(age('year', party_since, toDate32({asOf:Date}))) AS tenure_years,
    argMax(line, (toFloat64(ifNull(price_year, 0)), contract_id)) AS main_line,
    argMax(region, (toFloat64(ifNull(price_year, 0)), contract_id)) AS main_region,
    argMax(product_id, (toFloat64(ifNull(price_year, 0)), contract_id)) AS main_product,
    toFloat64(ifNull(sum(price_year), 0)) AS price
  FROM fact_contract
  WHERE is_existing
  GROUP BY customer_id
) AS e
LEFT JOIN compared AS c ON c.customer_id = e.customer_id`,
};
