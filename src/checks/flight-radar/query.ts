import { WINDOW_MONTHS } from '#facts/exposure-window.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { actsSql, exposedSql } from './month-patterns.ts';

const asOf = 'toDate32({asOf:Date})';

/** One row per customer who is there today, and what the company has done that touches his coming month. */
export const radarSubjects: Subjects = {
  name: 'flight-radar',
  cluster: 'party',
  id: 'customer_id',
  sql: `
SELECT
  party, customer_id, line, segment, start_month,
  (SELECT max(snapshot) FROM fact_exposure_stay) AS snapshot,
  toUInt8(${exposedSql(WINDOW_MONTHS)}) AS exposed_now,
  ${actsSql(WINDOW_MONTHS)} AS acts,
  multiIf(
    party IN (
      SELECT f.party FROM fact_contract AS f
      INNER JOIN (SELECT contract_id FROM contract WHERE notice_date <= {asOf:Date} AND end_date > {asOf:Date}) AS c ON c.contract_id = f.contract_id
    ), 'noticed',
    customer_id IN (
      SELECT customer_id FROM exit_event
      WHERE kind IN ('tariff_request', 'portability_request', 'threat') AND toDate32(at) > addMonths(${asOf}, -6) AND toDate32(at) <= ${asOf}
    ), 'exploring',
    exposed_now = 1, 'disappointed',
    'steady') AS state
FROM fact_exposure_party
WHERE running`,
};

/** Where today's customers stand between steady and gone. */
export const stateCells: CellSpec = {
  by: ['state', 'snapshot'],
  replicates: 1,
  sums: { customers: '1', affected: 'exposed_now' },
};

// One customer in sixteen is enough to see which kinds of contact belong to leaving.
const SAMPLE = 'cityHash64(customer_id) % 16 = 0';
const WITHIN = `toDate32(at) >= addMonths(${asOf}, -toInt32({windowMonths:Float64})) AND toDate32(at) <= addMonths(${asOf}, -3)`;

/** One row per event that might foretell an exit, and whether its customer left within three months. */
const signalSubjects: Subjects = {
  name: 'signals',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: `
SELECT
  e.signal AS signal,
  e.customer_id AS customer_id,
  toUInt8(ifNull(s.left_on >= e.on_day AND s.left_on <= addMonths(e.on_day, 3), false)) AS followed
FROM (
  SELECT concat('exit_event: ', kind) AS signal, customer_id, toDate32(at) AS on_day FROM exit_event WHERE ${WITHIN}
  UNION ALL
  SELECT concat('concession: ', ifNull(toString(trigger), '')) AS signal, customer_id, toDate32(at) AS on_day FROM concession WHERE ${WITHIN}
  UNION ALL
  SELECT concat('contact: ', ifNull(toString(kind), '')) AS signal, assumeNotNull(customer_id) AS customer_id, toDate32(started_at) AS on_day
  FROM contact
  WHERE customer_id IS NOT NULL AND ${SAMPLE} AND ${WITHIN.replaceAll('(at)', '(started_at)')}
) AS e
LEFT JOIN (
  SELECT f.customer_id AS customer_id, max(s.last_day) AS left_on
  FROM fact_exposure_stay AS s
  INNER JOIN (SELECT customer_id, min(party) AS party FROM fact_contract GROUP BY customer_id) AS f ON f.party = s.party
  WHERE s.left_voluntarily
  GROUP BY customer_id
) AS s ON s.customer_id = e.customer_id`,
};

export const signalCells: CellSpec = {
  by: ['signal'],
  subjects: signalSubjects,
  replicates: 1,
  sums: { events: '1', followed: 'followed' },
};
