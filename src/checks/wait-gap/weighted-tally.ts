import type { Subjects } from '../cells.ts';

/** Topics on their channels with curves of their own, those that most existing customers call about; all others share curve 0. */
const OWN_CURVES = 12;

/**
 * The tally of waits with weights: newcomers carry the weight that gives them the existing customers' mix of hour, kind of day,
 * channel and topic; queue and line are not held equal, since a queue of one's own is the very thing in question. Channel and topic
 * enter only when both groups have them for enough of the existing customers' contacts.
 */
export const tallySubjects: Subjects = {
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
  matter AS (
    SELECT
      channel_held,
      topic_held,
      row_number() OVER (ORDER BY sum(existing) DESC, channel_held, topic_held) AS place
    FROM stratum
    WHERE comparable
    GROUP BY channel_held, topic_held
    HAVING sum(existing) >= {minimumPerCurve:Float64} AND sum(newcomers) >= {minimumPerCurve:Float64}
    ORDER BY place
    LIMIT ${OWN_CURVES}
  ),
  weight AS (
    SELECT
      hour_band,
      is_weekend,
      kind,
      toUInt8(ifNull(place, 0)) AS curve,
      if(channel_shown, stratum.channel_held, '') AS channel,
      if(topic_shown, stratum.topic_held, '') AS topic,
      if(comparable, 1, 0) AS existing_weight,
      if(comparable, e / n, 0) AS newcomer_weight,
      if(comparable, (e + u) / n, 0) AS newcomer_weight_if_existing,
      if(comparable_with_unknown, 1, 0) AS existing_weight_if_newcomer,
      if(comparable_with_unknown, e / (n + u), 0) AS newcomer_weight_if_newcomer
    FROM stratum
    LEFT JOIN matter ON matter.channel_held = stratum.channel_held AND matter.topic_held = stratum.topic_held
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
  w.curve AS curve,
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
