import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Actor, Id, IdParams, Instant, Name, Text, Version } from './shapes.ts';

/** suspected → confirmed or rejected; confirmed → abolished; abolished → verified, only by an audit after the abolition. */
export const PRACTICE_STATES = ['suspected', 'confirmed', 'rejected', 'abolished', 'verified'] as const;
const READERS = ['touchpointManager', 'headOfCare', 'agent', 'cfo', 'analyst', 'marketing'] as const;

export const Practice = z.object({
  id: Id,
  version: Version,
  title: z.string(),
  description: z.string(),
  /** The check that measures it; null: nothing measures it yet. */
  checkId: z.string().nullable(),
  state: z.enum(PRACTICE_STATES),
  /** Why it was confirmed, rejected, abolished. */
  reason: z.string(),
  /** The audit that showed it is gone. */
  verifiedBy: Id.nullable(),
  /** null: reported without a name. */
  reportedBy: Actor.nullable(),
  createdAt: Instant,
  changedAt: Instant,
});

export const listPractices = defineEndpoint({
  id: 'listPractices',
  method: 'GET',
  path: '/api/practices',
  summary: 'Practices that treat customers worse: suspected, confirmed, abolished, verified',
  access: READERS,
  reply: z.object({ practices: z.array(Practice) }),
});

/** Who reports stays unknown, also in the log, unless `named`. */
export const reportPractice = defineEndpoint({
  id: 'reportPractice',
  method: 'POST',
  path: '/api/practices',
  summary: 'Report a practice that is unfair to customers; without a name unless wanted',
  access: READERS,
  body: z.object({
    title: Name,
    description: Text.default(''),
    checkId: z.string().max(60).nullable().default(null),
    named: z.boolean().default(false),
  }),
  reply: Practice,
  status: 201,
});

export const judgePractice = defineEndpoint({
  id: 'judgePractice',
  method: 'PUT',
  path: '/api/practices/:id',
  summary: 'Confirm, reject, abolish or verify a practice, with the reason',
  access: ['touchpointManager'],
  params: IdParams,
  body: z.object({
    version: Version,
    title: Name,
    description: Text,
    checkId: z.string().max(60).nullable(),
    state: z.enum(PRACTICE_STATES),
    reason: Text,
    /** Needed for `verified`: an audit made after the abolition in which the check no longer finds it. */
    auditId: Id.nullable(),
  }),
  reply: Practice,
});
