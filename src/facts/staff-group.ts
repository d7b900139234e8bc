import { DOMINANCE_SHARE, STAFF_MINIMUM_SQL, STAFF_STEP } from '#domain/staff-guard.ts';
import type { Fact } from './fact.ts';

const asOf = 'toDate32({asOf:Date})';
/** Groups close with a quarter only: a closing day within it would be the day on which somebody came or went. */
const quarterEndSql = (day: string) =>
  `addMonths(makeDate32(toYear(${day}), intDiv(toMonth(${day}) - 1, 3) * 3 + 1, 1), 3) - 1`;

/** Employments of the two role classes, only under a recorded works agreement. */
const employed = `
  SELECT
    staff_pid,
    toString(role_class) AS role,
    toDate32(entered) AS first_day,
    ifNull(toDate32(left), toDate32('2200-01-01')) AS last_day,
    least(2, greatest(0.1, ifNull(toFloat64(s.fte), 1))) AS fte,
    -- Where hours are kept, somebody without them may work any: what goes with hours is unknown of him.
    s.fte IS NOT NULL OR (SELECT count(fte) FROM staff) = 0 AS hours_known,
    if(hours_known, toFloat64(s.pay), NULL) AS pay,
    if(hours_known, toFloat64(training_hours), NULL) AS training,
    if(hours_known, toFloat64(recognition_n), NULL) AS recognition,
    toFloat64(decision_limit) AS decision_limit,
    toFloat64(variable_share) AS variable_share,
    -- An empty day means never trained, but only where such days are kept at all.
    if((SELECT count(last_service_training) FROM staff) > 0, toNullable(toFloat64(last_service_training IS NOT NULL)), NULL) AS trained,
    exit_kind = 'voluntary' AS by_will
  FROM staff AS s
  WHERE {worksAgreement:Float64} = 1 AND role_class IN ('acquisition', 'care') AND entered <= {asOf:Date}`;

/**
 * One row per person and dimension of the working conditions: what a group of at least the smallest group's size may be told of, and
 * nothing else. The group is that of the closing day, the last end of a quarter up to the audit's day by which ${STAFF_STEP} persons of the role with a known
 * value had come or gone since the closing day before. Audits on neighbouring days, or under other settings, therefore stand on the same
 * persons or on groups that differ by ${STAFF_STEP} or more. Dimensions in which one of the two roles is too small, or one person makes up
 * more than half of a sum, are absent for both.
 */
export const staffGroupFact: Fact = {
  name: 'fact_staff_group',
  reads: ['staff'],
  after: [],
  orderBy: ['dimension', 'role', 'staff_pid'],
  sql: `
WITH
  employed AS (${employed}
  ),
  valued AS (
    SELECT staff_pid, role, first_day, last_day, fte, dimension, assumeNotNull(given) AS value
    FROM employed
    ARRAY JOIN
      ['pay', 'training', 'trained', 'recognition', 'limit', 'variable'] AS dimension,
      [pay, training, trained, recognition, decision_limit, variable_share] AS given
    WHERE given IS NOT NULL
  ),
  moves AS (
    SELECT dimension, role, ${quarterEndSql('moved_on')} AS day, count() AS n
    FROM (SELECT dimension, role, arrayJoin([first_day, last_day]) AS moved_on FROM valued)
    WHERE moved_on <= ${asOf}
    GROUP BY dimension, role, day
    HAVING day <= ${asOf}
  ),
  closing AS (
    SELECT
      dimension,
      role,
      arrayFold(
        (seen, move) -> if(seen.1 + move.2 >= ${STAFF_STEP}, (toUInt64(0), move.1), (seen.1 + move.2, seen.2)),
        arraySort(groupArray((day, n))),
        (toUInt64(0), toDate32('1900-01-01'))).2 AS closing_day
    FROM moves
    GROUP BY dimension, role
  ),
  standing AS (
    SELECT
      v.staff_pid AS staff_pid, v.role AS role, v.dimension AS dimension, v.value AS value, v.fte AS fte,
      c.closing_day AS closing_day,
      count() OVER same AS persons,
      max(v.value) OVER same AS largest,
      sum(v.value) OVER same AS total
    FROM valued AS v
    INNER JOIN closing AS c ON c.dimension = v.dimension AND c.role = v.role
    WHERE v.first_day <= c.closing_day AND v.last_day > c.closing_day
    WINDOW same AS (PARTITION BY v.dimension, v.role)
  ),
  shown AS (
    SELECT *
    FROM standing
    WHERE persons >= ${STAFF_MINIMUM_SQL} AND (dimension = 'trained' OR largest <= ${DOMINANCE_SHARE} * total OR total = 0)
  )
SELECT
  staff_pid, role, dimension, value, fte, persons, toString(closing_day) AS closing
FROM shown
WHERE dimension IN (SELECT dimension FROM shown GROUP BY dimension HAVING uniqExact(role) = 2)`,
};

/**
 * One row per role: exits and person-years of a span that begins and ends with a closing day, each of them the end of a quarter by which ${STAFF_STEP} more
 * persons of the role had left since the one before; at least two years long where the records allow. So no two audits differ by fewer
 * than ${STAFF_STEP} exits. Only exits of one's own accord count where kinds of exit are recorded for four in five of either role. Records begin with the
 * quarter after the first exit of anybody: before, leavers may be missing.
 */
export const staffTurnoverFact: Fact = {
  name: 'fact_staff_turnover',
  reads: ['staff'],
  after: [],
  orderBy: ['role'],
  sql: `
WITH
  employed AS (${employed}
  ),
  (
    -- Of all exits on record whenever they were: the audit's day must not tell that somebody went.
    SELECT min(known) >= 0.8
    FROM (SELECT countIf(by_will IS NOT NULL) / count() AS known FROM employed WHERE last_day < toDate32('2200-01-01') GROUP BY role)
  ) AS kinds_known,
  (SELECT ${quarterEndSql('min(last_day)')} FROM employed WHERE last_day <= ${asOf}) AS records_from,
  exits AS (
    SELECT role, ${quarterEndSql('last_day')} AS day, count() AS n
    FROM employed
    WHERE last_day <= ${asOf} AND last_day > records_from AND (NOT kinds_known OR ifNull(by_will, false))
    GROUP BY role, day
    HAVING day <= ${asOf}
  ),
  closings AS (
    SELECT
      role,
      arrayFold(
        (seen, move) -> if(seen.1 + move.2 >= ${STAFF_STEP}, (toUInt64(0), arrayPushBack(seen.2, move.1)), (seen.1 + move.2, seen.2)),
        arraySort(groupArray((day, n))),
        (toUInt64(0), [records_from])).2 AS days,
      days[-1] AS until_day,
      if(length(days) < 2, until_day, arrayLast((d, i) -> i = 1 OR (i < length(days) AND d <= addMonths(until_day, -24)), days, arrayEnumerate(days))) AS from_day
    FROM exits
    GROUP BY role
  )
SELECT
  e.role AS role,
  kinds_known AS by_will_only,
  toString(c.until_day) AS closing,
  countIf(e.last_day > c.from_day AND e.last_day <= c.until_day AND (NOT kinds_known OR ifNull(e.by_will, false))) AS exits,
  sum(greatest(0, dateDiff('day', greatest(e.first_day, c.from_day), least(e.last_day, c.until_day)))) / 365.25 AS person_years,
  uniqExactIf(e.staff_pid, e.first_day < c.until_day AND e.last_day > c.from_day) AS persons
FROM employed AS e
INNER JOIN closings AS c ON c.role = e.role
WHERE c.until_day > c.from_day
GROUP BY role, by_will_only, closing
HAVING persons >= ${STAFF_MINIMUM_SQL}`,
};
