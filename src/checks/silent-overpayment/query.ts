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

/** One row per newcomer with a price to be compared with, in the way in which the customers are. */
const newcomerSubjects: Subjects = {
  name: 'silent-overpayment newcomers',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: `
SELECT
  g.customer_id AS customer_id,
  p.list_price / g.twin - 1 AS relative_gap,
  p.list_price - g.twin AS money_gap
FROM fact_price_gap AS g
INNER JOIN (SELECT contract_id, list_price FROM fact_priced_contract WHERE role = 'newcomer') AS p ON p.contract_id = g.contract_id
WHERE g.twin > 0 AND g.role IN ('newcomer', 'matched')
  AND (toString(g.reference), toString(g.source)) IN (SELECT toString(reference), toString(source) FROM fact_customer_gap LIMIT 1)`,
};

export const newcomerCells: CellSpec = {
  by: [],
  subjects: newcomerSubjects,
  standsOn: ['contract'],
  sums: {
    newcomers: '1',
    above: 'relative_gap >= {relevantGap:Float64} AND money_gap >= {relevantMoney:Float64}',
    below: 'relative_gap <= -{relevantGap:Float64} AND money_gap <= -{relevantMoney:Float64}',
  },
};

/** Whether asks are on record from early in the window until late in it: before a log begins and after it ends everybody seems silent. */
export const listeningCells: CellSpec = {
  by: [],
  subjects: {
    name: 'silent-overpayment listening',
    cluster: 'id',
    id: 'id',
    sql: `
SELECT
  0 AS id,
  countIf(at < addMonths(${SINCE}, toInt32({windowMonths:Float64} / 4))) > 0
    AND countIf(at >= addMonths(${SINCE}, toInt32({windowMonths:Float64} / 2)) AND at < {asOf:Date} + 1) > 0 AS throughout
FROM exit_event`,
  },
  replicates: 1,
  sums: { throughout: 'throughout' },
};
