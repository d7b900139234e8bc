import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Company, openCompany } from '../../test/company.ts';
import { buildFacts } from '../audit/build-facts.ts';
import { entryDay, entryPersonal, entryTone, TONES, tonedContactFact } from './toned-contact.ts';

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

let next = 0;
const contact = (fields: Readonly<Record<string, string | number | null>>) => ({
  contact_id: `x${next++}`,
  started_at: '2025-03-01 09:00:00',
  customer_id: 'k1',
  ...fields,
});

async function timelines(rows: Parameters<Company['add']>[1], customers: Parameters<Company['add']>[1] = []) {
  for (const table of ['contact', 'customer'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
  if (rows.length > 0) await made.add('contact', rows);
  if (customers.length > 0) await made.add('customer', customers);
  await buildFacts(made.warehouse, [tonedContactFact], { asOf: '2025-12-31' });
  const found = await made.warehouse.columns({
    name: 'timelines',
    sql: `SELECT party, toString(toDate32(${entryDay('e')})) AS day, ${entryTone('e')} AS tone, ${entryPersonal('e')} AS personal, by_kind, toneless
FROM fact_toned_contact ARRAY JOIN timeline AS e ORDER BY party, e`,
    params: {},
  });
  return (found['party'] ?? []).map((party, i) => ({
    party,
    day: found['day']?.[i],
    tone: Object.entries(TONES).find(([, code]) => code === Number(found['tone']?.[i]))?.[0],
    personal: Number(found['personal']?.[i]) === 1,
    byKind: Number(found['by_kind']?.[i]),
    toneless: Number(found['toneless']?.[i]),
  }));
}

test.each([
  [{ tone: 'giving', kind: 'invoice' }, 'giving'],
  [{ tone: 'burden', kind: 'invoice' }, 'invoice'],
  [{ tone: 'burden', kind: 'dunning' }, 'dunning'],
  [{ tone: 'burden', kind: 'claim' }, 'burden'],
  [{ kind: 'Mahnung' }, 'dunning'],
  [{ kind: 'Rechnung' }, 'invoice'],
  [{ kind: 'price_increase' }, 'burden'],
  [{ kind: 'Preiserhöhung' }, 'burden'],
  [{ kind: 'thanks' }, 'giving'],
  [{ kind: 'saving_tip' }, 'giving'],
  [{ kind: 'anniversary offer' }, 'selling'],
  [{ kind: 'newsletter' }, 'selling'],
  [{ kind: 'consultation' }, 'giving'],
  [{ kind: 'confirmation' }, 'neutral'],
  [{ tone: 'neutral', kind: 'chat' }, 'neutral'],
  [{ kind: 'chat' }, 'untold'],
  [{}, 'untold'],
])('%j from the company is %s', async (fields, tone) => {
  const found = await timelines([contact({ direction: 'out', ...fields })]);
  expect(found.map((entry) => entry.tone)).toEqual([tone]);
});

test('what a machine sends without saying why is a notification', async () => {
  const found = await timelines([contact({ direction: 'system', kind: 'status' })]);
  expect(found.map(({ tone, toneless }) => [tone, toneless])).toEqual([['neutral', 1]]);
});

test('what customers begin is no contact of the company', async () => {
  const rows = [
    contact({ direction: 'in', kind: 'thanks' }),
    contact({ direction: 'out', initiator: 'customer', kind: 'advice' }),
    contact({ kind: 'advice', wait_s: 30 }),
    contact({ kind: 'info' }),
  ];
  expect(await timelines(rows)).toEqual([]);
});

test('without direction and initiator an invoice still comes from the company', async () => {
  expect((await timelines([contact({ kind: 'invoice' })])).map(({ tone }) => tone)).toEqual(['invoice']);
});

test('the days are in order, later ones than the audit and people unknown are left out', async () => {
  const on = (started_at: string, customer_id: string | null = 'k1') =>
    contact({ direction: 'out', kind: 'thanks', started_at: `${started_at} 23:30:00`, customer_id });
  const found = await timelines([
    on('2025-06-01'),
    on('2024-01-31'),
    on('2025-12-31'),
    on('2026-01-01'),
    on('2025-05-05', null),
  ]);
  expect(found.map(({ day }) => day)).toEqual(['2024-01-31', '2025-06-01', '2025-12-31']);
});

test('a person comes forward by name or by voice, a machine never', async () => {
  const rows = [
    contact({ started_at: '2025-01-01 09:00:00', direction: 'out', channel: 'phone', kind: 'info' }),
    contact({ started_at: '2025-01-02 09:00:00', direction: 'out', channel: 'email', staff_pid: 's1', kind: 'info' }),
    contact({ started_at: '2025-01-03 09:00:00', direction: 'out', channel: 'email', kind: 'info' }),
    contact({
      started_at: '2025-01-04 09:00:00',
      direction: 'system',
      channel: 'phone',
      staff_pid: 's1',
      kind: 'info',
    }),
  ];
  expect((await timelines(rows)).map(({ personal }) => personal)).toEqual([true, true, false, false]);
});

test('two numbers of one party are one timeline, and repeated rows of the customer change nothing', async () => {
  const rows = [
    contact({ direction: 'out', kind: 'thanks' }),
    contact({ direction: 'out', kind: 'info', customer_id: 'k2' }),
  ];
  const customers = ['k1', 'k2', 'k1'].map((customer_id) => ({ customer_id, identity_key: 'house' }));
  const found = await timelines(rows, customers);
  expect(found.map(({ party, byKind, toneless }) => [party, byKind, toneless])).toEqual([
    ['house', 1, 1],
    ['house', 1, 1],
  ]);
});
