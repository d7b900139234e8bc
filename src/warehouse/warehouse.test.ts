import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { TABLES } from './catalogue.ts';
import { rowsOf } from './ddl.ts';
import { MIGRATIONS } from './migrations.ts';
import { openWarehouse } from './warehouse.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'stammkunde-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));
const open = () => openWarehouse({ address: { kind: 'embedded', directory: join(directory, 'warehouse') } });

test('a new store holds every declared table, empty and readable', async () => {
  const warehouse = await open();
  for (const table of TABLES) {
    const answer = await warehouse.columns({
      name: 'count',
      sql: `SELECT count() AS n FROM \`${table.name}\``,
      params: {},
    });
    expect(answer['n']).toEqual([0]);
  }
  await warehouse.close();
});

test('a store of a newer version is refused and not altered', async () => {
  const first = await open();
  await first.run({ name: 'newer', sql: `INSERT INTO store_version SELECT 99, 'from the future'` });
  await first.close();
  await expect(open()).rejects.toMatchObject({ code: 'storeNewer', details: { version: 99 } });
  await expect(open()).rejects.toMatchObject({ code: 'storeNewer' });
});

test('a store that lost a column is refused, naming the column', async () => {
  const first = await open();
  await first.run({ name: 'break', sql: 'ALTER TABLE rows_contract DROP COLUMN price' });
  await first.close();
  await expect(open()).rejects.toMatchObject({ code: 'storeBroken' });
  await expect(open()).rejects.toThrow(/rows_contract\.price is missing/);
});

test('a store of an older version is copied whole before it is migrated, and versions may be skipped', async () => {
  const first = await open();
  await first.run({ name: 'old row', sql: `INSERT INTO rows_customer (customer_id, _import) SELECT 'kept', 1` });
  await first.close();
  const copies: string[] = [];
  const next = (MIGRATIONS.at(-1)?.version ?? 0) + 1;
  const later = [
    ...MIGRATIONS,
    {
      version: next,
      name: 'second',
      statements: ['CREATE TABLE IF NOT EXISTS rows_second (a String) ENGINE = MergeTree ORDER BY a'],
    },
    { version: next + 1, name: 'third', statements: [`ALTER TABLE rows_second ADD COLUMN IF NOT EXISTS b String`] },
  ];
  const address = { kind: 'embedded', directory: join(directory, 'warehouse') } as const;
  const migrated = await openWarehouse({ address, migrations: later, onMigration: (copy) => copies.push(copy) });
  const second = await migrated.columns({
    name: 'second',
    sql: 'SELECT count() AS n, any(b) AS b FROM rows_second',
    params: {},
  });
  expect(second['n']).toEqual([0]);
  await migrated.close();
  expect(copies).toEqual([join(directory, `warehouse-before-version-${next}`)]);
  const copied = await openWarehouse({ address: { kind: 'embedded', directory: copies[0] ?? '' } });
  const kept = await copied.columns({ name: 'kept', sql: 'SELECT customer_id FROM rows_customer', params: {} });
  expect(kept['customer_id']).toEqual(['kept']);
  await copied.close();
  await expect(open()).rejects.toMatchObject({ code: 'storeNewer' });
});

test('values are bound, whatever they contain', async () => {
  const warehouse = await open();
  const text = `'; DROP TABLE rows_contract; -- \\ "ä`;
  const rows = await warehouse.rows({
    name: 'bound',
    sql: 'SELECT {text:String} AS text ORDER BY text',
    params: { text },
    row: z.object({ text: z.string() }),
  });
  expect(rows).toEqual([{ text }]);
  await warehouse.close();
});

test('what an interrupted import left is gone when the store opens again', async () => {
  const first = await open();
  const table = TABLES.find(({ name }) => name === 'customer');
  if (table === undefined) throw new Error('no customer table');
  await first.run({
    name: 'half an import',
    sql: `INSERT INTO ${rowsOf(table)} (customer_id, _import, _row) SELECT toString(number), 7, number FROM numbers(10)`,
  });
  await first.run({ name: 'log', sql: `INSERT INTO import_log SELECT 7, 0, 'started', '', 'x', ''` });
  await first.close();
  const again = await open();
  const left = await again.columns({ name: 'left', sql: `SELECT count() AS n FROM ${rowsOf(table)}`, params: {} });
  expect(left['n']).toEqual([0]);
  await again.close();
});
