import { assignmentSpellFact, OPEN_END } from './assignment-spell.ts';
import type { Fact } from './fact.ts';
import { observedSpellFact } from './observed-spell.ts';

/** Months since the year 0, so that months can be counted and compared. */
export const monthNumberSql = (day: string) => `toInt32(toYear(${day}) * 12 + toMonth(${day}) - 1)`;

/** More than this share of the base on one day, from three persons or more, is taken for a change in the books. */
const MASS_SHARE = 0.2;
const MASS_LEAST = 30;
const MASS_GIVERS = 3;
/** A person whose whole remaining portfolio went to others within a month has left, whether or not the books say so. */
const LEAST_MOVED = 5;
const LEAST_MOVED_SHARE = 0.8;
/** Between the day a person was gone and the first day of the next one. */
const GONE_DAYS = 62;

/**
 * One row per day on which the books moved more than a fifth of the base at once, from three persons or more.
 */
const massMoveFact: Fact = {
  name: 'fact_mass_move',
  reads: ['assignment'],
  after: [assignmentSpellFact],
  orderBy: ['day'],
  sql: `
SELECT day, moved, countIf(first_day < day AND last_day >= day) AS base
FROM (
  SELECT arrayJoin(entry_days) AS day, count() AS moved, uniqExact(if(day = from_day, previous_staff, staff_pid)) AS givers
  FROM fact_assignment_spell
  WHERE notEmpty(entry_days)
  GROUP BY day
  HAVING moved >= ${MASS_LEAST} AND givers >= ${MASS_GIVERS}
  ORDER BY moved DESC, day
  LIMIT 20
) AS candidate
CROSS JOIN (
  SELECT min(from_day) AS first_day, max(until_day) AS last_day
  FROM fact_assignment_spell
  GROUP BY customer_id
) AS everybody
GROUP BY day, moved
HAVING moved > ${MASS_SHARE} * base`,
};

/** The day the former person was gone, at most a year before the next one came. */
const changeDaySql = (from: string, goneFrom: string) =>
  `least(${from}, greatest(${goneFrom}, addMonths(${from}, -12)))`;

/**
 * One row per stay of a customer with a contact person, with how it came about. `class`: first; house (the former person left, is on
 * leave, or territories were redrawn: nothing that the customer's own risk had brought about); other (risk team, wish of the customer,
 * reorganisation, unknown); mass (a change in the books). Where no cause is recorded, a person whose whole portfolio passed on within a
 * month counts as gone; days of exit from the staff table are used only under a recorded works agreement. A change belongs to the day on
 * which the former person was gone (at most a year back), so that a vacancy counts as time after the change.
 */
export const contactChangeFact: Fact = {
  name: 'fact_contact_change',
  reads: ['assignment', 'staff', 'contract'],
  after: [assignmentSpellFact, massMoveFact],
  orderBy: ['customer_id', 'number'],
  sql: `
WITH
  -- Assignments of those who left the company are often never closed in the books.
  customer_until AS (
    SELECT customer_id, max(ifNull(toDate32(end_date) + 1, ${OPEN_END})) AS gone_from
    FROM contract
    GROUP BY customer_id
  ),
  handed_on AS (
    SELECT
      s.staff_pid AS staff_pid,
      countIf(least(s.until_day, c.gone_from) > {asOf:Date} AND s.next_day = ${OPEN_END}) AS still_there,
      maxIf(s.next_day, s.next_day < ${OPEN_END}) AS last_move,
      groupArray((s.from_day, least(s.until_day, c.gone_from), s.next_day)) AS stays,
      arrayCount(x -> x.3 <= last_move AND x.3 > last_move - 31, stays) AS moved,
      arrayCount(x -> x.1 < last_move - 31 AND x.2 >= last_move - 31, stays) AS had
    FROM fact_assignment_spell AS s
    INNER JOIN customer_until AS c ON c.customer_id = s.customer_id
    GROUP BY staff_pid
  ),
  gone AS (
    SELECT staff_pid, max(gone_day) AS gone_day
    FROM (
      SELECT staff_pid, toNullable(last_move) AS gone_day
      FROM handed_on
      WHERE still_there = 0 AND moved >= ${LEAST_MOVED} AND moved >= ${LEAST_MOVED_SHARE} * had
      UNION ALL
      SELECT staff_pid, toDate32(left) AS gone_day
      FROM staff
      WHERE {worksAgreement:Float64} = 1 AND left <= {asOf:Date}
    )
    GROUP BY staff_pid
  )
SELECT
  a.customer_id AS customer_id,
  a.number AS number,
  a.stays_known AS stays_known,
  a.staff_pid AS staff_pid,
  a.previous_staff AS previous_staff,
  a.from_day AS from_day,
  a.until_day AS until_day,
  a.next_day AS next_day,
  a.previous_until AS previous_until,
  a.cause AS cause,
  a.handover AS handover,
  ${changeDaySql('a.from_day', 'a.previous_until')} AS change_day,
  if(a.next_day = ${OPEN_END}, ${OPEN_END}, ${changeDaySql('a.next_day', 'a.until_day')}) AS next_change_day,
  ifNull(abs(dateDiff('day', g.gone_day, a.from_day)) <= ${GONE_DAYS}, false) AS former_gone,
  multiIf(
    a.previous_staff = '', 'first',
    a.from_day IN (SELECT day FROM fact_mass_move), 'mass',
    a.cause IN ('staff_exit', 'leave', 'territory'), 'house',
    a.cause IN ('risk_team', 'customer_wish', 'reorg'), 'other',
    former_gone, 'house',
    'other') AS class
FROM fact_assignment_spell AS a
LEFT JOIN gone AS g ON g.staff_pid = a.previous_staff`,
};

/**
 * One row per stay of a customer with a contact person while a contract ran, with the months at risk of leaving that belong to it (see
 * the facts on spells and changes). `class` is first where the change fell outside the contracts. `after_other`: this or an earlier
 * change of the customer was of class other. `portfolio_end`: month in which the person's customers next passed on because of the
 * person, 0 if never. The month of a decision to leave is that of the notice where it is known; `event` says that the last month ends in
 * leaving of the customer's own accord. Months are numbered as in monthNumberSql; a month belongs to the person who began last in it.
 */
export const contactRiskFact: Fact = {
  name: 'fact_contact_risk',
  reads: ['assignment', 'staff', 'contract', 'customer', 'product'],
  after: [contactChangeFact, observedSpellFact],
  orderBy: ['party', 'spell', 'number'],
  sql: `
WITH
  portfolio AS (
    SELECT previous_staff AS staff_pid, arraySort(groupUniqArray(${monthNumberSql('change_day')})) AS ends
    FROM fact_contact_change
    WHERE class = 'house' AND cause != 'territory'
    GROUP BY staff_pid
  ),
  parties AS (SELECT customer_id, coalesce(identity_key, customer_id) AS party FROM customer),
  -- One timeline a party: of several customer numbers the one with most changes on record.
  chosen AS (
    SELECT coalesce(p.party, a.customer_id) AS party, argMax(a.customer_id, (a.stays_known, cityHash64(a.customer_id))) AS customer_id
    FROM fact_contact_change AS a
    LEFT JOIN parties AS p ON p.customer_id = a.customer_id
    WHERE a.number = 1
    GROUP BY party
  ),
  others AS (
    SELECT customer_id, groupArray(change_day) AS days
    FROM fact_contact_change
    WHERE class = 'other'
    GROUP BY customer_id
  ),
  noticed AS (
    SELECT coalesce(p.party, c.customer_id) AS party, toDate32(assumeNotNull(c.end_date)) AS ended_on, min(toDate32(c.notice_date)) AS notice_day
    FROM contract AS c
    LEFT JOIN parties AS p ON p.customer_id = c.customer_id
    WHERE c.notice_date IS NOT NULL AND c.end_date <= {asOf:Date} AND c.notice_date <= c.end_date
    GROUP BY party, ended_on
  ),
  met AS (
    SELECT
      s.party AS party, s.spell AS spell, c.number AS number, c.customer_id AS customer_id,
      c.staff_pid AS staff_pid, c.previous_staff AS previous_staff,
      c.change_day AS change_day, c.from_day AS from_day, c.previous_until AS previous_until, c.until_day AS until_day,
      c.next_day AS next_day, c.handover AS handover,
      c.class != 'first' AND c.change_day > s.start AS is_change,
      if(is_change, c.class, 'first') AS class,
      c.cause != '' AND c.cause != 'unknown' AS cause_recorded,
      s.top_product AS product, s.migrated AS start_unknown, s.end IS NULL AS runs, s.left_voluntarily AS leaves,
      ${monthNumberSql('s.start')} AS start_month,
      ${monthNumberSql('s.entered')} AS entered_month,
      ${monthNumberSql('greatest(s.entered, if(s.left_voluntarily, coalesce(n.notice_day, s.last_day), s.last_day))')} AS seen_month,
      ${monthNumberSql('c.change_day')} AS change_month,
      f.ends AS ends,
      arrayExists(d -> d > s.start AND d <= c.change_day, h.days) AS after_other,
      ${monthNumberSql('c.next_change_day')} - 1 AS until_next
    FROM fact_contact_change AS c
    INNER JOIN chosen AS o ON o.customer_id = c.customer_id
    INNER JOIN (SELECT * FROM fact_observed_spell WHERE NOT before_records) AS s ON s.party = o.party
    LEFT JOIN noticed AS n ON n.party = s.party AND n.ended_on = s.last_day
    LEFT JOIN others AS h ON h.customer_id = c.customer_id
    LEFT JOIN portfolio AS f ON f.staff_pid = c.staff_pid
    WHERE c.change_day <= s.last_day AND c.next_day > s.entered
  )
SELECT
  * EXCEPT (ends, entered_month, seen_month),
  toInt32(arrayFirst(x -> x > change_month, ends)) AS portfolio_end,
  greatest(entered_month, change_month) AS first_month,
  least(seen_month, until_next) AS last_month,
  leaves AND last_month = seen_month AS event
FROM met`,
};
