import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../../src/ingest/import/import-files.ts';
import { receiptText } from '../../src/ingest/import/receipt-text.ts';
import { refusedRows } from '../../src/ingest/import/refused-rows.ts';
import { undoImport } from '../../src/ingest/import/undo-import.ts';
import { imports } from '../../src/warehouse/ledger.ts';
import { CONTRACT_HEADERS, contractCsv, openStore, PSEUDONYMS, type Store, TODAY } from './store.ts';

const contracts = { table: 'contract', headers: CONTRACT_HEADERS };
const line = (id: number, price = 100) => `V${id},C${id},P,2020-01-0${(id % 9) + 1},,${price},year`;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

let store: Store;
beforeAll(async () => {
  store = await openStore();
});
// Tests share one store, which takes a second to open, and leave it empty.
afterEach(async () => {
  for (const { state, importId } of await imports(store.warehouse))
    if (state === 'done') await undoImport(store.warehouse, importId);
});
afterAll(() => store.close());
const prices = () => store.columns('SELECT contract_id, toFloat64(price) AS price FROM contract ORDER BY contract_id');
const storedRows = async () => (await store.columns('SELECT count() AS n FROM rows_contract'))['n']?.[0];

test('the same file a second time changes nothing, whatever its name', async () => {
  const csv = contractCsv([line(1), line(2)]);
  const first = await store.take([store.plan('a.csv', csv, contracts)]);
  const second = await store.take([store.plan('renamed.csv', csv, contracts)]);
  expect(second).toEqual({ ...first, outcome: 'alreadyStanding' });
  expect(await storedRows()).toBe(2);
  expect((await imports(store.warehouse)).filter(({ state }) => state === 'done').length).toBe(1);
});

test('undoing an import takes back all of it, and then it may be imported again', async () => {
  const plan = store.plan('a.csv', contractCsv([line(1)]), contracts);
  const { importId } = await store.take([plan]);
  await undoImport(store.warehouse, importId);
  expect(await prices()).toEqual({});
  expect(await storedRows()).toBe(0);
  await expect(undoImport(store.warehouse, importId)).rejects.toMatchObject({ code: 'importNotFound' });
  expect((await store.take([plan])).outcome).toBe('imported');
  expect(await prices()).toEqual({ contract_id: ['V1'], price: [100] });
});

test('a later export replaces rows of the same key, and undoing it brings the old ones back', async () => {
  await store.take([store.plan('may.csv', contractCsv([line(1, 10), line(2, 20), line(3, 30)]), contracts)]);
  const june = await store.take([store.plan('june.csv', contractCsv([line(2, 21), line(4, 41)]), contracts)]);
  expect(june.rowsReplaced).toBe(1);
  const after = { contract_id: ['V1', 'V2', 'V3', 'V4'], price: [10, 21, 30, 41] };
  expect(await prices()).toEqual(after);
  const july = await store.take([store.plan('july.csv', contractCsv([line(2, 22), line(1, 12)]), contracts)]);
  expect(july.rowsReplaced).toBe(2);
  expect(await prices()).toEqual({ ...after, price: [12, 22, 30, 41] });
  await undoImport(store.warehouse, june.importId);
  expect(await prices()).toEqual({ contract_id: ['V1', 'V2', 'V3'], price: [12, 22, 30] });
  await undoImport(store.warehouse, july.importId);
  expect(await prices()).toEqual({ contract_id: ['V1', 'V2', 'V3'], price: [10, 20, 30] });
});

test('a full export that brings every old row again replaces the old import as a whole', async () => {
  await store.take([store.plan('may.csv', contractCsv(range(1, 50).map((id) => line(id, 1))), contracts)]);
  const june = await store.take([
    store.plan('june.csv', contractCsv(range(1, 60).map((id) => line(id, 2))), contracts),
  ]);
  expect(june.rowsReplaced).toBe(49);
  const sum = 'SELECT count() AS n, sum(toFloat64(price)) AS total FROM contract';
  expect(await store.columns(sum)).toEqual({ n: [59], total: [118] });
  expect(await store.columns('SELECT count() AS n FROM replaced_rows')).toEqual({ n: [1] });
  await undoImport(store.warehouse, june.importId);
  expect(await store.columns(sum)).toEqual({ n: [49], total: [49] });
});

test('rows that were refused or dropped in the first import do not count as replaced', async () => {
  await store.take([store.plan('may.csv', contractCsv([line(1), line(1), 'V2,C2,P,never,,1,year']), contracts)]);
  const june = await store.take([store.plan('june.csv', contractCsv([line(1, 5), line(2, 6)]), contracts)]);
  expect(june.rowsReplaced).toBe(1);
  expect(await prices()).toEqual({ contract_id: ['V1', 'V2'], price: [5, 6] });
});

test('a preview says what the import will say and keeps nothing', async () => {
  await store.take([store.plan('old.csv', contractCsv([line(1, 10), line(2, 20)]), contracts)]);
  const lines = [
    line(2, 21),
    line(3),
    line(3),
    line(4),
    'V4,C4,P,2019-01-01,,7,year',
    'V5,C5,P,2020-13-01,,1,year',
    'x',
  ];
  const plan = store.plan('new.csv', contractCsv(lines), contracts);
  const before = await prices();
  const preview = await store.take([plan], true);
  expect(await prices()).toEqual(before);
  expect(await storedRows()).toBe(2);
  const taken = await store.take([plan]);
  expect(taken).toEqual({ ...preview, outcome: 'imported', importId: taken.importId });
  expect(taken.files[0]).toMatchObject({ rowsRead: 7, rowsImported: 3, identicalDropped: 1, rowsRefused: 3 });
});

test('all refused rows and faulty values come out as CSV with their fields', async () => {
  const lines = [line(1), 'V2,C2,"P, x",2020-02-30,,abc,year', line(1, 5), 'V3,C3,P,2020-01-01,,=1,year', 'V4'];
  const { importId } = await store.take([store.plan('faults.csv', contractCsv(lines), contracts)]);
  let csv = '';
  for await (const part of refusedRows(store.warehouse, importId)) csv += part;
  const path = join(store.home, 'files', 'faults.csv');
  expect(csv.split('\n')).toEqual([
    'file,line,column,fault,value,fields',
    `${path},3,start_date,unreadable,2020-02-30,V2,C2,"P, x",2020-02-30,,abc,year`,
    `${path},3,price,unreadable,abc,V2,C2,"P, x",2020-02-30,,abc,year`,
    `${path},5,price,unreadable,'=1,V3,C3,P,2020-01-01,,'=1,year`,
    `${path},6,,fieldCount,,V4,,,,,,`,
    expect.stringMatching(/,4,,duplicateKey,,V1,C1,P,2020-01-02,/),
    '',
  ]);
});

test('the receipt reads as sentences in both languages and names every file, column and line', async () => {
  const lines = [line(1), line(1, 5), 'V2,C2,P,2020-02-30,,abc,year'];
  const receipt = await store.take([store.plan('words.csv', contractCsv(lines), contracts)]);
  const german = receiptText(receipt, 'de');
  const english = receiptText(receipt, 'en');
  expect(german).toContain('3 Zeilen gelesen, 1 übernommen, 2 abgelehnt');
  expect(german).toContain('start_date, Zeile 4: „2020-02-30“ – Wert ist nicht lesbar');
  expect(german).toMatch(/Zeile 3: eine andere Zeile mit demselben Schlüssel .* \(die erste steht in Zeile 2\)/);
  expect(english).toContain('3 rows read, 1 imported, 2 refused');
  for (const name of CONTRACT_HEADERS) expect(english).toContain(name);
});

// While the statement is still being planned the engine tells of the stop in other words than while it reads.
test.for([0, 20, 50, 100])('an import stopped after %i ms leaves the store as it was and says so', async (moment) => {
  await store.take([store.plan('old.csv', contractCsv([line(1)]), contracts)]);
  const csv = contractCsv(range(10, 300_000).map((id) => line(id)));
  const plan = store.plan('long.csv', csv, contracts);
  const stop = new AbortController();
  const { warehouse } = store;
  const running = importFiles({
    warehouse,
    plans: [plan],
    importDay: TODAY,
    pseudonyms: PSEUDONYMS,
    signal: stop.signal,
  });
  setTimeout(() => stop.abort(), moment);
  await expect(running).rejects.toMatchObject({ code: 'stopped' });
  expect(await prices()).toEqual({ contract_id: ['V1'], price: [100] });
  expect(await storedRows()).toBe(1);
  expect((await store.take([plan])).outcome).toBe('imported');
});

test('a store without room refuses the import as a whole', async () => {
  await store.take([store.plan('old.csv', contractCsv([line(1)]), contracts)]);
  // The engine's own guard against a full disk, set so high that every disk is too small.
  const guard = (bytes: string) =>
    store.warehouse.run({
      name: 'guard',
      sql: `ALTER TABLE rows_contract MODIFY SETTING min_free_disk_bytes_to_perform_insert = ${bytes}`,
    });
  await guard('9000000000000000000');
  const plan = store.plan('new.csv', contractCsv([line(2)]), contracts);
  await expect(store.take([plan])).rejects.toMatchObject({ code: 'storeFull' });
  expect(await prices()).toEqual({ contract_id: ['V1'], price: [100] });
  expect((await imports(store.warehouse)).slice(-2).map(({ state }) => state)).toEqual(['done', 'failed']);
  await guard('0');
  expect((await store.take([plan])).outcome).toBe('imported');
});

test('a second import at the same time is refused', async () => {
  const one = store.take([store.plan('a.csv', contractCsv([line(1)]), contracts)]);
  await expect(store.take([store.plan('b.csv', contractCsv([line(2)]), contracts)])).rejects.toMatchObject({
    details: { problem: 'importRunning' },
  });
  expect((await one).outcome).toBe('imported');
});
