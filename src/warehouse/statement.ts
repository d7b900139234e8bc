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
  if (/Query was cancelled|QUERY_WAS_CANCELLED/.test(reason))
    return new AppError('stopped', `${name} was stopped`, { name }, cause);
  return new AppError('queryFailed', `${name}: ${reason}`, { name, reason }, cause);
}

async function pollProgress(engine: Engine, queryId: string): Promise<Progress | null> {
  const reply = await engine.monitor.query({
    query: `SELECT read_rows, read_bytes, total_rows_approx, elapsed
      FROM system.processes WHERE query_id = {queryId:String} ORDER BY query_id`,
    query_params: { queryId },
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

function watch(engine: Engine, queryId: string, { onProgress, signal }: Watching): () => void {
  let busy = false;
  const tick = async () => {
    if (busy) return;
    busy = true;
    try {
      if (signal?.aborted)
        await engine.monitor.command({
          query: 'KILL QUERY WHERE query_id = {queryId:String}',
          query_params: { queryId },
        });
      const progress = onProgress === undefined ? null : await pollProgress(engine, queryId);
      if (progress !== null) onProgress?.(progress);
    } catch {
      // Watching is a courtesy: the statement itself reports what went wrong.
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void tick(), POLL_MILLISECONDS);
  return () => clearInterval(timer);
}

const LONGEST_FAILURE = 10_000;

/** A server says 200 as soon as the work begins; a failure later on stands in the body, which is empty otherwise. */
export async function execute(
  engine: Engine,
  statement: Statement,
  extra: { readonly query_id?: string; readonly values?: Readable } = {},
): Promise<void> {
  const answer = await engine.onLane(async (client) => {
    const { stream } = await client.exec({
      query: statement.sql,
      ...bound(engine.address, statement.name, statement.params),
      ...extra,
    });
    let said = '';
    for await (const chunk of stream) if (said.length < LONGEST_FAILURE) said += String(chunk);
    return said;
  });
  if (answer.includes('DB::Exception')) throw new Error(answer.trim());
}

/**
 * Runs a statement that returns no rows, with progress and a way to stop it.
 * @throws AppError queryFailed, storeFull or stopped
 */
export async function runStatement(engine: Engine, statement: Statement, watching: Watching = {}): Promise<void> {
  if (watching.signal?.aborted)
    throw new AppError('stopped', `${statement.name} was stopped`, { name: statement.name });
  statements += 1;
  const queryId = `stammkunde-${process.pid}-${statements}`;
  const unwatch =
    watching.onProgress === undefined && watching.signal === undefined ? null : watch(engine, queryId, watching);
  try {
    await execute(engine, statement, { query_id: queryId });
  } catch (cause) {
    throw engineFailure(statement.name, cause);
  } finally {
    unwatch?.();
  }
}
