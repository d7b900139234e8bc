import type { Fact } from './fact.ts';

/** Stands for "not ended": later than any day on record. */
export const OPEN_END = `toDate32('2200-01-01')`;

/**
 * Assignments gathered into stays: `kept` rows are those of one role, `stays` those of them under one person. One step a SELECT, as the
 * engine plans a name anew wherever it stands. `by` names what is gathered, `rank` the role, `from` what is read as `a`.
 */
const gatheredSql = (by: string, rank: string, from: string) => `
    SELECT ${by}, arraySplit((x, i) -> i > 1 AND kept[i - 1].2 != x.2, kept, arrayEnumerate(kept)) AS stays
    FROM (
      SELECT ${by}, arrayFilter((x, i) -> i = length(of_role) OR of_role[i + 1].1 > x.1, of_role, arrayEnumerate(of_role)) AS kept
      FROM (
        SELECT ${by}, arrayFilter(x -> x.4 = own_rank, every_row) AS of_role
        FROM (
          SELECT
            ${by},
            min(${rank}) AS own_rank,
            arraySort(groupArray((
              toDate32(a.valid_from), a.staff_pid, ifNull(toDate32(a.valid_to) + 1, ${OPEN_END}), ${rank},
              ifNull(toString(a.change_cause), ''), ifNull(toString(a.handover), '')))) AS every_row
          FROM ${from}
          WHERE a.valid_from <= {asOf:Date}
          GROUP BY ${by}
        )
      )
    )`;

/** A stay once the timeline is joined with its `stays AS own` and their `position`. */
const STAY_COLUMNS = `toUInt32(position) AS number,
  toUInt32(length(stays)) AS stays_known,
  own[1].2 AS staff_pid,
  own[1].1 AS from_day,
  greatest(own[1].1, arrayMax(x -> x.3, own)) AS until_day,
  if(position < length(stays), stays[position + 1][1].1, ${OPEN_END}) AS next_day`;

/** Stays with a contact person, apart for each role; `rows` is a SELECT of assignments in brackets. */
export const staysByRoleSql = (rows: string) => `SELECT
  role_name AS role,
  ${STAY_COLUMNS}
FROM (${gatheredSql('role_name', 'role_name', `(SELECT *, ifNull(toString(role), '') AS role_name FROM ${rows}) AS a`)}
)
ARRAY JOIN stays AS own, arrayEnumerate(stays) AS position`;

/**
 * One row per stay of a customer with one contact person, in order (`number` from 1). Rows that follow one another under the same person
 * are one stay, so a row copied or split in the books is no change. Where a customer has persons of several roles at once, those of the
 * role that is commonest in the house count. `until_day` is the first day without the person, `next_day` the first day of the next one;
 * OPEN_END where there is none. `previous_staff` is empty for the first person. `stays_known`: stays of the
 * customer in all. `entry_days`: days on which the books give the customer
 * to this person again or anew, the very first one left out. Pseudonyms serve to tell persons apart and never leave the audit.
 */
export const assignmentSpellFact: Fact = {
  name: 'fact_assignment_spell',
  reads: ['assignment'],
  after: [],
  orderBy: ['customer_id', 'number'],
  sql: `
WITH
  ranked_role AS (
    SELECT role_name, row_number() OVER (ORDER BY n DESC, role_name) AS role_rank
    FROM (SELECT ifNull(toString(role), '') AS role_name, count() AS n FROM assignment GROUP BY role_name)
  ),
  timeline AS (${gatheredSql(
    'customer_id',
    'a.role_rank',
    `(
            SELECT assignment.*, r.role_rank AS role_rank
            FROM assignment
            LEFT JOIN ranked_role AS r ON r.role_name = ifNull(toString(assignment.role), '')
          ) AS a`,
  )}
  )
SELECT
  customer_id,
  ${STAY_COLUMNS},
  if(position > 1, stays[position - 1][1].2, '') AS previous_staff,
  if(position > 1, arrayMax(x -> x.3, stays[position - 1]), own[1].1) AS previous_until,
  toLowCardinality(own[1].5) AS cause,
  toLowCardinality(own[1].6) AS handover,
  arrayMap(x -> x.1, if(position > 1, own, arrayPopFront(own))) AS entry_days
FROM timeline
ARRAY JOIN stays AS own, arrayEnumerate(stays) AS position`,
};
