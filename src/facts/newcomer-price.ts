import { contractFact, grossSql, perYearSql } from './contract.ts';
import type { Fact } from './fact.ts';

// A sheet may be wide ("this product") or narrow ("this product, region and class"); each width is one mask, and a contract takes
// the narrowest line that fits it.
const MASK = `(contract_id IS NOT NULL) * 16 + (risk_class IS NOT NULL) * 8 + (volume_band IS NOT NULL) * 4 + (region IS NOT NULL) * 2 + (channel IS NOT NULL) AS mask`;
const keyOf = (band: string) =>
  `cityHash64(mask, product_id, if(bitAnd(mask, 16) > 0, ifNull(contract_id, ''), ''), if(bitAnd(mask, 8) > 0, ifNull(toString(risk_class), ''), ''), if(bitAnd(mask, 4) > 0, ${band}, ''), if(bitAnd(mask, 2) > 0, ifNull(toString(region), ''), ''), if(bitAnd(mask, 1) > 0, ifNull(toString(channel), ''), ''))`;

// Lines that hold on the day of the audit.
const STANDING = 'valid_from <= {asOf:Date} AND (valid_to IS NULL OR valid_to >= {asOf:Date}) AND price > 0';

// "0-2500", "2.500 bis 5.000", "<2500", "> 5000": the two numbers of a band, open ends at 0 and infinity.
const BAND_NUMBERS = `arrayMap(x -> toFloat64(replaceAll(x, '.', '')), extractAll(assumeNotNull(toString(volume_band)), '[0-9][0-9.]*'))`;

const discounted = (months: string) => `(monthly_factor * (1 - pow(monthly_factor, ${months})) / (1 - monthly_factor))`;

/**
 * One row per running contract with a price: what a sheet may ask for, and the profile it shares with all contracts alike in that. Contracts
 * alike have the same twin, so twins are looked up once a profile.
 */
const twinProfileFact: Fact = {
  name: 'fact_twin_profile',
  reads: ['new_business_price'],
  after: [contractFact],
  orderBy: ['contract_id'],
  sql: `
WITH
  bands AS (
    SELECT
      product_id,
      arraySort(groupUniqArray((
        if(length(${BAND_NUMBERS}) = 2, ${BAND_NUMBERS}[1], if(match(toString(volume_band), '<|bis'), 0, ${BAND_NUMBERS}[1])),
        if(length(${BAND_NUMBERS}) = 2, ${BAND_NUMBERS}[2], if(match(toString(volume_band), '<|bis'), ${BAND_NUMBERS}[1], inf)),
        toString(volume_band)))) AS product_bands
    FROM new_business_price
    WHERE volume_band IS NOT NULL
    GROUP BY product_id
  )
SELECT
  c.contract_id AS contract_id,
  c.product_id AS own_product_id,
  c.twin_product_id AS twin_product_id,
  if(c.contract_id IN (SELECT assumeNotNull(contract_id) FROM new_business_price WHERE contract_id IS NOT NULL), c.contract_id, '') AS quoted,
  c.risk_class AS risk_class, c.region AS region, c.channel AS channel, c.price_period AS price_period, c.price_basis AS price_basis,
  ifNull(arrayFirst(band -> ifNull(c.volume >= band.1 AND c.volume < band.2, false), o.product_bands).3, '') AS own_band,
  ifNull(arrayFirst(band -> ifNull(c.volume >= band.1 AND c.volume < band.2, false), t.product_bands).3, '') AS twin_band,
  cityHash64(own_product_id, twin_product_id, quoted, risk_class, region, channel, price_period, price_basis, own_band, twin_band) AS profile
FROM fact_contract AS c
LEFT JOIN bands AS o ON o.product_id = c.product_id
LEFT JOIN bands AS t ON t.product_id = c.twin_product_id
WHERE c.running AND c.price_year > 0
`,
};

/**
 * What each running contract would cost if its holder arrived today: one row per contract and named reference price, from quotes (q1), matches made
 * elsewhere (q2) or tariff sheets (q4). Yearly and net: `twin_list` without and `twin_first_year` with introductory price and bonus (variants B and A),
 * `twin_horizon` the equal yearly payment over the horizon (variant C).
 */
export const newcomerPriceFact: Fact = {
  name: 'fact_newcomer_price',
  reads: ['new_business_price'],
  after: [twinProfileFact],
  orderBy: ['contract_id', 'reference'],
  sql: `
WITH
  sheet AS (
    SELECT
      ifNull(toString(reference), '') AS reference_name,
      product_id,
      ${MASK},
      ${keyOf("ifNull(toString(volume_band), '')")} AS price_key,
      argMax((toFloat64(price), toFloat64(ifNull(bonus, 0)), toFloat64(coalesce(intro_price, price)), toFloat64(ifNull(intro_months, 0)), ifNull(toString(price_period), ''), ifNull(toString(price_basis), ''), multiIf(match(lower(ifNull(toString(source), '')), 'quote|calculator|rechner|angebot'), 'q1', match(lower(ifNull(toString(source), '')), 'match'), 'q2', 'q4')), toInt128(toInt32(valid_from)) * 1000000000000000000 + toInt128(price * 10000)) AS line
    FROM new_business_price
    WHERE ${STANDING}
    GROUP BY reference_name, product_id, contract_id, risk_class, volume_band, region, channel
  ),
  wanted AS (
    SELECT
      profile,
      arrayJoin(arrayDistinct([(own_product_id, own_band), (twin_product_id, twin_band)])) AS wish,
      wish.1 AS product_id,
      wish.1 = own_product_id AS own_product,
      wish.2 AS volume_band,
      quoted AS contract_id, risk_class, region, channel, price_period, price_basis
    FROM (
      SELECT
        profile, min(own_product_id) AS own_product_id, min(twin_product_id) AS twin_product_id, min(own_band) AS own_band, min(twin_band) AS twin_band,
        min(quoted) AS quoted, min(risk_class) AS risk_class, min(region) AS region, min(channel) AS channel,
        min(price_period) AS price_period, min(price_basis) AS price_basis
      FROM fact_twin_profile
      GROUP BY profile
    )
  ),
  matched AS (
    SELECT
      w.profile AS profile,
      s.reference_name AS reference,
      argMax(s.line, width) AS best,
      argMax(s.mask, width) AS mask,
      argMax(w.own_product, width) AS own_product,
      min(w.price_period) AS own_period,
      min(w.price_basis) AS own_basis
    FROM (SELECT *, own_product * 32 + mask AS width, arrayJoin((SELECT arraySort(groupUniqArray(${MASK.replace(' AS mask', '')})) FROM new_business_price WHERE ${STANDING})) AS mask, ${keyOf('volume_band')} AS price_key FROM wanted) AS w
    INNER JOIN sheet AS s ON s.price_key = w.price_key
    GROUP BY w.profile, s.reference_name
  ),
  priced AS (
    SELECT
      profile,
      toLowCardinality(reference) AS reference,
      toLowCardinality(best.7) AS quality,
      mask,
      own_product,
      ${perYearSql("if(best.5 = '', own_period, best.5)")} / ${grossSql("if(best.6 = '', own_basis, best.6)")} AS to_year_net,
      pow(1 + {discountRate:Float64}, -1 / 12) AS monthly_factor,
      least(best.4, 12) AS first_year_months,
      least(best.4, {horizonMonths:Float64}) AS intro_in_horizon,
      toDecimal64(best.1 * to_year_net, 4) AS twin_list,
      toDecimal64((best.3 * first_year_months + best.1 * (12 - first_year_months)) / 12 * to_year_net - best.2, 4) AS twin_first_year,
      toDecimal64(
        ((best.3 - best.1) * to_year_net / 12 * ${discounted('intro_in_horizon')} - best.2) * 12 / ${discounted('{horizonMonths:Float64}')}
        + best.1 * to_year_net, 4) AS twin_horizon
    FROM matched
  )
SELECT
  h.contract_id AS contract_id,
  p.reference AS reference,
  p.quality AS quality,
  p.mask AS mask,
  p.own_product AS own_product,
  p.twin_list AS twin_list,
  p.twin_first_year AS twin_first_year,
  p.twin_horizon AS twin_horizon
FROM fact_twin_profile AS h
INNER JOIN priced AS p ON p.profile = h.profile`,
};
