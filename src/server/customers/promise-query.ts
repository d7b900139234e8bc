import { z } from 'zod';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import { occasionsOf } from '#facts/promise-occasion.ts';
import { BY_OWN_HAND } from '#facts/toned-contact.ts';
import { identifier, type Query } from '#warehouse/query.ts';

const Row = z.object({
  promise_id: z.string(),
  measure: z.enum(['case_closed', 'contact_answered', 'approval_decided', 'callback']),
  topic: z.string(),
  bar: z.number(),
  share: z.number().nullable(),
  due_on: z.string(),
  standing: z.enum(['kept', 'late', 'overdue', 'open', 'called', 'unknown']),
  seconds: z.number().nullable(),
  total: z.coerce.number(),
  kept: z.coerce.number(),
  not_kept: z.coerce.number(),
});
export type PromiseRow = z.infer<typeof Row>;

// Every table is read by the customer's key. Mentions name no customer, and a rating is an answer, nothing that was done or left undone.
const own = (table: string) => `(SELECT * FROM ${identifier(table)} WHERE customer_id = {customerId:String})`;
const OCCASIONS = occasionsOf({
  case_closed: own('case'),
  contact_answered: own('contact'),
  approval_decided: `(SELECT * FROM approval WHERE case_id IN (SELECT case_id FROM \`case\` WHERE customer_id = {customerId:String}))`,
});

/** A call-back names no time, so that only the next call is told. */
const CALLBACKS = `
    SELECT '' AS promise_id, 'callback' AS measure, ifNull(toString(about), '') AS topic, 0 AS bar, NULL AS share, toDate32(began) AS due_on,
      if(next_call IS NULL, 'unknown', 'called') AS standing, toFloat64(dateDiff('second', began, next_call)) AS seconds
    FROM (
      SELECT
        started_at AS began, topic AS about, ifNull(callback, false) AS is_promised,
        minOrNullIf(started_at, ifNull(${BY_OWN_HAND}, false) AND match(lowerUTF8(ifNull(toString(channel), '')), 'phone|telefon|call|anruf'))
          OVER (ORDER BY started_at, contact_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_call
      FROM contact
      WHERE customer_id = {customerId:String} AND toDate32(started_at) > addMonths({asOf:Date}, -12) AND started_at < {asOf:Date} + 1
    )
    WHERE is_promised`;

/** What was promised to one customer and fell due within twelve months, or is open, as the check on promises sees it. */
export const promisesQuery = (customerId: string, asOf: string, spans: string): Query<PromiseRow> => ({
  name: 'promises to a customer',
  sql: `WITH
  (SELECT closed FROM ${identifier(spans)}) AS closings,
  (SELECT decided FROM ${identifier(spans)}) AS decisions,${OCCASIONS},
  told AS (
    SELECT
      promise_id, measure, topic, toFloat64(bar) AS bar, if(is_promised_always, NULL, toFloat64(promised)) AS share, due_on,
      multiIf(
        state = 'kept', 'kept',
        state = 'broken' AND seconds IS NULL, 'overdue',
        state = 'broken', 'late',
        state = 'pending', 'open',
        'unknown') AS standing,
      if(standing = 'late', seconds - bar, NULL) AS seconds_late
    FROM occasions
    WHERE due_on > addMonths({asOf:Date}, -12) AND NOT (measure = 'contact_answered' AND state = 'pending')
    UNION ALL${CALLBACKS}
  )
SELECT
  promise_id, measure, topic, bar, share, toString(due_on) AS due_on, standing, seconds_late AS seconds,
  count() OVER () AS total,
  countIf(standing = 'kept') OVER () AS kept,
  countIf(standing IN ('late', 'overdue')) OVER () AS not_kept
FROM told
ORDER BY told.due_on DESC, promise_id, measure, topic, standing, seconds
LIMIT 50`,
  params: { customerId, asOf, windowMonths: DEFAULT_AUDIT_SETTINGS.windowMonths },
  row: Row,
});
