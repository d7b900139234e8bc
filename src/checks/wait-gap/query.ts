import { DAY_GROUPS } from '#facts/queue-tally.ts';
import { QUEUED_CONTACTS } from '#facts/queued-contact.ts';
import type { CellSpec, Subjects } from '../cells.ts';

/** One row per contact that waited for a person. */
export const waitSubjects: Subjects = {
  name: 'wait-gap',
  cluster: 'day',
  id: 'contact_id',
  sql: QUEUED_CONTACTS,
};

/** Existing customers' contacts that waited long: the people behind the number. */
export const LONG_WAITS = `state = 'counted' AND caller = 'existing' AND wait_seconds > {longWaitSeconds:Float64}`;

/**
 * The tally of waits with weights: newcomers carry the weight that gives them the existing customers' mix of hour, kind of day,
 * channel and topic; queue and line are not held equal, since a queue of one's own is the very thing in question. Channel and topic
 * enter only when both groups have them for enough of the existing customers' contacts.
 */
const tallySubjects: Subjects = {
  name: 'wait-gap tally',
  cluster: 'day',
  id: 'kind',
  sql: `
WITH
  mix AS (
    SELECT
      hour_band,
      is_weekend,
      kind,
      min(channel) AS channel_name,
      min(topic) AS topic_name,
      sumIf(contacts, caller = 'existing') AS existing,
      sumIf(contacts, caller = 'newcomer') AS newcomers,
      sumIf(contacts, caller = 'unknown') AS unknowns
    FROM fact_queue_tally
    GROUP BY hour_band, is_weekend, kind
  ),
  topic_level AS (
    SELECT topic_name, sum(existing) AS of_existing, sum(newcomers) AS of_newcomers FROM mix GROUP BY topic_name
  ),
  channel_level AS (
    SELECT channel_name, sum(existing) AS of_existing, sum(newcomers) AS of_newcomers FROM mix GROUP BY channel_name
  ),
  (
    SELECT ifNull(sumIf(of_existing, of_newcomers >= {minimumPerStratum:Float64}) >= {minimumOverlap:Float64} * sum(of_existing), false)
    FROM topic_level
  ) AS is_topic_shared,
  (
    SELECT ifNull(sumIf(of_existing, of_newcomers >= {minimumPerStratum:Float64}) >= {minimumOverlap:Float64} * sum(of_existing), false)
    FROM channel_level
  ) AS is_channel_shared,
  line AS (
    SELECT
      *,
      if(is_channel_shared, toString(channel_name), '') AS channel_held,
      if(is_topic_shared, toString(topic_name), '') AS topic_held
    FROM mix
  ),
  stratum AS (
    SELECT
      *,
      channel_held IN (SELECT toString(channel_name) FROM channel_level ORDER BY of_existing DESC, channel_name LIMIT 4) AS channel_shown,
      topic_held IN (SELECT toString(topic_name) FROM topic_level ORDER BY of_existing DESC, topic_name LIMIT 8) AS topic_shown,
      sum(existing) OVER same AS e,
      sum(newcomers) OVER same AS n,
      sum(unknowns) OVER same AS u,
      n >= {minimumPerStratum:Float64} AS comparable,
      n + u >= {minimumPerStratum:Float64} AS comparable_with_unknown
    FROM line
    WINDOW same AS (PARTITION BY hour_band, is_weekend, channel_held, topic_held)
  ),
  weight AS (
    SELECT
      hour_band,
      is_weekend,
      kind,
      if(channel_shown, channel_held, '') AS channel,
      if(topic_shown, topic_held, '') AS topic,
      if(comparable, 1, 0) AS existing_weight,
      if(comparable, e / n, 0) AS newcomer_weight,
      if(comparable, (e + u) / n, 0) AS newcomer_weight_if_existing,
      if(comparable_with_unknown, 1, 0) AS existing_weight_if_newcomer,
      if(comparable_with_unknown, e / (n + u), 0) AS newcomer_weight_if_newcomer
    FROM stratum
  )
SELECT
  t.kind AS kind,
  t.day AS day,
  t.hour_band AS hour_band,
  t.bin AS bin,
  t.answered AS answered,
  t.caller AS caller,
  t.contacts AS contacts,
  t.seconds AS seconds,
  w.channel AS channel,
  w.topic AS topic,
  is_topic_shared AS topic_shared,
  is_channel_shared AS channel_shared,
  multiIf(t.caller = 'existing', w.existing_weight, t.caller = 'newcomer', w.newcomer_weight, 0) AS weight,
  if(t.caller = 'newcomer', w.newcomer_weight_if_existing, w.existing_weight) AS weight_if_existing,
  if(t.caller = 'existing', w.existing_weight_if_newcomer, w.newcomer_weight_if_newcomer) AS weight_if_newcomer
FROM fact_queue_tally AS t
LEFT JOIN weight AS w ON w.kind = t.kind AND w.hour_band = t.hour_band AND w.is_weekend = t.is_weekend`,
};

/** Contacts by day, caller and state. */
const daySubjects: Subjects = {
  name: 'wait-gap days',
  cluster: 'day',
  id: 'day',
  sql: `
SELECT
  queued.day AS day,
  caller,
  state,
  count() AS contacts,
  sum(is_answered) AS answered,
  sumIf(toInt64(wait_seconds * 1e6), is_answered = 1) / 1e6 AS answered_seconds,
  countIf(${LONG_WAITS}) AS long_waits,
  sum(is_by_line) AS by_line,
  sum(is_transferred) AS transferred,
  sum(is_timed) AS timed
FROM (${QUEUED_CONTACTS}
) AS queued
GROUP BY day, caller, state`,
};

const COMPARED = `caller <> 'unknown' AND weight > 0`;
const WEIGHTED = {
  contacts: 'contacts',
  weight: 'weight * contacts',
  seconds: 'weight * seconds',
  squares: 'weight * weight * contacts',
} as const;

export const waitCells = {
  waits: {
    subjects: tallySubjects,
    by: ['hour_band', 'caller', 'bin', 'answered'],
    where: COMPARED,
    replicates: DAY_GROUPS,
    sums: WEIGHTED,
  },
  parts: {
    subjects: tallySubjects,
    by: ['topic', 'channel', 'caller', 'bin', 'answered'],
    where: COMPARED,
    replicates: DAY_GROUPS / 4,
    sums: WEIGHTED,
  },
  unknowns: {
    subjects: tallySubjects,
    by: ['caller', 'bin', 'answered'],
    replicates: DAY_GROUPS / 2,
    sums: {
      ifExisting: 'weight_if_existing * contacts',
      ifExistingSeconds: 'weight_if_existing * seconds',
      ifExistingSquares: 'weight_if_existing * weight_if_existing * contacts',
      ifNewcomer: 'weight_if_newcomer * contacts',
      ifNewcomerSeconds: 'weight_if_newcomer * seconds',
      ifNewcomerSquares: 'weight_if_newcomer * weight_if_newcomer * contacts',
    },
  },
  compared: {
    subjects: tallySubjects,
    by: ['caller'],
    replicates: 1,
    sums: {
      contacts: 'if(weight > 0, contacts, 0)',
      topicShared: 'topic_shared',
      channelShared: 'channel_shared',
    },
  },
  days: {
    subjects: daySubjects,
    by: ['day', 'caller', 'state'],
    replicates: DAY_GROUPS,
    sums: {
      contacts: 'contacts',
      answered: 'answered',
      answeredSeconds: 'answered_seconds',
      long: 'long_waits',
      byLine: 'by_line',
      transferred: 'transferred',
      timed: 'timed',
    },
  },
} satisfies Record<string, CellSpec>;
