import { z } from 'zod';
import type { PointQuery } from '#warehouse/point-query.ts';
import { identifier } from '#warehouse/query.ts';

const CustomerRow = z.object({
  customer_id: z.string(),
  customer_since: z.string().nullable(),
  segment: z.string().nullable(),
  region: z.string().nullable(),
  consent_email: z.boolean().nullable(),
  consent_phone: z.boolean().nullable(),
  consent_post: z.boolean().nullable(),
});
export type CustomerRow = z.infer<typeof CustomerRow>;

/** One row where the customer has a master record; none otherwise. */
export const customerQuery = (customerId: string): PointQuery<CustomerRow> => ({
  name: 'customer',
  reads: ['customer'],
  sql: `SELECT
  customer_id,
  toString(customer_since) AS customer_since,
  toString(segment) AS segment,
  toString(region) AS region,
  consent_email,
  consent_phone,
  consent_post
FROM customer
WHERE customer_id = {customerId:String}
ORDER BY customer_id
LIMIT 1`,
  params: { customerId },
  row: CustomerRow,
});

const ClosedRow = z.object({ is_restricted: z.boolean(), objects: z.boolean() });

/** One row where the customer objected or is restricted; none otherwise. */
export const closedQuery = (customerId: string): PointQuery<z.infer<typeof ClosedRow>> => ({
  name: 'is a customer closed',
  reads: ['customer', 'closed_customer'],
  sql: `SELECT toBool(is_restricted) AS is_restricted, toBool(objects) AS objects
FROM closed_customer
WHERE customer_id = {customerId:String}
ORDER BY is_restricted DESC
LIMIT 1`,
  params: { customerId },
  row: ClosedRow,
});

const GivenRow = z.object({ given: z.number() });

/** What a customer was given within a year, in money; one row. */
export const givenInYearQuery = (customerId: string, asOf: string): PointQuery<z.infer<typeof GivenRow>> => ({
  name: 'given to a customer',
  reads: ['concession'],
  sql: `SELECT toFloat64(ifNull(sum(value), 0)) AS given
FROM concession
WHERE customer_id = {customerId:String} AND toDate32(at) > addMonths({asOf:Date}, -12) AND toDate32(at) <= {asOf:Date}
ORDER BY given`,
  params: { customerId, asOf },
  row: GivenRow,
});

const ContractRow = z.object({
  contract_id: z.string(),
  product_id: z.string().nullable(),
  start_date: z.string().nullable(),
  end_date: z.string().nullable(),
  bound_until: z.string().nullable(),
  running: z.boolean(),
  price: z.number().nullable(),
  twin: z.number().nullable(),
  source: z.string().nullable(),
});
export type ContractRow = z.infer<typeof ContractRow>;

/** Contracts beside what the same person would pay arriving on the day: a tariff or quote before newcomers alike. */
export const contractsQuery = (customerId: string, asOf: string, twins: string): PointQuery<ContractRow> => ({
  name: 'contracts of a customer',
  reads: ['contract'],
  sql: `SELECT
  c.contract_id AS contract_id,
  toString(c.product_id) AS product_id,
  toString(c.start_date) AS start_date,
  toString(c.end_date) AS end_date,
  toString(if(c.min_term_end > {asOf:Date}, c.min_term_end, NULL)) AS bound_until,
  toBool(c.start_date <= {asOf:Date} AND (c.end_date IS NULL OR c.end_date > {asOf:Date})) AS running,
  g.own_price AS price,
  g.newcomer_price AS twin,
  g.price_source AS source
FROM contract AS c
LEFT JOIN (SELECT * FROM ${identifier(twins)} WHERE customer_id = {customerId:String}) AS g ON g.contract_id = c.contract_id
WHERE c.customer_id = {customerId:String}
ORDER BY start_date, contract_id
LIMIT 500`,
  params: { customerId, asOf },
  row: ContractRow,
});

interface EventSource {
  readonly table: string;
  readonly at: string;
  readonly where: string;
  readonly columns: readonly string[];
}

// The engine lets a name given in the answer hide a column of the same name, hence event_at and event_kind.
// Columns are named one by one: staff, free text and anything that may come later stay out.
const EVENTS = {
  contact: {
    table: 'contact',
    at: 'started_at',
    where: 'customer_id = {customerId:String}',
    columns: ['direction', 'channel', 'kind', 'tone', 'topic', 'wait_s', 'answered', 'resolved'],
  },
  case: {
    table: 'case',
    at: 'opened_at',
    where: 'customer_id = {customerId:String}',
    columns: ['topic', 'complaint', 'closed_at', 'reopened', 'contacts', 'first_contact_resolved'],
  },
  priceEvent: {
    table: 'price_event',
    at: 'valid_from',
    where: 'contract_id IN {contracts:Array(String)}',
    columns: ['contract_id', 'kind', 'price', 'offered_price', 'price_period', 'price_basis', 'accepted'],
  },
  concession: {
    table: 'concession',
    at: 'at',
    where: 'customer_id = {customerId:String}',
    columns: ['kind', 'value', 'trigger'],
  },
  recognition: {
    table: 'recognition',
    at: 'at',
    // Whoever was held out for comparison was given nothing.
    where: `customer_id = {customerId:String} AND ifNull(arm != 'holdout', true)`,
    columns: ['kind', 'value'],
  },
} as const satisfies Readonly<Record<string, EventSource>>;
const EVENT_KINDS = ['contact', 'case', 'priceEvent', 'concession', 'recognition'] as const;
type EventKind = (typeof EVENT_KINDS)[number];

const Values = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));
const EventRow = z
  .object({ event_at: z.string(), event_kind: z.enum(EVENT_KINDS), facts: z.string() })
  .transform(({ facts, ...event }) => {
    const values = Values.parse(JSON.parse(facts));
    const told = EVENTS[event.event_kind].columns.map(
      (column, place) => [column, String(values[place] ?? '')] as const,
    );
    return { ...event, facts: Object.fromEntries(told.filter(([, value]) => value !== '')) };
  });
export type EventRow = z.infer<typeof EventRow>;

const eventSql = (kind: EventKind) => {
  const { table, at, where, columns } = EVENTS[kind];
  return `SELECT
  formatDateTime(toDateTime64(${at}, 3, 'UTC'), '%Y-%m-%dT%H:%i:%SZ') AS event_at,
  '${kind}' AS event_kind,
  toJSONString(tuple(${columns.map(identifier).join(', ')})) AS facts
FROM ${identifier(table)}
WHERE ${where} AND ${at} IS NOT NULL`;
};

/** What happened with a customer and these contracts of theirs, newest first. */
export const eventsQuery = (customerId: string, contracts: readonly string[]): PointQuery<EventRow> => ({
  name: 'events of a customer',
  reads: EVENT_KINDS.map((kind) => EVENTS[kind].table),
  sql: `SELECT event_at, event_kind, facts
FROM (
${EVENT_KINDS.map(eventSql).join('\nUNION ALL\n')}
)
ORDER BY event_at DESC, event_kind, facts
LIMIT 500`,
  params: { customerId, contracts },
  row: EventRow,
});
