import timers from 'node:timers/promises';
import { AppError } from '#domain/app-error.ts';
import { ApiError, type Client, createClient } from '#endpoints/client.ts';
import { getJob, type Job, stopJob } from '#endpoints/jobs.ts';
import { getHealth } from '#endpoints/service.ts';
import { readServerFile } from '#server/server-file.ts';
import { type Context, homeOf, type StoreOptions, storeAddress } from '../context.ts';

/** A server that has the store open; the command line asks it instead of opening the store a second time. */
export interface RunningServer {
  readonly url: string;
  readonly client: Client;
}

const ANSWERS_MILLISECONDS = 3000;
const POLL_MILLISECONDS = 300;

function reach(url: string, error: unknown): never {
  if (error instanceof ApiError) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  throw new AppError('serverRefused', `${url}: ${reason}`, { reason: `${url}: ${reason}` }, error);
}

/** null: nobody serves this store, or it lies on a ClickHouse server, where more than one program may work. */
export async function runningServer(context: Context, options: StoreOptions): Promise<RunningServer | null> {
  if (storeAddress(options).kind === 'server') return null;
  const found = readServerFile(homeOf(options));
  if (found === null) return null;
  const headers = { authorization: `Bearer ${found.token}`, 'accept-language': context.language };
  const client = createClient({ base: found.url, headers, fetch: (address, init) => fetch(address, init) });
  try {
    await client.call(getHealth, { signal: AbortSignal.timeout(ANSWERS_MILLISECONDS) });
  } catch (error) {
    // A note that leads nowhere was left by a server that was killed. One that answers anything is alive.
    if (!(error instanceof ApiError)) return null;
  }
  context.note(context.words.throughServer(found.url));
  return { url: found.url, client };
}

/** Follows a job to its end. Ctrl-C stops it on the server too. @throws ApiError with the job's own failure; AppError stopped */
export async function finished(
  { client, url }: RunningServer,
  context: Context,
  started: Job,
  onProgress: (job: Job) => void,
): Promise<Job> {
  const params = { id: started.id };
  for (;;) {
    const job = await client.call(getJob, { params }).catch((error: unknown) => reach(url, error));
    onProgress(job);
    if (job.error !== null) throw new ApiError(0, job.error);
    if (job.state === 'done') return job;
    if (job.state !== 'waiting' && job.state !== 'running') throw new AppError('stopped', `job ${job.state}`);
    if (context.signal.aborted) await client.call(stopJob, { params }).catch(() => job);
    await timers.setTimeout(POLL_MILLISECONDS);
  }
}
