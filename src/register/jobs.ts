import { z } from 'zod';
import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import type { Register } from './register.ts';

const STATES = ['waiting', 'running', 'done', 'failed', 'stopped', 'lost'] as const;
type JobState = (typeof STATES)[number];
const KINDS = ['import', 'preview', 'audit', 'export'] as const;
export type JobKind = (typeof KINDS)[number];

const Progress = z.object({ done: z.number(), total: z.number(), note: z.string() });
const JobError = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type JobProgress = z.infer<typeof Progress>;
type JobError = z.infer<typeof JobError>;

export interface StoredJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  /** JSON of what was asked. */
  readonly input: string;
  readonly progress: JobProgress;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly finishedAt: string | null;
  readonly auditId: string | null;
  readonly importId: number | null;
  /** JSON of what came out where it lies nowhere else. */
  readonly outcome: string | null;
  readonly error: JobError | null;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly input: string;
  readonly progress: string;
  readonly created_at: Date;
  readonly created_by_id: string;
  readonly created_by_name: string;
  readonly finished_at: Date | null;
  readonly audit_id: string | null;
  readonly import_id: number | null;
  readonly outcome: string | null;
  readonly error: string | null;
}
const jobOf = (row: Row): StoredJob => ({
  id: row.id,
  kind: z.enum(KINDS).parse(row.kind),
  state: z.enum(STATES).parse(row.state),
  input: row.input,
  progress: Progress.parse(JSON.parse(row.progress)),
  createdAt: row.created_at.toISOString(),
  createdBy: { id: row.created_by_id, name: row.created_by_name },
  finishedAt: row.finished_at?.toISOString() ?? null,
  auditId: row.audit_id,
  importId: row.import_id,
  outcome: row.outcome,
  error: row.error === null ? null : JobError.parse(JSON.parse(row.error)),
});

const NO_PROGRESS: JobProgress = { done: 0, total: 0, note: '' };

export async function addJob(register: Register, actor: Actor, kind: JobKind, input: string): Promise<StoredJob> {
  const { edge } = register;
  const row = {
    id: edge.newId(),
    kind,
    state: 'waiting',
    input,
    progress: JSON.stringify(NO_PROGRESS),
    created_at: edge.clock(),
    created_by_id: actor.id,
    created_by_name: actor.name,
    finished_at: null,
    audit_id: null,
    import_id: null,
    outcome: null,
    error: null,
  };
  await deed(register, { actor, event: 'jobAsked', subject: row.id, details: { kind } }, (trx) =>
    trx.insertInto('job').values(row).execute(),
  );
  return jobOf(row);
}

export async function findJob({ db }: Pick<Register, 'db'>, id: string): Promise<StoredJob | null> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : jobOf(row);
}

export async function listJobs({ db }: Register): Promise<readonly StoredJob[]> {
  const rows = await db.selectFrom('job').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(100).execute();
  return rows.map(jobOf);
}

/** Takes a waiting job to work on; false when it was stopped meanwhile. */
export async function beginJob({ db }: Register, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ state: 'running' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function tellProgress({ db }: Register, id: string, progress: JobProgress): Promise<void> {
  await db
    .updateTable('job')
    .set({ progress: JSON.stringify(progress) })
    .where('id', '=', id)
    .execute();
}

export interface JobEnd {
  readonly state: Extract<JobState, 'done' | 'failed' | 'stopped' | 'lost'>;
  readonly auditId?: string;
  readonly importId?: number;
  readonly outcome?: string;
  readonly error?: JobError;
}

/** Ends a job once; false when it had ended already. */
export async function endJob({ db, edge }: Register, id: string, end: JobEnd): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({
      state: end.state,
      finished_at: edge.clock(),
      audit_id: end.auditId ?? null,
      import_id: end.importId ?? null,
      outcome: end.outcome ?? null,
      error: end.error === undefined ? null : JSON.stringify(end.error),
    })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Jobs that an earlier server left: what ran is lost and says so, what waited still waits. */
export async function settleAbandonedJobs(register: Register): Promise<readonly StoredJob[]> {
  const rows = await register.db.selectFrom('job').selectAll().where('state', '=', 'running').execute();
  for (const row of rows) await endJob(register, row.id, { state: 'lost' });
  const waiting = await register.db
    .selectFrom('job')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('created_at')
    .execute();
  return waiting.map(jobOf);
}
