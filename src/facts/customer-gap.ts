import { contractFact } from './contract.ts';
import type { Fact } from './fact.ts';
import { priceGapFact } from './price-gap.ts';

/**
 * One row per existing customer: what their priced contracts cost in a year, what they would cost newcomers (`twin`), by how much they
 * are dearer, and how good the newcomer price is (`definite`: a quote or a match, not a mere tariff sheet). One source serves for all: a quote
 * before matches that cover most contracts, these before a tariff sheet, that before patchy matches; the company's own newcomer price
 * before any named yardstick (`reference` and `source` name it). `yardsticks` names those which stand for it: where there are several, their names alone would decide.
 */
export const customerGapFact: Fact = {
  name: 'fact_customer_gap',
  reads: [],
  after: [contractFact, priceGapFact],
  orderBy: ['customer_id'],
  sql: `
WITH
  ranked AS (
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
  ),
  (
    SELECT argMax((reference, source), (preference, reference = '', reference, source)) FROM ranked WHERE preference > 0
  ) AS chosen,
  (
    SELECT arrayStringConcat(arraySort(groupUniqArray(toString(reference))), ', ')
    FROM ranked
    WHERE preference > 0 AND preference = (SELECT max(preference) FROM ranked) AND chosen.1 != ''
  ) AS named,
  -- Contracts and their gaps side by side: one grouping, where a join would build two.
  gathered AS (
    SELECT
      customer_id, toUInt8(is_regular) AS regular_flag, toUInt16(greatest(0, age('year', party_since, toDate32({asOf:Date})))) AS years,
      toFloat64(ifNull(price_year, 0)) AS contract_price, toLowCardinality(line) AS contract_line, cityHash64(contract_id) AS tie,
      toDecimal64(ifNull(price_year, 0), 4) AS yearly, toDecimal128(0, 8) AS gap, toDecimal128(0, 8) AS newcomer, toUInt8(1) AS sure, toUInt8(0) AS is_gap
    FROM fact_contract
    WHERE is_existing
    UNION ALL
    SELECT
      customer_id, 0, 0, -1, '', 0, 0, toDecimal128(money_gap, 8), toDecimal128(twin, 8), quality IN ('q1', 'q2'), 1
    FROM fact_price_gap
    WHERE role = 'existing' AND twin > 0 AND reference = chosen.1 AND source = chosen.2
  )
SELECT
  customer_id,
  max(regular_flag) = 1 AS regular,
  max(years) AS tenure_years,
  argMax(contract_line, (contract_price, tie)) AS line,
  toFloat64(sum(yearly)) AS price,
  sum(is_gap) > 0 AS compared,
  toFloat64(sum(gap)) AS money_gap,
  toFloat64(sum(newcomer)) AS twin,
  if(compared, money_gap / twin, 0) AS relative_gap,
  compared AND min(sure) = 1 AS definite,
  toLowCardinality(ifNull(any(named), '')) AS yardsticks,
  toLowCardinality(ifNull(toString(any(chosen.1)), '')) AS reference,
  toLowCardinality(ifNull(toString(any(chosen.2)), '')) AS source
FROM gathered
GROUP BY customer_id`,
};
