import type { Readable } from 'node:stream';
import { AppError } from '#domain/app-error.ts';
import { bound } from './bound.ts';
import type { Engine } from './engine.ts';
import type { Params } from './query.ts';

/** How far a long statement has come. `totalRows` is null while the engine cannot tell. */
export interface Progress {
  readonly readRows: number;
  readonly readBytes: number;
  readonly totalRows: number | null;
  readonly elapsedSeconds: number;
}

/** Something the engine does: name for the log and for errors, SQL, bound values. */
export interface Statement {
  readonly name: string;
  readonly sql: string;
  readonly params?: Params;
}

export interface Watching {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

const POLL_MILLISECONDS = 200;
let statements = 0;

/** Turns an engine failure into one that names the question and keeps the engine's words. */
export function engineFailure(name: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/ENOSPC|No space left|NOT_ENOUGH_SPACE|Cannot reserve|enough free space/.test(reason))
    return new AppError('storeFull', `no space left while running ${name}`, { name }, cause);
  if (/Query was cancelled|QUERY_WAS_CANCELLED|killed in pending state/.test(reason))
    return new AppError('stopped', `${name} was stopped`, { name }, cause);
  return new AppError('queryFailed', `${name}: ${reason}`, { name, reason }, cause);
}

async function pollProgress(engine: Engine, mark: string): Promise<Progress | null> {
  const reply = await engine.monitor.query({
    query: `SELECT read_rows, read_bytes, total_rows_approx, elapsed
      FROM system.processes WHERE Settings['log_comment'] = {mark:String} ORDER BY query_id`,
    query_params: { mark },
    format: 'JSONEachRow',
  });
  const rows = await reply.json<{
    read_rows: number;
    read_bytes: number;
    total_rows_approx: number;
    elapsed: number;
  }>();
  const row = rows[0];
  if (row === undefined) return null;
  const total = Number(row.total_rows_approx);
  return {
    readRows: Number(row.read_rows),
    readBytes: Number(row.read_bytes),
    totalRows: total > 0 ? total : null,
    elapsedSeconds: Number(row.elapsed),
  };
}

// The embedded engine gives every question an id of its own making; what both engines keep is the comment that goes with it.
function watch(engine: Engine, mark: string, { onProgress, signal }: Watching): () => void {
  let busy = false;
  const tick = async () => {
    if (busy) return;
    busy = true;
    try {
      if (signal?.aborted)
        await engine.monitor.command({
          query: "KILL QUERY WHERE Settings['log_comment'] = {mark:String}",
          query_params: { mark },
        });
      const progress = onProgress === undefined ? null : await pollProgress(engine, mark);
      if (progress !== null) onProgress?.(progress);
    } catch {
      // Watching is a courtesy: the statement itself reports what went wrong.
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void tick(), POLL_MILLISECONDS);
  const atOnce = () => void tick();
  signal?.addEventListener('abort', atOnce);
  return () => {
    clearInterval(timer);
    signal?.removeEventListener('abort', atOnce);
  };
}

const LONGEST_FAILURE = 10_000;

/** A server says 200 as soon as the work begins; a failure later on stands in the body, which is empty otherwise. */
export async function execute(engine: Engine, statement: Statement, mark: string, values?: Readable): Promise<void> {
  const answer = await engine.onLane(async (client) => {
    const { stream } = await client.exec({
      query: statement.sql,
      ...bound(engine.address, mark, statement.params),
      ...(values === undefined ? {} : { values }),
    });
    let said = '';
    for await (const chunk of stream) if (said.length < LONGEST_FAILURE) said += String(chunk);
    return said;
  });
  if (answer.includes('DB::Exception')) throw new Error(answer.trim());
}

/**
 * Runs a statement that returns no rows, with progress and a way to stop it. Only statements are stopped: what the embedded engine had
 * already written of an answer when it was stopped would stand before the next answer on the same connection.
 * @throws AppError queryFailed, storeFull or stopped
 */
export async function runStatement(engine: Engine, statement: Statement, watching: Watching = {}): Promise<void> {
  const { name } = statement;
  if (watching.signal?.aborted) throw new AppError('stopped', `${name} was stopped`, { name });
  statements += 1;
  const mark = `${name} #${process.pid}-${statements}`;
  const unwatch =
    watching.onProgress === undefined && watching.signal === undefined ? null : watch(engine, mark, watching);
  try {
    await execute(engine, statement, mark);
  } catch (cause) {
    throw engineFailure(name, cause);
  } finally {
    unwatch?.();
  }
}
