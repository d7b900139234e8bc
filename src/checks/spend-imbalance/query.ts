import { grossSql, perYearSql } from '#facts/contract.ts';
import { periodFirstDaySql, periodMonthsSql } from '#facts/period.ts';
import type { CellSpec, Subjects } from '../cells.ts';

const asOf = 'toDate32({asOf:Date})';
const tomorrow = `(${asOf} + 1)`;
const firstDay = periodFirstDaySql('period');
const months = periodMonthsSql('period');

/**
 * The twelve months in question end where both winning and keeping are on record, not after the day of the audit; periods that are not
 * over by then stay out, since nobody can tell a budget from what was spent.
 */
const WINDOW = `
  booked AS (
    SELECT
      toString(purpose) AS purpose,
      toFloat64(amount) AS spent,
      ${months} AS length,
      assumeNotNull(${firstDay}) AS first_day,
      addMonths(first_day, length) AS next_day,
      cityHash64(purpose, ifNull(toString(line), ''), ifNull(product, ''), ifNull(toString(allocation_key), '')) AS kind
    FROM cost
    WHERE ${months} > 0
  ),
  (
    SELECT least(
      ifNull(maxOrNull(if(purpose = 'acquisition', next_day, NULL)), ${tomorrow}),
      ifNull(maxOrNull(if(purpose IN ('retention', 'save'), next_day, NULL)), ${tomorrow}),
      max(next_day))
    FROM booked
    WHERE next_day <= ${tomorrow}
  ) AS until,
  addMonths(until, -12) AS since,
  (
    SELECT (min(if(purpose = 'acquisition', first_day, NULL)), min(if(purpose IN ('retention', 'save'), first_day, NULL)))
    FROM booked
  ) AS begun`;

/** One row per cost line and month of the twelve: its part of the amount. A line of a quarter or a year counts evenly over its months. */
export const spendSubjects: Subjects = {
  name: 'spend-imbalance',
  cluster: 'month',
  id: 'month',
  sql: `
WITH${WINDOW},
  monthly AS (
    SELECT
      purpose,
      spent / length AS part,
      length,
      kind,
      addMonths(first_day, arrayJoin(range(toUInt32(length)))) AS month_start
    FROM booked
    WHERE next_day <= ${tomorrow}
  )
SELECT
  toString(until - 1) AS last_day,
  greatest(0, ifNull(dateDiff('month', since, begun.1), 0)) AS winning_late,
  greatest(0, ifNull(dateDiff('month', since, begun.2), 0)) AS keeping_late,
  purpose,
  toString(month_start) AS month,
  part,
  min(length) OVER (PARTITION BY kind, month_start) < length AS told_twice
FROM monthly
WHERE month_start >= since AND month_start < until`,
};

export const spendCells: CellSpec = {
  by: ['last_day', 'purpose', 'month', 'winning_late', 'keeping_late'],
  replicates: 1,
  sums: { lines: '1', amount: 'part', told_twice: 'told_twice' },
};

/** Contribution margin, or else revenue, of the latest twelve months on record, by whether the customer was a year old by then. */
export const valueCells: CellSpec = {
  by: ['known'],
  replicates: 1,
  subjects: {
    name: 'spend-imbalance values',
    cluster: 'customer_id',
    id: 'customer_id',
    sql: `
WITH
  (SELECT max(addMonths(${firstDay}, ${months})) FROM customer_value WHERE ${months} > 0 AND addMonths(${firstDay}, ${months}) <= ${tomorrow}) AS until,
  since_when AS (
    SELECT customer_id, min(day) AS party_since
    FROM (
      SELECT customer_id, toNullable(party_since) AS day FROM fact_contract
      UNION ALL
      SELECT customer_id, customer_since AS day FROM customer WHERE customer_since IS NOT NULL
    )
    GROUP BY customer_id
  ),
  seen AS (
    SELECT
      customer_id,
      toFloat64(v.margin) AS own_margin,
      toFloat64(v.revenue) AS own_revenue,
      assumeNotNull(${firstDay}) AS first_day,
      addMonths(first_day, ${months}) AS next_day
    FROM customer_value AS v
    WHERE ${months} > 0 AND addMonths(${firstDay}, ${months}) <= ${tomorrow} AND ${firstDay} >= addMonths(until, -12)
  )
SELECT
  s.customer_id AS customer_id,
  w.party_since IS NOT NULL AS known,
  -- The months of a newcomer count from the day he came, those of an existing customer from his first anniversary.
  greatest(s.first_day, ifNull(w.party_since, s.first_day)) AS there_from,
  if(there_from >= s.next_day, 0, greatest(0, dateDiff('day', greatest(there_from, addMonths(ifNull(w.party_since, s.first_day), toInt32({existingMonths:Float64}))), s.next_day)) / dateDiff('day', there_from, s.next_day)) AS existing_part,
  s.own_margin AS own_margin,
  s.own_revenue AS own_revenue
FROM seen AS s
LEFT JOIN since_when AS w ON w.customer_id = s.customer_id`,
  },
  sums: {
    rows: '1',
    with_margin: 'own_margin IS NOT NULL',
    margin: 'ifNull(own_margin, 0)',
    existing_margin: 'ifNull(own_margin, 0) * existing_part',
    with_revenue: 'own_revenue IS NOT NULL',
    revenue: 'ifNull(own_revenue, 0)',
    existing_revenue: 'ifNull(own_revenue, 0) * existing_part',
  },
};

/** Running contracts: their yearly price, where no value of customers is on record. */
export const contractCells: CellSpec = {
  by: ['is_old'],
  replicates: 1,
  subjects: {
    name: 'spend-imbalance contracts',
    cluster: 'party',
    id: 'contract_id',
    sql: `
SELECT
  party, contract_id, toFloat64(price_year) AS price,
  ifNull(addMonths(party_since, toInt32({existingMonths:Float64})) <= ${asOf}, false) AS is_old
FROM fact_contract
WHERE running`,
  },
  sums: { contracts: '1', priced: 'price IS NOT NULL', price: 'ifNull(price, 0)' },
};

/** Customers won within the twelve months of the books, and customers of a year and more at their end. */
export const partyCells: CellSpec = {
  by: [],
  replicates: 1,
  subjects: {
    name: 'spend-imbalance parties',
    cluster: 'party',
    id: 'customer_id',
    sql: `
WITH${WINDOW}
SELECT
  party, customer_id,
  start >= since AND start < until AS is_won,
  start < until AND (running OR ifNull(end >= until, false)) AND addMonths(party_since, toInt32({existingMonths:Float64})) <= until AS is_old
FROM fact_party_spell`,
  },
  sums: { won: 'is_won', existing: 'is_old' },
};

/** Price forgone by discounts within the twelve months of the books, by whether the customer was still in his first year then. */
export const forgoneCells: CellSpec = {
  by: [],
  replicates: 1,
  subjects: {
    name: 'spend-imbalance forgone',
    cluster: 'party',
    id: 'contract_id',
    sql: `
WITH${WINDOW},
  given AS (
    SELECT
      contract_id,
      toFloat64(discount) * ${perYearSql('price_period')} / ${grossSql('price_basis')} AS discount_year,
      least(ifNull(discount_end, toDate32('2299-12-31')), ifNull(end_date, toDate32('2299-12-31')), until) AS last_day
    FROM contract
    WHERE discount > 0
  )
SELECT
  f.party AS party,
  f.contract_id AS contract_id,
  addMonths(f.party_since, toInt32({existingMonths:Float64})) AS turns_existing,
  greatest(f.start, since) AS from_day,
  g.discount_year * greatest(0, dateDiff('day', from_day, least(g.last_day, turns_existing))) / 365.25 AS for_newcomers,
  g.discount_year * greatest(0, dateDiff('day', greatest(from_day, turns_existing), g.last_day)) / 365.25 AS for_existing
FROM fact_contract AS f
INNER JOIN given AS g ON g.contract_id = f.contract_id`,
  },
  sums: { contracts: '1', for_newcomers: 'for_newcomers', for_existing: 'for_existing' },
};
