import { customerWaitFact } from './customer-wait.ts';
import type { Fact } from './fact.ts';
import { queueDayFact, SHARED_MONTHS } from './queue-day.ts';
import { QUEUED_CONTACTS } from './queued-contact.ts';

/** Share of a group's counted waits beyond which one customer's waits would pass for the group's. */
const OF_GROUP = 0.1;

/**
 * One row per customer who stands for more than a tenth of a group's counted waits in the months that know both groups. Those who call often
 * enough are told by the calls of all customers, so that only their own contacts are read.
 */
export const heavyCallerFact: Fact = {
  name: 'fact_heavy_caller',
  reads: ['contact'],
  after: [queueDayFact, customerWaitFact],
  orderBy: ['customer_id'],
  sql: `
WITH side AS (
  SELECT caller, sum(contacts) AS of_side
  FROM fact_queue_day
  WHERE state = 'counted' AND caller != 'unknown' AND toStartOfMonth(day) IN (${SHARED_MONTHS}
  )
  GROUP BY caller
)
SELECT his.caller AS caller, his.customer_id AS customer_id, his.contacts AS contacts
FROM (
  SELECT caller, assumeNotNull(customer_id) AS customer_id, count() AS contacts
  FROM (${QUEUED_CONTACTS}
    AND customer_id IN (SELECT customer_id FROM fact_customer_wait WHERE calls > ${OF_GROUP} * (SELECT nullIf(min(of_side), 0) FROM side))
  ) AS queued
  WHERE state = 'counted' AND toStartOfMonth(queued.day) IN (${SHARED_MONTHS}
  )
  GROUP BY caller, customer_id
) AS his
INNER JOIN side ON side.caller = his.caller
WHERE his.contacts > ${OF_GROUP} * side.of_side`,
};
