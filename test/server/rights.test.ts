import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createAction, listActions } from '../../src/endpoints/actions.ts';
import { listLog, verifyLog } from '../../src/endpoints/audit-log.ts';
import { getInventory, getReceipt } from '../../src/endpoints/company-data.ts';
import { findCustomers, getCustomer } from '../../src/endpoints/customers.ts';
import { downloadPerson, erasePerson, getPerson, markPerson } from '../../src/endpoints/rights.ts';
import { administrator, type Browser, type House, importFiles, openHouse, personWith } from './house.ts';

const FILES = {
  'customer.csv': 'customer_id,kind,consent_email\nKUNDE-1,person,true\nKUNDE-2,person,true\n',
  'contract.csv':
    'contract_id,customer_id,product_id,start_date\nV1,KUNDE-1,P,2024-01-01\nV2,KUNDE-2,P,2024-01-01\nV3,KUNDE-1,P,oops\n',
  'price_event.csv': 'contract_id,valid_from,price\nV1,2025-01-01,100\nV2,2025-01-01,100\n',
  'case.csv': 'case_id,customer_id,opened_at\nF1,KUNDE-1,2025-02-01T08:00:00Z\nF2,KUNDE-2,2025-02-01T08:00:00Z\n',
  'approval.csv': 'case_id,requested_at\nF1,2025-02-01T09:00:00Z\nF2,2025-02-01T09:00:00Z\n',
  'contact.csv':
    'contact_id,started_at,customer_id,direction,staff_pid\nC1,2025-03-01T09:00:00Z,KUNDE-1,in,S77\nC2,2025-03-01T09:00:00Z,KUNDE-2,in,S77\n',
  'tie.csv': 'customer_id_a,customer_id_b,kind\nKUNDE-1,KUNDE-2,household\nKUNDE-2,KUNDE-3,household\n',
};

let house: House;
let admin: Browser;
let protection: Browser;
let agent: Browser;
let importId = 0;
const params = { customerId: 'KUNDE-1' };

beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
  agent = await personWith(admin, house.url, 'Agent', ['agent']);
  protection = await personWith(admin, house.url, 'Protection', ['dataProtection']);
  importId = await importFiles(admin, FILES);
}, 240_000);
afterAll(() => house.remove());

const Stored = z.object({
  tables: z.array(z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
});
const taken = async (scope: 'access' | 'portability') => {
  const answer = await protection.open(downloadPerson, { params, query: { format: 'json', scope } });
  return answer.text();
};

test('access: everything stored, refused rows too, and nobody else in it', async () => {
  const text = await taken('access');
  const { tables } = Stored.parse(JSON.parse(text));
  const rows = Object.fromEntries(tables.map(({ table, rows: found }) => [table, found.length]));
  expect(rows).toEqual({ customer: 1, contract: 2, price_event: 1, case: 1, approval: 1, contact: 1, tie: 1 });
  expect(text).not.toMatch(/KUNDE-2|S77/);
  const csv = await protection.open(downloadPerson, { params, query: { format: 'csv', scope: 'portability' } });
  expect(await csv.text()).toContain('price_event,1,price,');
});

test('restricted: seen by data protection alone; objecting: marked, and not advertised to', async () => {
  await protection.call(markPerson, { params, body: { restricted: true, objection: false } });
  await expect(agent.call(getCustomer, { params })).rejects.toMatchObject({ code: 'forbidden' });
  expect((await agent.call(findCustomers, { query: { search: 'KUNDE-' } })).customerIds).toEqual(['KUNDE-2']);
  await protection.call(markPerson, { params, body: { restricted: false, objection: true } });
  expect(await agent.call(getCustomer, { params })).toMatchObject({ objection: true, consent: { email: false } });
  expect(await protection.call(getPerson, { params })).toMatchObject({ restricted: false, objection: true });
});

test('erasure: gone from every table, receipt and text; the log says that, not who', async () => {
  await admin.call(createAction, { body: { title: 'Call KUNDE-1 back', note: 'KUNDE-12 is somebody else' } });
  await expect(protection.call(erasePerson, { params, body: { repeated: 'KUNDE-2' } })).rejects.toMatchObject({
    code: 'requestInvalid',
  });
  const hash = (await admin.call(getInventory)).dataHash;
  const erased = await protection.call(erasePerson, { params, body: { repeated: 'KUNDE-1' } });
  expect(erased).toMatchObject({ rows: 8, byHand: [], copies: [] });

  await expect(protection.call(getPerson, { params })).rejects.toMatchObject({ code: 'notFound' });
  const inventory = await admin.call(getInventory);
  expect(inventory.dataHash).not.toBe(hash);
  const left = Object.fromEntries(inventory.tables.map(({ name, rows }) => [name, rows]));
  expect(left).toMatchObject({ customer: 1, contract: 1, price_event: 1, case: 1, approval: 1, contact: 1, tie: 1 });
  const everywhere = [
    await admin.call(listActions),
    await admin.call(getReceipt, { params: { importId } }),
    await (await admin.fetch(`/api/imports/${importId}/refused.csv`)).text(),
    (await protection.call(listLog, { query: { limit: 500 } })).entries,
  ];
  for (const text of everywhere.map((one) => JSON.stringify(one))) expect(text).not.toMatch(/KUNDE-1(?!2)/);
  expect(JSON.stringify(everywhere[0])).toContain('KUNDE-12');
  const { entries } = await protection.call(listLog, { query: { event: 'customerErased' } });
  expect(entries[0]).toMatchObject({ actor: 'Protection', subject: '', details: { rows: 8, textsLeft: 0 } });
  expect((await protection.call(verifyLog)).intact).toBe(true);
});
