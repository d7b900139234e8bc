import { AppError } from '#domain/app-error.ts';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import type { Role } from '#domain/role.ts';
import type { DataStore } from '../data/data-store.ts';
import { closedCustomer, refuseRestricted } from './closed-customer.ts';
import { contactPersonsOf } from './contact-persons.ts';
import {
  type ContractRow,
  type CustomerRow,
  contractsQuery,
  customerQuery,
  type EventRow,
  eventsQuery,
  givenInYearQuery,
} from './customer-query.ts';
import { keptTwins } from './kept-answers.ts';

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
  kind,
  facts,
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
export async function customerView(data: DataStore, customerId: string, roles: readonly Role[]) {
  const asOf = await data.latestDay();
  const twins = await keptTwins(data, asOf);
  const [contracts, closed, [master = null], { current }, [year]] = await Promise.all([
    data.pointed(contractsQuery(customerId, asOf, twins)),
    closedCustomer(data, customerId),
    data.pointed(customerQuery(customerId)),
    contactPersonsOf(data, customerId, asOf),
    data.pointed(givenInYearQuery(customerId, asOf)),
  ]);
  refuseRestricted(closed, roles);
  const numbers = contracts.map(({ contract_id: number }) => number);
  const events = await data.pointed(eventsQuery(customerId, numbers));
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
    givenCents: Math.round(100 * (year?.given ?? 0)),
    contactPerson: current,
    contracts: contracts.map(contractShown),
    events: events.map(eventShown),
  };
}
