import { MANAGEMENT, OCCASIONS, SINCE } from '#facts/promise-occasion.ts';
import type { CellSpec, Subjects } from '../cells.ts';

/**
 * One row per occasion on which a promise was due, with whether it was kept; a promise that nothing measures has one row that says so.
 * Whoever gave up waiting before the time was over, and what is not yet due, is pending. A rating is an occasion for each answer.
 */
export const occasionSubjects: Subjects = {
  name: 'promise-gap',
  cluster: 'who',
  id: 'occasion_id',
  sql: `
WITH${OCCASIONS}
SELECT
  promise_id AS promise,
  promised,
  is_promised_always,
  occasion_id,
  who,
  concat(toString(toYear(on_day)), if(toMonth(on_day) <= 6, '-H1', '-H2')) AS half_year,
  state
FROM occasions
UNION ALL
SELECT promise_id, 1, true, '', '', '', 'untestable'
FROM promises
WHERE NOT is_testable`,
};

/** One row per answer to a question that the management was asked too, in points of ten. */
const ratingSubjects: Subjects = {
  name: 'self-rating',
  cluster: 'person',
  id: 'person',
  sql: `
WITH answers AS (
  SELECT
    assumeNotNull(coalesce(customer_id, concat('respondent ', respondent_id))) AS person,
    toString(item) AS question,
    if(customer_id IS NULL AND match(lower(ifNull(respondent_id, '')), ${MANAGEMENT}), 'management', 'customers') AS side,
    if(scale_max = 10, value, 10 * (value - 1) / (scale_max - 1)) AS points
  FROM survey
  WHERE at >= ${SINCE} AND at < {asOf:Date} + 1 AND scale_max > 1 AND touchpoint_id IS NULL
    AND (customer_id IS NOT NULL OR respondent_id IS NOT NULL)
)
SELECT person, question, side, points
FROM answers
WHERE question IN (SELECT question FROM answers WHERE side = 'management')`,
};

/** Occasions on which a promise was not kept. */
export const BROKEN = `state = 'broken'`;

export const promiseCells = {
  occasions: {
    by: ['promise', 'state', 'half_year', 'promised', 'is_promised_always'],
    standsOn: ['promise'],
    replicates: 1,
    sums: { occasions: '1' },
  },
  ratings: {
    by: ['question', 'side'],
    standsOn: ['survey'],
    subjects: ratingSubjects,
    sums: { answers: '1', points: 'points' },
  },
} satisfies Record<string, CellSpec>;
