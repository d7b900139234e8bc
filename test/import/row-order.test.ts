import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOf } from './plan-of.ts';
import { openStore, type Store } from './store.ts';

const ROWS = 1_100_000;
let store: Store;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

test('over a million rows keep the number of their line, though the engine parses ahead', async () => {
  const path = join(store.home, 'files', 'long.csv');
  // A broken date far down the file, and fields that spread the rows over many blocks.
  await store.warehouse.run({
    name: 'write',
    sql: `INSERT INTO FUNCTION file('${path}', 'CSVWithNames') SELECT toString(number + 1) AS contact_id,
  if(number = 1000000, 'never', '2026-01-01') AS started_at, repeat(toString(cityHash64(number)), 2) AS customer_id
FROM numbers(${ROWS})`,
  });
  const headers = ['contact_id', 'started_at', 'customer_id'];
  const receipt = await store.take([planOf(path, { table: 'contact', headers })]);
  expect(receipt.refusedRows).toMatchObject([{ line: 1_000_002, fault: 'unreadable', value: 'never' }]);
  expect(
    await store.columns('SELECT count() AS n, countIf(toUInt64(contact_id) = _row) AS right FROM rows_contact'),
  ).toEqual({
    n: [ROWS],
    right: [ROWS],
  });
});
