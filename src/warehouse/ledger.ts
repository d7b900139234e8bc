import { z } from 'zod';
import { abreast } from './abreast.ts';
import { TABLES } from './catalogue.ts';
import { createViewSql, rowsOf } from './ddl.ts';
import { CLOSED_CUSTOMER_VIEW } from './ledger-ddl.ts';
import { identifier, type Query } from './query.ts';
import type { Warehouse } from './warehouse.ts';

const IMPORT_STATES = ['started', 'done', 'undone', 'failed', 'preview'] as const;
type ImportState = (typeof IMPORT_STATES)[number];

/** One import as the ledger knows it. `receipt` is JSON as the import wrote it. */
export interface ImportRecord {
  readonly importId: number;
  readonly state: ImportState;
  readonly at: string;
  /** Hash of the files' bytes and of the mapping: the same fingerprint means the same rows. */
  readonly fingerprint: string;
  readonly receipt: string;
}

const ImportRow = z
  .object({
    import_id: z.number(),
    last_state: z.enum(IMPORT_STATES),
    last_at: z.string(),
    last_fingerprint: z.string(),
    last_receipt: z.string(),
  })
  .transform(
    (row): ImportRecord => ({
      importId: row.import_id,
      state: row.last_state,
      at: row.last_at,
      fingerprint: row.last_fingerprint,
      receipt: row.last_receipt,
    }),
  );

const importsQuery: Query<ImportRecord> = {
  name: 'imports',
  sql: `SELECT
  import_id,
  argMax(state, sequence) AS last_state,
  argMax(at, sequence) AS last_at,
  argMax(fingerprint, sequence) AS last_fingerprint,
  argMax(receipt, sequence) AS last_receipt
FROM import_log
GROUP BY import_id
ORDER BY import_id`,
  params: {},
  row: ImportRow,
};

export const imports = (warehouse: Warehouse): Promise<readonly ImportRecord[]> => warehouse.rows(importsQuery);

/** Appends a state to an import. Publishing and undoing are one inserted row each, so they happen whole or not at all. */
export async function recordImport(warehouse: Warehouse, record: ImportRecord): Promise<void> {
  await warehouse.run({
    name: 'record import',
    sql: `INSERT INTO import_log
SELECT {importId:UInt32}, (SELECT count() FROM import_log WHERE import_id = {importId:UInt32}),
  {state:String}, {at:String}, {fingerprint:String}, {receipt:String}`,
    params: { ...record },
  });
}

/** Deletes the stored rows of an import that does not stand (any more). */
export async function dropRows(warehouse: Warehouse, importId: number): Promise<void> {
  const partition = Math.trunc(importId);
  for (const name of [...TABLES.map(rowsOf), 'replaced_rows'])
    await warehouse.run({ name: 'drop rows', sql: `ALTER TABLE ${identifier(name)} DROP PARTITION ${partition}` });
}

/** What an import cut short by a crash left behind is removed and the import marked as failed. */
export async function clearUnfinished(warehouse: Warehouse): Promise<void> {
  for (const record of await imports(warehouse)) {
    if (record.state !== 'started' && record.state !== 'preview') continue;
    await dropRows(warehouse, record.importId);
    await recordImport(warehouse, { ...record, state: 'failed' });
  }
}

const ReplacedRow = z.object({ table_name: z.string() });
const replacedQuery: Query<z.infer<typeof ReplacedRow>> = {
  name: 'tables with replaced rows',
  sql: `SELECT DISTINCT table_name
FROM replaced_rows
ORDER BY table_name`,
  params: {},
  row: ReplacedRow,
};

/** Tables of which a later import replaced rows. */
export async function replacedTables(warehouse: Warehouse): Promise<ReadonlySet<string>> {
  return new Set((await warehouse.rows(replacedQuery)).map((row) => row.table_name));
}

/** Rebuilds the views after imports changed; a view looks for replaced rows only where there are any. */
export async function refreshViews(warehouse: Warehouse): Promise<void> {
  const replaced = await replacedTables(warehouse);
  await abreast(TABLES, 2, (table) =>
    warehouse.run({ name: 'refresh view', sql: createViewSql(table, replaced.has(table.name)) }),
  );
  await warehouse.run({ name: 'refresh view', sql: CLOSED_CUSTOMER_VIEW });
}

const LookingRow = z.object({ name: z.string(), looks: z.boolean() });
const lookingQuery: Query<z.infer<typeof LookingRow>> = {
  name: 'views that look for replaced rows',
  sql: `SELECT name, toBool(position(create_table_query, 'replaced_rows') > 0) AS looks
FROM system.tables
WHERE database = currentDatabase() AND engine = 'View'
ORDER BY name`,
  params: {},
  row: LookingRow,
};

/**
 * Rebuilds only the views that are missing or for which an import or its undoing changed whether there are replaced rows. Called before an import
 * is recorded as done, so that its rows appear and the replaced ones vanish in the same moment.
 */
export async function refreshChangedViews(warehouse: Warehouse): Promise<void> {
  const replaced = await replacedTables(warehouse);
  const looking = new Map((await warehouse.rows(lookingQuery)).map(({ name, looks }) => [name, looks]));
  for (const table of TABLES)
    if (looking.get(table.name) !== replaced.has(table.name))
      await warehouse.run({ name: 'refresh view', sql: createViewSql(table, replaced.has(table.name)) });
  if (!looking.has('closed_customer')) await warehouse.run({ name: 'refresh view', sql: CLOSED_CUSTOMER_VIEW });
}
