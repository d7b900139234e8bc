import type { CellSpec, Subjects } from '../cells.ts';

const SINCE = `addMonths(toDate32({asOf:Date}), -toInt32({windowMonths:Float64}))`;
const within = (at: string) => `${at} >= ${SINCE} AND ${at} < {asOf:Date} + 1`;

/** One row per existing customer: how dear they are against newcomers, and whether anything was heard of them in the window. */
export const overpayerSubjects: Subjects = {
  name: 'silent-overpayment',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: `
SELECT
  *,
  regular AND compared AND relative_gap >= {relevantGap:Float64} AND money_gap >= {relevantMoney:Float64} AS overpays,
  regular AND compared AND relative_gap <= -{relevantGap:Float64} AND money_gap <= -{relevantMoney:Float64} AS underpays,
  customer_id IN (SELECT customer_id FROM exit_event WHERE ${within('at')}) AS asked,
  customer_id IN (SELECT customer_id FROM concession WHERE ${within('at')}) AS conceded,
  customer_id IN (SELECT customer_id FROM contact WHERE kind = 'complaint' AND (direction IS NULL OR direction = 'in') AND ${within('started_at')})
    OR customer_id IN (SELECT customer_id FROM \`case\` WHERE complaint AND ${within('opened_at')}) AS complained,
  overpays AND NOT (asked OR conceded OR complained) AS silent,
  multiIf(tenure_years < 5, '3-4', tenure_years < 9, '5-8', '9+') AS tenure_band
FROM fact_customer_gap`,
};

export const AFFECTED = 'silent';

export const customerCells: CellSpec = {
  by: ['regular', 'tenure_band', 'top_line', 'yardsticks'],
  subjects: {
    ...overpayerSubjects,
    sql: `
WITH
  (SELECT groupArray(name) FROM (SELECT line AS name FROM fact_customer_gap WHERE regular GROUP BY name ORDER BY count() DESC, name LIMIT 8)) AS lines
SELECT *, if(has(lines, line), line, '*') AS top_line
FROM (${overpayerSubjects.sql})`,
  },
  sums: {
    customers: '1',
    compared: 'compared',
    definite: 'definite',
    overpays: 'overpays',
    underpays: 'underpays',
    affected: AFFECTED,
    possible: `${AFFECTED} AND NOT definite`,
    asked: 'overpays AND asked',
    conceded: 'overpays AND conceded AND NOT asked',
    complained: 'overpays AND complained AND NOT asked AND NOT conceded',
    price: 'price',
    silentPrice: `if(${AFFECTED}, price, 0)`,
    transfer: `if(${AFFECTED}, money_gap, 0)`,
    twin: `if(${AFFECTED}, twin, 0)`,
    plainOverpays: 'compared AND relative_gap >= {relevantGap:Float64} AND money_gap >= {relevantMoney:Float64}',
  },
};

const MONTH = (day: string) => `toInt32(toRelativeMonthNum(${day}))`;
const LIST = (key: string) => `
  if(JSONType(ifNull(scope, ''), '${key}') = 'Array', JSONExtract(ifNull(scope, ''), '${key}', 'Array(String)'),
    arrayFilter(x -> x != '', [JSONExtractString(ifNull(scope, ''), '${key}')]))`;

/**
 * Months of regulars' contracts, asks of overpaying ones, and departures of overpaying ones who had not asked for two years, by group
 * (region, line, product) and by whether a letter reached the group, or something public was heard, in the three months before. The month
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
  dear AS (
    SELECT contract_id, log_gap FROM fact_renewal_gap WHERE log_gap >= log(1 + {relevantGap:Float64})
  ),
  -- Regulars' contracts, from the day on which their party had been there long enough.
  regular_contracts AS (
    SELECT
      contract_id, customer_id, region, line, product_id, end, end_kind,
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
  dear_customers AS (
    SELECT customer_id FROM fact_customer_gap
    WHERE regular AND compared AND relative_gap >= {relevantGap:Float64}
    UNION DISTINCT
    SELECT customer_id FROM fact_contract WHERE end IS NOT NULL AND contract_id IN (SELECT contract_id FROM dear)
  ),
  asks AS (
    SELECT own.1 AS region, own.2 AS line, own.3 AS product_id, month, count() AS n
    FROM (
      SELECT e.customer_id AS customer_id, e.asked_at AS asked_at, e.month AS month, argMin((c.region, c.line, c.product_id), c.contract_id) AS own
      FROM (
        SELECT customer_id, assumeNotNull(at) AS asked_at, ${MONTH('toDate32(at)')} AS month
        FROM exit_event
        WHERE kind IN ('threat', 'tariff_request', 'complaint_escalated') AND at < {asOf:Date} + 1
          AND customer_id IN (SELECT customer_id FROM dear_customers)
      ) AS e
      INNER JOIN (SELECT * FROM regular_contracts WHERE customer_id IN (SELECT customer_id FROM dear_customers)) AS c ON c.customer_id = e.customer_id
      WHERE e.month BETWEEN c.from_month AND c.until_month
      GROUP BY customer_id, asked_at, month
    )
    GROUP BY region, line, product_id, month
  ),
  ask_days AS (
    SELECT customer_id, groupArray(toDate32(at)) AS days
    FROM exit_event
    WHERE kind IN ('threat', 'tariff_request', 'complaint_escalated') AND customer_id IN (SELECT customer_id FROM dear_customers)
    GROUP BY customer_id
  ),
  -- Who gave notice has left on that day.
  ended AS (
    SELECT contract_id, customer_id, region, line, product_id, from_month, ifNull(least(n.notice_date, end), end) AS left_on
    FROM (
      SELECT * FROM regular_contracts
      WHERE end IS NOT NULL AND end_kind IN ('voluntary', 'unknown') AND contract_id IN (SELECT contract_id FROM dear)
    ) AS r
    LEFT JOIN (
      SELECT contract_id, notice_date FROM contract
      WHERE notice_date IS NOT NULL AND contract_id IN (SELECT contract_id FROM dear)
    ) AS n USING (contract_id)
  ),
  exits AS (
    SELECT e.region AS region, e.line AS line, e.product_id AS product_id, ${MONTH('assumeNotNull(e.left_on)')} AS month, count() AS n
    FROM ended AS e
    LEFT JOIN ask_days AS a ON a.customer_id = e.customer_id
    WHERE month >= e.from_month AND NOT arrayExists(x -> x <= e.left_on AND x > addMonths(e.left_on, -24), a.days)
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
