import { z } from 'zod';
import { identifier } from '#warehouse/query.ts';
import type { Watching } from '#warehouse/statement.ts';
import type { Table } from '#warehouse/table.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { type KeySql, keySql, ROWS_A_PASS } from './key-sql.ts';

const CountRow = z.object({ n: z.number() });
const OlderRow = z.object({ older: z.number(), all_rows: z.number(), replaced: z.number() });

async function acceptedRows(warehouse: Warehouse, keys: KeySql, importId: number): Promise<number> {
  const sql = `SELECT count() AS n FROM ${keys.stored} WHERE ${keys.rowsOfImport(importId)} ORDER BY n`;
  const rows = await warehouse.rows({ name: 'accepted rows', sql, params: {}, row: CountRow });
  return rows[0]?.n ?? 0;
}

/** Later rows of a key inside one import: hidden, as identical or as contradicting the first. */
function repeatedSql(table: Table, keys: KeySql, importId: number, pass: string): string {
  const content = `sipHash64(toString(tuple(${Object.keys(table.columns).map(identifier).join(', ')})))`;
  const rows = `${keys.rowsOfImport(importId)} AND ${pass}`;
  return `INSERT INTO replaced_rows (table_name, import_id, file, row, by_import, reason, first_file, first_row)
SELECT '${table.name}', ${importId}, place.1, place.2, ${importId},
  if(place.3 = places[1].3, 'identical', 'conflict'), places[1].1, places[1].2
FROM (
  SELECT arraySort(groupArray((_file, _row, ${content}))) AS places
  FROM ${keys.stored}
  WHERE ${rows} AND ${keys.hash} IN (
    SELECT ${keys.hash} AS hash FROM ${keys.stored} WHERE ${rows} GROUP BY hash HAVING count() > 1)
  GROUP BY ${keys.parts}
)
ARRAY JOIN arraySlice(places, 2) AS place`;
}

const isRepeated = (keys: KeySql, importId: number, pass: string) =>
  `${keys.hash} IN (SELECT ${keys.hash} FROM ${keys.stored} WHERE ${keys.rowsOfImport(importId)} AND ${pass})`;

const older = (importId: number) =>
  `_import IN (SELECT import_id FROM standing_import) AND _import != ${importId} AND _refused = 0`;

/** For each older import: how many rows it has and how many of them the new import brings again. */
async function olderImports(warehouse: Warehouse, keys: KeySql, importId: number, passes: readonly string[]) {
  const totals = new Map<number, { all: number; replaced: number }>();
  for (const pass of passes) {
    const sql = `SELECT _import AS older, count() AS all_rows, countIf(${isRepeated(keys, importId, pass)}) AS replaced
FROM ${keys.stored} WHERE ${older(importId)} AND ${pass} GROUP BY older ORDER BY older`;
    for (const row of await warehouse.rows({ name: 'older imports', sql, params: {}, row: OlderRow })) {
      const total = totals.get(row.older) ?? { all: 0, replaced: 0 };
      totals.set(row.older, { all: total.all + row.all_rows, replaced: total.replaced + row.replaced });
    }
  }
  return totals;
}

async function replaceOlder(
  warehouse: Warehouse,
  { table, keys, importId, passes, watching }: Settling & { readonly keys: KeySql; readonly passes: readonly string[] },
): Promise<void> {
  const columns =
    'INSERT INTO replaced_rows (table_name, import_id, file, row, by_import, reason, first_file, first_row)';
  for (const [olderId, { all, replaced }] of await olderImports(warehouse, keys, importId, passes)) {
    if (replaced === 0) continue;
    const whole = `${columns} SELECT '${table.name}', ${olderId}, 0, 0, ${importId}, 'replacedWhole', 0, 0`;
    const rows = (pass: string) => `${columns}
SELECT '${table.name}', _import, _file, _row, ${importId}, 'replaced', 0, 0
FROM ${keys.stored}
WHERE _import = ${olderId} AND _refused = 0 AND ${pass} AND ${isRepeated(keys, importId, pass)}`;
    const statements = all === replaced ? [whole] : passes.map(rows);
    for (const sql of statements) await warehouse.run({ name: 'replace older rows', sql }, watching);
  }
}

export interface Settling {
  readonly table: Table;
  readonly importId: number;
  /** No other import stands, so there is nothing to give way. */
  readonly isFirst: boolean;
  readonly watching: Watching;
}

/**
 * Sees to it that a key is there once: of equal keys inside the import the first row stays, and rows of older imports with
 * the same key give way. Works in passes over hashed keys, so memory does not grow with the rows.
 */
export async function settleKeys(warehouse: Warehouse, settling: Settling): Promise<void> {
  const { table, importId, isFirst, watching } = settling;
  const keys = keySql(table);
  const count = await acceptedRows(warehouse, keys, importId);
  const total = Math.max(1, Math.ceil(count / ROWS_A_PASS));
  const passes = Array.from({ length: total }, (_, pass) => keys.inPass(pass, total));
  for (const pass of passes)
    await warehouse.run({ name: 'repeated keys', sql: repeatedSql(table, keys, importId, pass) }, watching);
  if (!isFirst) await replaceOlder(warehouse, { ...settling, keys, passes });
}
