import type { Fact } from './fact.ts';

/** Hours at which a band of the day begins; the last band ends at midnight. */
export const HOUR_BANDS: readonly number[] = [0, 8, 10, 12, 14, 17];

// Waiting for a written reply is another question: hours, not minutes, and nobody hangs up.
const WRITTEN = `('email', 'e-mail', 'mail', 'letter', 'brief', 'post', 'form', 'formular', 'kontaktformular', 'fax', 'ticket')`;

/**
 * One row per contact of the window in which somebody waited for a person. `caller` is who waited: by the class of the caller, else
 * by the line (service: existing, sales: newcomer), else unknown. `state` tells whether the wait can be used: 'counted', or the
 * reason why not: someone who has just signed and calls the service line is neither a prospect nor yet an existing customer. `mix` names the cell of hour band, kind of day, channel and topic.
 */
export const queuedContactFact: Fact = {
  name: 'fact_queued_contact',
  reads: ['contact'],
  after: [],
  orderBy: ['day'],
  sql: `
WITH queued AS (
  SELECT
    contact_id,
    toLowCardinality(toString(toDate(started_at))) AS day,
    toHour(started_at) AS hour,
    toUInt8(roundDown(hour, [${HOUR_BANDS.join(', ')}])) AS hour_band,
    toUInt8(toDayOfWeek(toDate(started_at)) >= 6) AS is_weekend,
    toUInt8(hour > 0 OR toMinute(started_at) > 0 OR toSecond(started_at) > 0) AS is_timed,
    ifNull(channel, '') AS channel,
    ifNull(topic, '') AS topic,
    ifNull(caller_class, '') AS class,
    ifNull(line_class, '') AS line,
    assumeNotNull(wait_s) AS wait_s,
    ifNull(coalesce(answered, NOT abandoned), false) AS was_answered,
    answered IS NULL AND abandoned IS NULL AS no_outcome,
    toUInt8(ifNull(transfers, 0) > 0) AS is_transferred
  FROM contact
  WHERE wait_s IS NOT NULL
    AND (direction IS NULL OR direction = 'in')
    AND started_at >= addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))
    AND started_at < {asOf:Date} + 1
)
SELECT
  contact_id,
  day,
  hour_band,
  is_weekend,
  is_timed,
  channel,
  topic,
  cityHash64(hour_band, is_weekend, cityHash64(channel), cityHash64(topic)) AS mix,
  wait_s,
  toUInt8(was_answered) AS answered,
  is_transferred,
  toUInt8(class NOT IN ('existing', 'prospect', 'newcomer') AND line IN ('service', 'sales')) AS is_by_line,
  CAST(multiIf(
    class = 'existing', 1,
    class IN ('prospect', 'newcomer'), 2,
    line = 'service', 1,
    line = 'sales', 2,
    0), 'Enum8(''unknown'' = 0, ''existing'' = 1, ''newcomer'' = 2)') AS caller,
  CAST(multiIf(
    lower(channel) IN ${WRITTEN}, 3,
    no_outcome, 2,
    class = 'newcomer' AND line = 'service', 4,
    NOT was_answered AND wait_s < 5, 1,
    0), 'Enum8(''counted'' = 0, ''shortAbandon'' = 1, ''noOutcome'' = 2, ''written'' = 3, ''newOnService'' = 4)') AS state
FROM queued`,
};
