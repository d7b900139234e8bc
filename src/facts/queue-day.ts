import type { Fact } from './fact.ts';
import { QUEUED_CONTACTS } from './queued-contact.ts';

/** Contacts that waited for a person, by day, caller and whether the wait counts: a few thousand rows however many contacts. */
export const queueDayFact: Fact = {
  name: 'fact_queue_day',
  reads: ['contact'],
  after: [],
  orderBy: ['day'],
  sql: `
SELECT
  queued.day AS day,
  caller,
  state,
  count() AS contacts,
  sum(is_answered) AS answered,
  sumIf(toInt64(wait_seconds * 1e6), is_answered = 1) / 1e6 AS answered_seconds,
  sum(is_by_line) AS by_line,
  sum(is_transferred) AS transferred,
  sum(is_timed) AS timed
FROM (${QUEUED_CONTACTS}
) AS queued
GROUP BY day, caller, state`,
};

/** Months in which both groups are on record: what one of them waited in other months, others did not wait beside it. */
export const SHARED_MONTHS = `
  SELECT toStartOfMonth(day)
  FROM fact_queue_day
  WHERE state = 'counted'
  GROUP BY toStartOfMonth(day)
  HAVING sumIf(contacts, caller = 'existing') > 0 AND sumIf(contacts, caller = 'newcomer') > 0`;
