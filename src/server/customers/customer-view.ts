import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import type { Role } from '#domain/role.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { DataStore } from '../data/data-store.ts';
import { closedCustomer, refuseRestricted } from './closed-customer.ts';
import {
  type ContractRow,
  type CustomerRow,
  contractIdsQuery,
  contractsQuery,
  customerQuery,
  deskQuery,
  type EventRow,
  eventsQuery,
} from './customer-query.ts';
import { keptAnswers } from './kept-answers.ts';

const Facts = z.record(z.string(), z.string());
const KINDS = z.enum(['contact', 'case', 'priceEvent', 'concession', 'recognition']);

function twinOf({ price, twin, source }: ContractRow) {
  if (price === null || twin === null || twin <= 0) return null;
  const kind = source === 'sheet' ? ('sheet' as const) : ('match' as const);
  return {
    priceYear: price,
    twinYear: twin,
    moreThanNewcomer: price - twin,
    moreShare: price / twin - 1,
    source: kind,
  };
}

const contractShown = (row: ContractRow) => ({
  contractId: row.contract_id,
  productId: row.product_id,
  startsOn: row.start_date,
  endsOn: row.end_date,
  running: row.running,
  twin: row.running ? twinOf(row) : null,
});

const dayStart = 'T00:00:00Z';
const eventShown = ({ event_at: at, event_kind: kind, facts }: EventRow) => ({
  at: at.endsWith(dayStart) ? at.slice(0, at.length - dayStart.length) : at,
  kind: KINDS.parse(kind),
  facts: Object.fromEntries(Object.entries(Facts.parse(JSON.parse(facts))).filter(([, value]) => value !== '')),
});

/** Whoever objected is not advertised to, whatever was once permitted. */
function consentOf(master: CustomerRow | null, objects: boolean) {
  if (objects) return { email: false, phone: false, post: false };
  return {
    email: master?.consent_email ?? null,
    phone: master?.consent_phone ?? null,
    post: master?.consent_post ?? null,
  };
}

/** Groups are the company's own names for customers; whoever serves one customer must not see a label of them. */
const labelsFor = (roles: readonly Role[]) => roles.some((role) => role !== 'agent');

/** One customer as the house knows them. @throws AppError notFound, forbidden for restricted data */
export async function customerView(
  { warehouse, data }: { readonly warehouse: Warehouse; readonly data: DataStore },
  customerId: string,
  roles: readonly Role[],
) {
  const [[master = null], closed, ids] = await Promise.all([
    warehouse.rows(customerQuery(customerId)),
    closedCustomer(warehouse, customerId),
    warehouse.rows(contractIdsQuery(customerId)),
  ]);
  refuseRestricted(closed, roles);
  const asOf = await data.latestDay();
  const kept = await keptAnswers(data, asOf);
  // The longest question first: the others are answered beside it.
  const [events, contracts, [desk]] = await Promise.all([
    warehouse.rows(
      eventsQuery(
        customerId,
        ids.map(({ contract_id: id }) => id),
      ),
    ),
    warehouse.rows(contractsQuery(customerId, asOf, kept.twins)),
    warehouse.rows(deskQuery(customerId, asOf)),
  ]);
  if (master === null && contracts.length === 0 && events.length === 0)
    throw new AppError('notFound', 'no such customer');
  return {
    customerId,
    customerSince: master?.customer_since ?? null,
    segment: labelsFor(roles) ? (master?.segment ?? null) : null,
    region: master?.region ?? null,
    asOf,
    currency: DEFAULT_AUDIT_SETTINGS.currency,
    ...closed,
    consent: consentOf(master, closed.objection),
    givenCents: Math.round(100 * (desk?.given ?? 0)),
    contactPerson: desk?.since == null ? null : { role: desk.role, since: desk.since },
    contracts: contracts.map(contractShown),
    events: events.map(eventShown),
  };
}
