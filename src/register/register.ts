import { Kysely } from 'kysely';
import type { Edge } from './edge.ts';
import { type ExecuteSql, openEngine, type RegisterAddress } from './engine.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/** The store of what people work on. The functions of this folder take it as their first argument. */
export interface Register {
  readonly db: Kysely<Schema>;
  readonly edge: Edge;
  /** For the job queue, which brings its own SQL. */
  readonly executeSql: ExecuteSql;
  close(): Promise<void>;
}

/**
 * Opens the register and brings its schema up to date.
 * @throws AppError registerUnreachable, registerNewer or registerBroken; it is left as it was
 */
export async function openRegister(address: RegisterAddress, edge: Edge): Promise<Register> {
  const engine = await openEngine(address);
  try {
    await migrate(engine, address);
  } catch (error) {
    await engine.close();
    throw error;
  }
  const db = new Kysely<Schema>({ dialect: engine.dialect });
  return {
    db,
    edge,
    executeSql: engine.executeSql,
    // Closing Kysely closes the pool or the engine under it.
    close: () => db.destroy(),
  };
}
