import type { CellSpec, Subjects } from '../cells.ts';

/** Words by which an item is taken for the willingness to recommend, or else for the overall judgement; lower case. */
const RECOMMEND = `'recommend|empfehl|nps'`;
const OVERALL = `'overall|gesamt|satisf|zufrieden'`;
/** Touchpoints that are told apart, and ratings of one person that are used: pairs grow with their square. */
const TOUCHPOINTS = 40;
const RATINGS = 12;

/** -1 disappointing, 0 okay, 1 delighting: 1-2, 3-4 and 5 of five; 0-6, 7-8 and 9-10 of ten; other scales by the nearer of the two. */
const CLASS = `multiIf(
        scale_max <= 7, multiIf(value <= 0.4 * scale_max, -1, value >= 0.95 * scale_max, 1, 0),
        value <= 0.6 * scale_max, -1,
        value >= 0.9 * scale_max, 1,
        0)`;

/** Steps up to the answers with their experiences; every person, judgement and rating comes from the survey alone. */
const ANSWERS = `
  asked AS (
    SELECT
      assumeNotNull(coalesce(customer_id, concat('respondent ', respondent_id))) AS person,
      at,
      lower(toString(item)) AS question,
      multiIf(touchpoint_id IS NOT NULL, 0, match(question, ${RECOMMEND}), 1, match(question, ${OVERALL}), 2, 9) AS rank,
      ifNull(touchpoint_id, '') AS touchpoint,
      toInt8(${CLASS}) AS felt,
      if(scale_max = 10, value, 10 * (value - 1) / (scale_max - 1)) AS points
    FROM survey
    WHERE at >= addMonths({asOf:Date}, -toInt32({surveyMonths:Float64}))
      AND at < {asOf:Date} + 1
      AND (customer_id IS NOT NULL OR respondent_id IS NOT NULL)
      AND scale_max > 1
  ),
  (SELECT groupArray(question) FROM (SELECT question FROM asked WHERE rank IN (1, 2) GROUP BY question, rank ORDER BY rank, count() DESC, question LIMIT 1)) AS judgement,
  (SELECT groupArray(touchpoint) FROM (SELECT touchpoint FROM asked WHERE rank = 0 GROUP BY touchpoint ORDER BY count() DESC, touchpoint LIMIT ${TOUCHPOINTS})) AS touchpoints,
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
