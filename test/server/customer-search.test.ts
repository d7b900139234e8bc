import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCustomers } from '../../src/endpoints/customers.ts';
import { administrator, type Browser, type House, importFiles, openHouse, personWith } from './house.ts';

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
  await importFiles(admin, FILES);
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
