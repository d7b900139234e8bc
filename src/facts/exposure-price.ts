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

const END = `coalesce(end, toDate32('2199-01-01'))`;

/** Factor of a price to the year, net; 0 for the period and 2 for the basis stand for those of the contract. */
const yearly = (period: string, basis: string) =>
  `if(${period} = 0, ${perYearSql('c.price_period')}, ${period}) / if(${basis} = 2, ${grossSql('c.price_basis')}, if(${basis} = 1, 1 + {vatRate:Float64}, 1))`;
const PERIOD = `toUInt8(if(price_period IS NULL, 0, ${perYearSql('price_period')}))`;
const BASIS = `toUInt8(multiIf(price_basis IS NULL, 2, price_basis = 'gross', 1, 0))`;

// The step at which a level is reached, counted among the renewals on record: below 1 it was reached before them.
const reachedAt = (share: number) => `toInt32(least(1000, ceil(log(1 + ${share}) / step))) - before_records`;
const levelMonths = (share: number) =>
  `multiIf(step <= 0 OR ${reachedAt(share)} > toInt32(length(known_from)), toUInt64(0), ${reachedAt(share)} < 1, toUInt64(${EVER}), bitShiftLeft(toUInt64(${EVER}), toUInt8(least(63, greatest(0, known_from[greatest(1, ${reachedAt(share)})])))))`;

/**
 * One row per contract whose price is known against newcomers': the share by which each renewal widens the gap (log `step`), the months
 * of its renewals and how many came before them.
 */
const priceStepFact: Fact = {
  name: 'fact_price_step',
  reads: ['price_event', 'new_business_price'],
  after: [contractFact, newcomerPriceFact, pricedContractFact],
  orderBy: ['contract_id'],
  sql: `
WITH
  sheet_fits AS (
    SELECT count() >= 30 AND quantileExact(0.8)(abs(log(p.list_price / toFloat64(n.twin_list)))) < 0.05 AS fits
    FROM fact_priced_contract AS p
    INNER JOIN fact_newcomer_price AS n ON n.contract_id = p.contract_id
    WHERE n.reference = '' AND p.role IN ('newcomer', 'between') AND n.twin_list > 0 AND n.own_product
  ),
  -- Arrays of plain numbers side by side, all in the order in which the rows came: tuples cost several times as much.
  charged AS (
    SELECT
      contract_id,
      groupArray(valid_from) AS days,
      groupArray(price) AS prices,
      groupArray(coalesce(offered_price, price)) AS offers,
      groupArray(${PERIOD}) AS periods,
      groupArray(${BASIS}) AS bases
    FROM price_event
    WHERE price > 0 AND valid_from <= {asOf:Date} AND (kind IS NULL OR kind NOT IN ('correction', 'discount_end'))
      AND contract_id IN (SELECT contract_id FROM fact_contract WHERE ${END} >= ${monthStartSql('0')})
      AND (SELECT max(fits) FROM sheet_fits)
    GROUP BY contract_id
  ),
  candidates AS (
    SELECT
      r.contract_id AS contract_id, c.party AS party,
      arrayFilter(i -> dateDiff('day', c.start, r.days[i]) > 45 AND r.days[i] < toStartOfMonth(coalesce(c.end, toDate32('2199-01-01'))), arrayEnumerate(r.days)) AS renewals,
      arraySort(i -> (r.days[i], r.prices[i], r.offers[i]), renewals)[-1] AS last,
      r.days[last] AS last_on,
      arraySort(arrayMap(i -> toInt32(${monthOfSql('r.days[i]')} + 1), renewals)) AS known_from,
      greatest(0, toInt32(round(dateDiff('month', c.start, last_on) / 12)) - toInt32(length(renewals))) AS earlier,
      toFloat64(r.offers[last]) * ${yearly('r.periods[last]', 'r.bases[last]')} AS offered,
      c.product_id AS own_product_id, c.price_period AS price_period, c.price_basis AS price_basis,
      c.risk_class AS risk_class, c.region AS region, c.channel AS channel,
      arrayJoin(arrayDistinct([c.product_id, c.twin_product_id])) AS product_id
    FROM charged AS r
    INNER JOIN fact_contract AS c ON c.contract_id = r.contract_id
    WHERE notEmpty(renewals)
  ),
  sheet AS (
    SELECT
      product_id, valid_from, valid_to,
      (risk_class IS NOT NULL) * 8 + (region IS NOT NULL) * 2 + (channel IS NOT NULL) AS mask,
      ${KEY('mask')} AS price_key,
      toFloat64(price) AS price, ${PERIOD} AS period, ${BASIS} AS basis
    FROM new_business_price
    WHERE price > 0 AND reference IS NULL AND contract_id IS NULL AND volume_band IS NULL AND valid_from <= {asOf:Date}
  ),
  priced AS (
    SELECT
      c.contract_id AS contract_id, c.party AS party, c.known_from AS known_from, c.earlier AS earlier, c.offered AS offered,
      s.price * ${yearly('s.period', 's.basis')} AS newcomer,
      (c.own_product_id = c.product_id, s.mask, s.valid_from, s.price) AS preference
    FROM (SELECT *, arrayJoin((SELECT arraySort(groupUniqArray(mask)) FROM sheet)) AS mask, ${KEY('mask')} AS price_key FROM candidates) AS c
    ASOF INNER JOIN sheet AS s ON s.price_key = c.price_key AND s.valid_from <= c.last_on
    WHERE s.valid_to IS NULL OR s.valid_to >= c.last_on
  )
SELECT
  contract_id,
  any(party) AS party,
  any(known_from) AS known_from,
  any(earlier) AS before_records,
  log(any(offered) / argMax(newcomer, preference)) / (length(known_from) + before_records) AS step
FROM priced
GROUP BY contract_id
HAVING any(offered) > 0`,
};

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
  reads: ['new_business_price'],
  after: [contractFact, priceStepFact],
  orderBy: ['party', 'contract_id'],
  sql: `
SELECT
  contract_id, party, step, known_from[-1] AS exact_from,
  ${GAP_LEVELS.map((share, i) => `${levelMonths(share)} AS gap_${i + 1}`).join(',\n  ')}
FROM fact_price_step
UNION ALL
SELECT
  contract_id, party, toFloat64(0) AS step, toInt32(${monthOfSql('start')} + 1) AS exact_from,
  ${GAP_LEVELS.map((_, i) => `toUInt64(0) AS gap_${i + 1}`).join(', ')}
FROM fact_contract
WHERE tenure_days < ${TOO_YOUNG_DAYS} AND ${END} >= ${monthStartSql('0')}
  AND contract_id NOT IN (SELECT contract_id FROM fact_price_step)
  AND product_id IN (SELECT product_id FROM new_business_price)`,
};
