import { contractFact } from './contract.ts';
import { customerGapFact } from './customer-gap.ts';
import type { Fact } from './fact.ts';

/** Days after an ask in which a concession counts as its answer, unless it names the ask itself. */
export const ANSWER_DAYS = 45;
/** Asks that follow one another this closely are one. */
const SAME_ASK_DAYS = 30;
/** Who has asked within so many days before is no silent counterpart. */
const SILENT_DAYS = 365;
/** Share of notices that were saved from which a notice is taken for an ask: only there it is a way to press for more. */
const NEGOTIABLE_NOTICES = 0.05;

/** Silent counterparts from which on they are drawn. */
const MOST_SILENT = 100_000;

const DAY = (instant: string) => `toDate32(${instant})`;
const ANSWER = `toInt32(${ANSWER_DAYS})`;

/** The last day on which concessions are on record: that of the audit, unless none came for a quarter, and for far longer than they usually lie apart. */
const CONCESSIONS_UNTIL = `(
    SELECT if(
      dateDiff('day', max(${DAY('at')}), toDate32({asOf:Date})) > greatest(90, 10 * dateDiff('day', min(${DAY('at')}), max(${DAY('at')})) / count()),
      max(${DAY('at')}), toDate32({asOf:Date}))
    FROM (SELECT assumeNotNull(at) AS at FROM concession WHERE at < {asOf:Date} + 1)
  )`;

/** Concessions in a span of days, those that name an ask only where it is one of the given. */
const GIVEN = (from: string, until: string, events: string) => `
    arraySum(g -> if(has(${events}, g.3) OR (g.3 = '' AND g.1 BETWEEN ${from} AND ${until}), g.2, 0), given)`;

/** Yearly net price and product of what was held on a day. */
const HELD = (day: string) => `arrayFilter(s -> s.1 <= ${day} AND s.2 > ${day}, stays)`;

/**
 * One row per ask (threat, request, escalated complaint), and one per customer at a day drawn by the hash of the customer's name, on which
 * they had kept still for a year: what was given within the days that follow, and what was known before. All of it counts beside the silent,
 * who get things unasked too; `granted` is only what names the ask, or comes in time and is not said to have another trigger. Without
 * contracts, everybody whom the other tables name may be such a counterpart.
 */
export const askFact: Fact = {
  name: 'fact_ask',
  reads: ['exit_event', 'concession', 'customer'],
  after: [contractFact, customerGapFact],
  orderBy: ['role', 'customer_id'],
  sql: `
WITH
  (SELECT countIf(outcome IN ('saved', 'withdrawn')) >= ${NEGOTIABLE_NOTICES} * count() AND count() > 0 FROM exit_event WHERE kind = 'notice') AS notices_count,
  greatest(
    addMonths(toDate32({asOf:Date}), -toInt32({windowMonths:Float64})),
    (SELECT ${DAY('min(assumeNotNull(at))')} FROM exit_event),
    (SELECT ${DAY('min(assumeNotNull(at))')} FROM concession)) AS window_start,
  ${CONCESSIONS_UNTIL} - ${ANSWER} AS window_end,
  (SELECT count() FROM fact_contract) AS contracts_known,
  (SELECT groupArray(name) FROM (SELECT product_id AS name FROM fact_contract GROUP BY name ORDER BY count() DESC, name LIMIT 8)) AS products,
  -- Beyond a hundred thousand silent counterparts every further one costs time and tells nothing: then every n-th customer stands for n.
  greatest(1, intDiv((SELECT count() FROM fact_customer_gap), ${MOST_SILENT})) AS stands_for_each,
  asked AS (
    SELECT
      customer_id,
      arraySort(groupArray((
        ${DAY('at')}, ifNull(toString(exit_event_id), ''), ifNull(toString(handled_by_team), ''), ifNull(toString(outcome), ''), toString(kind)
      ))) AS events,
      arraySplit((e, i) -> if(i = 1, false, e.1 > events[i - 1].1 + toInt32(${SAME_ASK_DAYS})), events, arrayEnumerate(events)) AS episodes
    FROM exit_event
    WHERE at < {asOf:Date} + 1 AND (kind IN ('threat', 'tariff_request', 'complaint_escalated') OR (kind = 'notice' AND notices_count))
    GROUP BY customer_id
  ),
  gifts AS (
    SELECT customer_id, arraySort(groupArray((
        ${DAY('at')}, toFloat64(value),
        if(exit_event_id IN (SELECT exit_event_id FROM exit_event), ifNull(toString(exit_event_id), ''), ''),
        ifNull(toString(trigger), 'nag') = 'nag'
      ))) AS given
    FROM concession
    WHERE at < {asOf:Date} + 1
    GROUP BY customer_id
  ),
  held AS (
    SELECT
      customer_id,
      arraySort(groupArray((
        start, ifNull(end, toDate32('2200-01-01')), if(has(products, product_id), product_id, '*'), toFloat64(ifNull(price_year, 0)), end_kind
      ))) AS stays
    FROM fact_contract
    WHERE cityHash64(customer_id, 'sample') % stands_for_each = 0 OR customer_id IN (SELECT customer_id FROM asked)
    GROUP BY customer_id
  ),
  people AS (
    SELECT customer_id, stays FROM held
    UNION ALL
    SELECT DISTINCT
      assumeNotNull(customer_id) AS customer_id,
      arrayFilter(s -> contracts_known = 0, [(toDate32('1970-01-01'), toDate32('2200-01-01'), '', toFloat64(0), 'running')]) AS stays
    FROM (
      SELECT customer_id FROM exit_event
      UNION ALL SELECT customer_id FROM customer WHERE contracts_known = 0
      UNION ALL SELECT customer_id FROM concession WHERE contracts_known = 0
    )
    WHERE customer_id NOT IN (SELECT customer_id FROM held)
  ),
  known AS (
    SELECT
      p.customer_id AS customer_id, p.stays AS stays, a.episodes AS episodes, g.given AS given,
      ifNull(s.money_gap, 0) AS gap_money, ifNull(s.twin, 0) AS twin_money
    FROM people AS p
    LEFT JOIN asked AS a ON a.customer_id = p.customer_id
    LEFT JOIN gifts AS g ON g.customer_id = p.customer_id
    LEFT JOIN fact_customer_gap AS s ON s.customer_id = p.customer_id
  ),
  rows AS (
    SELECT
      'ask' AS role, customer_id, stays, episodes, given, gap_money, twin_money,
      episode[1].1 AS day,
      episode[-1].1 AS last_day,
      toUInt8(least(number, 3)) AS ask_number,
      arrayFilter(x -> x != '', arrayMap(e -> e.2, episode)) AS ids,
      arrayFirst(x -> x != '', arrayMap(e -> e.3, episode)) AS team,
      multiIf(arrayExists(e -> e.4 = 'saved', episode), 'saved', arrayExists(e -> e.4 = 'lost', episode), 'lost', '') AS outcome,
      if(number < length(episodes), toNullable(episodes[number + 1][1].1), NULL) AS next_day,
      true AS silent_before
    FROM known
    ARRAY JOIN episodes AS episode, arrayEnumerate(episodes) AS number
    UNION ALL
    SELECT
      'silent', customer_id, stays, episodes, given, gap_money, twin_money,
      window_start + toInt32(cityHash64(customer_id, 'index') % toUInt32(greatest(1, dateDiff('day', window_start, window_end) + 1))) AS day,
      day, toUInt8(0), emptyArrayString(), '', '', NULL,
      NOT arrayExists(e -> e[1].1 > day - toInt32(${SILENT_DAYS}) AND e[1].1 <= day + ${ANSWER}, episodes)
    FROM known
    WHERE cityHash64(customer_id, 'sample') % stands_for_each = 0
  )
SELECT
  role, customer_id, ask_number, team, outcome, day,
  if(role = 'silent', stands_for_each, 1) AS stands_for,
  dateDiff('day', window_start, window_end) + 1 AS window_days,
  multiIf(
    role = 'ask' AND day < window_start, 'before',
    role = 'ask' AND day > window_end, 'recent',
    empty(own), 'noContract',
    NOT silent_before, 'asksItself',
    'counted') AS state,
  if(empty(own), '', arraySort(s -> (-s.4, s.3), own)[1].3) AS product,
  toYear(day) * 4 + toQuarter(day) AS quarter,
  twin_money > 0 AS gap_known,
  if(gap_known, gap_money / twin_money, 0) AS gap,
  multiIf(NOT gap_known, 'unknown', gap < 0.02, 'none', gap < 0.05, '2-5', gap < 0.1, '5-10', gap < 0.2, '10-20', '20+') AS gap_band,
  arraySum(s -> s.4, own) / 1000 AS price,
  if(contracts_known = 0 OR empty(own), 0, least(dateDiff('day', arrayMin(s -> s.1, own), day) / 3652.5, 4)) AS tenure,
  ${GIVEN('day', `last_day + ${ANSWER}`, 'ids')} AS value_given,
  toUInt8(value_given > 0) AS conceded,
  toUInt8(role = 'ask' AND arrayExists(
    g -> g.2 > 0 AND (has(ids, g.3) OR (g.3 = '' AND g.4 AND g.1 BETWEEN day AND last_day + ${ANSWER})), given)) AS granted,
  toUInt8(ask_number <= 1) AS before_counts,
  if(ask_number <= 1, ${GIVEN(`day - 90 - ${ANSWER}`, 'day - 90', 'emptyArrayString()')}, 0) AS given_before,
  gap_money,
  least(coalesce(next_day, toDate32({asOf:Date})), toDate32({asOf:Date}), arrayMax(s -> s.2, stays)) AS followed_until,
  greatest(0, dateDiff('day', last_day, followed_until)) / 365.25 AS followed_years,
  toUInt8(next_day IS NOT NULL) AS asks_again,
  multiIf(last_day + 365 > toDate32({asOf:Date}), -1, toInt8(ifNull(next_day <= last_day + 365, false))) AS again_in_year,
  toUInt8(role = 'ask' AND outcome = 'saved' AND addMonths(last_day, 12) <= toDate32({asOf:Date}) AND contracts_known > 0) AS save_followed,
  toUInt8(save_followed = 1 AND NOT arrayExists(s -> s.1 <= addMonths(last_day, 12) AND s.2 > addMonths(last_day, 12), stays)) AS save_left
FROM (SELECT *, ${HELD('day')} AS own FROM rows)`,
};
