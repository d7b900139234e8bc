import { Readable } from 'node:stream';
import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { bound } from './bound.ts';
import { type Engine, openEngine, type StoreAddress } from './engine.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { ColumnsQuery, Query } from './query.ts';
import { engineFailure, execute, runStatement, type Statement, type Watching } from './statement.ts';

/** The one door to the columnar store. */
export interface Warehouse {
  readonly address: StoreAddress;
  /** All rows of a query, each parsed. @throws AppError queryFailed */
  rows<Row>(query: Query<Row>): Promise<readonly Row[]>;
  /** A query's answer as one array a column: for many rows of plain numbers and words. @throws AppError queryFailed */
  columns(query: ColumnsQuery): Promise<ColumnArrays>;
  /** A statement without an answer, with progress and a way to stop it. @throws AppError */
  run(statement: Statement, watching?: Watching): Promise<void>;
  /** An INSERT whose rows arrive as a stream in the given format (servers only). @throws AppError */
  insertStream(statement: Statement, body: Readable): Promise<void>;
  close(): Promise<void>;
}

async function readRows<Row>(engine: Engine, query: Query<Row>): Promise<readonly Row[]> {
  let answer: unknown;
  try {
    answer = await engine.onLane(async (client) => {
      const reply = await client.query({
        query: query.sql,
        ...bound(engine.address, query.name, query.params),
        format: 'JSONEachRow',
      });
      return reply.json();
    });
  } catch (cause) {
    throw engineFailure(query.name, cause);
  }
  const parsed = z.array(query.row).safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new AppError('queryFailed', `${query.name}: unexpected row: ${parsed.error.message}`, { name: query.name });
}

type ColumnArrays = Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
const Columns = z.object({
  data: z.record(z.string(), z.array(z.union([z.number(), z.string(), z.boolean(), z.null()]))),
});

async function readColumns(engine: Engine, query: ColumnsQuery): Promise<ColumnArrays> {
  try {
    const answer = await engine.onLane(async (client) => {
      const reply = await client.query({
        query: query.sql,
        ...bound(engine.address, query.name, query.params),
        format: 'JSONColumnsWithMetadata',
      });
      return reply.text();
    });
    return Columns.parse(JSON.parse(answer)).data;
  } catch (cause) {
    throw engineFailure(query.name, cause);
  }
}

async function* withStatement(sql: string, body: Readable): AsyncGenerator<unknown> {
  yield Buffer.from(`${sql}\n`);
  yield* body;
}

async function insertStream(engine: Engine, statement: Statement, body: Readable): Promise<void> {
  try {
    // The statement of a wide import is too long for an address, so it goes before the data.
    const values = Readable.from(withStatement(statement.sql, body), { objectMode: false });
    await execute(engine, { ...statement, sql: '' }, statement.name, values);
  } catch (cause) {
    throw engineFailure(statement.name, cause);
  }
}

export interface OpenOptions {
  readonly address: StoreAddress;
  /** Called before a migration with the place where the copy of the old store is kept. */
  readonly onMigration?: (copy: string) => void;
  readonly migrations?: readonly Migration[];
}

/**
 * Opens the store, brings its schema up to date (after keeping a copy) and clears what an interrupted import left.
 * @throws AppError storeInUse, storeNewer, storeBroken, storeFull or storeUnreachable
 */
export async function openWarehouse({ address, onMigration, migrations }: OpenOptions): Promise<Warehouse> {
  const engine = await openEngine(address);
  const warehouse: Warehouse = {
    address,
    rows: (query) => readRows(engine, query),
    columns: (query) => readColumns(engine, query),
    run: (statement, watching) => runStatement(engine, statement, watching),
    insertStream: (statement, body) => insertStream(engine, statement, body),
    close: () => engine.close(),
  };
  try {
    await migrate(warehouse, onMigration ?? (() => {}), migrations ?? MIGRATIONS);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return warehouse;
}
