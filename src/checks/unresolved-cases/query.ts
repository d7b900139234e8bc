import type { CellSpec, Subjects } from '../cells.ts';

const SINCE = `addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))`;
/** Some weeks in which a log is silent are no gap. */
const GAP = 30;
/** Events before the window tell which matters of its first days only go on. */
const EARLIER = 30;
const DAY = 86_400;
/** Seconds after its case within which a first contact can be the one that opened it. */
const OPENING = DAY;
/** Some thousand cases show whether contacts open them. */
const SAMPLED = `sipHash64(customer_id, 'opening') % greatest(1, intDiv((SELECT count() FROM \`case\`), 20000)) = 0`;

/** Returns within these days are told too, since no rule says how long a matter stays the same. */
export const RETURN_WINDOWS: readonly number[] = [3, 14, 30];

const INBOUND = `customer_id IS NOT NULL
      AND (direction IS NULL OR direction = 'in')
      AND (initiator IS NULL OR lower(initiator) NOT IN ('company', 'firm', 'firma', 'system'))`;

/** Who comes again this long after a matter, and not before, hardly does so because it was left unsolved. */
export const LATER = { from: 14, to: 30 };

/** Bits of an event beside its moment: its kind, and what is carried along. */
const KIND_BIT = 12;
const MOMENT_BIT = KIND_BIT + 2;

/** `named`: with the ids of matters, which only a list of them needs: without, the chains of millions of customers are plain numbers. */
const mattersSql = (named: boolean) => `
WITH
  (SELECT count() > 0 FROM \`case\` WHERE opened_at >= ${SINCE} AND opened_at < {asOf:Date} + 1) AS by_case,
  (SELECT count(topic) > 0 FROM \`case\` WHERE opened_at >= ${SINCE} AND opened_at < {asOf:Date} + 1) AS case_topics,
  (SELECT count(contacts) > 0 FROM \`case\` WHERE opened_at >= ${SINCE} AND opened_at < {asOf:Date} + 1) AS counts_contacts,
  (
    SELECT count() > 0
    FROM (
      SELECT 1
      FROM contact
      WHERE started_at >= ${SINCE} AND started_at < {asOf:Date} + 1
        AND topic IN (SELECT topic FROM \`case\` WHERE topic IS NOT NULL)
        AND ${INBOUND}
      LIMIT 1)
  ) AS logs_contacts,
  (SELECT count(first_contact_resolved) > 0 FROM \`case\` WHERE opened_at >= ${SINCE} AND opened_at < {asOf:Date} + 1) AS marks,
  -- The days that the log of contacts covers, a few stray ones aside: a case before or after them has no contact that could tell of a return.
  (
    SELECT (quantileExactLow(0.001)(toInt32(toDate32(started_at))), toInt32(max(toDate32(started_at))), count() > 0)
    FROM contact
    WHERE by_case AND (logs_contacts OR NOT case_topics) AND started_at >= ${SINCE} - ${EARLIER} AND started_at < {asOf:Date} + 1 AND ${INBOUND}
  ) AS logged,
  toInt32(toDate32(${SINCE})) AS first_day,
  toInt32(toDate32({asOf:Date})) AS today,
  if(NOT logged.3 OR logged.1 <= first_day + ${GAP}, first_day, logged.1) AS told_from,
  if(NOT logged.3 OR logged.2 >= today - ${GAP}, today, logged.2) AS told_until,
  (SELECT groupArray(name) FROM (SELECT toString(channel) AS name FROM contact WHERE NOT by_case AND started_at >= ${SINCE} AND started_at < {asOf:Date} + 1 AND topic IS NOT NULL AND channel IS NOT NULL AND ${INBOUND} GROUP BY name ORDER BY count() DESC, name LIMIT 4)) AS channels,
  {sameContactHours:Float64} * 3600 AS same_contact,
  {returnDays:Float64} * ${DAY} AS return_seconds,
  -- Whether contacts open the cases, be it by a clock that is not that of the cases: only then a first contact may be taken for the opening.
  (
    SELECT by_case AND countIf(met) >= count() * {openingsLogged:Float64}
    FROM (
      SELECT max(c.started_at BETWEEN o.opened_at - toIntervalSecond(same_contact) AND o.opened_at + toIntervalSecond(${OPENING})) AS met
      FROM (
        SELECT case_id, customer_id, if(case_topics, ifNull(toString(topic), ''), '') AS about, opened_at
        FROM \`case\`
        WHERE opened_at >= ${SINCE} AND opened_at < {asOf:Date} AND ${SAMPLED}
      ) AS o
      LEFT JOIN (
        SELECT assumeNotNull(customer_id) AS customer_id, if(case_topics, ifNull(toString(topic), ''), '') AS about, started_at
        FROM contact
        WHERE started_at >= ${SINCE} - 1 AND started_at < {asOf:Date} + 1 AND ${INBOUND}
          AND customer_id IN (SELECT customer_id FROM \`case\` WHERE opened_at >= ${SINCE} AND opened_at < {asOf:Date} AND ${SAMPLED})
      ) AS c ON c.customer_id = o.customer_id AND c.about = o.about
      GROUP BY o.case_id)
  ) AS contacts_open,
  -- Moment, kind and what a matter carries along are packed into one number: chains of millions of customers are sorted.
  events AS (
    SELECT
      customer_id,
      if(case_topics, ifNull(toString(topic), ''), '') AS about,
      toInt64(toUnixTimestamp64Milli(toDateTime64(opened_at, 3, 'UTC'))) AS at,
      toUInt8(2) AS kind,
      case_id AS matter_id,
      multiIf(
        ifNull(reopened, 0) > 0, 1,
        logs_contacts OR NOT case_topics, 0,
        counts_contacts, toUInt8(ifNull(contacts, 0) > 1),
        ifNull(NOT first_contact_resolved, false)) AS came_back,
      toUInt16(came_back
        + (first_contact_resolved IS NOT NULL) * 2
        + ifNull(first_contact_resolved, false) * 4
        + (case_id IN (SELECT case_id FROM approval WHERE requested_at < {asOf:Date} + 1)) * 8
        + (NOT logs_contacts AND case_topics AND if(counts_contacts, contacts IS NULL, marks AND first_contact_resolved IS NULL)) * 128) AS traits
    FROM \`case\`
    WHERE by_case AND opened_at >= ${SINCE} - ${EARLIER} AND opened_at < {asOf:Date} + 1
    UNION ALL
    SELECT
      assumeNotNull(customer_id) AS customer_id,
      if(by_case AND NOT case_topics, '', ifNull(toString(topic), '')) AS about,
      toInt64(toUnixTimestamp64Milli(toDateTime64(started_at, 3, 'UTC'))) AS at,
      if(ifNull(callback, false), toUInt8(0), toUInt8(1)) AS kind,
      contact_id AS matter_id,
      toUInt8(0) AS came_back,
      toUInt16((ifNull(transfers, 0) > 0) * 16
        + multiIf(ifNull(caller_class = 'existing', false), 1, ifNull(caller_class IN ('newcomer', 'prospect'), false), 2, 0) * 32
        + multiIf(ifNull(channel, '') = '', 0, has(channels, toString(channel)), indexOf(channels, toString(channel)), 15) * 256) AS traits
    FROM contact
    WHERE started_at >= ${SINCE} - ${EARLIER} AND started_at < {asOf:Date} + 1
      AND (topic IS NOT NULL OR (by_case AND NOT case_topics))
      AND ${INBOUND}
      AND (NOT by_case OR customer_id IN (SELECT customer_id FROM \`case\` WHERE opened_at >= ${SINCE} - ${EARLIER}))
  ),
  chained AS (
    SELECT
      customer_id,
      about,
      if(by_case, 2, 1) AS own_kind,
      ${
        named
          ? `arraySort(groupArray((event, matter_id))) AS named_chain,
      arrayMap(x -> x.1, named_chain) AS chain,
      arrayMap(x -> x.2, named_chain) AS ids,`
          : 'arraySort(groupArray(event)) AS chain,'
      }
      arrayMap(x -> bitShiftRight(x, ${MOMENT_BIT}) / 1000, chain) AS times,
      arrayPushFront(arrayPopBack(times), 0) AS times0,
      arrayPushBack(arrayPopFront(arrayMap(x -> bitAnd(bitShiftRight(x, ${KIND_BIT}), 3) < own_kind, chain)), 0) AS contact1,
      arrayPushBack(arrayPopFront(times), 0) AS times1,
      arrayPushBack(arrayPopFront(times1), 0) AS times2,
      arrayPushBack(arrayPopFront(times2), 0) AS times3,
      -- When the matter before it came: the last one of its own kind, looked for once along the chain.
      arrayFill(t -> t > 0, arrayPushFront(arrayPopBack(arrayMap((x, t) -> if(bitAnd(bitShiftRight(x, ${KIND_BIT}), 3) = own_kind, t, 0), chain, times)), 0)) AS earlier,
      by_case AND has(contact1, 1) AS in_log
    FROM (
      SELECT customer_id, about, matter_id, bitShiftLeft(at, ${MOMENT_BIT}) + bitShiftLeft(toInt64(kind), ${KIND_BIT}) + traits AS event
      FROM events
    )
    GROUP BY customer_id, about
  ),
  known AS (
    SELECT customer_id, min(first_day) AS since
    FROM (
      SELECT customer_id, toDate32(party_since) AS first_day FROM fact_contract
      UNION ALL
      SELECT customer_id, toDate32(customer_since) AS first_day FROM customer WHERE customer_since IS NOT NULL
    )
    GROUP BY customer_id
  ),
  (SELECT groupArray(name) FROM (SELECT toString(topic) AS name FROM \`case\` WHERE opened_at >= ${SINCE} AND opened_at < {asOf:Date} + 1 AND topic IS NOT NULL GROUP BY name ORDER BY count() DESC, name LIMIT 20)) AS case_names,
  (SELECT groupArray(name) FROM (SELECT toString(topic) AS name FROM contact WHERE NOT by_case AND started_at >= ${SINCE} AND started_at < {asOf:Date} + 1 AND topic IS NOT NULL AND ${INBOUND} GROUP BY name ORDER BY count() DESC, name LIMIT 20)) AS contact_names,
  placed AS (
    SELECT
      chained.*,
      multiIf(about = '', '', has(if(by_case, case_names, contact_names), about), about, '*') AS topic,
      known.since AS since
    FROM chained
    LEFT JOIN known ON known.customer_id = chained.customer_id
  ),
  matters AS (
    SELECT
      customer_id,
      topic,
      since,
      in_log,
      t AS at,
      toDate32(toDateTime(toInt64(t), 'UTC')) AS on_day,
      ${named ? 'matter_id,' : ''}
      bitAnd(e, bitShiftLeft(1, ${KIND_BIT}) - 1) AS traits,
      toBool(bitTest(traits, 0)) AS came_back,
      toBool(bitTest(traits, 1)) AS is_marked,
      toBool(bitTest(traits, 2)) AS is_marked_settled,
      toUInt8(bitTest(traits, 3)) AS needed_approval,
      toUInt8(bitTest(traits, 4)) AS was_transferred,
      bitAnd(bitShiftRight(traits, 5), 3) AS class,
      toBool(bitTest(traits, 7)) AS is_untold,
      bitAnd(bitShiftRight(traits, 8), 15) AS channel_place,
      before > 0 AND before >= at - return_seconds AS is_continued,
      contacts_open AND just_before < at - same_contact AND follows_contact AND after1 > at + same_contact AND after1 <= at + ${OPENING} AS is_opened_late,
      if(is_opened_late, after1, at) + same_contact AS is_same_until,
      multiIf(after1 > is_same_until, after1, after2 > is_same_until, after2, after3 > is_same_until, after3, 0) AS next_at
    FROM placed
    ARRAY JOIN chain AS e, times AS t, ${named ? 'ids AS matter_id, ' : ''}earlier AS before, times0 AS just_before, contact1 AS follows_contact, times1 AS after1, times2 AS after2, times3 AS after3
    WHERE bitAnd(bitShiftRight(e, ${KIND_BIT}), 3) = own_kind AND on_day >= ${SINCE}
  )
SELECT
  ${named ? 'm.matter_id AS matter_id,' : ''}
  m.customer_id AS customer_id,
  m.topic AS topic,
  multiIf(m.channel_place = 0, '', m.channel_place = 15, '*', channels[m.channel_place]) AS channel,
  multiIf(
    m.class = 1, 'existing',
    m.class = 2, 'newcomer',
    m.since IS NULL, 'unknown',
    m.on_day <= m.since + {newcomerDays:Float64}, 'newcomer',
    addMonths(m.since, toInt32({existingMonths:Float64})) <= m.on_day, 'existing',
    'between') AS caller,
  toUInt8(by_case) AS is_case,
  toUInt8(by_case AND NOT case_topics) AS no_topics,
  multiIf(NOT by_case OR logs_contacts OR NOT case_topics, 0, counts_contacts, 1, is_marked, 2, 0) AS stand_in,
  told_until - toInt32(m.on_day) AS days_seen,
  multiIf(
    m.is_untold OR toInt32(m.on_day) < told_from OR days_seen < 0, 'untold',
    m.is_continued, 'continued',
    days_seen < {returnDays:Float64}, 'recent',
    'counted') AS state,
  if(m.came_back = 1, 0, if(m.next_at > 0, (m.next_at - m.at) / ${DAY}, 9999)) AS days_until_return,
  m.is_opened_late AS is_opened_late,
  toUInt8(m.in_log) AS in_log,
  m.is_marked AS is_marked,
  m.is_marked_settled AS is_marked_settled,
  m.needed_approval AS needed_approval,
  m.was_transferred AS was_transferred
FROM matters AS m`;

/**
 * One row per matter of a customer: a case, or without any cases a contact about a topic. A matter that follows another of the same
 * customer and topic within the days of a return only goes on ('continued'); the youngest cannot be judged yet ('recent'). It returns
 * when the customer comes again about the same topic, in a new case or contact, or the case is reopened. Without a log of contacts the
 * number of contacts of the case stands in, and without that the mark that it was settled at once; cases of which none of these tells
 * ('untold': older or younger than the log, or an empty field) are not judged. Where contacts open the cases, a case
 * that has none at its hour was opened by the first one of the next day: clocks differ, and logs are kept later. Steps that the company itself takes,
 * and contacts for which it promised to call back, are no returns.
 */
export const matterSubjects: Subjects = {
  name: 'unresolved-cases',
  cluster: 'customer_id',
  id: 'matter_id',
  sql: mattersSql(true),
};

/** Matters of customers who are no newcomers and had to come again. */
export const CAME_AGAIN = `state = 'counted' AND caller != 'newcomer' AND days_until_return <= {returnDays:Float64}`;

const windows = Object.fromEntries(
  RETURN_WINDOWS.flatMap((days) => [
    [`seen${days}`, `state = 'counted' AND days_seen >= ${days}`],
    [`returned${days}`, `state = 'counted' AND days_seen >= ${days} AND days_until_return <= ${days}`],
  ]),
);

export const matterCells = {
  matters: {
    subjects: { ...matterSubjects, sql: mattersSql(false) },
    standsOn: ['case', 'contact'],
    by: ['caller', 'topic', 'channel', 'needed_approval'],
    replicates: 100,
    sums: {
      counted: `state = 'counted'`,
      returned: `state = 'counted' AND days_until_return <= {returnDays:Float64}`,
      ...windows,
      quiet: `state = 'counted' AND days_seen >= ${LATER.to} AND days_until_return > ${LATER.from}`,
      later: `state = 'counted' AND days_seen >= ${LATER.to} AND days_until_return > ${LATER.from} AND days_until_return <= ${LATER.to}`,
      recent: `state = 'recent'`,
      continued: `state = 'continued'`,
      untold: `state = 'untold'`,
      inLog: `state = 'counted' AND in_log`,
      cameAgain: CAME_AGAIN,
      cases: 'is_case',
      noTopics: 'no_topics',
      byCount: 'stand_in = 1',
      byMark: 'stand_in = 2',
      marked: `state = 'counted' AND is_marked`,
      markedSettled: `state = 'counted' AND is_marked_settled`,
      openedLate: `state = 'counted' AND is_opened_late`,
      transferred: `state = 'counted' AND was_transferred`,
    },
  },
} satisfies Record<string, CellSpec>;
