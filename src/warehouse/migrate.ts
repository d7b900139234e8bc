import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { keepCopy } from './keep-copy.ts';
import { clearUnfinished, refreshChangedViews, refreshViews } from './ledger.ts';
import { LEDGER_DDL } from './ledger-ddl.ts';
import type { Migration } from './migrations.ts';
import type { Query } from './query.ts';
import { assertSchema } from './schema-check.ts';
import type { Warehouse } from './warehouse.ts';

const NameRow = z.object({ name: z.string() });
const VersionRow = z.object({ version: z.number() });

const tablesQuery: Query<z.infer<typeof NameRow>> = {
  name: 'store tables',
  sql: `SELECT name
FROM system.tables
WHERE database = currentDatabase() AND engine LIKE '%MergeTree' AND name NOT LIKE 'kept\\_version\\_%'
ORDER BY name`,
  params: {},
  row: NameRow,
};

const versionQuery: Query<z.infer<typeof VersionRow>> = {
  name: 'store version',
  sql: 'SELECT max(version) AS version FROM store_version ORDER BY version',
  params: {},
  row: VersionRow,
};

async function currentVersion(warehouse: Warehouse, tables: readonly string[]): Promise<number> {
  if (tables.includes('store_version')) return (await warehouse.rows(versionQuery))[0]?.version ?? 0;
  // A first migration that was cut short leaves ledger tables only; anything else is somebody else's database.
  const foreign = tables.filter((name) => !name.startsWith('rows_') && LEDGER_DDL[name] === undefined);
  if (foreign.length === 0) return 0;
  const what = `it holds tables that are not ours (${foreign.slice(0, 3).join(', ')})`;
  throw new AppError('storeBroken', `the database cannot be used as a store: ${what}`, { what, count: foreign.length });
}

async function apply(warehouse: Warehouse, migration: Migration): Promise<void> {
  for (const sql of migration.statements) await warehouse.run({ name: `migration ${migration.version}`, sql });
  await warehouse.run({
    name: 'record version',
    sql: 'INSERT INTO store_version SELECT {version:UInt32}, {name:String}',
    params: { version: migration.version, name: migration.name },
  });
}

/**
 * Brings a store to the newest schema. A newer or broken store is refused and never altered; a copy is kept before an old one is changed.
 * @throws AppError storeNewer or storeBroken
 */
export async function migrate(
  warehouse: Warehouse,
  onMigration: (copy: string) => void,
  migrations: readonly Migration[],
): Promise<void> {
  const tables = (await warehouse.rows(tablesQuery)).map((row) => row.name);
  const version = await currentVersion(warehouse, tables);
  const newest = Math.max(...migrations.map((migration) => migration.version));
  if (version > newest)
    throw new AppError('storeNewer', `the store has version ${version}, this program knows ${newest}`, {
      version,
      newest,
    });
  const pending = migrations.filter((migration) => migration.version > version);
  if (pending.length > 0 && version > 0) onMigration(await keepCopy(warehouse, version, tables));
  for (const migration of pending) await apply(warehouse, migration);
  await assertSchema(warehouse);
  await clearUnfinished(warehouse);
  await (pending.length > 0 ? refreshViews(warehouse) : refreshChangedViews(warehouse));
}
