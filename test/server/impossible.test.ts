import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/role.ts';
import { exportAffected, listAffected } from '../../src/endpoints/affected.ts';
import { listLog } from '../../src/endpoints/audit-log.ts';
import { getAudit, startAudit } from '../../src/endpoints/audits.ts';
import { getCustomer } from '../../src/endpoints/customers.ts';
import { judgePractice, reportPractice } from '../../src/endpoints/practices.ts';
import { administrator, type Browser, finished, type House, importFiles, onePersonARole, openHouse } from './house.ts';

// Each test is a sentence of what must be impossible, tried as somebody who wants it.
const CUSTOMERS = 300;
const OBJECTING = 9;

let house: House;
let people: ReadonlyMap<Role, Browser>;
let admin: Browser;
let auditId = '';

function as(role: Role): Browser {
  const found = people.get(role);
  if (found === undefined) throw new Error(role);
  return found;
}

const many = (count: number, line: (n: number) => string) => Array.from({ length: count }, (_, n) => line(n));
const day = (n: number) => String(1 + (n % 28)).padStart(2, '0');

/** Old customers pay 130, newcomers 100; every third case waited four days for a yes; the first few customers object to profiling. */
const company = (): Readonly<Record<string, string>> => ({
  'contract.csv': [
    'contract_id,customer_id,product_id,start_date,price,price_period,price_basis',
    ...many(CUSTOMERS, (n) => `V${n},K${n},P1,20${15 + (n % 7)}-03-01,${130 + (n % 5)},year,net`),
    ...many(120, (n) => `N${n},L${n},P1,2026-05-${day(n)},${100 + (n % 5)},year,net`),
  ].join('\n'),
  'customer.csv': [
    'customer_id,kind,segment,objection_profiling,restricted',
    ...many(CUSTOMERS, (n) => `K${n},person,price-insensitive,${n < OBJECTING},false`),
  ].join('\n'),
  'case.csv': [
    'case_id,customer_id,opened_at',
    ...many(CUSTOMERS, (n) => `F${n},K${n},2026-04-${day(n)}T08:00:00Z`),
  ].join('\n'),
  'approval.csv': [
    'case_id,requested_at,decided_at,outcome,rule_id',
    ...many(CUSTOMERS, (n) => `F${n},2026-04-${day(n)}T09:00:00Z,2026-05-${day(n)}T09:00:00Z,granted,R${n % 3}`),
  ].join('\n'),
});

async function audited(checkSettings: Record<string, Record<string, number>> = {}, asOf = '2026-06-30') {
  const job = await as('touchpointManager').call(startAudit, { body: { asOf, checkSettings } });
  return (await finished(admin, job)).result.auditId ?? '';
}

beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
  people = await onePersonARole(admin, house.url);
  await importFiles(admin, company());
  auditId = await audited();
}, 240_000);
afterAll(() => house.remove());

describe('touchpoint manager', () => {
  const steps = async (check: string) => {
    const leader = as('touchpointManager');
    const { id } = await leader.call(reportPractice, { body: { title: 'Dear old contracts', checkId: check } });
    const step = (
      version: number,
      state: 'confirmed' | 'abolished' | 'verified',
      checkId: string,
      audit: string | null,
    ) =>
      leader.call(judgePractice, {
        params: { id },
        body: { version, title: 'Dear old contracts', description: '', checkId, state, reason: 'seen', auditId: audit },
      });
    await step(1, 'confirmed', check, null);
    await step(2, 'abolished', check, null);
    return step;
  };
  const refused = (reason: string) => expect.objectContaining({ code: 'notPossibleNow', details: { reason } });

  test('cannot verify a practice by measuring another one', async () => {
    const step = await steps('loyalty-penalty');
    const later = await audited();
    const { report } = await as('touchpointManager').call(getAudit, { params: { id: later } });
    const other =
      report.checks.find(({ outcome }) => outcome === 'clear' || outcome === 'reversed')?.id ?? 'rule-corset';
    await expect(step(3, 'verified', other, later)).rejects.toEqual(refused('otherMeasure'));
    await expect(step(3, 'abolished' as const, other, null)).rejects.toEqual(refused('otherMeasure'));
  });

  test('cannot verify a practice by asking more kindly than before', async () => {
    const step = await steps('loyalty-penalty');
    const kind = await audited({ 'loyalty-penalty': { relevantGap: 0.9 } }, new Date().toISOString().slice(0, 10));
    await expect(step(3, 'verified', 'loyalty-penalty', kind)).rejects.toEqual(refused('notRemeasured'));
  });

  test('cannot verify a practice by data from before its abolition', async () => {
    const step = await steps('loyalty-penalty');
    const old = await audited({}, '2019-01-01');
    await expect(step(3, 'verified', 'loyalty-penalty', old)).rejects.toEqual(refused('notRemeasured'));
  });
});

describe('whoever objected', () => {
  test('is in no list, also where the list names matters and not customers', async () => {
    const { report } = await as('analyst').call(getAudit, { params: { id: auditId } });
    const verdict = report.checks.find(({ id }) => id === 'rule-corset');
    expect(verdict?.outcome).toBe('finding');
    const list = await as('analyst').call(listAffected, {
      params: { id: auditId, check: 'rule-corset' },
      query: { limit: 500 },
    });
    expect(list.columns.map(({ name }) => name)).not.toContain('customer_id');
    expect(list.withheld).toBe(OBJECTING);
    expect(list.total + list.withheld).toBe(verdict?.affected);
    const at = list.columns.findIndex(({ name }) => name === 'case_id');
    expect(list.rows.map((row) => row[at])).not.toContain('F0');
  });
});

describe('silent payers', () => {
  test('leave the house for a correction only, never for a campaign', async () => {
    const params = { id: auditId, check: 'silent-overpayment' };
    for (const purpose of ['care', 'proof', 'analysis'])
      await expect(
        as('touchpointManager').open(exportAffected, { params, query: { format: 'csv', purpose } }),
      ).rejects.toMatchObject({ code: 'notPossibleNow', details: { reason: 'correctionOnly' } });
  });
});

describe('agent', () => {
  test('sees no label of a customer, such as the company’s own segment', async () => {
    const shown = await as('agent').call(getCustomer, { params: { customerId: 'K42' } });
    expect(JSON.stringify(shown)).not.toContain('price-insensitive');
    expect((await as('headOfCare').call(getCustomer, { params: { customerId: 'K42' } })).segment).toBe(
      'price-insensitive',
    );
  });

  test('who reports without a name leaves no trace, not even a place in the order of deeds', async () => {
    const before = await as('dataProtection').call(listLog, { query: { limit: 1 } });
    const { id } = await as('agent').call(reportPractice, { body: { title: 'We may not waive a fee' } });
    const after = await as('dataProtection').call(listLog, { query: { limit: 50 } });
    expect(after.total).toBe(before.total);
    expect(JSON.stringify(after)).not.toContain(id);
  });
});

describe('analyst', () => {
  test('gets no row about staff out of the house, not among refused rows either', async () => {
    const importId = await importFiles(admin, {
      'staff.csv': 'staff_pid,team_id,role_class,entered\nS77,North,care,2020-01-01\n,South,care,2020-01-01\n',
      'contact.csv':
        'contact_id,started_at,customer_id,direction,staff_pid\nC1,2026-05-01T09:00:00Z,K1,in,S77\nC2,oops,K2,in,S78\n',
    });
    const text = await (await as('analyst').fetch(`/api/imports/${importId}/refused.csv`)).text();
    expect(text).toContain('oops');
    expect(text).not.toMatch(/S7[78]|South/);
  });
});
