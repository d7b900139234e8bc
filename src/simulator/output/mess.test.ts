import { describe, expect, test } from 'vitest';
import type { Row } from '../rows.ts';
import { MESS, spoiled } from './mess.ts';

const MANY = 20_000;

/** What becomes of a row a company would have written, many times over with a number of its own. */
function spoil(table: string, make: (index: number) => Row): readonly Row[] {
  const rows: Row[] = [];
  const write = spoiled((_, row) => rows.push(row), 3);
  for (let index = 0; index < MANY; index++) write(table, make(index));
  return rows;
}

const contract = (index: number): Row => ({
  contract_id: `V${index}`,
  customer_id: `${10_000_000 + 7 * index}`,
  start_date: '2016-05-01',
  end_date: '2019-05-31',
  end_reason: 'voluntary',
  original_start_date: null,
  price: '1200.00',
  discount: null,
  price_period: 'year',
  price_basis: 'net',
});
const call = (index: number): Row => ({
  contact_id: `C${index}`,
  customer_id: '10000000',
  started_at: '2020-01-31T10:00:00Z',
  direction: 'in',
  channel: 'phone',
  kind: 'info',
  caller_class: 'existing',
  team_id: null,
});
const share = (rows: readonly Row[], is: (row: Row) => boolean) => rows.filter(is).length / MANY;
/** Four standard errors of a share among MANY. */
const within = (planted: number) => 4 * Math.sqrt((planted * (1 - planted)) / MANY);

describe('contracts', () => {
  const rows = spoil('contract', contract);

  test('overwritten starts keep the true one beside them', () => {
    const migrated = rows.filter((row) => row['start_date'] === MESS.migrationDay);
    expect(Math.abs(migrated.length / MANY - MESS.overwrittenStarts)).toBeLessThan(within(MESS.overwrittenStarts));
    expect(migrated.every((row) => row['original_start_date'] === '2016-05-01')).toBe(true);
  });

  test('a quarter is monthly and gross: 1,200 a year net are 119 a month', () => {
    const monthly = rows.filter((row) => row['price_period'] === 'month');
    expect(Math.abs(monthly.length / MANY - MESS.monthlyGross)).toBeLessThan(within(MESS.monthlyGross));
    expect(monthly.filter((row) => row['price'] !== '119.00').every((row) => row['price'] === '11900.00')).toBe(true);
    expect(monthly.every((row) => row['price_basis'] === 'gross')).toBe(true);
  });

  test('a few prices are a hundred times too high', () => {
    const typos = share(rows, (row) => row['price'] === '120000.00' || row['price'] === '11900.00');
    expect(typos).toBeGreaterThan(0);
    expect(typos).toBeLessThan(0.001);
  });

  test('30 % of the reasons are empty', () => {
    expect(Math.abs(share(rows, (row) => row['end_reason'] === null) - 0.3)).toBeLessThan(0.02);
  });

  test('those that ended before 2017 are missing', () => {
    expect(spoil('contract', (index) => ({ ...contract(index), end_date: '2016-12-31' }))).toEqual([]);
  });
});

describe('contacts', () => {
  test('18 % of callers are unknown, and nothing else of their call changes', () => {
    const rows = spoil('contact', call);
    const unknown = rows.filter((row) => row['customer_id'] === null);
    expect(Math.abs(unknown.length / MANY - MESS.unknownCallers)).toBeLessThan(within(MESS.unknownCallers));
    expect(unknown.every((row) => row['caller_class'] === 'unknown' && row['channel'] === 'phone')).toBe(true);
  });

  test('20 % of invoices are not logged', () => {
    const rows = spoil('contact', (index) => ({
      ...call(index),
      kind: 'invoice',
      direction: 'system',
      channel: 'letter',
    }));
    expect(Math.abs(rows.length / MANY - (1 - MESS.unloggedInvoices))).toBeLessThan(within(MESS.unloggedInvoices));
  });
});

test('on one day a quarter of the running assignments is written anew, without a gap', () => {
  const rows = spoil('assignment', (index) => ({
    customer_id: `${index}`,
    staff_pid: 'M1',
    valid_from: '2019-01-01',
    valid_to: null,
    change_cause: null,
    handover: null,
    handover_at: null,
  }));
  const moved = rows.filter((row) => row['valid_from'] === MESS.massMoveDay);
  expect(Math.abs(moved.length / MANY - MESS.massMoveShare)).toBeLessThan(within(MESS.massMoveShare));
  expect(rows.filter((row) => row['valid_to'] === '2021-09-30')).toHaveLength(moved.length);
});

test('3 % of parties appear twice with the same key', () => {
  const rows = spoil('customer', (index) => ({ customer_id: `${10_000_000 + index}`, identity_key: `k${index}` }));
  const doubled = rows.filter((row) => `${row['customer_id']}`.startsWith('9'));
  expect(Math.abs(doubled.length / MANY - MESS.duplicateParties)).toBeLessThan(within(MESS.duplicateParties));
  expect(doubled.every((row) => row['identity_key'] === `k${Number(`${row['customer_id']}`.slice(1))}`)).toBe(true);
});
