import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../src/domain/role.ts';
import { listAudits, startAudit } from '../../src/endpoints/audits.ts';
import { undoImport } from '../../src/endpoints/company-data.ts';
import { findRows, getLineage } from '../../src/endpoints/lineage.ts';
import { markPerson } from '../../src/endpoints/rights.ts';
import { workbookBytes } from '../../src/ingest/reading/workbook-bytes.test-support.ts';
import { administrator, type Browser, finished, type House, importFiles, onePersonARole, openHouse } from './house.ts';

const FIRST = {
  'customers.csv':
    'customer_id,kind,restricted,objection_profiling\nK1,person,,\nK2,person,true,\nK3,person,,true\nK4,person,,\n',
  // The product of V1 holds a line break, so that V2 begins on line 5.
  'contracts.csv':
    'Liste der Verträge,,,,\ncontract_id,customer_id,product_id,start_date,price\nV1,K1,"P\nlang",2024-01-01,100\nV2,K2,P,2024-01-01,90\nV3,K3,P,2024-01-01,80\nV4,K1,P,2023-01-01,70\n',
  'price_event.csv': 'contract_id,valid_from,price\nV1,2025-01-01,100\nV2,2025-01-01,110\n',
  'contact.csv':
    'contact_id,started_at,customer_id,direction,staff_pid\nC1,2025-03-01T09:00:00Z,K1,in,S77\nC1,2025-03-01T09:00:00Z,K1,in,S77\nC2,2025-03-02T09:00:00Z,K4,in,S77\n',
  'tie.jsonl':
    '{"customer_id_a":"K1","customer_id_b":"K4","kind":"household"}\n{"customer_id_a":"K3","customer_id_b":"K1","kind":"household"}\n',
};
const SECOND = {
  'later.csv': 'contract_id,customer_id,product_id,start_date,price\nV9,K4,P,2024-01-01,60\nV1,K1,P,2024-01-01,120\n',
};

let house: House;
let people: ReadonlyMap<Role, Browser>;
let first = 0;
beforeAll(async () => {
  house = await openHouse();
  const admin = await administrator(house);
  people = await onePersonARole(admin, house.url);
  first = await importFiles(by('administrator'), FIRST);
}, 240_000);
afterAll(() => house.remove());

const by = (role: Role): Browser => {
  const person = people.get(role);
  if (person === undefined) throw new Error(role);
  return person;
};
const rows = (role: Role, table: string, query: { customer?: string; contract?: string }) =>
  by(role).call(findRows, { params: { table }, query });
const fileOf = (path: string) => path.split('/').at(-1);
const places = async (table: string, query: { customer?: string; contract?: string }, role: Role = 'analyst') => {
  const found = await rows(role, table, query);
  return found.rows.map(({ importId, file, counted, place, replacedBy }) => [
    importId,
    fileOf(file),
    counted,
    place,
    replacedBy,
  ]);
};
type Found = Awaited<ReturnType<typeof rows>>;
const cellOf = ({ columns, rows: found }: Found, name: string, at = 0) =>
  found[at]?.cells[columns.findIndex((column) => column.name === name)];

test('a row is told by its file and the line on which an editor shows it', async () => {
  expect(await places('contract', { customer: 'K1' })).toEqual([
    [first, 'contracts.csv', 'line', 3, null],
    [first, 'contracts.csv', 'line', 7, null],
  ]);
  expect(await places('contract', { contract: 'V4' })).toEqual([[first, 'contracts.csv', 'line', 7, null]]);
  expect(await places('price_event', { customer: 'K1', contract: 'V1' })).toHaveLength(1);
  expect(await places('price_event', { customer: 'K1' })).toEqual([[first, 'price_event.csv', 'line', 2, null]]);
  expect(await places('tie', { customer: 'K4' })).toEqual([[first, 'tie.jsonl', 'line', 1, null]]);
});

test('in a workbook a row is the row of the sheet, and an object of an array has no line', async () => {
  const rowsOfSheet = [
    [],
    ['Liste der Verträge', null, null, null],
    ['contract_id', 'customer_id', 'product_id', 'start_date'],
    ['V50', 'K50', 'P\nlang', '2024-01-01'],
    ['V51', 'K50', 'P', '2024-01-01'],
  ];
  const importId = await importFiles(by('administrator'), {
    'house.xlsx': Uint8Array.from(workbookBytes({ 'Blatt/1': rowsOfSheet })),
    'tie.json':
      '[{"customer_id_a":"K50","customer_id_b":"K51","kind":"household"},\n\n{"customer_id_a":"K52","customer_id_b":"K50","kind":"household"}]',
  });
  const [inSheet] = (await rows('analyst', 'contract', { contract: 'V51' })).rows;
  expect(inSheet).toMatchObject({ importId, counted: 'sheetRow', place: 5 });
  expect(inSheet?.file).toMatch(/house[.]xlsx#Blatt\/1$/);
  expect((await rows('analyst', 'tie', { customer: 'K52' })).rows).toMatchObject([{ counted: 'record', place: 2 }]);
  await by('administrator').call(undoImport, { params: { importId } });
});

test('values stand as they are stored, with the header they came from', async () => {
  const found = await rows('analyst', 'contract', { contract: 'V4' });
  expect(found.foundBy).toBe('contract');
  expect(cellOf(found, 'price')).toEqual({ value: 70, rule: 'price', pseudonym: false, another: false });
  expect(cellOf(found, 'region')).toMatchObject({ value: null, rule: null });
});

test('a table without contract numbers is searched for whoever holds the contract', async () => {
  const found = await rows('analyst', 'contact', { contract: 'V4' });
  expect(found.foundBy).toBe('holder');
  expect(found.rows.map(({ place }) => place)).toEqual([2]);
});

test('a copy within one import is no row of its own', async () => {
  expect(await places('contact', { customer: 'K1' })).toEqual([[first, 'contact.csv', 'line', 2, null]]);
});

test('neither staff nor free text nor the number of another customer is in an answer', async () => {
  const contacts = await rows('analyst', 'contact', { customer: 'K1' });
  expect(contacts.columns.map(({ name }) => name).filter((name) => /staff|agent|team/.test(name))).toEqual([]);
  const ties = await rows('touchpointManager', 'tie', { customer: 'K1' });
  expect(cellOf(ties, 'customer_id_b')).toMatchObject({ value: null, another: true });
  expect(JSON.stringify([contacts, ties])).not.toMatch(/S77|K4|K3/);
});

test('restricted and objecting customers are withheld from all but data protection', async () => {
  for (const [customer, contract, line] of [
    ['K2', 'V2', 5],
    ['K3', 'V3', 6],
  ] as const) {
    for (const role of ['analyst', 'touchpointManager', 'headOfCare'] as const)
      for (const query of [{ customer }, { contract }])
        expect(await rows(role, 'contract', query)).toMatchObject({ rows: [], withheld: 1 });
    expect((await rows('dataProtection', 'contract', { contract })).rows).toMatchObject([{ place: line }]);
  }
  expect(await rows('analyst', 'price_event', { contract: 'V2' })).toMatchObject({ rows: [], withheld: 1 });
  // A tie with somebody who objected is about them, too.
  expect(await rows('analyst', 'tie', { customer: 'K1' })).toMatchObject({ withheld: 1 });
});

test('a mark of data protection takes effect at once', async () => {
  const params = { customerId: 'K4' };
  await by('dataProtection').call(markPerson, { params, body: { restricted: true, objection: false } });
  expect(await rows('analyst', 'contact', { customer: 'K4' })).toMatchObject({ rows: [], withheld: 1 });
  await by('dataProtection').call(markPerson, { params, body: { restricted: false, objection: false } });
  expect(await rows('analyst', 'contact', { customer: 'K4' })).toMatchObject({ withheld: 0, rows: [{ place: 4 }] });
});

test.each(['agent', 'cfo', 'marketing', 'worksCouncil', 'administrator'] as const)('%s sees no rows', async (role) => {
  await expect(rows(role, 'contract', { customer: 'K1' })).rejects.toMatchObject({ code: 'forbidden' });
});

test.each(['agent', 'marketing', 'worksCouncil'] as const)('%s sees no lineage', async (role) => {
  const params = { id: '00000000-0000-4000-8000-000000000000', check: 'loyalty-penalty' };
  await expect(by(role).call(getLineage, { params })).rejects.toMatchObject({ code: 'forbidden' });
});

test('tables about nobody or about staff, and questions without a number, get a sentence', async () => {
  for (const table of ['staff', 'team_pulse', 'product', 'no_table'])
    await expect(rows('analyst', table, { customer: 'K1' })).rejects.toMatchObject({ code: 'notFound' });
  await expect(rows('analyst', 'contract', {})).rejects.toMatchObject({ code: 'requestInvalid' });
  expect(await rows('analyst', 'contract', { customer: "' OR 1=1 --" })).toMatchObject({ rows: [], withheld: 0 });
  expect(await rows('analyst', 'contract', { customer: 'K4', contract: 'V1' })).toMatchObject({ rows: [] });
  expect(await rows('analyst', 'price_event', { customer: 'K4', contract: 'V1' })).toMatchObject({ rows: [] });
});

async function audit(): Promise<string> {
  const analyst = by('analyst');
  await finished(analyst, await analyst.call(startAudit, { body: { asOf: '2025-06-30' } }));
  return (await analyst.call(listAudits)).audits[0]?.id ?? '';
}
const lineage = (id: string, role: Role = 'cfo') =>
  by(role).call(getLineage, { params: { id, check: 'loyalty-penalty' } });

test('a number goes back to tables, columns, steps, imports and files; an import and its undoing show in it', async () => {
  const id = await audit();
  const before = await lineage(id);
  expect(before.dataStand).toBe(true);
  const contract = before.tables.find(({ name }) => name === 'contract');
  expect(contract).toMatchObject({ rows: 4, origins: [{ importId: first, rows: 4 }] });
  expect(contract?.columns).toContainEqual(expect.objectContaining({ name: 'start_date', use: 'needed', filled: 4 }));
  expect(contract?.columns).toContainEqual(expect.objectContaining({ name: 'price', filled: 4 }));
  expect(before.tables.map(({ name }) => name)).not.toContain('contact');
  expect(before.steps.at(-1)?.meaning).not.toBe('');

  const second = await importFiles(by('administrator'), SECOND);
  const after = await lineage(id);
  expect(after.dataStand).toBe(false);
  const origins = after.tables.find(({ name }) => name === 'contract')?.origins ?? [];
  expect(origins.map(({ importId, file, rows: n }) => [importId, fileOf(file), n])).toEqual([
    [first, 'contracts.csv', 3],
    [second, 'later.csv', 2],
  ]);
  expect(await places('contract', { contract: 'V1' })).toEqual([
    [second, 'later.csv', 'line', 3, null],
    [first, 'contracts.csv', 'line', 3, second],
  ]);

  await by('administrator').call(undoImport, { params: { importId: second } });
  expect(await places('contract', { contract: 'V1' })).toEqual([[first, 'contracts.csv', 'line', 3, null]]);
  expect(await lineage(id)).toEqual(before);
}, 240_000);

test('an import that brings a whole table again replaces all of its rows', async () => {
  const again = await importFiles(by('administrator'), {
    'prices-again.csv': 'contract_id,valid_from,price\nV2,2025-01-01,111\nV1,2025-01-01,101\n',
  });
  expect(await places('price_event', { contract: 'V1' })).toEqual([
    [again, 'prices-again.csv', 'line', 3, null],
    [first, 'price_event.csv', 'line', 2, again],
  ]);
  await by('administrator').call(undoImport, { params: { importId: again } });
  expect(await places('price_event', { contract: 'V1' })).toEqual([[first, 'price_event.csv', 'line', 2, null]]);
});

test('an audit that did not ask the question has no lineage for it', async () => {
  const [known] = (await by('analyst').call(listAudits)).audits;
  const params = { id: known?.id ?? '', check: 'no-such-check' };
  await expect(by('cfo').call(getLineage, { params })).rejects.toMatchObject({ code: 'notFound' });
});
