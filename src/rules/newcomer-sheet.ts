// A price list may be wide ("this product") or narrow ("this product, region and class"): each width is one mask.
const keySql = (product: string) =>
  `sipHash128(mask, ${product}, if(bitAnd(mask, 16) > 0, ifNull(contract_id, ''), ''), if(bitAnd(mask, 8) > 0, ifNull(toString(risk_class), ''), ''), if(bitAnd(mask, 2) > 0, ifNull(toString(region), ''), ''), if(bitAnd(mask, 1) > 0, ifNull(toString(channel), ''), ''))`;

// "0-2500", "2.500 bis 5.000", "<2500", "> 5000": the two numbers of a band, open ends at 0 and infinity.
const NUMBERS = `arrayMap(x -> toFloat64(replaceAll(x, '.', '')), extractAll(ifNull(toString(volume_band), ''), '[0-9][0-9.]*'))`;
const FROM_ZERO = `match(ifNull(toString(volume_band), ''), '<|bis')`;

/** SQL of CTE `sheet_products`: what the lines of a product ask for. @param anchor as of `newcomerLineSql` */
export const sheetProductsSql = (anchor: string) => `sheet_products AS (
    SELECT
      product_id,
      countIf(contract_id IS NULL AND channel IS NULL) = 0 AS asks_channel,
      countIf(contract_id IS NULL AND region IS NULL) = 0 AS asks_region,
      countIf(contract_id IS NULL AND risk_class IS NULL) = 0 AS asks_risk_class
    FROM new_business_price
    WHERE price > 0 AND (${anchor})
    GROUP BY product_id
  )`;

/**
 * SQL: for every row of the table `cases` (contract_id, effective, event, day and traits of the contract) whose traits are in the price list, the
 * line for its holder as a newcomer on that day as `best` (product, line), own product and narrowest line first; `fits` where there is one,
 * `on_day` where there would be one for another volume, `by_class` where the line was chosen by the contract's risk class.
 * @param anchor SQL condition over new_business_price that says which lines count
 */
export const newcomerLineSql = (cases: string, anchor: string) => `
WITH
  lines AS (
    SELECT
      *,
      (contract_id IS NOT NULL) * 16 + (risk_class IS NOT NULL) * 8 + (region IS NOT NULL) * 2 + (channel IS NOT NULL) AS mask
    FROM new_business_price
    WHERE price > 0 AND (${anchor})
  ),
  sheet AS (
    SELECT
      ${keySql('product_id')} AS price_key,
      groupArray((
        valid_from,
        ifNull(valid_to, toDate32('2299-12-31')),
        volume_band IS NOT NULL,
        if(length(${NUMBERS}) = 2, ${NUMBERS}[1], if(${FROM_ZERO}, 0, ${NUMBERS}[1])),
        if(length(${NUMBERS}) = 2, ${NUMBERS}[2], if(${FROM_ZERO}, ${NUMBERS}[1], inf)),
        multiIf(match(lower(ifNull(toString(source), '')), 'quote|calculator|rechner|angebot'), 'q1', match(lower(ifNull(toString(source), '')), 'match'), 'q2', 'q4'),
        price,
        coalesce(intro_price, price),
        toInt64(least(ifNull(intro_months, 0), 12)),
        ifNull(bonus, 0),
        ifNull(toString(price_period), ''),
        ifNull(toString(price_basis), ''))) AS prices
    FROM lines
    GROUP BY price_key
  ),
  wished AS (
    SELECT *, ${keySql('asked_product')} AS price_key
    FROM (
      SELECT
        contract_id, effective, event, day, volume, product_id, risk_class, region, channel,
        arrayJoin(arrayDistinct([product_id, twin_product_id])) AS asked_product,
        arrayJoin((SELECT arraySort(groupUniqArray(mask)) FROM lines)) AS mask
      FROM ${cases}
    )
  )
SELECT
  contract_id, effective, event,
  true AS in_sheet,
  max(notEmpty(that_day)) AS on_day,
  max(notEmpty(fitting)) AS fits,
  argMaxIf((asked_product, fitting[1]), (asked_product = product_id, mask, fitting[1].3), notEmpty(fitting)) AS best,
  argMaxIf(bitAnd(mask, 24) = 8, (asked_product = product_id, mask, fitting[1].3), notEmpty(fitting)) AS by_class
FROM (
      SELECT
        a.*,
        arrayFilter(x -> x.1 <= a.day AND x.2 >= a.day, s.prices) AS that_day,
        arraySort(x -> (NOT x.3, -toInt32(x.1), x.6, x.7, x.10), arrayFilter(x -> NOT x.3 OR ifNull(a.volume >= x.4 AND a.volume < x.5, false), that_day)) AS fitting
      FROM wished AS a
      INNER JOIN sheet AS s ON s.price_key = a.price_key
)
GROUP BY contract_id, effective, event`;
