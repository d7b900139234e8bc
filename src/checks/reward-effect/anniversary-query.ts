import type { CellSpec, Subjects } from '../cells.ts';
import { DAY, STAYS } from './query.ts';

/** Months on either side of an anniversary. */
const AROUND_MONTHS = 6;
/** Anniversaries that are looked at. */
const LAST_YEAR = 15;
const DAYS_A_MONTH = 30.4375;

/**
 * One row per customer and anniversary that lies, half a year on either side, within what thanks and ends are on record for: time as a customer and
 * leaving before and after it, and whether thanks came with it. Everybody who is there counts, thanked or not; nobody is chosen by what came later.
 */
const anniversarySubjects: Subjects = {
  name: 'reward-effect anniversaries',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: `
WITH
  (SELECT countIf(arm IS NULL) FROM recognition) AS undrawn,
  (SELECT greatest(minIf(${DAY('at')}, arm IS NULL), (SELECT ifNull(min(end_date), {asOf:Date}) FROM contract)) FROM recognition) AS opens,
  greatest(1, intDiv((SELECT count() FROM contract), 400000)) AS stands_for_each,
  held AS (${STAYS("undrawn > 0 AND cityHash64(customer_id, 'anniversary') % stands_for_each = 0")}
  ),
  thanked AS (
    SELECT customer_id, groupArray(${DAY('at')}) AS days
    FROM recognition
    WHERE arm IS NULL AND at < {asOf:Date} + 1
    GROUP BY customer_id
  ),
  whole AS (
    SELECT
      h.customer_id AS customer_id,
      arrayMin(s -> toDate32(s.1), h.stays) AS since,
      arrayMax(s -> toDate32(s.2), h.stays) AS until,
      arrayExists(s -> s.3 = 1 AND toDate32(s.2) = until, h.stays) AS of_own_will,
      t.days AS days
    FROM held AS h
    LEFT JOIN thanked AS t ON t.customer_id = h.customer_id
  )
SELECT
  customer_id, year, stands_for_each AS stands_for,
  addYears(since, year) AS day,
  addMonths(day, -${AROUND_MONTHS}) AS from_day,
  addMonths(day, ${AROUND_MONTHS}) AS to_day,
  toUInt8(until > day) AS reached,
  toUInt8(reached AND arrayExists(x -> x BETWEEN day - 31 AND day + 61, days)) AS given,
  dateDiff('day', from_day, least(until, day)) / ${DAYS_A_MONTH} AS months_before,
  if(reached, dateDiff('day', day, least(until, to_day)) / ${DAYS_A_MONTH}, 0) AS months_after,
  toUInt8(of_own_will AND until <= day) AS left_before,
  toUInt8(of_own_will AND reached AND until <= to_day) AS left_after
FROM whole
ARRAY JOIN range(1, ${LAST_YEAR + 1}) AS year
WHERE from_day >= opens AND to_day <= {asOf:Date} AND until > from_day`,
};

export const anniversaryCells: CellSpec = {
  by: ['year'],
  subjects: anniversarySubjects,
  replicates: 100,
  sums: {
    reached: 'reached',
    given: 'given',
    reachedInAll: 'reached * stands_for',
    givenInAll: 'given * stands_for',
    monthsBefore: 'months_before',
    monthsAfter: 'months_after',
    leftBefore: 'left_before',
    leftAfter: 'left_after',
  },
};
