import timers from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startImport, uploadFiles } from '../../src/endpoints/company-data.ts';
import { findCustomers } from '../../src/endpoints/customers.ts';
import { getJob } from '../../src/endpoints/jobs.ts';
import { administrator, type Browser, type House, openHouse, personWith } from './house.ts';

const FILES = {
  'contract.csv':
    'contract_id,customer_id,product_id,start_date\nV1,K10,P,2024-01-01\nV2,K11,P,2024-01-01\nV3,X1,P,2024-01-01\n',
  'customer.csv': 'customer_id,kind,restricted\nK10,person,false\nK11,person,true\nK2,person,false\n',
};

let house: House;
let agent: Browser;
let protection: Browser;

beforeAll(async () => {
  house = await openHouse();
  const admin = await administrator(house);
  agent = await personWith(admin, house.url, 'Agent', ['agent']);
  protection = await personWith(admin, house.url, 'Protection', ['dataProtection']);
  const form = new FormData();
  for (const [name, content] of Object.entries(FILES)) form.append('files', new Blob([content]), name);
  const { id: uploadId } = await admin.call(uploadFiles, { form });
  const { id } = await admin.call(startImport, { body: { uploadId, preview: false, mapping: null } });
  const state = async () => (await admin.call(getJob, { params: { id } })).state;
  while ((await state()) !== 'done') await timers.setTimeout(100);
}, 240_000);
afterAll(() => house.remove());

const found = async (by: Browser, search: string) => (await by.call(findCustomers, { query: { search } })).customerIds;

test('customers are found by the beginning of their number, shortest first, and by a whole contract number', async () => {
  expect(await found(agent, 'K')).toEqual(['K2', 'K10']);
  expect(await found(agent, 'V3')).toEqual(['X1']);
  expect(await found(agent, 'V')).toEqual([]);
});

test('restricted customers are found by data protection only', async () => {
  expect(await found(agent, 'V2')).toEqual([]);
  expect(await found(protection, 'V2')).toEqual(['K11']);
});

test('what is searched for is a value, never SQL', async () => {
  expect(await found(agent, "' OR 1=1 --")).toEqual([]);
});
