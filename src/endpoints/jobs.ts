import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Actor, ErrorReply, Id, IdParams, Instant } from './shapes.ts';

/** `lost`: the server ended in the middle. Nothing half-done stands; whether it was just finished shows in the list of imports or audits. */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'stopped', 'lost'] as const;

export const Job = z.object({
  id: Id,
  kind: z.enum(['import', 'preview', 'audit', 'export']),
  state: z.enum(JOB_STATES),
  /** `done` of `total` (bytes of an import, checks of an audit, rows of an export); both 0 while unknown. `note`: file or check at work. */
  progress: z.object({ done: z.number(), total: z.number(), note: z.string() }),
  createdAt: Instant,
  createdBy: Actor,
  finishedAt: Instant.nullable(),
  /** Set when done: the audit, the import, or the file that came of it. */
  result: z.object({
    auditId: Id.nullable(),
    importId: z.number().nullable(),
    /** `until`: when the file is thrown away. Only whoever asked for it can fetch it. */
    file: z.object({ name: z.string(), rows: z.number(), bytes: z.number(), until: Instant }).nullable(),
  }),
  error: ErrorReply.nullable(),
});
export type Job = z.infer<typeof Job>;

const WORKERS = ['touchpointManager', 'headOfCare', 'analyst', 'administrator'] as const;

export const listJobs = defineEndpoint({
  id: 'listJobs',
  method: 'GET',
  path: '/api/jobs',
  summary: 'Work that waits, runs or ended lately, newest first',
  access: WORKERS,
  reply: z.object({ jobs: z.array(Job) }),
});

export const getJob = defineEndpoint({
  id: 'getJob',
  method: 'GET',
  path: '/api/jobs/:id',
  summary: 'One piece of work and how far it is',
  access: WORKERS,
  params: IdParams,
  reply: Job,
});

/** Server-sent events, each with the whole job as data; the stream ends when the job does. */
export const watchJob = defineEndpoint({
  id: 'watchJob',
  method: 'GET',
  path: '/api/jobs/:id/events',
  summary: 'Follow a piece of work (server-sent events named "job")',
  access: WORKERS,
  params: IdParams,
  reply: Job,
  sends: 'events',
});

export const stopJob = defineEndpoint({
  id: 'stopJob',
  method: 'POST',
  path: '/api/jobs/:id/stop',
  summary: 'Stop a piece of work; nothing half-done stays',
  access: WORKERS,
  params: IdParams,
  reply: Job,
});
