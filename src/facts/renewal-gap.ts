import { contractFact, grossSql, perYearSql } from './contract.ts';
import type { Fact } from './fact.ts';
import { newcomerPriceFact } from './newcomer-price.ts';
import { pricedContractFact } from './price-gap.ts';

const KEY = (mask: string) =>
  `cityHash64(${mask}, product_id, if(bitAnd(${mask}, 8) > 0, ifNull(toString(risk_class), ''), ''), if(bitAnd(${mask}, 2) > 0, ifNull(toString(region), ''), ''), if(bitAnd(${mask}, 1) > 0, ifNull(toString(channel), ''), ''))`;

/**
 * One row per contract that was renewed since price events are kept: how many renewals it was offered, and how far its last offered price
 * lay above the newcomer price of that very day for its product, region, channel and risk class (`log_gap`). Someone who began at the
 * newcomer price has gained all of that gap at renewals, so gap over renewals is the mean step where all renewals are on record (`from_start`);
 * contracts that then ended are in it, and today's risk class does the adjusting that the price history cannot. Sheets by volume or by
 * contract are not used here.
 */
export const renewalGapFact: Fact = {
  name: 'fact_renewal_gap',
  reads: ['price_event', 'new_business_price'],
  after: [contractFact, newcomerPriceFact, pricedContractFact],
  orderBy: ['customer_id', 'contract_id'],
  sql: `
WITH
  -- Newcomers' own prices lie close to the sheet: only then does a distance from it mean something.
  sheet_fits AS (
    SELECT count() >= 30 AND quantileExact(0.8)(abs(log(p.list_price / toFloat64(n.twin_list)))) < 0.05 AS fits
    FROM fact_priced_contract AS p
    INNER JOIN fact_newcomer_price AS n ON n.contract_id = p.contract_id
    WHERE n.reference = '' AND p.role IN ('newcomer', 'between') AND n.twin_list > 0 AND n.own_product
  ),
  renewed AS (
    SELECT
      e.contract_id AS contract_id,
      count() AS renewals,
      any(c.start) >= (SELECT min(valid_from) FROM price_event) AS from_start,
      max(e.valid_from) AS last_on,
      argMax((toFloat64(coalesce(e.offered_price, e.price)), ifNull(toString(e.price_period), ''), ifNull(toString(e.price_basis), '')), (e.valid_from, e.price)) AS last
    FROM price_event AS e
    INNER JOIN fact_contract AS c ON c.contract_id = e.contract_id
    WHERE e.price > 0 AND e.valid_from <= {asOf:Date} AND (e.kind IS NULL OR e.kind NOT IN ('correction', 'discount_end'))
      AND dateDiff('day', c.start, e.valid_from) > 45
    GROUP BY e.contract_id
  ),
  candidates AS (
    SELECT
      r.contract_id AS contract_id, c.customer_id AS customer_id, r.renewals AS renewals, r.from_start AS from_start, r.last_on AS last_on,
      r.last.1 * ${perYearSql("if(r.last.2 = '', c.price_period, r.last.2)")} / ${grossSql("if(r.last.3 = '', c.price_basis, r.last.3)")} AS offered,
      c.product_id AS own_product_id, c.price_period AS price_period, c.price_basis AS price_basis,
      c.risk_class AS risk_class, c.region AS region, c.channel AS channel, c.end_kind != 'running' AS ended,
      arrayJoin(arrayDistinct([c.product_id, c.twin_product_id])) AS product_id
    FROM renewed AS r
    INNER JOIN fact_contract AS c ON c.contract_id = r.contract_id
    WHERE (SELECT any(fits) FROM sheet_fits)
  ),
  sheet AS (
    SELECT
      product_id, valid_from, valid_to,
      (risk_class IS NOT NULL) * 8 + (region IS NOT NULL) * 2 + (channel IS NOT NULL) AS mask,
      ${KEY('mask')} AS price_key,
      toFloat64(price) AS price, ifNull(toString(price_period), '') AS period, ifNull(toString(price_basis), '') AS basis
    FROM new_business_price
    WHERE price > 0 AND reference IS NULL AND contract_id IS NULL AND volume_band IS NULL AND valid_from <= {asOf:Date}
  ),
  priced AS (
    SELECT
      c.*,
      s.price * ${perYearSql("if(s.period = '', c.price_period, s.period)")} / ${grossSql("if(s.basis = '', c.price_basis, s.basis)")} AS newcomer,
      (c.own_product_id = c.product_id, s.mask, s.valid_from, s.price) AS preference
    FROM (SELECT *, arrayJoin((SELECT arraySort(groupUniqArray(mask)) FROM sheet)) AS mask, ${KEY('mask')} AS price_key FROM candidates) AS c
    ASOF INNER JOIN sheet AS s ON s.price_key = c.price_key AND s.valid_from <= c.last_on
    WHERE s.valid_to IS NULL OR s.valid_to >= c.last_on
  )
SELECT
  contract_id,
  min(customer_id) AS customer_id,
  min(renewals) AS renewals,
  min(from_start) AS from_start,
  min(last_on) AS last_on,
  max(ended) AS ended,
  min(offered) AS offered,
  log(offered / argMax(newcomer, preference)) AS log_gap
FROM priced
GROUP BY contract_id
HAVING offered > 0`,
};
