import { z } from 'zod';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import { occasionsOf } from '#facts/promise-occasion.ts';
import { BY_OWN_HAND } from '#facts/toned-contact.ts';
import type { PointQuery } from '#warehouse/point-query.ts';
import { identifier, type Query } from '#warehouse/query.ts';

const Row = z.object({
  promise_id: z.string(),
  measure: z.enum(['case_closed', 'contact_answered', 'approval_decided', 'callback']),
  topic: z.string(),
  bar: z.number(),
  share: z.number().nullable(),
  due_day: z.string(),
  standing: z.enum(['kept', 'late', 'overdue', 'open', 'called', 'unknown']),
  late_s: z.number().nullable(),
  total: z.coerce.number(),
  callbacks: z.coerce.number(),
  kept: z.coerce.number(),
  not_kept: z.coerce.number(),
});
export type PromiseRow = z.infer<typeof Row>;

// Every table is read by the customer's key. Mentions name no customer, and a rating is an answer, nothing that was done or left undone.
const SOURCES = {
  case_closed:
    'SELECT case_id, customer_id, topic, opened_at, closed_at FROM `case` WHERE customer_id = {customerId:String}',
  contact_answered: `SELECT contact_id, customer_id, started_at, direction, channel, topic, wait_s, answered, abandoned
      FROM contact
      WHERE customer_id = {customerId:String}`,
  approval_decided: `SELECT case_id, requested_at, decided_at
      FROM approval
      WHERE case_id IN (SELECT case_id FROM \`case\` WHERE customer_id = {customerId:String})`,
} as const;
export const MEASURES = ['case_closed', 'contact_answered', 'approval_decided'] as const;
type Measure = (typeof MEASURES)[number];

const Given = z.object({ measure: z.string(), promises: z.coerce.number() });
/** How many promises of each kind a customer can be behind, and how many call-backs: what is not given need not be asked about. */
export const givenQuery = (promises: string): Query<z.infer<typeof Given>> => ({
  name: 'promises given',
  sql: `SELECT measure, count() AS promises
FROM ${identifier(promises)}
WHERE is_testable
GROUP BY measure
UNION ALL
SELECT 'callback' AS measure, countIf(callback) AS promises
FROM contact
ORDER BY measure`,
  params: {},
  row: Given,
});

const ofPromises = (measures: readonly Measure[]) => `
  SELECT
    promise_id, measure, topic, toFloat64(bar) AS bar, if(is_promised_always, NULL, toFloat64(promised)) AS share, due_on,
    multiIf(
      state = 'kept', 'kept',
      state = 'broken' AND seconds IS NULL, 'overdue',
      state = 'broken', 'late',
      state = 'pending', 'open',
      'unknown') AS standing,
    if(standing = 'late', seconds - bar, NULL) AS late_s
  FROM (
    WITH ${occasionsOf(Object.fromEntries(measures.map((measure) => [measure, `(${SOURCES[measure]})`])))}
    SELECT * FROM occasions
  )
  WHERE due_on > addMonths({asOf:Date}, -12) AND NOT (measure = 'contact_answered' AND state = 'pending')`;

/** A call-back names no time, so that only the next call is told. */
const OF_CALLBACKS = `
  SELECT
    '' AS promise_id, 'callback' AS measure, ifNull(toString(about), '') AS topic, toFloat64(0) AS bar, CAST(NULL AS Nullable(Float64)) AS share,
    toDate32(began) AS due_on, if(next_call IS NULL, 'unknown', 'called') AS standing, toFloat64(dateDiff('second', began, next_call)) AS late_s
  FROM (
    SELECT
      started_at AS began, topic AS about, ifNull(callback, false) AS is_promised,
      minOrNullIf(started_at, ifNull(${BY_OWN_HAND}, false) AND match(lowerUTF8(ifNull(toString(channel), '')), 'phone|telefon|call|anruf'))
        OVER (ORDER BY started_at, contact_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_call
    FROM contact
    WHERE customer_id = {customerId:String} AND toDate32(started_at) > addMonths({asOf:Date}, -12) AND started_at < {asOf:Date} + 1
  )
  WHERE is_promised`;

interface Wanted {
  /** Table with the promises of the house. */
  readonly promises: string;
  /** At least one of these, or call-backs. */
  readonly measures: readonly Measure[];
  readonly callbacks: boolean;
}

/** What was promised to one customer and fell due within twelve months, or is open, as the check on promises sees it. */
export const promisesQuery = (customerId: string, asOf: string, wanted: Wanted): PointQuery<PromiseRow> => {
  const parts = [
    ...(wanted.measures.length > 0 ? [ofPromises(wanted.measures)] : []),
    ...(wanted.callbacks ? [OF_CALLBACKS] : []),
  ];
  return {
    name: 'promises to a customer',
    reads: ['case', 'contact', 'approval'],
    sql: `WITH promises AS (SELECT * FROM ${identifier(wanted.promises)})
SELECT
  promise_id, measure, topic, bar, share, toString(due_on) AS due_day, standing, late_s,
  count() OVER () AS total,
  countIf(measure = 'callback') OVER () AS callbacks,
  countIf(standing = 'kept') OVER () AS kept,
  countIf(standing IN ('late', 'overdue')) OVER () AS not_kept
FROM (${parts.join('\n  UNION ALL')}
)
ORDER BY due_day DESC, promise_id, measure, topic, standing, late_s
LIMIT 50`,
    params: { customerId, asOf, windowMonths: DEFAULT_AUDIT_SETTINGS.windowMonths },
    row: Row,
  };
};
