import type { Fact } from './fact.ts';
import { heavyCallerFact } from './heavy-caller.ts';
import { lowerEdge } from './lower-edge.ts';
import { queueDayFact, SHARED_MONTHS } from './queue-day.ts';
import { QUEUED_CONTACTS } from './queued-contact.ts';

/** Lower edges of the classes of waiting time, in seconds: fine where most waits end. The last class is open. */
export const WAIT_EDGES = [
  0, 1, 5, 10, 15, 20, 30, 45, 60, 80, 100, 120, 150, 180, 210, 240, 300, 360, 420, 480, 600, 720, 900, 1080, 1260,
  1500, 1800,
] as const;

/** Waits are compared up to half an hour. */
export const HORIZON_SECONDS = 1800;

/** Random groups of days: cells that are summed from the tally may have as many replicates, or a divisor of it. */
export const DAY_GROUPS = 100;

/**
 * Counted waits of the months that know both groups, without those of a customer who stands for much of his group, by random group of days,
 * part of the day, channel and topic, caller, outcome and class of waiting time: some hundred thousand rows however many contacts. `day` is one day of the group and stands for it where replicates are drawn.
 */
export const queueTallyFact: Fact = {
  name: 'fact_queue_tally',
  reads: ['contact'],
  after: [queueDayFact, heavyCallerFact],
  orderBy: ['kind'],
  sql: `
SELECT
  day_group,
  hour_band,
  is_weekend,
  kind,
  caller,
  is_answered AS answered,
  ${lowerEdge(`least(wait_seconds, ${HORIZON_SECONDS})`, WAIT_EDGES, HORIZON_SECONDS)} AS bin,
  min(queued.day) AS day,
  any(channel_name) AS channel,
  any(topic_name) AS topic,
  count() AS contacts,
  sum(toInt64(least(wait_seconds, ${HORIZON_SECONDS}) * 1e6)) / 1e6 AS seconds
FROM (SELECT *, toUInt8(cityHash64(toString(day)) % ${DAY_GROUPS}) AS day_group FROM (${QUEUED_CONTACTS})) AS queued
WHERE state = 'counted' AND toStartOfMonth(queued.day) IN (${SHARED_MONTHS}
)
  AND (caller, customer_id) NOT IN (SELECT caller, customer_id FROM fact_heavy_caller)
GROUP BY day_group, hour_band, is_weekend, kind, caller, answered, bin`,
};
