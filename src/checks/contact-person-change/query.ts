import { monthNumberSql } from '#facts/contact-change.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { TENURE_EDGES, YEAR_MONTHS } from './settings.ts';

const asOf = 'toDate32({asOf:Date})';
const yearAgo = `addMonths(${asOf}, -12)`;
const windowStart = `addMonths(${asOf}, -toInt32({windowMonths:Float64}))`;
const changedSince = (day: string) => `is_change AND class != 'mass' AND change_day > ${day}`;
/** Months looked back, as whole numbers. */
const monthsBack = `(
    SELECT toInt32(if(count() > {largeBase:Float64}, least({largeBaseMonths:Float64}, {historyMonths:Float64}), {historyMonths:Float64}))
    FROM fact_contact_risk
  ) AS months_back`;
const historyStart = `addMonths(${asOf}, -months_back)`;
const historyMonth = `(${monthNumberSql(asOf)} - months_back)`;

/**
 * One row per party that was a customer within the history: whether it has a contact person today, the changes of the last twelve months,
 * how the changes of the window were handed over, and how its contacts were spread over persons.
 */
export const changeSubjects: Subjects = {
  name: 'contact-person-change',
  cluster: 'party',
  id: 'customer_id',
  sql: `
WITH ${monthsBack}
SELECT
  s.party AS party,
  s.customer_id AS customer_id,
  s.runs AS runs,
  s.leaves AS leaves,
  s.years AS years,
  r.named AS named,
  r.changes AS changes,
  r.house_changes AS house_changes,
  r.ever_changed AS ever_changed,
  r.handed AS handed,
  r.warm AS warm,
  r.cold AS cold,
  r.unannounced AS unannounced,
  r.vacant AS vacant,
  r.in_window AS in_window,
  k.contacts AS contacts,
  k.usual AS usual,
  if(k.contacts >= 2, (k.squares - k.contacts) / (k.contacts * (k.contacts - 1)), 0) AS continuity,
  toFloat64(v.margin_value) AS margin,
  toFloat64(v.price_value) AS revenue
FROM (
  SELECT
    party,
    argMax(customer_id, spell) AS customer_id,
    max(end IS NULL) AS runs,
    max(left_voluntarily) AS leaves,
    sum(greatest(0, dateDiff('day', greatest(start, ${yearAgo}), last_day))) / 365.25 AS years
  FROM fact_observed_spell
  WHERE NOT before_records AND last_day > ${historyStart}
  GROUP BY party
) AS s
LEFT JOIN (
  SELECT
    party,
    max(runs AND until_day > ${asOf}) AS named,
    countIf(${changedSince(yearAgo)}) AS changes,
    countIf(class = 'house' AND change_day > ${yearAgo}) AS house_changes,
    max(${changedSince(historyStart)}) AS ever_changed,
    countIf(${changedSince(windowStart)} AND handover != '') AS handed,
    countIf(${changedSince(windowStart)} AND handover = 'warm') AS warm,
    countIf(${changedSince(windowStart)} AND handover = 'cold') AS cold,
    countIf(${changedSince(windowStart)} AND handover = 'none') AS unannounced,
    countIf(${changedSince(windowStart)}) AS in_window,
    countIf(${changedSince(windowStart)} AND from_day > previous_until + 14) AS vacant
  FROM fact_contact_risk
  GROUP BY party
) AS r ON r.party = s.party
LEFT JOIN (
  SELECT customer_id, sum(n) AS contacts, max(n) AS usual, sum(n * n) AS squares
  FROM (
    SELECT customer_id, staff_pid, count() AS n
    FROM contact
    WHERE toDate32(started_at) > ${windowStart} AND toDate32(started_at) <= ${asOf} AND staff_pid IS NOT NULL AND customer_id IS NOT NULL
    GROUP BY customer_id, staff_pid
  )
  GROUP BY customer_id
) AS k ON k.customer_id = s.customer_id
LEFT JOIN (SELECT party, margin_value, price_value FROM fact_party_value) AS v ON v.party = s.party`,
};

const since = 'm - change_month';
const band = TENURE_EDGES.slice(1)
  .map((edge) => `(m - start_month >= ${edge})`)
  .join(' + ');

/**
 * One row per month in which a customer could decide to leave, with how long ago the contact person changed. The clusters are persons:
 * within a year of a change, and later, the one who went; otherwise the one who was there. States: none (no change known), c1 c4 c7 (months
 * 1-3, 4-6, 7-12 after a change that the house brought about), c12 (later), lead (the person's whole portfolio passes on within the next
 * twelve months), m0 (month of a change), o (within a year of some change, and an earlier or this one was not the house's), p (after
 * those), mass (within a year of a change in the books).
 */
const monthSubjects: Subjects = {
  name: 'contact-person-months',
  cluster: 'person',
  id: 'customer_id',
  sql: `
WITH
  (
    SELECT groupArray(product)
    FROM (SELECT product FROM fact_contact_risk GROUP BY product ORDER BY count() DESC, product LIMIT 2)
  ) AS products,
  ${monthsBack},
  greatest(first_month, ${historyMonth} + 1) AS seen_from
SELECT
  customer_id,
  if(class = 'house', previous_staff, staff_pid) AS person,
  arrayJoin(range(seen_from, last_month + 1)) AS m,
  ${since} AS since,
  toUInt8(if(start_unknown, ${TENURE_EDGES.length}, ${band})) AS tenure,
  intDiv(m, 3) AS quarter,
  if(has(products, product), product, '*') AS line,
  portfolio_end > m AND portfolio_end - m <= ${YEAR_MONTHS} AS leads,
  multiIf(
    is_change AND since = 0, 'm0',
    class = 'mass' AND since <= ${YEAR_MONTHS}, 'mass',
    after_other AND is_change AND since <= ${YEAR_MONTHS}, 'o',
    after_other, 'p',
    class = 'house' AND since <= 3, 'c1',
    class = 'house' AND since <= 6, 'c4',
    class = 'house' AND since <= 12, 'c7',
    leads, 'lead',
    class = 'house', 'c12',
    'none') AS state,
  if(state IN ('c1', 'c4', 'c7'), handover, '') AS handed_over,
  event AND m = last_month AS leaves
FROM fact_contact_risk
WHERE last_month >= seen_from`,
};

/** One row per person whose customers passed on because of the person, within the history. */
const departureSubjects: Subjects = {
  name: 'contact-person-departures',
  cluster: 'change_month',
  id: 'change_month',
  sql: `
WITH ${monthsBack}
SELECT change_month, previous_staff, min(cause_recorded) AS recorded, min(months_back) AS months_seen
FROM fact_contact_risk
WHERE class = 'house' AND NOT after_other AND change_month > ${historyMonth}
GROUP BY change_month, previous_staff`,
};

/** Customers of today whose contact person changed within the last twelve months by doing of the house. */
export const NEWLY_HANDED_OVER = 'runs AND house_changes > 0';

export const contactChangeCells = {
  months: {
    by: ['tenure', 'quarter', 'line', 'state', 'handed_over'],
    subjects: monthSubjects,
    replicates: 50,
    sums: { months: '1', leaves: 'leaves' },
  },
  departures: {
    by: ['months_seen'],
    subjects: departureSubjects,
    replicates: 1,
    sums: { departures: '1', recorded: 'recorded' },
  },
  customers: {
    by: ['ever_changed'],
    replicates: 100,
    sums: {
      customers: '1',
      leaves: 'leaves',
      running: 'runs',
      named: 'named',
      years: 'years',
      changes: 'changes',
      affected: NEWLY_HANDED_OVER,
      handed: 'handed',
      warm: 'warm',
      cold: 'cold',
      unannounced: 'unannounced',
      in_window: 'in_window',
      vacant: 'vacant',
      contacts: 'if(contacts >= 2, contacts, 0)',
      usual: 'if(contacts >= 2, usual, 0)',
      continuity: 'continuity',
      spread: 'contacts >= 2',
      margin: 'if(runs, ifNull(margin, 0), 0)',
      with_margin: 'runs AND margin IS NOT NULL',
      revenue: 'if(runs, ifNull(revenue, 0), 0)',
      with_revenue: 'runs AND revenue IS NOT NULL',
    },
  },
  books: {
    by: ['day'],
    subjects: {
      name: 'contact-person-mass-moves',
      cluster: 'day',
      id: 'day',
      sql: `SELECT toString(day) AS day, moved, base FROM fact_mass_move`,
    },
    replicates: 1,
    sums: { moved: 'moved', base: 'base' },
  },
} satisfies Record<string, CellSpec>;
