import type { CellSpec, Subjects } from '../cells.ts';

const MONTH = (day: string) => `toInt32(toRelativeMonthNum(${day}))`;
const ASKS = `('threat', 'tariff_request', 'complaint_escalated')`;
const LIST = (key: string) => `
  if(JSONType(ifNull(scope, ''), '${key}') = 'Array', JSONExtract(ifNull(scope, ''), '${key}', 'Array(String)'),
    arrayFilter(x -> x != '', [JSONExtractString(ifNull(scope, ''), '${key}')]))`;

/**
 * Months of regulars' contracts, asks of overpaying ones, and departures of overpaying parties that had not asked for two years and did not
 * leave together with others of their household, by group (region, line, product) and by whether a letter reached the group, or something public was heard, in the three months before. The month
 * of a letter itself is left out: letters take their days. Whom a notice reached is read from its rule; notices with a rule in other words
 * are left out.
 */
const wakingSubjects: Subjects = {
  name: 'silent-overpayment waking',
  cluster: 'region',
  id: 'region',
  sql: `
WITH
  greatest(
    addYears(toDate32({asOf:Date}), -toInt32({wakingYears:Float64})),
    (SELECT toDate32(min(assumeNotNull(at))) FROM exit_event)) AS opened,
  ${MONTH('opened')} + 1 AS first_month,
  ${MONTH('toDate32({asOf:Date})')} - 1 AS last_month,
  notices AS (
    SELECT
      ${MONTH('toDate32(at)')} AS month,
      ifNull(toString(kind), '') IN ('price_letter', 'best_tariff_notice') AS is_letter,
      ${LIST('region')} AS regions,
      ${LIST('line')} AS lines,
      arrayConcat(${LIST('product_id')}, ${LIST('product')}) AS products
    FROM notice_event
    WHERE at < {asOf:Date} + 1 AND ifNull(toString(kind), '') != 'term_end'
      AND (ifNull(scope, '') IN ('', '{}')
        OR (isValidJSON(ifNull(scope, '')) AND NOT empty(JSONExtractKeys(ifNull(scope, '')))
          AND empty(arrayFilter(k -> k NOT IN ('region', 'line', 'product_id', 'product'), JSONExtractKeys(ifNull(scope, ''))))))
  ),
  -- Regulars' contracts, from the day on which their party had been there long enough.
  regular_contracts AS (
    SELECT
      contract_id, customer_id, region, line, product_id,
      ${MONTH('greatest(start, addYears(party_since, toInt32({regularYears:Float64})))')} AS from_month,
      ${MONTH('coalesce(end, toDate32({asOf:Date}))')} AS until_month
    FROM fact_contract
  ),
  stays AS (
    SELECT region, line, product_id, greatest(from_month, first_month) AS since, least(until_month, last_month) AS until, count() AS contracts
    FROM regular_contracts
    WHERE from_month <= last_month AND until_month >= first_month AND from_month <= until_month
    GROUP BY region, line, product_id, since, until
  ),
  months AS (
    SELECT region, line, product_id, month, sum(contracts) AS at_risk
    FROM (SELECT *, arrayJoin(range(toInt32(since), toInt32(until + 1))) AS month FROM stays)
    GROUP BY region, line, product_id, month
  ),
  -- From which month on a customer overpaid: the gap of today, or at departure, counts as reached in equal steps, one a year.
  priced AS (
    SELECT
      g.customer_id AS customer_id, g.relative_gap AS gap, s.start AS start, toFloat64(age('year', s.start, toDate32({asOf:Date}))) AS steps
    FROM (SELECT customer_id, relative_gap FROM fact_customer_gap WHERE regular AND compared) AS g
    INNER JOIN (SELECT customer_id, min(start) AS start FROM fact_contract WHERE is_existing GROUP BY customer_id) AS s ON s.customer_id = g.customer_id
    UNION ALL
    SELECT arrayJoin(customer_ids) AS customer_id, gap, start, toFloat64(steps) AS steps FROM fact_departure
  ),
  overpayers AS (
    SELECT
      customer_id,
      min(${MONTH('addYears(start, toInt32(ceil(greatest(1, steps) * log(1 + {relevantGap:Float64}) / log(1 + gap))))')}) AS dear_from
    FROM priced
    WHERE gap >= {relevantGap:Float64}
    GROUP BY customer_id
  ),
  asks AS (
    SELECT own.1 AS region, own.2 AS line, own.3 AS product_id, month, count() AS n
    FROM (
      SELECT e.customer_id AS customer_id, e.asked_at AS asked_at, e.month AS month, argMin((c.region, c.line, c.product_id), c.contract_id) AS own
      FROM (
        SELECT x.customer_id AS customer_id, assumeNotNull(x.at) AS asked_at, ${MONTH('toDate32(x.at)')} AS month
        FROM (SELECT customer_id, at FROM exit_event WHERE kind IN ${ASKS} AND at < {asOf:Date} + 1) AS x
        INNER JOIN overpayers AS o ON o.customer_id = x.customer_id
        WHERE month >= o.dear_from
      ) AS e
      INNER JOIN regular_contracts AS c ON c.customer_id = e.customer_id
      WHERE e.month BETWEEN c.from_month AND c.until_month
      GROUP BY customer_id, asked_at, month
    )
    GROUP BY region, line, product_id, month
  ),
  exits AS (
    SELECT region, line, product_id, ${MONTH('decided_on')} AS month, count() AS n
    FROM fact_departure
    WHERE gap >= {relevantGap:Float64} AND NOT with_household AND month >= ${MONTH('addYears(party_since, toInt32({regularYears:Float64}))')}
      AND (party, end) NOT IN (
        SELECT d.party, d.end
        FROM (SELECT party, end, decided_on, arrayJoin(customer_ids) AS customer_id FROM fact_departure WHERE gap >= {relevantGap:Float64}) AS d
        INNER JOIN (SELECT customer_id, toDate32(at) AS day FROM exit_event WHERE kind IN ${ASKS}) AS a ON a.customer_id = d.customer_id
        WHERE a.day <= d.decided_on AND a.day > addMonths(d.decided_on, -24))
    GROUP BY region, line, product_id, month
  ),
  reached AS (
    SELECT m.region AS region, m.line AS line, m.product_id AS product_id, m.month AS month,
      minIf(m.month - n.month, n.is_letter) AS letter_since, countIf(n.is_letter) AS letters,
      maxIf(m.month - n.month, NOT n.is_letter) AS public_since
    FROM months AS m
    CROSS JOIN notices AS n
    WHERE m.month - n.month BETWEEN 0 AND 3
      AND (empty(n.regions) OR has(n.regions, m.region))
      AND (empty(n.lines) OR has(n.lines, m.line))
      AND (empty(n.products) OR has(n.products, m.product_id))
    GROUP BY region, line, product_id, month
  )
SELECT
  m.region AS region, m.line AS line, m.product_id AS product_id, m.month AS month, m.at_risk AS at_risk,
  intDiv(last_month - m.month, 6) AS half_year,
  ifNull(w.letters > 0, false) AS lettered,
  lettered AND w.letter_since = 0 AS month_of_letter,
  toUInt8(lettered AND w.letter_since > 0) AS after_letter,
  toUInt8(ifNull(w.public_since > 0, false)) AS after_public,
  ifNull(a.n, 0) AS asks,
  ifNull(x.n, 0) AS exits
FROM months AS m
LEFT JOIN reached AS w ON w.region = m.region AND w.line = m.line AND w.product_id = m.product_id AND w.month = m.month
LEFT JOIN asks AS a ON a.region = m.region AND a.line = m.line AND a.product_id = m.product_id AND a.month = m.month
LEFT JOIN exits AS x ON x.region = m.region AND x.line = m.line AND x.product_id = m.product_id AND x.month = m.month`,
};

export const wakingCells: CellSpec = {
  by: ['region', 'line', 'half_year', 'after_letter', 'after_public'],
  standsOn: ['exit_event'],
  subjects: {
    ...wakingSubjects,
    sql: `SELECT region, if((SELECT uniqExact(line) FROM fact_contract) > 20, '', line) AS line, half_year, after_letter, after_public, at_risk, asks, exits FROM (${wakingSubjects.sql}) WHERE NOT month_of_letter`,
  },
  replicates: 1,
  sums: { months: 'at_risk', asks: 'asks', exits: 'exits' },
};
