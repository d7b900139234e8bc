import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { TABLES } from './catalogue.ts';
import { rowsOf, storedColumns } from './ddl.ts';
import { LEDGER_COLUMNS } from './ledger-ddl.ts';
import type { Query } from './query.ts';
import type { Warehouse } from './warehouse.ts';

const ColumnRow = z.object({ table_name: z.string(), column_name: z.string(), type: z.string() });

const columnsQuery: Query<z.infer<typeof ColumnRow>> = {
  name: 'schema columns',
  sql: `SELECT table AS table_name, name AS column_name, type
FROM system.columns
WHERE database = currentDatabase()
ORDER BY table, position`,
  params: {},
  row: ColumnRow,
};

const squeeze = (type: string) => type.replaceAll(' ', '');

function wantedColumns(): ReadonlyMap<string, string | null> {
  const wanted = new Map<string, string | null>();
  for (const [table, columns] of Object.entries(LEDGER_COLUMNS))
    for (const name of columns) wanted.set(`${table}.${name}`, null);
  for (const table of TABLES)
    for (const [name, type] of Object.entries(storedColumns(table)))
      wanted.set(`${rowsOf(table)}.${name}`, squeeze(type));
  return wanted;
}

/** @throws AppError storeBroken naming what is missing or of another type; the store is not touched. */
export async function assertSchema(warehouse: Warehouse): Promise<void> {
  const rows = await warehouse.rows(columnsQuery);
  const found = new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, squeeze(row.type)]));
  const wrong: string[] = [];
  for (const [name, type] of wantedColumns()) {
    const actual = found.get(name);
    if (actual === undefined) wrong.push(`${name} is missing`);
    else if (type !== null && actual !== type) wrong.push(`${name} is ${actual} instead of ${type}`);
  }
  if (wrong.length === 0) return;
  const what = wrong.slice(0, 5).join('; ');
  throw new AppError('storeBroken', `the store does not have the expected schema: ${what}`, {
    what,
    count: wrong.length,
  });
}
