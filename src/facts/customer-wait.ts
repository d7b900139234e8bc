import type { Fact } from './fact.ts';

const WRITTEN = `('email', 'e-mail', 'mail', 'letter', 'brief', 'post', 'form', 'formular', 'kontaktformular', 'fax', 'ticket')`;

const CALLS = `
SELECT
  assumeNotNull(customer_id) AS customer_id,
  toInt64(least(wait_s, 3600) * 1000) AS waited,
  cityHash64(ifNull(topic, ''), ifNull(channel, ''), intDiv(toHour(started_at), 2), toDayOfWeek(toDate(started_at)) >= 6) AS mix
FROM contact
WHERE wait_s IS NOT NULL AND customer_id IS NOT NULL AND (direction IS NULL OR direction = 'in')
  AND started_at >= addMonths({asOf:Date}, -toInt32({windowMonths:Float64})) AND started_at < {asOf:Date} + 1
  AND lower(ifNull(channel, '')) NOT IN ${WRITTEN}`;

/**
 * One row per customer who called in the window: calls, seconds waited (an hour at most each), and the seconds that are usual for calls on
 * the same topic, channel, hour and kind of day.
 */
export const customerWaitFact: Fact = {
  name: 'fact_customer_wait',
  reads: ['contact'],
  after: [],
  orderBy: ['customer_id'],
  sql: `
WITH mixes AS (SELECT mix, intDiv(sum(waited), count()) AS usual FROM (${CALLS}) GROUP BY mix)
SELECT customer_id, count() AS calls, sum(waited) / 1000 AS waited, sum(usual) / 1000 AS usual
FROM (${CALLS}) AS c
INNER JOIN mixes AS m ON m.mix = c.mix
GROUP BY customer_id`,
};
