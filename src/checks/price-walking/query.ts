import { perYearSql } from '#facts/contract.ts';
import type { CellSpec } from '../cells.ts';
import type { Subjects } from '../check.ts';

/**
 * One row per renewal: a price set after another price of the same contract, offered to everyone still there, also to those who then
 * left. `walk` is the log change of the offered price less the log change of the newcomer price of the same product between the same two
 * days; `indexed` says whether that newcomer price is known. Ends of introductory prices and corrections are no renewals.
 */
export const renewalSubjects: Subjects = {
  name: 'price-walking',
  cluster: 'customer_id',
  id: 'contract_id',
  sql: `
WITH
  newcomer_index AS (
    SELECT product_id, valid_from, toFloat64(sum(toDecimal128(log(toFloat64(price)), 8))) / count() AS log_newcomer_price
    FROM new_business_price
    WHERE price > 0 AND contract_id IS NULL AND reference IS NULL AND valid_from <= {asOf:Date}
    GROUP BY product_id, valid_from
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
    SELECT r.*, i.log_newcomer_price AS newcomer_before
    FROM renewals AS r
    ASOF LEFT JOIN newcomer_index AS i ON i.product_id = r.product_id AND i.valid_from <= assumeNotNull(r.before_on)
  )
SELECT
  r.contract_id AS contract_id, r.customer_id AS customer_id, r.product_id AS product_id,
  least(r.cycle, 9) AS cycle,
  toYear(r.valid_from) AS renewal_year,
  r.then_left AS then_left,
  dateDiff('day', r.valid_from, toDate32({asOf:Date})) < 365 AS in_last_year,
  log(r.offered / r.before) AS raw_walk,
  r.newcomer_before IS NOT NULL AND i.log_newcomer_price IS NOT NULL AS indexed,
  if(indexed, raw_walk - (assumeNotNull(i.log_newcomer_price) - assumeNotNull(r.newcomer_before)), 0) AS walk,
  raw_walk > {deadBand:Float64} AS raised,
  raw_walk < -{deadBand:Float64} AS lowered,
  r.before AS before
FROM with_start AS r
ASOF LEFT JOIN newcomer_index AS i ON i.product_id = r.product_id AND i.valid_from <= r.valid_from`,
};

export const renewalCells: CellSpec = {
  by: ['cycle', 'renewal_year', 'then_left'],
  sums: {
    renewals: '1',
    indexed: 'indexed',
    walk: 'walk',
    raw: 'raw_walk',
    raised: 'raised',
    lowered: 'lowered',
    recent_price: 'if(in_last_year AND indexed, before, 0)',
    affected: 'indexed AND in_last_year AND walk > {relevantWalk:Float64}',
  },
};
