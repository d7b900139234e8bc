import type { CellSpec, Subjects } from '../cells.ts';

const SINCE = `addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))`;
const NOW = `toDateTime64({asOf:Date} + 1, 3, 'UTC')`;
/** Anonymous numbers of respondents who answer for the company. */
const MANAGEMENT = `'^(management|manager|mgmt|leitung|führung|fuehrung|geschäftsführ|geschaeftsfuehr|vorstand|board)'`;

const given = (measure: string, day: string) => `
    CROSS JOIN (SELECT * FROM promises WHERE is_testable AND measure = '${measure}') AS p
    WHERE (SELECT countIf(measure = '${measure}') FROM promise) > 0
      AND toDate32(${day}) >= greatest(p.since, toDate32(${SINCE})) AND toDate32(${day}) <= p.until
      AND ${day} < ${NOW}`;

/** Settled within the time, later or not at all, or not yet due. */
const inTime = (begin: string, end: string) => `multiIf(
        ifNull(${end} < ${NOW}, false) AND dateDiff('second', ${begin}, ifNull(${end}, ${begin})) <= p.bar, 'kept',
        dateDiff('second', ${begin}, ifNull(least(${end}, ${NOW}), ${NOW})) > p.bar, 'broken',
        'pending')`;

/**
 * One row per occasion on which a promise was due, with whether it was kept; a promise that nothing measures has one row that says so.
 * Whoever gave up waiting before the time was over, and what is not yet due, is pending. A rating is an occasion for each answer.
 */
export const occasionSubjects: Subjects = {
  name: 'promise-gap',
  cluster: 'who',
  id: 'occasion_id',
  sql: `
WITH
  promises AS (
    SELECT
      promise_id,
      toDate32(valid_from) AS since,
      toDate32(ifNull(valid_to, toDate32('2200-01-01'))) AS until,
      ifNull(toString(measure), 'not_testable') AS measure,
      ifNull(toString(unit), '') AS unit_name,
      ifNull(toString(topic), '') AS about,
      ifNull(toString(channel), '') AS way,
      ifNull(promised_share, 1) AS promised,
      promised_share IS NULL AS is_promised_always,
      ifNull(threshold, 0) * multiIf(
        measure = 'rating', 1,
        unit_name = 'seconds', 1,
        unit_name = 'minutes', 60,
        unit_name = 'hours', 3600,
        unit_name = 'days', 86400,
        measure = 'contact_answered', 1,
        3600) AS bar,
      measure != 'not_testable' AND threshold IS NOT NULL AND (measure = 'rating') = (unit_name = 'points' OR (unit_name = '' AND measure = 'rating')) AS is_testable
    FROM promise
    WHERE valid_from <= {asOf:Date}
  ),
  occasions AS (
    SELECT p.promise_id AS promise_id, p.promised AS promised, p.is_promised_always AS is_promised_always, c.case_id AS occasion_id,
      c.customer_id AS who, toDate32(c.opened_at) AS on_day, ${inTime('c.opened_at', 'c.closed_at')} AS state
    FROM \`case\` AS c${given('case_closed', 'c.opened_at')}
      AND (p.about = '' OR p.about = ifNull(c.topic, ''))
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, c.contact_id, ifNull(c.customer_id, c.contact_id), toDate32(c.started_at),
      multiIf(
        ifNull(c.answered, NOT ifNull(c.abandoned, false)) AND c.wait_s <= p.bar, 'kept',
        c.wait_s > p.bar, 'broken',
        'pending')
    FROM contact AS c${given('contact_answered', 'c.started_at')}
      AND c.wait_s IS NOT NULL AND (c.direction IS NULL OR c.direction = 'in')
      AND (p.about = '' OR p.about = ifNull(c.topic, '')) AND (p.way = '' OR p.way = ifNull(c.channel, ''))
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, ifNull(m.mention_id, toString(m.at)), ifNull(m.mention_id, toString(m.at)), toDate32(m.at),
      ${inTime('m.at', 'm.replied_at')}
    FROM mention AS m${given('mention_replied', 'm.at')}
      AND (m.by IS NULL OR m.by != 'firm') AND (p.way = '' OR p.way = m.source)
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, a.case_id, a.case_id, toDate32(a.requested_at), ${inTime('a.requested_at', 'a.decided_at')}
    FROM approval AS a${given('approval_decided', 'a.requested_at')}
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, concat(assumeNotNull(coalesce(s.customer_id, s.respondent_id)), ' ', toString(s.at)),
      assumeNotNull(coalesce(s.customer_id, s.respondent_id)), toDate32(s.at), if(s.value >= p.bar, 'kept', 'broken')
    FROM survey AS s${given('rating', 's.at')}
      AND (p.about = '' OR p.about = s.item) AND (p.way = '' OR p.way = ifNull(s.channel, ''))
      AND NOT (s.customer_id IS NULL AND match(lower(ifNull(s.respondent_id, '')), ${MANAGEMENT}))
  )
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
export const ratingSubjects: Subjects = {
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
    replicates: 1,
    sums: { occasions: '1' },
  },
  ratings: {
    by: ['question', 'side'],
    subjects: ratingSubjects,
    sums: { answers: '1', points: 'points' },
  },
} satisfies Record<string, CellSpec>;
