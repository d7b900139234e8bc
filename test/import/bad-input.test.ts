import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { receiptText } from '../../src/ingest/import/receipt-text.ts';
import { undoImport } from '../../src/ingest/import/undo-import.ts';
import { imports } from '../../src/warehouse/ledger.ts';
import { CONTRACT_HEADERS, contractCsv, openStore, type Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore();
});
afterEach(async () => {
  for (const record of await imports(store.warehouse))
    if (record.state === 'done') await undoImport(store.warehouse, record.importId);
});
afterAll(() => store.close());

const contracts = { table: 'contract', headers: CONTRACT_HEADERS };
const good = (id: number) => `V${id},C${id},P,2020-01-0${(id % 9) + 1},,100,year`;
const standing = async () => (await store.columns('SELECT count() AS n FROM contract'))['n']?.[0];
/** Fault, line and column of all shown refused rows. */
const faults = (receipt: Awaited<ReturnType<Store['take']>>) =>
  receipt.refusedRows.map(({ fault, line, column }) => [fault, line, column]);

test('a clean file is imported whole, and its receipt adds up', async () => {
  const plan = store.plan(
    'clean.csv',
    contractCsv([good(1), good(2), 'V3,C3,P,2021-05-01,2022-05-01,12.34,month']),
    contracts,
  );
  const receipt = await store.take([plan]);
  expect(receipt).toMatchObject({ outcome: 'imported', refusedRows: [], warnings: [], rowsReplaced: 0 });
  expect(receipt.files[0]).toMatchObject({ rowsRead: 3, rowsImported: 3, rowsRefused: 0, blankLines: 0 });
  const end = receipt.files[0]?.columns.find((column) => column.column === 'end_date');
  expect(end).toMatchObject({ read: 3, parsed: 1, empty: 2, refused: 0, samples: [{ line: 4, value: '2022-05-01' }] });
  const rows = await store.columns(
    'SELECT contract_id, toString(price) AS price, end_date FROM contract ORDER BY contract_id',
  );
  expect(rows).toEqual({
    contract_id: ['V1', 'V2', 'V3'],
    price: ['100', '100', '12.34'],
    end_date: [null, null, '2022-05-01'],
  });
});

test('a header without rows imports nothing and leaves nothing behind', async () => {
  const receipt = await store.take([store.plan('header.csv', contractCsv([]), contracts)]);
  expect(receipt).toMatchObject({ outcome: 'nothingUsable', files: [{ rowsRead: 0, rowsImported: 0 }] });
  expect(await store.columns('SELECT count() AS n FROM rows_contract')).toEqual({ n: [0] });
});

test('a file of nothing at all imports nothing', async () => {
  const receipt = await store.take([store.plan('empty.csv', '', contracts)]);
  expect(receipt.outcome).toBe('nothingUsable');
});

test('with the wrong delimiter every row is refused for its number of fields and nothing stands', async () => {
  const plan = store.plan('semicolon.csv', contractCsv([good(1), good(2)]).replaceAll(',', ';'), contracts);
  const receipt = await store.take([plan]);
  expect(receipt.outcome).toBe('nothingUsable');
  expect(faults(receipt)).toEqual([
    ['fieldCount', 2, null],
    ['fieldCount', 3, null],
  ]);
});

test('ragged rows are refused one by one, blank lines are skipped, a delimiter at the line end is forgiven', async () => {
  const lines = [good(1), 'V2,C2,P', '', `${good(3)},`, `${good(4)},more`, `${good(5)},,`, good(6)];
  const receipt = await store.take([store.plan('ragged.csv', contractCsv(lines), contracts)]);
  expect(receipt.files[0]).toMatchObject({ rowsRead: 7, rowsImported: 3, rowsRefused: 3, blankLines: 1 });
  expect(faults(receipt)).toEqual([
    ['fieldCount', 3, null],
    ['fieldCount', 6, null],
    ['fieldCount', 7, null],
  ]);
  expect(receipt.refusedRows[0]?.value).toBe('V2,C2,P,,,,');
});

test('a missing required value, an unreadable date and an unknown word name column, line and raw value', async () => {
  const lines = ['V1,,P,2020-01-01,,100,year', 'V2,C2,P,2020-02-30,,100,year', 'V3,C3,P,2020-01-01,soon,abc,fortnight'];
  const receipt = await store.take([store.plan('values.csv', contractCsv(lines), contracts)]);
  expect(receipt.files[0]).toMatchObject({ rowsImported: 1, rowsRefused: 2 });
  expect(receipt.refusedRows).toMatchObject([
    { line: 2, column: 'customer_id', fault: 'missing', value: '' },
    { line: 3, column: 'start_date', fault: 'unreadable', value: '2020-02-30' },
  ]);
  const column = (name: string) => receipt.files[0]?.columns.find((candidate) => candidate.column === name);
  expect(column('end_date')?.refusedSamples).toEqual([{ line: 4, value: 'soon', fault: 'unreadable' }]);
  expect(column('price')?.refusedSamples).toEqual([{ line: 4, value: 'abc', fault: 'unreadable' }]);
  expect(column('price_period')?.refusedSamples).toEqual([{ line: 4, value: 'fortnight', fault: 'notAllowed' }]);
  expect(await store.columns('SELECT contract_id, price, price_period FROM contract')).toEqual({
    contract_id: ['V3'],
    price: [null],
    price_period: [null],
  });
});

test('a contract that ends before it starts is refused at its end date', async () => {
  const lines = ['V1,C1,P,2020-01-02,2020-01-01,100,year', 'V2,C2,P,2020-01-01,2020-01-01,100,year'];
  const receipt = await store.take([store.plan('order.csv', contractCsv(lines), contracts)]);
  expect(faults(receipt)).toEqual([['wrongOrder', 2, 'end_date']]);
  expect(await standing()).toBe(1);
});

test('what has happened cannot lie more than a day ahead, what is planned can', async () => {
  const headers = ['contact_id', 'started_at'];
  const csv = 'contact_id,started_at\nA,2026-07-01T23:59:59Z\nB,2026-07-02T00:00:00Z\nC,2031-01-01\n';
  const receipt = await store.take([
    store.plan('contacts.csv', csv, { table: 'contact', headers }),
    store.plan('later.csv', contractCsv(['V1,C1,P,2027-01-01,2029-01-01,1,year']), contracts),
  ]);
  expect(faults(receipt)).toEqual([
    ['inFuture', 3, 'started_at'],
    ['inFuture', 4, 'started_at'],
  ]);
  expect(receipt.files.map((file) => file.rowsImported)).toEqual([1, 1]);
});

test('a negative price is taken out and named, the contract stays', async () => {
  const receipt = await store.take([
    store.plan('negative.csv', contractCsv(['V1,C1,P,2020-01-01,,-5,year']), contracts),
  ]);
  const price = receipt.files[0]?.columns.find((column) => column.column === 'price');
  expect(price).toMatchObject({ refused: 1, refusedSamples: [{ line: 2, value: '-5', fault: 'tooSmall' }] });
  expect(await standing()).toBe(1);
});

test('prices in cents among prices in euros are imported with a warning that names lines', async () => {
  const lines = Array.from(
    { length: 40 },
    (_, i) => `V${i},C${i},P,2020-01-${String((i % 28) + 1).padStart(2, '0')},,${i === 7 ? 10_100 : 100 + i},year`,
  );
  const receipt = await store.take([store.plan('cents.csv', contractCsv(lines), contracts)]);
  expect(receipt.warnings).toMatchObject([
    { kind: 'suspiciousPrices', column: 'price', rows: 1, examples: [{ line: 9, price: 10_100 }] },
  ]);
  expect(await standing()).toBe(40);
});

test('a day that holds a fifth of all starts looks like a migration; an even spread does not', async () => {
  const day = (i: number) => new Date(Date.UTC(2015, 0, 1) + i * 864e5 * 7).toISOString().slice(0, 10);
  const even = Array.from({ length: 100 }, (_, i) => `V${i},C${i},P,${day(i)},,100,year`);
  const crowded = even.map((line, i) => (i % 5 === 0 ? `V${i},C${i},P,2018-07-01,,100,year` : line));
  const receipt = await store.take([store.plan('migrated.csv', contractCsv(crowded), contracts)]);
  expect(receipt.warnings).toMatchObject([
    { kind: 'crowdedDay', day: '2018-07-01', rows: 20, share: 0.2, examples: [{ line: 2 }, { line: 7 }, { line: 12 }] },
  ]);
  const calm = await store.take([store.plan('even.csv', contractCsv(even), contracts)]);
  expect(calm.warnings).toEqual([]);
});

test('two currencies refuse the import, naming both and a line of each', async () => {
  const euros = contractCsv(['V1,C1,P,2020-01-01,,"1.234,56 €",year', 'V2,C2,P,2020-01-01,,"99,00 EUR",year']);
  const style = { value: { numberStyle: 'comma' as const } };
  const ok = await store.take([store.plan('euros.csv', euros, { ...contracts, ...style })]);
  expect(ok.files[0]).toMatchObject({ rowsImported: 2 });
  const mixed = store.plan('mixed.csv', `${euros}V3,C3,P,2020-01-01,,CHF 80,year\n`, { ...contracts, ...style });
  await expect(store.take([mixed])).rejects.toMatchObject({
    code: 'importRefused',
    details: { problem: 'mixedCurrencies', first: 'EUR', firstLine: 2, second: 'CHF', secondLine: 4 },
  });
  expect(await standing()).toBe(2);
});

test('a file in another currency than the store is refused, naming the import, its line and both currencies', async () => {
  const euros = await store.take([
    store.plan('euros.csv', contractCsv(['V1,C1,P,2020-01-01,,80 EUR,year']), contracts),
  ]);
  const plain = await store.take([store.plan('plain.csv', contractCsv(['V2,C1,P,2020-01-01,,80,year']), contracts)]);
  expect([euros.currency, plain.currency]).toEqual(['EUR', null]);
  // A value at fault beside the price does not hide the currency.
  const dollars = store.plan('dollars.csv', contractCsv(['V3,C3,P,2020-01-01,soon,80 USD,year']), contracts);
  await expect(store.take([dollars])).rejects.toMatchObject({
    code: 'importRefused',
    details: { problem: 'otherCurrency', first: 'EUR', importId: euros.importId, second: 'USD', secondLine: 2 },
  });
  expect(await standing()).toBe(2);
});

test('a currency column that names two currencies refuses the import', async () => {
  const headers = [...CONTRACT_HEADERS, 'Währung'];
  const csv = contractCsv([`${good(1)},EUR`, `${good(2)},USD`], headers);
  await expect(store.take([store.plan('ccy.csv', csv, { table: 'contract', headers })])).rejects.toMatchObject({
    details: { problem: 'mixedCurrencies', first: 'EUR', second: 'USD', secondLine: 3 },
  });
});

test('equal rows are dropped and counted; a row that contradicts an earlier one is refused, naming its line', async () => {
  const lines = [good(1), good(2), good(1), 'V2,C2,P,2020-01-03,,999,year', good(3), good(1)];
  const receipt = await store.take([store.plan('twice.csv', contractCsv(lines), contracts)]);
  expect(receipt.files[0]).toMatchObject({ rowsRead: 6, rowsImported: 3, identicalDropped: 2, rowsRefused: 1 });
  expect(receipt.refusedRows).toMatchObject([{ fault: 'duplicateKey', line: 5, firstLine: 3 }]);
  expect(await store.columns('SELECT contract_id, price FROM contract ORDER BY contract_id')).toEqual({
    contract_id: ['V1', 'V2', 'V3'],
    price: [100, 100, 100],
  });
});

test('lines are counted as an editor counts them, also behind fields that hold line breaks', async () => {
  const lines = ['V1,"C\n\n1",P,2020-01-01,,100,year', 'V2,C2,P,never,,100,year'];
  const receipt = await store.take([store.plan('breaks.csv', contractCsv(lines), contracts)]);
  expect(faults(receipt)).toEqual([['unreadable', 5, 'start_date']]);
});

test('a field that goes on behind its closing quote refuses the file, naming the line', async () => {
  const csv = contractCsv([good(1), 'V2,"Meier" GmbH,P,2020-01-01,,100,year', good(3)]);
  await expect(store.take([store.plan('quote.csv', csv, contracts)])).rejects.toMatchObject({
    code: 'importRefused',
    details: { problem: 'brokenQuote', line: 3 },
  });
  expect(await standing()).toBe(0);
});

test('a quote that is never closed swallows no row silently', async () => {
  const rest = Array.from({ length: 3000 }, (_, i) => good(i + 10));
  const csv = contractCsv([good(1), 'V2,"C2,P,2020-01-01,,100,year', ...rest]);
  const receipt = await store.take([store.plan('open.csv', csv, contracts)]);
  expect(receipt.files[0]).toMatchObject({ rowsImported: 1, rowsRefused: 1 });
  expect(faults(receipt)).toEqual([['openQuote', 3, null]]);
});

test('half a gzip refuses the import and leaves nothing behind', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `V${i},C${(i * 7919) % 10_007},P,2020-01-01,,${i},year`);
  const packed = gzipSync(contractCsv(rows));
  const whole = await store.take([store.plan('whole.csv.gz', packed, { ...contracts, gzipped: true })]);
  expect(whole.files[0]?.rowsImported).toBe(20_000);
  const half = store.plan('half.csv.gz', packed.subarray(0, packed.length / 2), { ...contracts, gzipped: true });
  await expect(store.take([half])).rejects.toMatchObject({
    code: 'fileUnreadable',
    details: { problem: 'fileCutShort' },
  });
  expect(await store.columns('SELECT count() AS n FROM rows_contract WHERE _import != 0')).toEqual({ n: [20_000] });
});

test('a plan that fills a required column with nothing is refused before anything is read', async () => {
  const plan = store.plan('short.csv', 'contract_id,customer_id\nV1,C1\n', {
    table: 'contract',
    headers: ['contract_id', 'customer_id'],
  });
  await expect(store.take([plan])).rejects.toMatchObject({
    details: { problem: 'unfilledColumn', column: 'product_id' },
  });
});

test('headers that nothing uses are named in the receipt', async () => {
  const headers = [...CONTRACT_HEADERS, 'shoe size'];
  const plan = store.plan('unknown.csv', contractCsv([`${good(1)},44`], headers), { table: 'contract', headers });
  expect((await store.take([plan])).files[0]?.unusedHeaders).toEqual(['shoe size']);
});

test('a file name full of wildcards and quotes means that file and no other', async () => {
  store.write('a1.csv', contractCsv([good(8)]));
  const plan = store.plan("a{1,2}*?'.csv", contractCsv([good(1)]), contracts);
  await store.take([plan]);
  expect(await store.columns('SELECT contract_id FROM contract')).toEqual({ contract_id: ['V1'] });
});

test('the receipt names the date that a date must follow and says what to do about refused rows', async () => {
  const csv = contractCsv(['V1,C1,P,2020-01-01,2019-01-01,80,year', good(2)]);
  const receipt = await store.take([store.plan('order.csv', csv, contracts)]);
  const text = receiptText(receipt, 'de');
  expect(text).toContain('Zeile 2: end_date: liegt vor start_date – „2019-01-01“');
  expect(text).toContain('Bitte dort berichtigen');
});
