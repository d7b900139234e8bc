import timers from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import type { Actor } from '#register/edge.ts';
import { registerFailure } from '#register/failure.ts';
import {
  addJob,
  beginJob,
  endJob,
  findJob,
  type JobEnd,
  type JobKind,
  type JobProgress,
  type StoredJob,
  settleAbandonedJobs,
  tellProgress,
} from '#register/jobs.ts';
import { notPossible } from '#register/refusals.ts';
import type { Register } from '#register/register.ts';
import { errorAnswer } from '../errors/error-answer.ts';
import { createJobFeed, hasEnded } from './job-feed.ts';

/** What a piece of work gets, and what it gives back. */
export interface Task {
  readonly job: StoredJob;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
}
export type Work = (task: Task) => Promise<Omit<JobEnd, 'state'>>;

export interface JobRunner {
  /** Puts work into the queue. */
  ask(actor: Actor, kind: JobKind, input: unknown): Promise<StoredJob>;
  /** @throws AppError notFound, notPossibleNow jobOver */
  stopJob(id: string): Promise<StoredJob>;
  /** @throws AppError notFound */
  job(id: string): Promise<StoredJob>;
  watch(id: string, signal: AbortSignal): AsyncIterable<StoredJob>;
  /** Throws away what the queue still knows of work that has ended. */
  tidy(): Promise<void>;
  /** Stops the work at hand, marks it as lost, and takes no more. */
  close(): Promise<void>;
}

export interface JobRunnerOptions {
  readonly register: Register;
  readonly works: Readonly<Partial<Record<JobKind, Work>>>;
  readonly logger: Logger;
}

const QUEUE = 'work';
const POLL_SECONDS = 0.5;
const TELL_MILLISECONDS = 500;
const RETRY_MILLISECONDS = 2000;
const LONGEST_SECONDS = 86_000;
const Data = z.object({ jobId: z.string() });

interface Running {
  readonly id: string;
  readonly stop: AbortController;
}

/** The work is done; that the database is away just now must not leave it looking as if it still ran. */
async function whenBack<T>(write: () => Promise<T>, givenUp: () => boolean): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (registerFailure(error)?.code !== 'registerUnreachable' || givenUp()) throw error;
      await timers.setTimeout(RETRY_MILLISECONDS);
    }
  }
}

/** One piece of work after the other, in a queue on the register's database that outlives the server. */
export async function openJobRunner({ register, works, logger }: JobRunnerOptions): Promise<JobRunner> {
  const { edge } = register;
  const feed = createJobFeed();
  const boss = new PgBoss({
    db: { executeSql: register.executeSql },
    schema: 'queue',
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => logger.error({ kind: error.name }, 'job queue'));
  let running: Running | null = null;
  let closing = false;

  const job = async (id: string) => {
    const found = await findJob(register, id);
    if (found === null) throw new AppError('notFound', `no job ${id}`);
    return found;
  };
  const end = async (id: string, how: JobEnd) => {
    const ended = await whenBack(
      () => endJob(register, id, how),
      () => closing,
    );
    if (ended) feed.tell(await job(id));
  };
  const teller = (id: string) => {
    let told = 0;
    let writing: Promise<unknown> = Promise.resolve();
    const onProgress = (progress: JobProgress) => {
      const at = edge.clock().getTime();
      if (at >= told && at - told < TELL_MILLISECONDS) return;
      told = at;
      writing = writing
        .then(() => tellProgress(register, id, progress))
        .then(async () => feed.tell(await job(id)))
        .catch((error: unknown) => logger.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'progress'));
    };
    return { onProgress, settled: () => writing };
  };
  const failure = (error: unknown): JobEnd => {
    if (closing) return { state: 'lost' };
    if (error instanceof AppError && error.code === 'stopped') return { state: 'stopped' };
    const { body, status } = errorAnswer(error, 'en');
    if (status >= 500) logger.error({ err: error }, 'work failed');
    const details = error instanceof AppError ? error.details : {};
    return { state: 'failed', error: { ...body, details } };
  };
  const run = async (id: string) => {
    if (closing || !(await beginJob(register, id))) return;
    const stored = await job(id);
    feed.tell(stored);
    const stop = new AbortController();
    running = { id, stop };
    const { onProgress, settled } = teller(id);
    try {
      const work = works[stored.kind];
      if (work === undefined) throw new AppError('notFound', `no work of kind ${stored.kind}`);
      const outcome = await work({ job: stored, signal: stop.signal, onProgress });
      await settled();
      await end(id, { ...outcome, state: 'done' });
    } catch (error) {
      await settled();
      await end(id, failure(error));
    } finally {
      running = null;
    }
  };
  const send = (id: string) => boss.send(QUEUE, { jobId: id }, { retryLimit: 0, expireInSeconds: LONGEST_SECONDS });

  await boss.start();
  await boss.createQueue(QUEUE, { retryLimit: 0 });
  for (const waiting of await settleAbandonedJobs(register)) await send(waiting.id);
  await boss.work(QUEUE, { pollingIntervalSeconds: POLL_SECONDS }, async (batch) => {
    for (const { data } of batch) await run(Data.parse(data).jobId);
  });

  return {
    job,
    async ask(actor, kind, input) {
      const added = await addJob(register, actor, kind, JSON.stringify(input));
      await send(added.id);
      return added;
    },
    async stopJob(id) {
      const found = await job(id);
      if (hasEnded(found)) throw notPossible('jobOver');
      if (running?.id === id) running.stop.abort();
      else await end(id, { state: 'stopped' });
      return job(id);
    },
    watch: (id, signal) => feed.watch(id, () => job(id), signal),
    tidy: async () => {
      await boss.deleteStoredJobs(QUEUE);
    },
    async close() {
      closing = true;
      running?.stop.abort();
      await boss.stop({ graceful: true, close: false, timeout: 30_000 });
    },
  };
}
