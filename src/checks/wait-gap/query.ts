import type { CellSpec, Subjects } from '../cells.ts';
import { HORIZON_SECONDS, WAIT_EDGES } from './wait-bins.ts';

/**
 * One row per contact that waited for a person. Newcomers carry the weight that gives them the existing customers' mix of hour, kind
 * of day, channel and topic; queue and line are not held equal, since a queue of one's own is the very thing in question. Channel and
 * topic enter only when both groups have them for enough of the existing customers' contacts.
 */
export const waitSubjects: Subjects = {
  name: 'wait-gap',
  cluster: 'day',
  id: 'contact_id',
  sql: `
WITH
  topic_level AS (
    SELECT topic, sum(existing) AS of_existing, sum(newcomers) AS of_newcomers FROM fact_queue_mix GROUP BY topic
  ),
  channel_level AS (
    SELECT channel, sum(existing) AS of_existing, sum(newcomers) AS of_newcomers FROM fact_queue_mix GROUP BY channel
  ),
  (
    SELECT ifNull(sumIf(of_existing, of_newcomers >= {minimumPerStratum:Float64}) >= {minimumOverlap:Float64} * sum(of_existing), false)
    FROM topic_level
  ) AS topic_shared,
  (
    SELECT ifNull(sumIf(of_existing, of_newcomers >= {minimumPerStratum:Float64}) >= {minimumOverlap:Float64} * sum(of_existing), false)
    FROM channel_level
  ) AS channel_shared,
  line AS (
    SELECT
      mix,
      hour_band,
      is_weekend,
      if(channel_shared, toString(channel), '') AS channel_level,
      if(topic_shared, toString(topic), '') AS topic_level,
      existing,
      newcomers,
      unknowns
    FROM fact_queue_mix
  ),
  stratum AS (
    SELECT
      mix,
      channel_level IN (SELECT toString(channel) FROM channel_level ORDER BY of_existing DESC, channel LIMIT 4) AS channel_shown,
      topic_level IN (SELECT toString(topic) FROM topic_level ORDER BY of_existing DESC, topic LIMIT 8) AS topic_shown,
      toLowCardinality(if(channel_shown, channel_level, '')) AS channel,
      toLowCardinality(if(topic_shown, topic_level, '')) AS topic,
      sum(existing) OVER same AS e,
      sum(newcomers) OVER same AS n,
      sum(unknowns) OVER same AS u,
      n >= {minimumPerStratum:Float64} AS comparable,
      n + u >= {minimumPerStratum:Float64} AS comparable_with_unknown
    FROM line
    WINDOW same AS (PARTITION BY hour_band, is_weekend, channel_level, topic_level)
  ),
  weight AS (
    SELECT
      mix,
      channel,
      topic,
      if(comparable, 1, 0) AS existing_weight,
      if(comparable, e / n, 0) AS newcomer_weight,
      if(comparable, (e + u) / n, 0) AS newcomer_weight_if_existing,
      if(comparable_with_unknown, 1, 0) AS existing_weight_if_newcomer,
      if(comparable_with_unknown, e / (n + u), 0) AS newcomer_weight_if_newcomer
    FROM stratum
  )
SELECT
  q.contact_id AS contact_id,
  q.day AS day,
  q.hour_band AS hour_band,
  q.is_timed AS is_timed,
  q.wait_s AS wait_s,
  least(q.wait_s, ${HORIZON_SECONDS}) AS seconds,
  roundDown(q.wait_s, [${WAIT_EDGES.join(', ')}]) AS bin,
  q.answered AS answered,
  q.is_transferred AS is_transferred,
  q.is_by_line AS is_by_line,
  q.caller AS caller,
  q.state AS state,
  w.channel AS channel,
  w.topic AS topic,
  topic_shared,
  channel_shared,
  multiIf(q.caller = 'existing', w.existing_weight, q.caller = 'newcomer', w.newcomer_weight, 0) AS weight,
  if(q.caller = 'newcomer', w.newcomer_weight_if_existing, w.existing_weight) AS weight_if_existing,
  if(q.caller = 'existing', w.existing_weight_if_newcomer, w.newcomer_weight_if_newcomer) AS weight_if_newcomer
FROM fact_queued_contact AS q
LEFT JOIN weight AS w ON w.mix = q.mix`,
};

const COMPARED = `state = 'counted' AND caller <> 'unknown' AND weight > 0`;
const WEIGHTED = { contacts: '1', weight: 'weight', seconds: 'weight * seconds' } as const;

/** Existing customers' contacts that waited long: the people behind the number. */
export const LONG_WAITS = `state = 'counted' AND caller = 'existing' AND wait_s > {longWaitSeconds:Float64}`;

export const waitCells = {
  waits: {
    by: ['hour_band', 'caller', 'bin', 'answered'],
    where: COMPARED,
    replicates: 100,
    sums: WEIGHTED,
  },
  parts: {
    by: ['topic', 'channel', 'caller', 'bin', 'answered'],
    where: COMPARED,
    replicates: 30,
    sums: WEIGHTED,
  },
  unknowns: {
    by: ['caller', 'bin', 'answered'],
    where: `state = 'counted'`,
    replicates: 40,
    sums: {
      ifExisting: 'weight_if_existing',
      ifExistingSeconds: 'weight_if_existing * seconds',
      ifNewcomer: 'weight_if_newcomer',
      ifNewcomerSeconds: 'weight_if_newcomer * seconds',
    },
  },
  days: {
    by: ['day', 'caller', 'state'],
    replicates: 100,
    sums: {
      contacts: '1',
      compared: 'weight > 0',
      answered: 'answered',
      answeredSeconds: 'answered * wait_s',
      long: LONG_WAITS,
      byLine: 'is_by_line',
      transferred: 'is_transferred',
      timed: 'is_timed',
      topicShared: 'topic_shared',
      channelShared: 'channel_shared',
    },
  },
} satisfies Record<string, CellSpec>;
