import { perYearSql } from '#facts/contract.ts';
import type { CellSpec, Subjects } from '../cells.ts';

/**
 * Rows of two modes. `gap`: one row per contract with its distance from the newcomer price of its own risk class at its last offer, gained
 * over all its renewals (see the fact). `step`: one row per renewal, the log change of the offered price less the log change of the
 * product's newcomer price between the same two days; `indexed` says whether that is known. Offers to those who then left are in both.
 * Ends of introductory prices and corrections are no renewals.
 */
export const renewalSubjects: Subjects = {
  name: 'price-walking',
  cluster: 'customer_id',
  id: 'contract_id',
  sql: `
WITH
  -- Every line of the sheet (region, channel, risk class, volume) with the step it takes on a day.
  lines AS (
    SELECT
      product_id,
      cityHash64(ifNull(toString(region), ''), ifNull(toString(channel), ''), ifNull(toString(risk_class), ''), ifNull(toString(volume_band), '')) AS line,
      valid_from,
      toDecimal128(avg(log(toFloat64(price) * ${perYearSql('price_period')})), 8) AS log_price,
      max(ifNull(valid_to, toDate32('2299-12-31'))) AS last_day
    FROM new_business_price
    WHERE price > 0 AND contract_id IS NULL AND reference IS NULL AND valid_from <= {asOf:Date}
    GROUP BY product_id, line, valid_from
  ),
  moves AS (
    SELECT product_id, valid_from, log_price - lagInFrame(log_price, 1, log_price) OVER versions AS moved, if(row_number() OVER versions = 1, 1, 0) AS entering
    FROM lines
    WINDOW versions AS (PARTITION BY product_id, line ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    UNION ALL
    SELECT product_id, max(last_day) + 1 AS valid_from, toDecimal128(0, 8) AS moved, -1 AS entering
    FROM lines
    GROUP BY product_id, line
    HAVING valid_from <= {asOf:Date}
  ),
  -- The chain of the mean steps of the lines there were: a line that is new, such as a dear region, is no rise of the others.
  newcomer_index AS (
    SELECT
      product_id,
      valid_from,
      open_lines,
      sum(toFloat64(steps) / greatest(1, open_lines - came)) OVER (PARTITION BY product_id ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS log_newcomer_price
    FROM (
      SELECT product_id, valid_from, steps, came, sum(came) OVER (PARTITION BY product_id ORDER BY valid_from ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS open_lines
      FROM (SELECT product_id, valid_from, sum(moved) AS steps, sum(entering) AS came FROM moves GROUP BY product_id, valid_from)
    )
  ),
  steps AS (
    SELECT
      e.contract_id AS contract_id,
      e.kind AS kind,
      e.accepted AS accepted,
      e.valid_from AS valid_from,
      toFloat64(coalesce(e.offered_price, e.price)) * ${perYearSql('e.price_period')} AS offered,
      lagInFrame(toFloat64(e.price) * ${perYearSql('e.price_period')}) OVER steps_of AS before,
      lagInFrame(toNullable(e.valid_from)) OVER steps_of AS before_on,
      row_number() OVER steps_of - 1 AS cycle
    FROM (SELECT * FROM price_event WHERE price > 0 AND valid_from <= {asOf:Date} AND (kind IS NULL OR kind NOT IN ('correction', 'discount_end'))) AS e
    WINDOW steps_of AS (PARTITION BY e.contract_id ORDER BY e.valid_from, e.price, e.offered_price ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ),
  renewals AS (
    SELECT s.*, c.customer_id AS customer_id, c.product_id AS product_id,
      c.end_date IS NOT NULL AND c.end_date <= {asOf:Date} AND dateDiff('day', s.valid_from, c.end_date) BETWEEN -31 AND 92 AS then_left
    FROM steps AS s
    INNER JOIN contract AS c ON c.contract_id = s.contract_id
    WHERE s.cycle > 0 AND s.before > 0 AND s.offered > 0
      AND s.offered BETWEEN s.before / {implausibleStep:Float64} AND s.before * {implausibleStep:Float64}
  ),
  with_start AS (
    SELECT r.*, if(i.open_lines > 0, toNullable(i.log_newcomer_price), NULL) AS newcomer_before
    FROM renewals AS r
    ASOF LEFT JOIN newcomer_index AS i ON i.product_id = r.product_id AND i.valid_from <= assumeNotNull(r.before_on)
  )
SELECT
  'gap' AS mode, contract_id, customer_id, '' AS product_id, toInt32(least(renewals, 9)) AS cycle, toInt32(toYear(last_on)) AS renewal_year, toBool(ended) AS then_left,
  toBool(NOT ended) AS in_last_year, toInt32(renewals) AS steps, log_gap AS raw_walk, toBool(true) AS indexed, log_gap AS walk, toBool(false) AS raised, toBool(false) AS lowered,
  offered / exp(log_gap) AS before
FROM fact_renewal_gap
WHERE from_start AND abs(log_gap) < log({implausibleStep:Float64})
UNION ALL
SELECT
  'step' AS mode, r.contract_id AS contract_id, r.customer_id AS customer_id, r.product_id AS product_id,
  toInt32(least(r.cycle, 9)) AS cycle,
  toInt32(toYear(r.valid_from)) AS renewal_year,
  toBool(ifNull(r.then_left, false)) AS then_left,
  toBool(dateDiff('day', r.valid_from, toDate32({asOf:Date})) < 365) AS in_last_year,
  toInt32(1) AS steps,
  log(r.offered / r.before) AS raw_walk,
  toBool(r.newcomer_before IS NOT NULL AND ifNull(i.open_lines, 0) > 0) AS indexed,
  if(indexed, raw_walk - (assumeNotNull(i.log_newcomer_price) - assumeNotNull(r.newcomer_before)), 0) AS walk,
  toBool(raw_walk > {deadBand:Float64}) AS raised,
  toBool(raw_walk < -{deadBand:Float64}) AS lowered,
  r.before AS before
FROM with_start AS r
ASOF LEFT JOIN newcomer_index AS i ON i.product_id = r.product_id AND i.valid_from <= r.valid_from`,
};

/** Today's customers above the newcomer price of their class, or last year's renewals beyond the index. */
export const AFFECTED = 'indexed AND in_last_year AND walk > {relevantWalk:Float64} * steps';

export const renewalCells: CellSpec = {
  by: ['mode', 'cycle', 'renewal_year', 'then_left'],
  sums: {
    subjects: '1',
    renewals: 'steps',
    indexed: 'if(indexed, steps, 0)',
    walk: 'walk',
    raw: 'raw_walk',
    raised: 'raised',
    lowered: 'lowered',
    recent_price: 'if(in_last_year AND indexed, before, 0)',
    affected: AFFECTED,
  },
};
