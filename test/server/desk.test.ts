import { afterAll, beforeAll, expect, test } from 'vitest';
import { listLog } from '../../src/endpoints/audit-log.ts';
import { getCustomer } from '../../src/endpoints/customers.ts';
import { answerRule, getGoodwill, listBlockingRules, reportRule, setGoodwill } from '../../src/endpoints/desk.ts';
import { administrator, type Browser, type House, importFiles, openHouse, personWith } from './house.ts';

const FILES = {
  'contract.csv': 'contract_id,customer_id,product_id,start_date\nV1,K1,P,2024-01-01\nV2,K2,P,2025-06-01\n',
  'concession.csv': 'customer_id,at,kind,value\nK1,2025-05-01,credit,12.5\nK1,2020-05-01,credit,99\n',
  'assignment.csv': 'customer_id,staff_pid,valid_from,role\nK1,S77,2025-01-01,care\n',
};

let house: House;
let admin: Browser;
let agent: Browser;
let head: Browser;
beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
  agent = await personWith(admin, house.url, 'Agent', ['agent']);
  head = await personWith(admin, house.url, 'Head', ['headOfCare']);
  await importFiles(admin, FILES);
}, 240_000);
afterAll(() => house.remove());

test('the agent sees what may be given, what was given within a year, and by whom the customer is looked after', async () => {
  expect(await agent.call(getGoodwill)).toEqual({ version: 0, centsAYear: null });
  await expect(agent.call(setGoodwill, { body: { version: 0, centsAYear: 5000 } })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await head.call(setGoodwill, { body: { version: 0, centsAYear: 5000 } });
  await expect(head.call(setGoodwill, { body: { version: 0, centsAYear: 9000 } })).rejects.toMatchObject({
    code: 'changedMeanwhile',
  });
  expect((await agent.call(getGoodwill)).centsAYear).toBe(5000);
  const customer = await agent.call(getCustomer, { params: { customerId: 'K1' } });
  expect(customer).toMatchObject({ givenCents: 1250, contactPerson: { role: 'care', since: '2025-01-01' } });
  expect(JSON.stringify(customer)).not.toContain('S77');
  expect((await agent.call(getCustomer, { params: { customerId: 'K2' } })).contactPerson).toBeNull();
});

test('a rule that stops an agent reaches the head of care as a count, without a trace of who said so', async () => {
  const before = (await admin.call(listLog, { query: { limit: 1 } })).total;
  for (const _ of [1, 2]) await agent.call(reportRule, { body: { rule: 'R7', touchpoint: 'claim' } });
  expect((await admin.call(listLog, { query: { limit: 1 } })).total).toBe(before);
  const { rules } = await head.call(listBlockingRules);
  expect(rules).toMatchObject([{ rule: 'R7', touchpoint: 'claim', reports: 2, state: 'open', version: 0 }]);
  const answer = { rule: 'R7', version: 0, state: 'changed', answer: 'Up to 50 without asking' } as const;
  await head.call(answerRule, { body: answer });
  await expect(head.call(answerRule, { body: answer })).rejects.toMatchObject({ code: 'changedMeanwhile' });
  expect((await agent.call(listBlockingRules)).rules[0]).toMatchObject({
    state: 'changed',
    answer: 'Up to 50 without asking',
  });
});
