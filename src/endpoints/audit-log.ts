import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Instant, PageQuery } from './shapes.ts';

export const LogEntry = z.object({
  sequence: z.number(),
  at: Instant,
  /** Name of a person or key; empty for the system and for reports without a name. */
  actor: z.string(),
  event: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** SHA-256 over the entry and the hash before it. */
  hash: z.string(),
});

export const listLog = defineEndpoint({
  id: 'listLog',
  method: 'GET',
  path: '/api/log',
  summary: 'Who did what, newest first',
  access: ['dataProtection', 'administrator'],
  query: PageQuery.extend({ event: z.string().max(60).default('') }),
  reply: z.object({ entries: z.array(LogEntry), total: z.number() }),
});

export const verifyLog = defineEndpoint({
  id: 'verifyLog',
  method: 'GET',
  path: '/api/log/verification',
  summary: 'Recompute the chain: is the log as it was written?',
  access: ['dataProtection', 'administrator', 'worksCouncil'],
  reply: z.object({
    intact: z.boolean(),
    entries: z.number(),
    /** The first entry that does not fit. */
    brokenAt: z.number().nullable(),
    /** Hash of the last entry; kept elsewhere it shows that none was cut off. */
    lastHash: z.string(),
  }),
});
