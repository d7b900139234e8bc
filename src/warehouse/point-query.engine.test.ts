import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { recordImport, refreshViews, replacedTables } from './ledger.ts';
import { overStanding, type PointQuery } from './point-query.ts';
import { openWarehouse, type Warehouse } from './warehouse.ts';

const directory = join(mkdtempSync(join(tmpdir(), 'stammkunde-point-')), 'warehouse');
let warehouse: Warehouse;

const run = (sql: string) => warehouse.run({ name: 'planted', sql });

// The second import was undone; the third replaced the first row of the first.
beforeAll(async () => {
  warehouse = await openWarehouse({ address: { kind: 'embedded', directory } });
  await run(`INSERT INTO rows_contract (contract_id, customer_id, _import, _file, _row, _refused) VALUES
    ('a', 'k1', 1, 0, 1, 0), ('b', 'k1', 1, 0, 2, 0), ('refused', 'k1', 1, 0, 3, 1), ('undone', 'k1', 2, 0, 1, 0), ('a', 'k1', 3, 0, 1, 0)`);
  await run(`INSERT INTO rows_customer (customer_id, restricted, objection_profiling, _import, _refused) VALUES
    ('k1', false, true, 1, 0), ('k2', true, true, 2, 0), ('k3', false, true, 1, 0)`);
  await run(`INSERT INTO customer_mark VALUES ('k3', 0, false, false), ('k4', 0, true, false)`);
  await run(
    `INSERT INTO replaced_rows VALUES ('contract', 1, 0, 1, 3, 'replaced', 0, 0), ('contract', 1, 0, 2, 2, 'replaced', 0, 0)`,
  );
  for (const [importId, state] of [
    [1, 'done'],
    [2, 'undone'],
    [3, 'done'],
  ] as const)
    await recordImport(warehouse, { importId, state, at: '2026-01-01', fingerprint: '', receipt: '' });
  await refreshViews(warehouse);
}, 60_000);

afterAll(async () => {
  await warehouse.close();
  rmSync(directory, { recursive: true, force: true });
});

const contracts: PointQuery<{ contract_id: string; places: number }> = {
  name: 'contracts',
  reads: ['contract'],
  sql: `WITH mine AS (SELECT contract_id FROM contract WHERE customer_id = {customer:String})
SELECT contract_id, toInt32(count()) AS places FROM mine GROUP BY contract_id ORDER BY contract_id`,
  params: { customer: 'k1' },
  row: z.object({ contract_id: z.string(), places: z.number() }),
};
const closed: PointQuery<{ customer_id: string; is_restricted: boolean }> = {
  name: 'closed',
  reads: ['customer', 'closed_customer'],
  sql: 'SELECT customer_id, toBool(is_restricted) AS is_restricted FROM closed_customer ORDER BY customer_id',
  params: {},
  row: z.object({ customer_id: z.string(), is_restricted: z.boolean() }),
};
const standing = async () => ({ imports: [1, 3], replaced: await replacedTables(warehouse) });

test('a question with the imports named finds the rows that stand, as the views do', async () => {
  const named = await warehouse.rows(overStanding(contracts, await standing()));
  expect(named).toEqual([
    { contract_id: 'a', places: 1 },
    { contract_id: 'b', places: 1 },
  ]);
  expect(await warehouse.rows(contracts)).toEqual(named);
});

test('who objected or is restricted is the same, whoever is asked', async () => {
  const named = await warehouse.rows(overStanding(closed, await standing()));
  expect(named).toEqual([
    { customer_id: 'k1', is_restricted: false },
    { customer_id: 'k4', is_restricted: true },
  ]);
  expect(await warehouse.rows(closed)).toEqual(named);
});

test('an empty store is asked through its views', () => {
  const { reads: _, ...plain } = contracts;
  expect(overStanding(contracts, { imports: [], replaced: new Set() })).toEqual(plain);
});

test('a table that does not exist is no question', () => {
  expect(() => overStanding({ ...contracts, reads: ['kontract'] }, { imports: [1], replaced: new Set() })).toThrow(
    'kontract',
  );
});
