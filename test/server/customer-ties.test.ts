import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiError } from '../../src/endpoints/client.ts';
import { getCustomer, getCustomerLoyalties, getCustomerTies } from '../../src/endpoints/customers.ts';
import { markPerson } from '../../src/endpoints/rights.ts';
import { administrator, type Browser, type House, importFiles, openHouse, personWith } from './house.ts';

// The latest day on record is 30 June 2026.
const FILES = {
  'promise.csv': `promise_id,valid_from,measure,threshold,unit,promised_share,topic
LETTER,2020-01-01,case_closed,24,hours,0.9,letter
LINE,2020-01-01,contact_answered,2,minutes,,
YES,2020-01-01,approval_decided,3,days,,
NICE,2020-01-01,rating,4,points,,
`,
  'case.csv': `case_id,customer_id,opened_at,closed_at,topic
F0,K1,2024-10-01T08:00:00Z,2024-10-09T08:00:00Z,letter
F1,K1,2026-06-01T08:00:00Z,2026-06-01T20:00:00Z,letter
F2,K1,2026-05-01T08:00:00Z,2026-05-03T08:00:00Z,letter
F3,K1,2026-06-20T08:00:00Z,,letter
F4,K1,2026-06-30T08:00:00Z,,letter
F5,K1,2026-06-02T08:00:00Z,,fault
F6,K2,2026-06-29T08:00:00Z,2026-06-29T09:00:00Z,letter
`,
  'approval.csv': `case_id,requested_at,decided_at
F2,2026-05-01T09:00:00Z,2026-05-02T09:00:00Z
F6,2026-06-29T08:10:00Z,2026-06-29T08:20:00Z
`,
  'contact.csv': `contact_id,customer_id,started_at,direction,channel,kind,wait_s,answered,abandoned,callback,staff_pid
C1,K1,2026-06-10T09:00:00Z,in,phone,,300,true,false,false,S3
C2,K1,2026-06-11T09:00:00Z,in,phone,,30,true,false,false,S3
C3,K1,2026-06-12T10:00:00Z,in,phone,,,true,false,true,S3
C4,K1,2026-06-12T13:00:00Z,out,phone,advice,,true,false,false,S3
C5,K1,2026-06-15T10:00:00Z,in,phone,,,true,false,true,S3
C6,K1,2026-06-16T10:00:00Z,in,phone,,10,false,true,false,
C7,K1,2025-02-01T10:00:00Z,out,letter,dunning,,,,false,S3
C8,K1,2026-01-20T10:00:00Z,in,shop,,,true,false,false,S3
C9,K1,2026-06-20T10:00:00Z,system,letter,invoice,,,,false,
`,
  'contract.csv': `contract_id,customer_id,product_id,start_date,end_date,min_term_end
V1,K1,P,2019-03-01,,
V2,K1,Q,2025-03-01,,2027-02-28
V3,K1,Q,2020-03-01,2024-03-01,
V4,K2,P,2024-01-01,,
V5,K3,P,2024-01-01,,
`,
  'survey.csv': `customer_id,at,item,value,scale_max
K1,2024-11-01T10:00:00Z,loyalty_company,3,10
K1,2025-11-01T10:00:00Z,loyalty_company,8,10
K1,2025-11-01T10:00:00Z,loyalty_people,4,5
K1,2025-11-01T10:00:00Z,overall,9,10
K2,2025-11-01T10:00:00Z,loyalty_networks,2,5
K3,2025-11-01T10:00:00Z,loyalty_networks,2,5
`,
  'referral.csv': `referred_customer_id,at,referrer_customer_id,source_type,reward
L1,2025-01-01T10:00:00Z,K1,recommendation,20
L2,2025-02-01T10:00:00Z,K1,recommendation,
L3,2025-02-01T10:00:00Z,K1,ad,
`,
  'assignment.csv': `customer_id,staff_pid,valid_from,valid_to,role
K1,S0,2015-01-01,2019-12-31,care
K1,S1,2020-01-01,2023-12-31,care
K1,S2,2024-01-01,2025-05-31,care
K1,S3,2025-06-01,,care
K1,S3,2025-09-01,,care
K1,S9,2022-01-01,,field
`,
  'recognition.csv': `customer_id,at,kind,arm
K1,2026-03-01T10:00:00Z,thanks,holdout
K1,2026-04-01T10:00:00Z,gift,treated
`,
};

let house: House;
let admin: Browser;
let agent: Browser;
let head: Browser;
let protection: Browser;
beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
  agent = await personWith(admin, house.url, 'Agent', ['agent']);
  head = await personWith(admin, house.url, 'Head', ['headOfCare']);
  protection = await personWith(admin, house.url, 'Protection', ['dataProtection']);
  await importFiles(admin, FILES);
}, 240_000);
afterAll(() => house.remove());

/** Everything that the page of a customer asks for; the loyalties are refused to whoever may not know them. */
async function seen(client: Browser, customerId = 'K1') {
  const params = { customerId };
  const ties = await client.call(getCustomerTies, { params });
  const known = await client.call(getCustomerLoyalties, { params }).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'forbidden') return { loyalties: null };
    throw error;
  });
  return { ...(await client.call(getCustomer, { params })), ...ties, ...known };
}

const line = (promise: string, dueOn: string, standing: string, seconds: number | null = null) => ({
  promiseId: promise,
  dueOn,
  standing,
  seconds,
});

describe('promises to one customer', () => {
  test('each that fell due within twelve months is kept, late by so much, overdue or open, the newest first', async () => {
    const { promises, asOf } = await seen(agent);
    expect(asOf).toBe('2026-06-30');
    const ofPromise = promises.latest.filter(({ measure }) => measure !== 'callback');
    expect(ofPromise).toMatchObject([
      line('LETTER', '2026-07-01', 'open'),
      line('LETTER', '2026-06-21', 'overdue'),
      line('LINE', '2026-06-11', 'kept'),
      line('LINE', '2026-06-10', 'late', 180),
      line('LETTER', '2026-06-02', 'kept'),
      line('YES', '2026-05-04', 'kept'),
      line('LETTER', '2026-05-02', 'late', 24 * 3600),
    ]);
    expect(ofPromise[0]).toMatchObject({ topic: 'letter', withinSeconds: 24 * 3600, share: 0.9 });
    expect(ofPromise[2]).toMatchObject({ topic: null, withinSeconds: 120, share: null });
    expect(promises).toMatchObject({ total: 9, callbacks: 2, kept: 3, notKept: 3 });
  });

  test('a call-back is told with the next call of ours, without a judgement, for no time was promised', async () => {
    const { promises } = await seen(agent);
    expect(promises.latest.filter(({ measure }) => measure === 'callback')).toMatchObject([
      { promiseId: null, dueOn: '2026-06-15', standing: 'unknown', seconds: null, withinSeconds: null },
      { promiseId: null, dueOn: '2026-06-12', standing: 'called', seconds: 3 * 3600 },
    ]);
  });

  test('whoever was promised nothing has an empty list', async () => {
    expect((await seen(head, 'K3')).promises).toEqual({ total: 0, callbacks: 0, kept: 0, notKept: 0, latest: [] });
  });
});

describe('contact persons', () => {
  test('are told for four years by role and day; a copied row is no change; no number of staff leaves the house', async () => {
    for (const client of [agent, head, protection]) {
      const customer = await seen(client);
      expect(customer.contactPersons).toEqual({
        persons: 4,
        since: '2022-06-30',
        stays: [
          { role: 'care', from: '2025-06-01', until: null },
          { role: 'care', from: '2024-01-01', until: '2025-05-31' },
          { role: 'field', from: '2022-01-01', until: null },
          { role: 'care', from: '2020-01-01', until: '2023-12-31' },
        ],
      });
      // The head of the page and the list of stays tell one story.
      expect(customer.contactPerson).toEqual({ role: 'care', since: '2025-06-01' });
      expect(JSON.stringify(customer)).not.toMatch(/S\d/);
    }
    expect((await seen(head, 'K3')).contactPersons).toEqual({ persons: 0, since: null, stays: [] });
  });
});

describe('four loyalties', () => {
  test('are what the customer said last and what we do, each in its own terms', async () => {
    expect((await seen(head)).loyalties).toEqual({
      company: {
        answers: [{ question: 'loyalty_company', value: 8, scaleMax: 10, on: '2025-11-01' }],
        deeds: {
          contacts: { inYear: 1, last: '2026-06-12' },
          giving: { inYear: 1, last: '2026-06-12' },
          visits: { inYear: 1, last: '2026-01-20' },
        },
      },
      offers: {
        answers: [],
        deeds: { contracts: 2, products: 2, since: '2019-03-01', boundUntil: '2027-02-28' },
      },
      people: {
        answers: [{ question: 'loyalty_people', value: 4, scaleMax: 5, on: '2025-11-01' }],
        deeds: { changes: 2 },
      },
      networks: { answers: [], deeds: { recommendations: 2, thanked: 1 } },
    });
  });

  test('what is not on record is null, never filled in', async () => {
    expect((await seen(head, 'K3')).loyalties).toMatchObject({
      company: { answers: [], deeds: null },
      people: { answers: [], deeds: null },
      networks: { deeds: null },
    });
  });

  test('are nothing for whoever serves customers, nor for data protection; no other customer is ever named', async () => {
    for (const client of [agent, protection]) {
      const customer = await seen(client);
      expect(customer.loyalties).toBeNull();
      expect(JSON.stringify(customer)).not.toContain('loyalty_');
    }
    expect(JSON.stringify(await seen(head))).not.toMatch(/"L\d"/);
  });

  test('are drawn up of nobody who objected, and of nobody whose data are restricted', async () => {
    const params = { customerId: 'K2' };
    await protection.call(markPerson, { params, body: { restricted: false, objection: true } });
    const objecting = await seen(head, 'K2');
    expect(objecting.loyalties).toBeNull();
    expect(objecting.promises.kept).toBe(2);
    const both = await personWith(admin, house.url, 'Both', ['headOfCare', 'dataProtection']);
    await protection.call(markPerson, { params, body: { restricted: true, objection: false } });
    expect((await seen(both, 'K2')).loyalties).toBeNull();
    expect((await seen(both)).loyalties).not.toBeNull();
  });
});

test('a thank-you withheld from a control group is not told as given', async () => {
  const { events } = await seen(agent);
  const thanked = events.filter(({ kind }) => kind === 'recognition');
  expect(thanked.map(({ facts }) => facts['kind'])).toEqual(['gift']);
});
