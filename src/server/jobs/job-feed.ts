import { EventEmitter, on } from 'node:events';
import type { StoredJob } from '#register/jobs.ts';

const ENDED = new Set(['done', 'failed', 'stopped', 'lost']);
export const hasEnded = (job: Pick<StoredJob, 'state'>): boolean => ENDED.has(job.state);

/** Tells those who watch how a job goes on. */
export interface JobFeed {
  tell(job: StoredJob): void;
  /** The job as it is, then every change, until it has ended or the signal fires. */
  watch(id: string, current: () => Promise<StoredJob>, signal: AbortSignal): AsyncGenerator<StoredJob>;
}

export function createJobFeed(): JobFeed {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    tell: (job) => void emitter.emit(job.id, job),
    async *watch(id, current, signal) {
      const changes = on(emitter, id, { signal });
      const first = await current();
      yield first;
      if (hasEnded(first)) return;
      try {
        for await (const [job] of changes) {
          yield job;
          if (hasEnded(job)) return;
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}
