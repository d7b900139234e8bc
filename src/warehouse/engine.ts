import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { createLanes } from './lanes.ts';

/** Where the columns live: a directory (the engine runs in this process) or a ClickHouse server. */
export type StoreAddress =
  | { readonly kind: 'embedded'; readonly directory: string }
  | { readonly kind: 'server'; readonly url: string };

/** Connections to one engine: work goes on the first lane that is free, watching and stopping it on `monitor`. */
export interface Engine {
  readonly address: StoreAddress;
  readonly onLane: <Result>(work: (client: ClickHouseClient) => Promise<Result>) => Promise<Result>;
  readonly monitor: ClickHouseClient;
  close(): Promise<void>;
}

// Answers must not depend on the session's settings: same input, same bytes.
const SETTINGS: ClickHouseSettings = {
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 0,
  date_time_output_format: 'simple',
  join_use_nulls: 1,
  // Compiling an expression on its third use costs seconds for a wide question and gains little.
  compile_expressions: 0,
  compile_aggregate_expressions: 0,
  compile_sort_description: 0,
  session_timezone: 'UTC',
  // An import that reads forty columns in every writing is one long statement.
  max_query_size: '10000000',
  max_ast_elements: '1000000',
  max_expanded_ast_elements: '5000000',
  // Keeps the connection of a long statement alive through proxies.
  send_progress_in_http_headers: 1,
  http_headers_progress_interval_ms: '10000',
};

type Connection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']>;
// The engine's package brings its own copy of the client's types; the object is the one that the client wants.
const EmbeddedConnection = z.custom<Connection>((value) => typeof value === 'object' && value !== null);

function connect(address: StoreAddress): ClickHouseClient {
  const common = {
    clickhouse_settings: SETTINGS,
    application: 'stammkunde',
    request_timeout: 3_600_000,
    log: { level: ClickHouseLogLevel.OFF },
  };
  if (address.kind === 'server') return createClient({ url: address.url, ...common });
  return createClient({
    connection: EmbeddedConnection.parse(createChdbConnection({ path: address.directory })),
    ...common,
  });
}

const statusFile = (directory: string) => join(directory, 'status');

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Beside the data the engine notes which process holds them. */
function notedOwner(directory: string): boolean {
  try {
    const pid = Number(/^PID: (\d+)/m.exec(readFileSync(statusFile(directory), 'utf8'))?.[1]);
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether the kernel knows of a lock on that note: asked first, since the engine tells of it in its own words on the terminal. */
function isLocked(directory: string): boolean {
  const inode = statSync(statusFile(directory), { throwIfNoEntry: false })?.ino;
  const locks = readOrEmpty('/proc/locks')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return locks.some(([, , , , pid, place]) => Number(pid) !== process.pid && place?.split(':')[2] === String(inode));
}

function explainOpening(address: StoreAddress, cause: unknown): AppError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const where = address.kind === 'server' ? address.url.replace(/\/\/[^@/]*@/, '//') : address.directory;
  if (text.includes('Cannot lock file') || (address.kind === 'embedded' && notedOwner(address.directory)))
    return new AppError('storeInUse', `another process has the store ${where} open`, { where }, cause);
  if (/ENOSPC|No space left|NOT_ENOUGH_SPACE/.test(text))
    return new AppError('storeFull', `no space left for the store ${where}`, { where }, cause);
  return new AppError('storeUnreachable', `cannot open the store ${where}: ${text}`, { where, reason: text }, cause);
}

/**
 * Opens the engine.
 * @throws AppError storeInUse, storeFull or storeUnreachable
 */
export async function openEngine(address: StoreAddress): Promise<Engine> {
  if (address.kind === 'embedded') mkdirSync(address.directory, { recursive: true });
  try {
    if (address.kind === 'embedded' && isLocked(address.directory)) throw new Error('Cannot lock file');
    const first = connect(address);
    await first.command({ query: 'SELECT 1' });
    const lanes = [first];
    const open = () => {
      const lane = connect(address);
      lanes.push(lane);
      return lane;
    };
    // An embedded connection works on one question at a time, and the planning of a question keeps one core busy.
    const onLane = createLanes({ first, open, limit: 2 });
    const monitor = connect(address);
    const close = async () => {
      for (const connection of [monitor, ...lanes.toReversed()]) await connection.close();
    };
    return { address, onLane, monitor, close };
  } catch (cause) {
    throw explainOpening(address, cause);
  }
}

/** The directory of the embedded engine inside a home directory. */
export function embeddedDirectory(home: string): string {
  return join(home, 'warehouse');
}
