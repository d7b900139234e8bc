import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '#domain/app-error.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { columnsOf } from '../expression.ts';
import type { TablePlan } from '../plan.ts';
import { problemText } from '../problems.ts';
import { openSources } from '../reading/open-source.ts';
import { parseMapping } from './mapping-file.ts';
import { proposePlans } from './propose-plans.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'stammkunde-mapping-'));
});
afterAll(() => rmSync(home, { recursive: true }));

async function proposed(name: string, text: string, mapping: string | null = null) {
  const path = join(home, name);
  writeFileSync(path, text);
  const sources = await openSources([path], home);
  return proposePlans({
    sources,
    tables: TABLES,
    mapping: mapping === null ? null : parseMapping('mapping.yaml', mapping),
  });
}
async function planned(name: string, text: string, mapping: string | null = null): Promise<TablePlan> {
  const [plan] = (await proposed(name, text, mapping)).plans;
  if (plan === undefined) throw new Error('no plan');
  return plan;
}
async function refused(name: string, text: string, mapping: string | null = null): Promise<AppError> {
  try {
    await proposed(name, text, mapping);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
/** Which headers fill which column. */
const headersOf = (plan: TablePlan) =>
  Object.fromEntries(
    Object.entries(plan.columns).map(([name, { expression }]) => [name, columnsOf(expression).join('+')]),
  );

const CANONICAL = 'contract_id,customer_id,product_id,start_date,price\n1,7,A,2024-01-01,12.5\n';
const GERMAN =
  'Vertragsnr;KdNr;Tarif;Vertragsbeginn;Vertragsende;Monatspreis\n1;7;A;01.02.2024;31.12.9999;1.234,50\n2;8;B;15.03.2024;;99,00\n';

test.each(['contract.csv', 'contracts.csv', 'contract_2024.csv', 'Contracts-2024-01.csv', 'contract.csv.gz'])(
  '%s with canonical headers needs no mapping',
  async (name) => {
    const plan = await planned(name, CANONICAL);
    expect(plan.table.name).toBe('contract');
    expect(headersOf(plan)).toEqual({
      contract_id: 'contract_id',
      customer_id: 'customer_id',
      product_id: 'product_id',
      start_date: 'start_date',
      price: 'price',
    });
    expect(Object.values(plan.columns).map(({ origin }) => origin)).toEqual(Array(5).fill('canonical'));
  },
);

test('German headers are recognised in a file of any name, with their styles and period', async () => {
  const plan = await planned('export-4711.csv', GERMAN);
  expect(plan.table.name).toBe('contract');
  expect(headersOf(plan)).toEqual({
    contract_id: 'Vertragsnr',
    customer_id: 'KdNr',
    product_id: 'Tarif',
    start_date: 'Vertragsbeginn',
    end_date: 'Vertragsende',
    price: 'Monatspreis',
    price_period: '',
  });
  expect(plan.columns['price']).toMatchObject({ numberStyle: 'comma', origin: 'recognised', factor: 1 });
  expect(plan.columns['start_date']).toMatchObject({ dateStyle: 'dmy' });
  expect(plan.columns['price_period']?.expression).toMatchObject({ kind: 'text', value: 'month' });
});

test('what was recognised is listed with a sample to confirm', async () => {
  const { columns } = await proposed('export.csv', GERMAN);
  expect(columns.find(({ column }) => column === 'start_date')).toEqual({
    path: join(home, 'export.csv'),
    table: 'contract',
    column: 'start_date',
    headers: ['Vertragsbeginn'],
    origin: 'recognised',
    sample: '01.02.2024',
    pseudonym: false,
    factor: 1,
  });
});

test.each([
  ['Preis (ct)', 0.01, {}],
  ['unit_amount', 0.01, {}],
  ['Preis brutto', 1, { price_basis: 'gross' }],
  ['Nettobeitrag', 1, { price_basis: 'net' }],
  ['Jahresbeitrag', 1, { price_period: 'year' }],
  ['MonthlyCharges', 1, { price_period: 'month' }],
  ['mrr', 1, { price_period: 'month' }],
  ['Beitrag mtl. in Cent', 0.01, { price_period: 'month' }],
  ['price_eur', 1, { currency: 'EUR' }],
])('the header "%s" carries its unit', async (header, factor, fills) => {
  const plan = await planned('x.csv', `contract_id;customer_id;product_id;start_date;${header}\n1;7;A;2024-01-01;12\n`);
  expect(plan.columns['price']?.factor).toBeCloseTo(factor, 12);
  for (const [column, value] of Object.entries(fills))
    expect(plan.columns[column]?.expression).toMatchObject({ kind: 'text', value });
});

test.each([
  ['tWait', 0.001],
  ['wait_ms', 0.001],
  ['Wartezeit (min)', 60],
  ['reply_time_in_minutes', 60],
  ['Wartezeit', 1],
])('the wait "%s" is turned into seconds', async (header, factor) => {
  const plan = await planned('calls.csv', `call_id;started_at;${header}\n1;2024-01-01 10:00:00;12\n`);
  expect(plan.columns['wait_s']).toMatchObject({ factor });
});

test('a period column of the file goes before the words of a header', async () => {
  const plan = await planned(
    'x.csv',
    'contract_id,customer_id,product_id,start_date,Monatspreis,Zahlungsweise\n1,7,A,2024-01-01,12,jährlich\n',
  );
  expect(headersOf(plan)['price_period']).toBe('Zahlungsweise');
});

test('the canonical name wins over a synonym, two synonyms are a question', async () => {
  const plan = await planned(
    'contract.csv',
    'contract_id,customer_id,product_id,start_date,price,Beitrag\n1,7,A,2024-01-01,12,13\n',
  );
  expect(headersOf(plan)['price']).toBe('price');
  expect(plan.unusedHeaders).toEqual(['Beitrag']);
  const error = await refused(
    'contract.csv',
    'contract_id,customer_id,product_id,start_date,Preis,Beitrag\n1,7,A,2024-01-01,12,13\n',
  );
  expect(error.details).toMatchObject({ problem: 'columnTwice', column: 'price', headers: 'Preis, Beitrag' });
});

test('free text is imported only when the mapping asks for it', async () => {
  const free = TABLES.flatMap((table) =>
    Object.entries(table.columns)
      .filter(([, { freeText }]) => freeText)
      .map(([column]) => ({ table, column })),
  );
  const [first] = free;
  if (first === undefined) throw new Error('the catalogue has no free text');
  const required = Object.entries(first.table.columns)
    .filter(([, { required }]) => required)
    .map(([name]) => name);
  const any = first.table.anyOf.map(([one]) => one ?? '');
  const headers = [...new Set([...required, ...any, first.column])];
  const text = `${headers.join(',')}\n${headers.map((_, at) => at + 1).join(',')}\n`;
  const name = `${first.table.name}.csv`;
  expect((await planned(name, text)).unusedHeaders).toEqual([first.column]);
  const asked = await planned(
    name,
    text,
    `files:\n  "${name}":\n    columns:\n      ${first.column}: ${first.column}\n`,
  );
  expect(asked.columns[first.column]).toMatchObject({ origin: 'mapping' });
});

test.each<[string, string, Record<string, string | number>]>([
  [
    'data.csv',
    'Vertragsnr;KdNr;Beginn;Tarriff\n1;7;2024-01-01;A\n',
    { problem: 'missingColumn', table: 'contract', column: 'product_id', suggestion: 'Tarriff' },
  ],
  ['contract.csv', 'contract_id\n1\n', { problem: 'wrongDelimiter', header: 'contract_id' }],
  [
    'odd.csv',
    'contract_id:customer_id:price\n1:2:3\n',
    { problem: 'wrongDelimiter', header: 'contract_id:customer_id:price' },
  ],
  ['foo.csv', 'alpha,beta\n1,2\n', { problem: 'nothingRecognised', headers: 'alpha, beta' }],
  ['contract.csv', 'contract_id,customer_id,product_id,start_date\n', { problem: 'headerOnly', line: 1 }],
  [
    'contract.csv',
    'contract_id,customer_id,product_id,start_date\n1,7,A,03/04/2024\n2,8,B,05/06/2024\n',
    { problem: 'ambiguousDates', header: 'start_date', sample: '03/04/2024' },
  ],
  [
    'survey.csv',
    'at,item,value,scale_max\n2024-01-01,nps,9,10\n',
    { problem: 'missingOneOf', columns: 'customer_id, respondent_id' },
  ],
])('%s with %j is refused with what to do', async (name, text, details) => {
  const error = await refused(name, text);
  expect(error.details).toMatchObject({ ...details, file: join(home, name) });
  expect(problemText(error, 'en')).toBe(error.message);
  expect(problemText(error, 'de')).not.toBe(error.message);
  expect(problemText(error, 'de')).toContain(join(home, name));
});

test('tables that fit equally well are a question, not a guess', async () => {
  const error = await refused('list.csv', 'customer_id,at,kind\n7,2024-01-01,thanks\n');
  expect(error.details).toMatchObject({ problem: 'tableUnclear' });
  expect(String(error.details['candidates']).split(', ').length).toBeGreaterThan(1);
});

test('a call log as a call centre writes it is a table of contacts, the agent a pseudonym', async () => {
  const { table, columns } = await planned(
    'calls.csv',
    'call_id,queue,agent,start,answer,end,wait,talk,disposition\n1,Service,a17,2026-05-03 08:15:00,2026-05-03 08:16:10,2026-05-03 08:20:00,70,230,answered\n',
  );
  expect(table.name).toBe('contact');
  expect(Object.keys(columns).sort()).toEqual(['contact_id', 'handle_s', 'queue', 'staff_pid', 'started_at', 'wait_s']);
});

test('the people of a CRM are not taken for cases because of a date', async () => {
  const people = 'Record ID,First Name,Lifecycle Stage,Create Date,Contact owner\n101,A,customer,2021-05-03 08:15,B\n';
  const error = await refused('all-people.csv', people);
  expect(error.details).toMatchObject({ problem: 'tableUnclear' });
  expect(String(error.details['candidates'])).toContain('customer');
});

test('a customer number alone does not make a table of customers', async () => {
  const error = await refused('invoices.csv', 'InvoiceNo,StockCode,Quantity,Kundennummer\n1,A,2,7\n');
  expect(error.details).toMatchObject({ problem: 'tableUnclear' });
  expect((await planned('customers.csv', 'Kundennummer,alpha,beta\n7,A,2\n')).table.name).toBe('customer');
});

test('slash dates are month first only when some date proves it, and a second column may prove it', async () => {
  const rows = (first: string, second: string) =>
    `contract_id,customer_id,product_id,start_date,end_date\n1,7,A,${first},\n2,8,B,03/04/2024,${second}\n`;
  expect((await planned('contract.csv', rows('12/31/2023', ''))).columns['start_date']?.dateStyle).toBe('mdy');
  expect((await planned('contract.csv', rows('31/12/2023', ''))).columns['start_date']?.dateStyle).toBe('dmy');
  expect((await planned('contract.csv', rows('01/02/2023', '12/24/2024'))).columns['start_date']?.dateStyle).toBe(
    'mdy',
  );
  const told = await planned('contract.csv', rows('01/02/2023', ''), 'date: mdy\nfiles: {}\n');
  expect(told.columns['start_date']?.dateStyle).toBe('mdy');
});

const MAPPING = `
timezone: Europe/Berlin
files:
  "bestand*.csv":
    table: contract
    number: comma
    ignore: [Bemerkung]
    where: "[Status] != 'Entwurf'"
    defaults:
      end_reason: voluntary
    columns:
      contract_id: Nr
      customer_id: =hash([Kunde], 'salt')
      product_id: { constant: STROM }
      start_date: { header: Beginn, date: dmy }
      price: { header: Betrag, unit: [cents, year] }
      end_date: { expression: "if(Status = 'K', date([Ende], 'dmy'), null)" }
      auto_renew: =Status = 'A'
      end_reason: { header: Grund, values: { T: death, "01": move } }
  "never.csv": { table: customer }
`;
const BESTAND = 'Nr;Kunde;Beginn;Ende;Betrag;Status;Grund;Bemerkung\n007;K1;03.04.2024;01.02.2025;1250;A;T;x\n';

test('a mapping file renames, computes, scales and translates', async () => {
  const { plans, unusedPatterns } = await proposed('bestand-2024.csv', BESTAND, MAPPING);
  const [plan] = plans;
  expect(headersOf(plan ?? (await planned('x', '')))).toEqual({
    contract_id: 'Nr',
    customer_id: 'Kunde',
    product_id: '',
    start_date: 'Beginn',
    price: 'Betrag',
    price_period: '',
    end_date: 'Status+Ende',
    auto_renew: 'Status',
    end_reason: 'Grund',
  });
  expect(plan?.columns['price']).toMatchObject({ factor: 0.01, numberStyle: 'comma', origin: 'mapping' });
  expect(plan?.columns['start_date']).toMatchObject({ dateStyle: 'dmy', timezone: 'Europe/Berlin' });
  expect(plan?.columns['end_reason']?.valueMap).toEqual({ t: 'death', '01': 'move' });
  expect(plan?.columns['end_reason']?.expression).toMatchObject({ kind: 'call', name: 'coalesce' });
  expect(plan?.where).toMatchObject({ kind: 'call', name: '!=' });
  expect(plan?.unusedHeaders).toEqual(['Bemerkung']);
  expect(unusedPatterns).toEqual(['never.csv']);
});

test('one file can fill several tables', async () => {
  const mapping = `files:\n  all.csv:\n    tables:\n      - table: customer\n      - table: contract\n        columns: { product_id: { constant: X } }\n`;
  const { plans } = await proposed(
    'all.csv',
    'contract_id,customer_id,start_date,segment,odd\n1,7,2024-01-01,A,z\n',
    mapping,
  );
  expect(plans.map(({ table }) => table.name)).toEqual(['customer', 'contract']);
  expect(plans.map(({ unusedHeaders }) => unusedHeaders)).toEqual([['odd'], ['odd']]);
});

test('rows are gathered by key; the other columns are aggregates', async () => {
  const mapping = `files:\n  items.csv:\n    table: contract\n    gather: true\n    columns:\n      price: =sum([Betrag])\n      start_date: =min(date([Beginn]))\n`;
  const text = 'contract_id;customer_id;product_id;Beginn;Betrag\n1;7;A;01.02.2024;12,5\n1;7;A;13.02.2024;2,5\n';
  const plan = await planned('items.csv', text, mapping);
  expect(plan.gather).toBe(true);
  expect(plan.columns['contract_id']?.expression.kind).toBe('column');
  expect(plan.columns['customer_id']?.expression).toMatchObject({ kind: 'call', name: 'any_value' });
  expect(plan.columns['price']?.expression).toMatchObject({ kind: 'call', name: 'sum' });
  expect(plan.styles['Betrag']?.numberStyle).toBe('comma');
  const without = await refused('items.csv', text, mapping.replace('    gather: true\n', ''));
  expect(without.details).toMatchObject({ problem: 'mappingGather', line: 5 });
  const half = await refused('items.csv', text, mapping.replace('=sum([Betrag])', '=Betrag * 2'));
  expect(half.details).toMatchObject({ problem: 'mappingGather', column: 'price' });
});

test.each<[string, Record<string, string | number>]>([
  ['files:\n  a.csv:\n    tabel: contract\n', { problem: 'mappingKey', line: 3, key: 'tabel', suggestion: 'table' }],
  ['fils: {}\n', { problem: 'mappingKey', line: 1, suggestion: 'files' }],
  [
    'files:\n  a.csv:\n    columns:\n      price: { heder: x }\n',
    { problem: 'mappingKey', line: 4, key: 'heder', suggestion: 'header' },
  ],
  [
    'files:\n  a.csv:\n    tables:\n      - table: contract\n        colums: {}\n',
    { problem: 'mappingKey', line: 5, suggestion: 'columns' },
  ],
  ['files:\n  a.csv: [\n', { problem: 'mappingSyntax' }],
  ['files:\n  a.csv:\n    date: ymd\n', { problem: 'mappingValue', line: 3, key: 'date' }],
  ['files:\n  a.csv:\n    timezone: Mars/Base\n', { problem: 'mappingValue', line: 3, key: 'timezone' }],
  [
    'files:\n  a.csv:\n    columns:\n      price: { header: x, unit: miles }\n',
    { problem: 'mappingValue', line: 4, key: 'unit' },
  ],
  [
    'files:\n  a.csv:\n    columns:\n      price: { header: x, constant: y }\n',
    { problem: 'mappingValue', line: 4, key: 'price' },
  ],
])('a mistake in the mapping file is found with its line: %j', (text, details) => {
  let error: unknown;
  try {
    parseMapping('mapping.yaml', text);
  } catch (caught) {
    error = caught;
  }
  if (!(error instanceof AppError)) throw new Error('nothing was refused');
  expect(error.code).toBe('mappingInvalid');
  expect(error.details).toMatchObject({ ...details, file: 'mapping.yaml' });
});

test.each<[string, Record<string, string | number>]>([
  [
    'files:\n  contract.csv:\n    table: contracct\n',
    { problem: 'mappingTable', line: 3, suggestion: 'contract, contact' },
  ],
  [
    'files:\n  contract.csv:\n    columns:\n      pryce: price\n',
    { problem: 'mappingColumn', line: 4, suggestion: 'price' },
  ],
  [
    'files:\n  contract.csv:\n    columns:\n      price: Priice\n',
    { problem: 'mappingHeader', line: 4, suggestion: 'price' },
  ],
  [
    'files:\n  contract.csv:\n    columns:\n      price: =lowr(price)\n',
    { problem: 'mappingExpression', line: 4, suggestion: 'lower' },
  ],
  [
    'files:\n  contract.csv:\n    columns:\n      price: =date(start_date)\n',
    { problem: 'mappingExpression', line: 4 },
  ],
  [
    'files:\n  contract.csv:\n    columns:\n      price_period: { constant: month, values: { a: weekly } }\n',
    { problem: 'mappingValue', line: 4 },
  ],
  [
    'files:\n  contract.csv:\n    columns:\n      price: { header: price, unit: minutes }\n',
    { problem: 'mappingValue', line: 4 },
  ],
  ['files:\n  contract.csv:\n    where: "nosuch = 1"\n', { problem: 'mappingHeader', line: 3 }],
])('a mapping that does not fit the file is refused with its line: %j', async (mapping, details) => {
  const error = await refused('contract.csv', CANONICAL, mapping);
  expect(error.code).toBe('mappingInvalid');
  expect(error.details).toMatchObject({ ...details, file: 'mapping.yaml' });
});

test('numbers that the file itself calls numbers are no text: German text beside them changes nothing', async () => {
  const lines = [
    { contract_id: '1', customer_id: '7', product_id: 'A', start_date: '01.02.2024', price: 1.234, volume: '1.234,5' },
    { contract_id: '2', customer_id: '8', product_id: 'A', start_date: '15.03.2024', price: 99.125, volume: '99,5' },
  ];
  const plan = await planned('contract.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  expect(plan.columns['price']?.numberStyle).toBe('point');
  expect(plan.columns['volume']?.numberStyle).toBe('comma');
});
