import { lowerEdge } from './lower-edge.ts';

/** Parts of the day that differ in how busy they are, by the hour they begin. */
export const HOUR_BANDS: readonly number[] = [0, 8, 10, 12, 14, 17];

const WRITTEN = `'email', 'e-mail', 'mail', 'letter', 'brief', 'post', 'form', 'formular', 'kontaktformular', 'fax', 'ticket'`;

/**
 * SELECT of the contacts of the window that waited for a person: one row each with the day and the part of the day, what it was
 * about (`kind` names channel and topic together), who called, and whether the wait counts. A newcomer who calls the service line is
 * a customer already but no existing one: he belongs to neither side.
 */
export const QUEUED_CONTACTS = `
SELECT
  contact_id,
  customer_id,
  toDate(started_at) AS day,
  ${lowerEdge('toHour(started_at)', HOUR_BANDS, 23)} AS hour_band,
  toUInt8(toDayOfWeek(day) >= 6) AS is_weekend,
  toUInt8(started_at != toStartOfDay(started_at)) AS is_timed,
  ifNull(channel, '') AS channel_name,
  ifNull(topic, '') AS topic_name,
  -- One name at a time, so that each is hashed once and not once a contact.
  cityHash64(cityHash64(channel_name), cityHash64(topic_name)) AS kind,
  assumeNotNull(wait_s) AS wait_seconds,
  toUInt8(ifNull(coalesce(answered, NOT abandoned), false)) AS is_answered,
  toUInt8(ifNull(transfers, 0) > 0) AS is_transferred,
  ifNull(caller_class, '') AS class,
  ifNull(line_class, '') AS line,
  toUInt8(class NOT IN ('existing', 'prospect', 'newcomer') AND line IN ('service', 'sales')) AS is_by_line,
  CAST(multiIf(
    class = 'existing', 1,
    class IN ('prospect', 'newcomer'), 2,
    line = 'service', 1,
    line = 'sales', 2,
    0), 'Enum8(''unknown'' = 0, ''existing'' = 1, ''newcomer'' = 2)') AS caller,
  CAST(multiIf(
    lower(channel) IN (${WRITTEN}), 3,
    answered IS NULL AND abandoned IS NULL, 2,
    class = 'newcomer' AND line = 'service', 4,
    is_answered = 0 AND wait_seconds < 5, 1,
    0), 'Enum8(''counted'' = 0, ''shortAbandon'' = 1, ''noOutcome'' = 2, ''written'' = 3, ''newOnService'' = 4)') AS state
FROM contact
WHERE wait_s IS NOT NULL
  AND (direction IS NULL OR direction = 'in')
  AND started_at >= addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))
  AND started_at < {asOf:Date} + 1`;
