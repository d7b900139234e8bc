import { STAFF_MINIMUM_SQL } from '#domain/staff-guard.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { PART_TIME_BELOW } from './settings.ts';

/** One row per person and dimension, in groups that may be told of (see the fact). The subjects are never listed. */
export const staffSubjects: Subjects = {
  name: 'staff-disparity',
  cluster: 'staff_pid',
  id: 'dimension',
  sql: `
SELECT
  *,
  fte < ${PART_TIME_BELOW} AS part_time,
  if(dimension = 'pay', toUInt32(least(9999, round(value / 100))), 0) AS hundreds,
  if(dimension = 'pay', toUInt32(least(9999, round(value / fte / 100))), 0) AS hundreds_full_time
FROM fact_staff_group`,
};

const turnoverSubjects: Subjects = {
  name: 'staff-turnover',
  cluster: 'role',
  id: 'role',
  sql: 'SELECT * FROM fact_staff_turnover',
};

/** Answers of teams of one role, in the latest wave of each item; teams too small to be shown, and single teams, stay out. */
const pulseSubjects: Subjects = {
  name: 'staff-pulse',
  cluster: 'team_id',
  id: 'item',
  sql: `
WITH
  team AS (
    SELECT team_id, toString(min(role_class)) AS role
    FROM staff
    WHERE {worksAgreement:Float64} = 1
    GROUP BY team_id
    HAVING uniqExact(role_class) = 1 AND role IN ('acquisition', 'care')
  ),
  latest AS (SELECT item, max(wave) AS wave FROM team_pulse GROUP BY item)
SELECT
  p.team_id AS team_id,
  toString(p.item) AS item,
  t.role AS role,
  toFloat64(p.n) AS n,
  toFloat64(p.mean) AS mean,
  count() OVER (PARTITION BY p.item, t.role) AS teams
FROM team_pulse AS p
INNER JOIN latest AS l ON l.item = p.item AND l.wave = p.wave
INNER JOIN team AS t ON t.team_id = p.team_id
WHERE p.n >= ${STAFF_MINIMUM_SQL}`,
};

export const staffCells = {
  persons: {
    by: ['dimension', 'role', 'closing', 'part_time', 'hundreds', 'hundreds_full_time'],
    sums: { persons: '1', value: 'value', fte: 'fte', share: 'value * fte' },
  },
  turnover: {
    by: ['role', 'closing', 'by_will_only'],
    subjects: turnoverSubjects,
    replicates: 1,
    sums: { exits: 'exits', person_years: 'person_years', persons: 'persons' },
  },
  pulse: {
    by: ['item', 'role'],
    subjects: pulseSubjects,
    where: 'teams >= 2',
    replicates: 1,
    sums: { answers: 'n', score: 'n * mean' },
  },
} satisfies Record<string, CellSpec>;
