import { contractFact, grossSql, perYearSql } from './contract.ts';
import { monthOfSql, monthStartSql } from './exposure-window.ts';
import type { Fact } from './fact.ts';
import { newcomerPriceFact } from './newcomer-price.ts';
import { pricedContractFact } from './price-gap.ts';

/** Lower ends of the levels of the price gap, as shares of the newcomer price; below the first there is none. */
const GAP_LEVELS = [0.02, 0.08, 0.16] as const;

/** A contract that ended or stands before its first renewal could be on record. */
const TOO_YOUNG_DAYS = 396;

/** All months that a window can hold. */
const EVER = '1152921504606846975';

const KEY = (mask: string) =>
  `cityHash64(${mask}, product_id, if(bitAnd(${mask}, 8) > 0, ifNull(toString(risk_class), ''), ''), if(bitAnd(${mask}, 2) > 0, ifNull(toString(region), ''), ''), if(bitAnd(${mask}, 1) > 0, ifNull(toString(channel), ''), ''))`;

const IN_FORCE = `e.valid_from < toStartOfMonth(coalesce(c.end, toDate32('2199-01-01')))`;

const yearly = (period: string, basis: string) =>
  `${perYearSql(`if(${period} = '', c.price_period, ${period})`)} / ${grossSql(`if(${basis} = '', c.price_basis, ${basis})`)}`;

// The step at which a level is reached, counted among the renewals on record: below 1 it was reached before them.
const reachedAt = (share: number) => `toInt32(least(1000, ceil(log(1 + ${share}) / step))) - before_records`;
const levelMonths = (share: number) =>
  `multiIf(step <= 0 OR ${reachedAt(share)} > toInt32(length(known_from)), toUInt64(0), ${reachedAt(share)} < 1, toUInt64(${EVER}), bitShiftLeft(toUInt64(${EVER}), toUInt8(least(63, greatest(0, known_from[greatest(1, ${reachedAt(share)})])))))`;

/**
 * One row per contract at risk in the window whose price is known against newcomers': in which months it lay at least so far above the newcomer
 * price (`gap_1` to `gap_3`, each with those above), and from which month on that is exact (`exact_from`). The gap is measured at the
 * last price that came into force before the contract's last month, against the newcomer price of that very day for its product, region,
 * channel and today's risk class; in earlier months it counts as reached in equal steps, one a renewal (one a year before renewals are
 * on record). Only exact months may be compared: of an earlier price nobody knows the risk class of its day, and who has earlier prices
 * has stayed. A renewal counts from the month after its day. Sheets by volume or by contract are not used, and none whose prices newcomers do
 * not pay. A contract too young for a renewal has no gap.
 */
export const exposurePriceFact: Fact = {
  name: 'fact_exposure_price',
  reads: ['price_event', 'new_business_price'],
  after: [contractFact, newcomerPriceFact, pricedContractFact],
  orderBy: ['party', 'contract_id'],
  sql: `
WITH
  sheet_fits AS (
    SELECT count() >= 30 AND quantileExact(0.8)(abs(log(p.list_price / toFloat64(n.twin_list)))) < 0.05 AS fits
    FROM fact_priced_contract AS p
    INNER JOIN fact_newcomer_price AS n ON n.contract_id = p.contract_id
    WHERE n.reference = '' AND p.role IN ('newcomer', 'between') AND n.twin_list > 0 AND n.own_product
  ),
  renewed AS (
    SELECT
      e.contract_id AS contract_id,
      min(c.party) AS party,
      min(c.start) AS start,
      arraySort(groupArrayIf(toInt32(${monthOfSql('e.valid_from')} + 1), ${IN_FORCE})) AS known_from,
      countIf(${IN_FORCE}) AS renewals,
      argMaxIf(
        (e.valid_from, toFloat64(coalesce(e.offered_price, e.price)), ifNull(toString(e.price_period), ''), ifNull(toString(e.price_basis), '')),
        (e.valid_from, e.price),
        ${IN_FORCE}) AS last
    FROM (SELECT * FROM price_event WHERE price > 0 AND valid_from <= {asOf:Date} AND (kind IS NULL OR kind NOT IN ('correction', 'discount_end'))) AS e
    INNER JOIN fact_contract AS c ON c.contract_id = e.contract_id
    WHERE dateDiff('day', c.start, e.valid_from) > 45
      AND coalesce(c.end, toDate32('2199-01-01')) >= ${monthStartSql('0')}
      AND (SELECT max(fits) FROM sheet_fits)
    GROUP BY e.contract_id
    HAVING renewals > 0
  ),
  candidates AS (
    SELECT
      r.contract_id AS contract_id, r.party AS party, r.renewals AS renewals, r.known_from AS known_from, r.last.1 AS last_on,
      greatest(0, toInt32(round(dateDiff('month', r.start, r.last.1) / 12)) - toInt32(r.renewals)) AS earlier,
      r.last.2 * ${yearly('r.last.3', 'r.last.4')} AS offered,
      c.product_id AS own_product_id, c.price_period AS price_period, c.price_basis AS price_basis,
      c.risk_class AS risk_class, c.region AS region, c.channel AS channel,
      arrayJoin(arrayDistinct([c.product_id, c.twin_product_id])) AS product_id
    FROM renewed AS r
    INNER JOIN fact_contract AS c ON c.contract_id = r.contract_id
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
      s.price * ${yearly('s.period', 's.basis')} AS newcomer,
      (c.own_product_id = c.product_id, s.mask, s.valid_from, s.price) AS preference
    FROM (SELECT *, arrayJoin((SELECT arraySort(groupUniqArray(mask)) FROM sheet)) AS mask, ${KEY('mask')} AS price_key FROM candidates) AS c
    ASOF INNER JOIN sheet AS s ON s.price_key = c.price_key AND s.valid_from <= c.last_on
    WHERE s.valid_to IS NULL OR s.valid_to >= c.last_on
  ),
  stepped AS (
    SELECT
      contract_id,
      min(party) AS party,
      argMax(known_from, preference) AS known_from,
      min(earlier) AS before_records,
      log(min(offered) / argMax(newcomer, preference)) / (min(renewals) + min(earlier)) AS step
    FROM priced
    GROUP BY contract_id
    HAVING min(offered) > 0
  )
SELECT
  contract_id, party, step, known_from[-1] AS exact_from,
  ${GAP_LEVELS.map((share, i) => `${levelMonths(share)} AS gap_${i + 1}`).join(',\n  ')}
FROM stepped
UNION ALL
SELECT
  contract_id, party, toFloat64(0) AS step, toInt32(${monthOfSql('start')} + 1) AS exact_from,
  ${GAP_LEVELS.map((_, i) => `toUInt64(0) AS gap_${i + 1}`).join(', ')}
FROM fact_contract
WHERE tenure_days < ${TOO_YOUNG_DAYS} AND coalesce(end, toDate32('2199-01-01')) >= ${monthStartSql('0')}
  AND contract_id NOT IN (SELECT contract_id FROM stepped)
  AND product_id IN (SELECT product_id FROM new_business_price)`,
};
