import type { CellSpec, Subjects } from '../cells.ts';
import { ASKED } from './asked.ts';

/** Ratings of one person that are used: pairs grow with their square. */
const RATINGS = 12;

/** Steps up to the answers with their experiences. */
const ANSWERS = `${ASKED},
  people AS (
    SELECT
      person,
      groupArrayIf((at, points), has(judgement, question) AND rank != 0) AS judgements,
      arrayReverseSort(groupArrayIf((at, touchpoint, felt), rank = 0 AND has(touchpoints, touchpoint))) AS ratings
    FROM asked
    GROUP BY person
  ),
  answers AS (
    SELECT
      person,
      toString(j.1) AS judged_at,
      toFloat64(j.2) AS points,
      arrayFilter(r -> r.1 > j.1 - toIntervalSecond(toInt64({experienceDays:Float64} * 86400)) AND r.1 < j.1 + INTERVAL 1 DAY, ratings) AS near,
      arrayMap(r -> r.2, near) AS places,
      arrayFilter((r, i) -> indexOf(places, r.2) = i, near, arrayEnumerate(near)) AS latest,
      arraySort(arrayMap(r -> (r.2, r.3), arraySlice(arraySort(r -> cityHash64(person, r.2), latest), 1, ${RATINGS}))) AS experiences
    FROM people
    ARRAY JOIN judgements AS j
  )`;

/** One row per overall judgement (willingness to recommend, else overall satisfaction), in points of ten, with what was met before. */
export const answerSubjects: Subjects = {
  name: 'moments-of-truth',
  cluster: 'person',
  id: 'person',
  sql: `
WITH${ANSWERS}
SELECT person, judged_at, points, notEmpty(experiences) AS is_rated, arrayExists(e -> e.2 = -1, experiences) AS is_disappointed
FROM answers`,
};

/** One row per pair of experiences of one judgement, each with itself and with none: the cross products of a regression. */
const pairSubjects: Subjects = {
  name: 'pairs of experiences',
  cluster: 'person',
  id: 'person',
  sql: `
WITH${ANSWERS}
SELECT
  person,
  points,
  p.1 AS place,
  p.2 AS felt,
  p.3 AS other_place,
  p.4 AS other_felt
FROM (SELECT person, points, arrayPushFront(experiences, ('', toInt8(0))) AS list FROM answers WHERE notEmpty(experiences))
ARRAY JOIN arrayFlatten(arrayMap((x, i) -> arrayMap(z -> (x.1, x.2, z.1, z.2), arraySlice(list, i)), list, arrayEnumerate(list))) AS p`,
};

/** One row per rating, whether or not the person gave an overall judgement. */
const ratingSubjects: Subjects = {
  name: 'ratings of touchpoints',
  cluster: 'person',
  id: 'person',
  sql: `
WITH${ANSWERS}
SELECT
  a.person AS person,
  a.touchpoint AS place,
  coalesce(t.name, a.touchpoint) AS name,
  ifNull(toFloat64(t.frequency_per_year), 0) AS frequency,
  a.felt AS felt
FROM asked AS a
LEFT JOIN (SELECT touchpoint_id, toNullable(max(name)) AS name, max(frequency_per_year) AS frequency_per_year FROM touchpoint GROUP BY touchpoint_id) AS t
  ON t.touchpoint_id = a.touchpoint
WHERE a.rank = 0 AND has(touchpoints, a.touchpoint)`,
};

/** Judgements after a disappointing experience. */
export const DISAPPOINTED = 'is_disappointed';

export const momentCells = {
  answers: { by: ['is_rated'], replicates: 1, sums: { answers: '1', disappointed: DISAPPOINTED } },
  ratings: {
    by: ['place', 'name', 'frequency'],
    subjects: ratingSubjects,
    replicates: 1,
    sums: { ratings: '1', disappointed: 'felt = -1', delighted: 'felt = 1' },
  },
  pairs: {
    by: ['place', 'felt', 'other_place', 'other_felt'],
    subjects: pairSubjects,
    replicates: 40,
    sums: { answers: '1', points: 'points' },
  },
} satisfies Record<string, CellSpec>;
