import { z } from 'zod';
import { PURPOSES } from '#domain/purpose.ts';
import { defineEndpoint } from './endpoint.ts';
import { Id, PageQuery } from './shapes.ts';

export const CheckParams = z.object({
  id: Id,
  check: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .max(60),
});
export const Filter = z.object({
  /** Part of the subject's id. */
  search: z.string().max(100).default(''),
  /** A column of the list and the value it must have. */
  column: z.string().max(60).default(''),
  value: z.string().max(200).default(''),
  /** A column of the list. */
  sort: z.string().max(60).default(''),
  descending: z.stringbool().default(false),
});

/** Made by the engine from the same definition as the number, so that list and number cannot disagree. */
export const listAffected = defineEndpoint({
  id: 'listAffected',
  method: 'GET',
  path: '/api/audits/:id/checks/:check/people',
  summary: 'The people (contracts, contacts ...) behind a number, page by page',
  access: ['touchpointManager', 'headOfCare', 'analyst'],
  params: CheckParams,
  query: PageQuery.extend(Filter.shape),
  reply: z.object({
    /** Column that names the subject, e.g. contract_id. */
    subject: z.string(),
    columns: z.array(z.object({ name: z.string(), numeric: z.boolean() })),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    total: z.number(),
    /** Behind the number too, but they objected to being profiled or their data are restricted: in no list. */
    withheld: z.number(),
  }),
});

/** Longer lists are written as work of their own (startPeopleExport). */
export const MOST_DIRECT_ROWS = 20_000;

export const exportAffected = defineEndpoint({
  id: 'exportAffected',
  method: 'GET',
  path: '/api/audits/:id/checks/:check/people/export',
  summary: 'The people behind a number as CSV or XLSX at once, up to 20,000; the purpose is logged',
  access: ['touchpointManager', 'analyst'],
  params: CheckParams,
  query: Filter.extend({ format: z.enum(['csv', 'xlsx']), purpose: z.enum(PURPOSES) }),
  sends: 'file',
});
