import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLES } from './catalogue.ts';
import { createRowsSql, rowsOf } from './ddl.ts';
import { type Engine, openEngine } from './engine.ts';
import { identifier } from './query.ts';
import { type Cell, rowSchema } from './row-schema.ts';
import type { Column, ColumnKind, Table } from './table.ts';

/** Values at the edges of each kind: umlauts, leading zeros, leap day, milliseconds, four decimals, 2^53 - 1. */
const EDGES: Readonly<Record<ColumnKind, Cell>> = {
  id: '007',
  text: 'Müller "&" | \\',
  category: 'größer',
  json: '{"and":[]}',
  date: '1924-02-29',
  instant: '2024-02-29 23:59:59.001',
  money: -12.3456,
  number: 0.1,
  count: Number.MAX_SAFE_INTEGER,
  share: 0.25,
  seconds: 1.5,
  boolean: false,
};

const rowOf = (table: Table, keep: (column: Column) => boolean) =>
  Object.fromEntries(
    Object.entries(table.columns).map(([name, column]) => [name, keep(column) ? EDGES[column.kind] : null]),
  );

const directory = mkdtempSync(join(tmpdir(), 'row-schema-'));
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ kind: 'embedded', directory });
});
afterAll(async () => {
  await engine.close();
  rmSync(directory, { recursive: true });
});

test.each(TABLES.map((table) => [table.name, table] as const))(
  'a full and a sparse row of %s come back from the engine as they went in',
  async (_, table) => {
    const rows = [rowOf(table, () => true), rowOf(table, (column) => column.required)];
    const names = Object.keys(table.columns).map(identifier).join(', ');
    const back = await engine.onLane(async (client) => {
      await client.command({ query: createRowsSql(table) });
      for (const [index, row] of rows.entries())
        await client.insert({ table: rowsOf(table), values: [{ ...row, _row: index }], format: 'JSONEachRow' });
      const query = `SELECT ${names} FROM ${identifier(rowsOf(table))} ORDER BY _row`;
      return (await client.query({ query, format: 'JSONEachRow' })).json();
    });
    expect(rowSchema(table).array().parse(back)).toEqual(rows);
  },
);
