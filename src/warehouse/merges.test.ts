import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withMergesPaused } from './merges.ts';
import { openWarehouse, type Warehouse } from './warehouse.ts';

let directory: string;
let warehouse: Warehouse;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'stammkunde-merges-'));
  warehouse = await openWarehouse({ address: { kind: 'embedded', directory } });
  await warehouse.run({ name: 'table', sql: 'CREATE TABLE pieces (n UInt8) ENGINE = MergeTree ORDER BY n' });
  for (const n of [1, 2]) await warehouse.run({ name: 'fill', sql: `INSERT INTO pieces SELECT ${n}` });
});
afterAll(async () => {
  await warehouse.close();
  rmSync(directory, { recursive: true, force: true });
});

const merge = () => warehouse.run({ name: 'merge', sql: 'OPTIMIZE TABLE pieces FINAL' });

test('nothing is merged while work is under way, and again when it has ended, even badly', async () => {
  await withMergesPaused(warehouse, () => expect(merge()).rejects.toMatchObject({ code: 'queryFailed' }));
  const failing = withMergesPaused(warehouse, () => Promise.reject(new Error('the work failed')));
  await expect(failing).rejects.toThrow('the work failed');
  await expect(merge()).resolves.toBeUndefined();
});
