import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { identifier } from './query.ts';
import type { Warehouse } from './warehouse.ts';

/**
 * Keeps a copy of the whole store as it is before a migration: a directory beside the embedded store, cloned tables on a server.
 * A copy that is already complete is left as it is. Returns where the copy lies.
 */
export async function keepCopy(warehouse: Warehouse, version: number, tables: readonly string[]): Promise<string> {
  if (warehouse.address.kind === 'embedded') {
    const copy = `${resolve(warehouse.address.directory)}-before-version-${version + 1}`;
    if (existsSync(copy)) return copy;
    await rm(`${copy}.part`, { recursive: true, force: true });
    await cp(warehouse.address.directory, `${copy}.part`, {
      recursive: true,
      filter: (source) => !source.endsWith('/status'),
    });
    await rename(`${copy}.part`, copy);
    return copy;
  }
  const prefix = `kept_version_${version}_`;
  for (const table of tables) {
    const name = identifier(`${prefix}${table}`);
    await warehouse.run({
      name: 'keep a copy',
      sql: `CREATE TABLE IF NOT EXISTS ${name} CLONE AS ${identifier(table)}`,
    });
  }
  return `${prefix}*`;
}
