import { z } from 'zod';
import { ContactPersons, Loyalties, Promises } from './customer-parts.ts';
import { defineEndpoint } from './endpoint.ts';
import { Day, Instant } from './shapes.ts';

const Twin = z.object({
  /** Net, a year. */
  priceYear: z.number(),
  twinYear: z.number(),
  /** twin − own price; positive: the customer pays more than a newcomer would. */
  moreThanNewcomer: z.number(),
  moreShare: z.number(),
  /** Where the newcomer's price comes from: a quote or sheet, or matched newcomers. */
  source: z.enum(['sheet', 'match']),
});

const CustomerContract = z.object({
  contractId: z.string(),
  productId: z.string().nullable(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  running: z.boolean(),
  /** The same contract for the same person arriving on the day of the audit; null where nothing comparable is sold. */
  twin: Twin.nullable(),
});

/** Ids of staff, scores and ties to other people are never part of it. Restricted customers are shown to data protection only. */
export const getCustomer = defineEndpoint({
  id: 'getCustomer',
  method: 'GET',
  path: '/api/customers/:customerId',
  summary: 'One customer: since when, contracts beside the newcomer twin, what happened',
  access: ['touchpointManager', 'headOfCare', 'agent', 'dataProtection'],
  params: z.object({ customerId: z.string().min(1).max(200) }),
  reply: z.object({
    customerId: z.string(),
    customerSince: Day.nullable(),
    segment: z.string().nullable(),
    region: z.string().nullable(),
    /** Day for which contracts and twins are shown. */
    asOf: Day,
    currency: z.string(),
    /** Processing is restricted (Art. 18 GDPR): data protection alone sees this. */
    restricted: z.boolean(),
    /** Objected to profiling (Art. 21 GDPR): in no list, and not to be advertised to. */
    objection: z.boolean(),
    /** Permission to advertise, per channel; null: not known. */
    consent: z.object({ email: z.boolean().nullable(), phone: z.boolean().nullable(), post: z.boolean().nullable() }),
    /** Given in the twelve months before `asOf`, in cents: what an agent may still give is the limit less this. */
    givenCents: z.number(),
    /** Who looks after the customer, told by role and first day; null: nobody is named. Never by a number of staff. */
    contactPerson: z.object({ role: z.string().nullable(), since: Day }).nullable(),
    contracts: z.array(CustomerContract),
    /** Newest first, at most 500. */
    events: z.array(
      z.object({
        at: z.union([Instant, Day]),
        kind: z.enum(['contact', 'case', 'priceEvent', 'concession', 'recognition']),
        /** Field -> value, only fields that hold something. */
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      }),
    ),
  }),
});

/** Asked beside the customer, so that neither waits for the other. */
export const getCustomerTies = defineEndpoint({
  id: 'getCustomerTies',
  method: 'GET',
  path: '/api/customers/:customerId/ties',
  summary: 'One customer: what was promised and what became of it, and who looked after them',
  access: ['touchpointManager', 'headOfCare', 'agent', 'dataProtection'],
  params: z.object({ customerId: z.string().min(1).max(200) }),
  reply: z.object({
    promises: Promises,
    contactPersons: ContactPersons,
  }),
});

/** Not for whoever serves customers: a tie is not theirs to see. */
export const getCustomerLoyalties = defineEndpoint({
  id: 'getCustomerLoyalties',
  method: 'GET',
  path: '/api/customers/:customerId/loyalties',
  summary: 'One customer: what is on record about the four loyalties, never as a score',
  access: ['touchpointManager', 'headOfCare'],
  params: z.object({ customerId: z.string().min(1).max(200) }),
  reply: z.object({
    /** null for whoever objected to profiling. */
    loyalties: Loyalties.nullable(),
  }),
});

/** Begins of customer numbers and whole contract numbers; nobody can be found by name, the store has none. */
export const findCustomers = defineEndpoint({
  id: 'findCustomers',
  method: 'GET',
  path: '/api/customers',
  summary: 'Customers whose number begins so, or who hold this contract; at most ten',
  access: ['touchpointManager', 'headOfCare', 'agent', 'dataProtection'],
  query: z.object({ search: z.string().trim().min(1).max(200) }),
  reply: z.object({ customerIds: z.array(z.string()) }),
});
