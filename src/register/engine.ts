import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { type Dialect, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { AppError } from '#domain/app-error.ts';

/** Where the register lives: a directory (PostgreSQL runs in this process) or a PostgreSQL server. */
export type RegisterAddress =
  | { readonly kind: 'embedded'; readonly directory: string }
  | { readonly kind: 'server'; readonly url: string };

/** Rows of every statement of a text, one after the other: a text without values may hold several. */
export type ExecuteSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

export interface RegisterEngine {
  readonly dialect: Dialect;
  readonly executeSql: ExecuteSql;
  /** A copy of everything, before the schema changes; null where a server keeps its own copies. */
  readonly copy: (() => Promise<Uint8Array>) | null;
  close(): Promise<void>;
}

async function openEmbedded(directory: string): Promise<RegisterEngine> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pglite = await PGlite.create({ dataDir: directory });
  return {
    dialect: new PGliteDialect({ pglite }),
    executeSql: async (text, values) => {
      if (values !== undefined && values.length > 0) return pglite.query(text, values);
      try {
        const results = await pglite.exec(text);
        return { rows: results.flatMap((result) => result.rows) };
      } catch (error) {
        // One connection serves everybody: what failed inside BEGIN ... COMMIT must not stay open for the next.
        await pglite.exec('ROLLBACK');
        throw error;
      }
    },
    copy: async () => new Uint8Array(await (await pglite.dumpDataDir('gzip')).arrayBuffer()),
    close: () => pglite.close(),
  };
}

async function openServer(url: string): Promise<RegisterEngine> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while it rests is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  await pool.query('SELECT 1');
  return {
    dialect: new PostgresDialect({ pool }),
    executeSql: async (text, values) => {
      const client = await pool.connect();
      try {
        const results = await client.query(text, values);
        client.release();
        return { rows: [results].flat().flatMap((result) => result.rows ?? []) };
      } catch (error) {
        // What failed inside BEGIN ... COMMIT would go back to the pool still open: this connection is not used again.
        client.release(true);
        throw error;
      }
    },
    copy: null,
    close: () => pool.end(),
  };
}

const withoutPassword = (url: string) => url.replace(/\/\/[^@/]*@/, '//');

/** @throws AppError registerUnreachable */
export async function openEngine(address: RegisterAddress): Promise<RegisterEngine> {
  try {
    return address.kind === 'server' ? await openServer(address.url) : await openEmbedded(address.directory);
  } catch (cause) {
    const where = address.kind === 'server' ? withoutPassword(address.url) : address.directory;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('registerUnreachable', `cannot open the register ${where}: ${reason}`, { where, reason }, cause);
  }
}
