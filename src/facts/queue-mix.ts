import type { Fact } from './fact.ts';
import { queuedContactFact } from './queued-contact.ts';

/** Who waited in which cell of hour band, kind of day, channel and topic: small, so that comparing mixes costs no second reading. */
export const queueMixFact: Fact = {
  name: 'fact_queue_mix',
  reads: ['contact'],
  after: [queuedContactFact],
  orderBy: ['mix'],
  sql: `
SELECT
  mix,
  hour_band,
  is_weekend,
  channel,
  topic,
  countIf(caller = 'existing') AS existing,
  countIf(caller = 'newcomer') AS newcomers,
  countIf(caller = 'unknown') AS unknowns
FROM fact_queued_contact
WHERE state = 'counted'
GROUP BY mix, hour_band, is_weekend, channel, topic`,
};
