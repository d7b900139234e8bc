import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { undoImport } from '../../src/ingest/import/undo-import.ts';
import { proposePlans } from '../../src/ingest/mapping/propose-plans.ts';
import { openSources } from '../../src/ingest/reading/open-source.ts';
import { TABLES } from '../../src/warehouse/catalogue.ts';
import { imports } from '../../src/warehouse/ledger.ts';
import type { Column } from '../../src/warehouse/table.ts';
import { planOf } from './plan-of.ts';
import { openStore, type Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore();
});
afterEach(async () => {
  for (const { state, importId } of await imports(store.warehouse))
    if (state === 'done') await undoImport(store.warehouse, importId);
});
afterAll(() => store.close());

const CONTACT = ['contact_id', 'started_at', 'customer_id', 'wait_s', 'answered'];
const contact = { table: 'contact', headers: CONTACT };
const rows = () =>
  store.columns(
    'SELECT contact_id, toString(started_at) AS at, customer_id, wait_s, answered FROM contact ORDER BY contact_id',
  );

test('JSON lines: numbers, booleans and text are read, a broken line is one refused row', async () => {
  const lines = [
    '{"contact_id":"A","started_at":"2026-01-02T03:04:05Z","customer_id":7,"wait_s":12.5,"answered":true}',
    '{"contact_id":"B","started_at":"2026-01-02T03:04:05+01:00","wait_s":null,"answered":"nein"}',
    'no json at all',
    '',
    '[1,2,3]',
    '{"contact_id":"C","started_at":"2026-01-03","customer_id":" ü "}',
  ];
  const receipt = await store.take([store.plan('c.jsonl', `${lines.join('\n')}\n`, { ...contact, format: 'json' })]);
  expect(receipt.files[0]).toMatchObject({ rowsRead: 6, rowsImported: 3, rowsRefused: 2, blankLines: 1 });
  expect(receipt.refusedRows.map(({ line, fault, value }) => [line, fault, value])).toEqual([
    [3, 'malformed', 'no json at all'],
    [5, 'malformed', '[1,2,3]'],
  ]);
  expect(await rows()).toEqual({
    contact_id: ['A', 'B', 'C'],
    at: ['2026-01-02 03:04:05.000', '2026-01-02 02:04:05.000', '2026-01-03 00:00:00.000'],
    customer_id: ['7', null, 'ü'],
    wait_s: [12.5, null, null],
    answered: [true, false, null],
  });
});

test('Parquet: typed columns and odd column names are read like text', async () => {
  const path = join(store.home, 'files', 'c.parquet');
  await store.warehouse.run({
    name: 'write parquet',
    sql: `INSERT INTO FUNCTION file('${path}', 'Parquet') SELECT concat('K', toString(number)) AS \`Kontakt \\\`Nr'\`,
toDateTime64('2026-01-02 03:04:05.5', 3, 'UTC') AS started_at, toInt32(number) AS customer_id, toFloat64(number) / 2 AS wait_s,
number = 1 AS answered FROM numbers(3)`,
  });
  const headers = ["Kontakt `Nr'", ...CONTACT.slice(1)];
  const rules = { ...Object.fromEntries(CONTACT.map((name) => [name, name])), contact_id: "[Kontakt `Nr']" };
  const receipt = await store.take([planOf(path, { ...contact, headers, rules, format: 'parquet' })]);
  expect(receipt.files[0]).toMatchObject({ rowsRead: 3, rowsImported: 3 });
  expect(await rows()).toEqual({
    contact_id: ['K0', 'K1', 'K2'],
    at: Array(3).fill('2026-01-02 03:04:05.500'),
    customer_id: ['0', '1', '2'],
    wait_s: [0, 0.5, 1],
    answered: [false, true, false],
  });
});

test('Parquet: German text is recognised before confirmation, numbers that are typed stay what they are', async () => {
  const path = join(store.home, 'files', 'contract.parquet');
  await store.warehouse.run({
    name: 'write parquet',
    sql: `INSERT INTO FUNCTION file('${path}', 'Parquet') SELECT concat('V', toString(number)) AS contract_id, 'K' AS customer_id,
'A' AS product_id, '31.12.2024' AS start_date, toDate32('2025-12-31') AS end_date, '1.234,50' AS price, 1.234 AS volume FROM numbers(3)`,
  });
  const { plans, columns } = await proposePlans({
    sources: await openSources([path], store.home),
    tables: TABLES,
    mapping: null,
  });
  expect(columns.find(({ column }) => column === 'price')?.sample).toBe('1.234,50');
  await store.take(plans);
  expect(
    await store.columns(
      'SELECT DISTINCT toString(start_date) AS s, toString(end_date) AS e, price, volume FROM contract ORDER BY s',
    ),
  ).toEqual({ s: ['2024-12-31'], e: ['2025-12-31'], price: [1234.5], volume: [1.234] });
});

test('tab-separated fields may be empty, quoted and hold tabs', async () => {
  const tsv =
    'contact_id\tstarted_at\tcustomer_id\twait_s\tanswered\nA\t2026-01-01\t\t\tja\n"B\tb"\t2026-01-01\tC\t3\t\n';
  await store.take([store.plan('c.tsv', tsv, { ...contact, delimiter: '\t' })]);
  expect(await rows()).toMatchObject({
    contact_id: ['A', 'B\tb'],
    customer_id: [null, 'C'],
    wait_s: [null, 3],
    answered: [true, null],
  });
});

test('rules, factors, value maps and durations fill columns', async () => {
  const csv = 'id,when,ms\nA,2026-01-01 10:00:00,1500\nB,2026-01-01 11:00:00,\n';
  const rules = { contact_id: "concat('K-', id)", started_at: 'add_seconds(instant([when]), 60)', wait_s: 'ms' };
  await store.take([
    store.plan('r.csv', csv, { table: 'contact', headers: ['id', 'when', 'ms'], rules, value: { factor: 0.001 } }),
  ]);
  expect(await rows()).toMatchObject({
    contact_id: ['K-A', 'K-B'],
    at: ['2026-01-01 10:01:00.000', '2026-01-01 11:01:00.000'],
    wait_s: [1.5, null],
  });
  const spoken = 'contact_id,started_at,direction,wait_s\nD,2026-01-01,rein,0:03:25\nE,2026-01-01,Ausgehend,3:25\n';
  const receipt = await store.take([
    store.plan('d.csv', spoken, {
      table: 'contact',
      headers: ['contact_id', 'started_at', 'direction', 'wait_s'],
      value: { valueMap: { Rein: 'in' } },
    }),
  ]);
  expect(receipt.files[0]?.columns.find(({ column }) => column === 'wait_s')?.refusedSamples).toMatchObject([
    { value: '3:25', fault: 'unreadable' },
  ]);
  expect(
    await store.columns(`SELECT direction, wait_s FROM contact WHERE contact_id IN ('D', 'E') ORDER BY contact_id`),
  ).toEqual({
    direction: ['in', 'out'],
    wait_s: [205, null],
  });
});

test('rows that the mapping does not want are counted, not stored as data; refused ones keep their line', async () => {
  const csv =
    'contact_id,started_at,kind\nA,2026-01-01,call\nB,2026-01-01,mail\nC,never,mail\nD,never,call\nE,2026-01-01,call\n';
  const options = { table: 'contact', headers: ['contact_id', 'started_at', 'kind'], where: "kind = 'call'" };
  const receipt = await store.take([store.plan('w.csv', csv, options)]);
  expect(receipt.files[0]).toMatchObject({ rowsRead: 5, rowsImported: 2, rowsLeftOut: 2, rowsRefused: 1 });
  expect(receipt.refusedRows).toMatchObject([{ line: 5, column: 'started_at' }]);
  expect(await store.columns('SELECT contact_id FROM contact ORDER BY contact_id')).toEqual({ contact_id: ['A', 'E'] });
});

test('gathered rows become one row a key, and every row of the file is accounted for', async () => {
  const csv =
    'ticket,at,wait\nT1,2026-01-02,5\nT2,2026-01-01,1\nT1,2026-01-01,7\nT1,2026-01-03,x\nT3\n,2026-01-01,1\nskip,2026-01-01,1\nskip,2026-01-01,1\n';
  const rules = { contact_id: 'ticket', started_at: 'min(instant(at))', wait_s: 'sum(number(wait))' };
  const options = {
    table: 'contact',
    headers: ['ticket', 'at', 'wait'],
    rules,
    gather: true,
    where: "coalesce(ticket, '') != 'skip'",
  };
  const receipt = await store.take([store.plan('g.csv', csv, options)]);
  expect(
    await store.columns('SELECT contact_id, toString(started_at) AS at, wait_s FROM contact ORDER BY contact_id'),
  ).toEqual({
    contact_id: ['T1', 'T2'],
    at: ['2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000'],
    wait_s: [12, 1],
  });
  expect(receipt.files[0]).toMatchObject({
    rowsRead: 8,
    rowsImported: 2,
    rowsRefused: 2,
    rowsLeftOut: 2,
    rowsGathered: 2,
  });
  expect(receipt.refusedRows.map(({ line, fault }) => [line, fault])).toEqual([
    [6, 'fieldCount'],
    [7, 'missing'],
  ]);
});

const SAMPLE: Readonly<Record<Column['kind'], string>> = {
  id: 'X1',
  text: 'free text',
  category: 'word',
  json: '{"a":1}',
  date: '2020-02-29',
  instant: '2020-02-29T12:00:00Z',
  money: '12.5',
  number: '2',
  count: '2000',
  share: '0.25',
  seconds: '60',
  boolean: 'yes',
};
const sampleOf = (column: Column) => {
  const value = column.values === null ? SAMPLE[column.kind] : (Object.keys(column.values)[0] ?? '');
  if (column.kind !== 'count' && column.kind !== 'number') return value;
  return String(Math.min(Number(value), column.max ?? Number(value)));
};

test.each(TABLES.map((table) => [table.name, table] as const))(
  'every column of %s may come at once, and a clean row is stored without a fault',
  async (name, table) => {
    const headers = Object.keys(table.columns);
    const values = Object.values(table.columns).map((column) => sampleOf(column).replaceAll('"', '""'));
    const csv = `${headers.join(';')}\n${values.map((value) => `"${value}"`).join(';')}\n`;
    const receipt = await store.take([store.plan(`${name}.csv`, csv, { table: name, headers, delimiter: ';' })]);
    const faulty = receipt.files[0]?.columns.filter(({ parsed }) => parsed !== 1).map(({ column }) => column);
    expect(faulty).toEqual([]);
    expect(receipt).toMatchObject({ outcome: 'imported', refusedRows: [] });
  },
);
