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
  -- Moves of a price are gathered by contract before anything is joined: there are a few of them to each.
  moves AS (
    SELECT
      contract_id,
      groupArray((
        toInt32(valid_from),
        toFloat64(price),
        toFloat64(coalesce(offered_price, price)),
        toUInt8(if(price_period IS NULL, 0, ${perYearSql('price_period')})),
        toUInt8(multiIf(price_basis IS NULL, 0, price_basis = 'gross', 2, 1)))) AS events
    FROM price_event
    WHERE price > 0 AND valid_from <= {asOf:Date} AND (kind IS NULL OR kind NOT IN ('correction', 'discount_end'))
    GROUP BY contract_id
  ),
  candidates AS (
    SELECT
      contract_id, customer_id, renewals, from_start, last_on, offered, price_period, price_basis, risk_class, region, channel, ended,
      own_product_id,
      arrayJoin(if(twin_product_id = own_product_id, [own_product_id], [own_product_id, twin_product_id])) AS product_id
    FROM (
      SELECT
        m.contract_id AS contract_id, c.customer_id AS customer_id,
        arrayFilter(move -> move.1 - toInt32(c.start) > 45, m.events) AS renewed,
        toUInt64(length(renewed)) AS renewals,
        c.start >= (SELECT min(valid_from) FROM price_event) AS from_start,
        arrayMax(renewed) AS last,
        toDate32(last.1) AS last_on,
        last.3 * if(last.4 = 0, ${perYearSql('c.price_period')}, last.4) / if(last.5 = 0, ${grossSql('c.price_basis')}, if(last.5 = 2, ${grossSql("'gross'")}, 1)) AS offered,
        c.product_id AS own_product_id, c.twin_product_id AS twin_product_id, c.price_period AS price_period, c.price_basis AS price_basis,
        c.risk_class AS risk_class, c.region AS region, c.channel AS channel, c.end_kind != 'running' AS ended
      FROM moves AS m
      INNER JOIN fact_contract AS c ON c.contract_id = m.contract_id
      WHERE (SELECT any(fits) FROM sheet_fits) AND notEmpty(renewed)
    )
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
