import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { LanguageQuery } from './shapes.ts';

const PROTECTION = ['dataProtection'] as const;
const CustomerId = z.string().min(1).max(200);
const PersonParams = z.object({ customerId: CustomerId });
const Mention = z.object({ place: z.enum(['practice', 'action', 'proof', 'audit']), id: z.string() });

export const getPerson = defineEndpoint({
  id: 'getPerson',
  method: 'GET',
  path: '/api/rights/:customerId',
  summary: 'What is stored about one customer, counted, and whether they objected or are restricted',
  access: PROTECTION,
  params: PersonParams,
  query: LanguageQuery,
  reply: z.object({
    /** Processing is restricted (Art. 18 GDPR): in no list, and seen by data protection alone. */
    restricted: z.boolean(),
    /** Objected to profiling and advertising (Art. 21 GDPR): in no list. */
    objection: z.boolean(),
    /** Replaced and refused rows count too. */
    tables: z.array(z.object({ name: z.string(), meaning: z.string(), rows: z.number() })),
    /** Texts of the house in which the number stands. */
    mentions: z.array(Mention),
  }),
});

/** `access` (Art. 15) adds what people wrote and what was inferred to what `portability` (Art. 20) holds. */
export const downloadPerson = defineEndpoint({
  id: 'downloadPerson',
  method: 'GET',
  path: '/api/rights/:customerId/data',
  summary: 'All that is stored about one customer as JSON or CSV; staff and other customers stay out',
  access: PROTECTION,
  params: PersonParams,
  query: LanguageQuery.extend({ format: z.enum(['json', 'csv']), scope: z.enum(['access', 'portability']) }),
  sends: 'file',
});

export const markPerson = defineEndpoint({
  id: 'markPerson',
  method: 'PUT',
  path: '/api/rights/:customerId',
  summary: 'Restrict a customer’s data or record an objection; stands above what files say',
  access: PROTECTION,
  params: PersonParams,
  body: z.object({ restricted: z.boolean(), objection: z.boolean() }),
  status: 204,
  sends: 'nothing',
});

export const erasePerson = defineEndpoint({
  id: 'erasePerson',
  method: 'POST',
  path: '/api/rights/:customerId/erasure',
  summary: 'Erase a customer from every table and text; cannot be undone',
  access: PROTECTION,
  params: PersonParams,
  /** The number once more, so that nobody is erased by a slip. */
  body: z.object({ repeated: CustomerId }),
  reply: z.object({
    tables: z.number(),
    rows: z.number(),
    /** Texts that name the number still: they can never be changed, or the number is too short to be sure. */
    byHand: z.array(Mention),
    /** Copies beside the stores that still hold the person: to be deleted by whoever runs the machine. */
    copies: z.array(z.string()),
  }),
});
