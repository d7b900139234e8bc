import { z } from 'zod';
import { TABLES } from './catalogue.ts';
import { rowsOf } from './ddl.ts';
import { identifier, type Query, quoted } from './query.ts';
import type { Warehouse } from './warehouse.ts';

const FilledRow = z.object({ name: z.string() });

const counted = TABLES.map(
  (table) => `SELECT ${quoted(table.name)} AS name, count() AS row_count FROM ${identifier(rowsOf(table))}`,
);

const filledQuery: Query<z.infer<typeof FilledRow>> = {
  name: 'tables with rows',
  sql: `SELECT name
FROM (${counted.join('\nUNION ALL ')})
WHERE row_count > 0
ORDER BY name`,
  params: {},
  row: FilledRow,
};

/** Canonical tables for which anything is stored, standing or not: the engine knows it without reading, so empty tables cost nothing. */
export async function filledTables(warehouse: Warehouse): Promise<ReadonlySet<string>> {
  return new Set((await warehouse.rows(filledQuery)).map(({ name }) => name));
}
