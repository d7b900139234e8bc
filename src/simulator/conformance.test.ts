import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReadRow, readCanonical } from './output/read-canonical.ts';
import { type Table, tableNamed } from './output/tables.ts';
import { simulate } from './simulate.ts';

const NAMES = [
  'approval',
  'assignment',
  'case',
  'concession',
  'contact',
  'contract',
  'cost',
  'customer',
  'customer_value',
  'exit_event',
  'mention',
  'new_business_price',
  'notice_event',
  'offer',
  'price_event',
  'product',
  'promise',
  'recognition',
  'referral',
  'staff',
  'survey',
  'team_pulse',
  'tie',
  'touchpoint',
];
const directory = mkdtempSync(join(tmpdir(), 'stammkunde-conformance-'));
const rows = new Map<string, readonly ReadRow[]>();
const rowsOf = (table: string) => rows.get(table) ?? [];
const present = (row: ReadRow, column: string) => (row[column] ?? '') !== '';

beforeAll(async () => {
  await simulate({
    world: 'A',
    customers: 600,
    seed: 2,
    without: [],
    clean: true,
    variants: false,
    counterfactuals: 'none',
    directory,
    onProgress: () => undefined,
    signal: null,
  });
  for (const name of NAMES)
    if (existsSync(join(directory, `${name}.csv`))) rows.set(name, readCanonical(directory, name));
});
afterAll(() => rmSync(directory, { recursive: true }));

const NUMBERS = ['money', 'number', 'count', 'share', 'seconds'];

function faultsOf(
  column: string,
  { required, values, min, max, kind, event }: Table['columns'][string],
  text: string,
): string[] {
  if (text === '') return required ? [`${column} missing`] : [];
  const listed = values === null || values[text] !== undefined;
  const within = !NUMBERS.includes(kind) || (Number(text) >= (min ?? -Infinity) && Number(text) <= (max ?? Infinity));
  const future = event && text.slice(0, 10) > '2026-06-30';
  return listed && within && !future ? [] : [`${column} ${text}`];
}

describe.each(NAMES)('%s', (name) => {
  const table: Table = tableNamed(name);

  test('has rows and canonical headers in the declared order', () => {
    expect(rowsOf(name).length).toBeGreaterThan(0);
    const [header = ''] = readFileSync(join(directory, `${name}.csv`), 'utf8').split('\n');
    const declared = Object.keys(table.columns);
    const places = header.split(',').map((column) => declared.indexOf(column));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test('fills every required column and keeps to closed lists and limits', () => {
    const wrong = Object.entries(table.columns).flatMap(([column, declared]) =>
      rowsOf(name).flatMap((row) => faultsOf(column, declared, row[column] ?? '')),
    );
    expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
  });

  test('has no two rows of one key and no first day after a last', () => {
    const keys = rowsOf(name).map((row) => table.key.map((column) => row[column] ?? '').join('|'));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { before, after } of table.orders) {
      const reversed = rowsOf(name).filter(
        (row) => present(row, before) && present(row, after) && `${row[before]}` > `${row[after]}`,
      );
      expect(reversed).toEqual([]);
    }
  });
});

test.each([
  ['contract', 'customer_id', 'customer', 'customer_id'],
  ['contract', 'product_id', 'product', 'product_id'],
  ['contract', 'acquisition_offer_id', 'offer', 'offer_id'],
  ['price_event', 'contract_id', 'contract', 'contract_id'],
  ['contact', 'customer_id', 'customer', 'customer_id'],
  ['contact', 'staff_pid', 'staff', 'staff_pid'],
  ['assignment', 'staff_pid', 'staff', 'staff_pid'],
  ['assignment', 'customer_id', 'customer', 'customer_id'],
  ['approval', 'case_id', 'case', 'case_id'],
  ['case', 'touchpoint_id', 'touchpoint', 'touchpoint_id'],
  ['survey', 'touchpoint_id', 'touchpoint', 'touchpoint_id'],
  ['concession', 'exit_event_id', 'exit_event', 'exit_event_id'],
  ['tie', 'customer_id_a', 'customer', 'customer_id'],
  ['referral', 'referrer_customer_id', 'customer', 'customer_id'],
  ['recognition', 'customer_id', 'customer', 'customer_id'],
  ['customer_value', 'customer_id', 'customer', 'customer_id'],
])('every %s.%s is a %s', (table, column, parent, key) => {
  const known = new Set(rowsOf(parent).map((row) => row[key]));
  const lost = rowsOf(table).filter((row) => present(row, column) && !known.has(row[column]));
  expect(lost.slice(0, 3)).toEqual([]);
});

test('nobody hears from the company after the last day of his last contract, open cases apart', () => {
  const last = new Map<string, string>();
  for (const row of rowsOf('contract')) {
    const id = row['customer_id'] ?? '';
    const end = present(row, 'end_date') ? `${row['end_date']}` : '9999';
    if (end > (last.get(id) ?? '')) last.set(id, end);
  }
  const late = rowsOf('contact').filter(
    (row) =>
      !/^[ER]/.test(row['contact_id'] ?? '') &&
      present(row, 'customer_id') &&
      `${row['started_at']}`.slice(0, 10) > (last.get(row['customer_id'] ?? '') ?? '9999'),
  );
  expect(late.slice(0, 3)).toEqual([]);
});

test('holds no names of persons: every text column is a name of a thing or a code', () => {
  const free = NAMES.flatMap((name) =>
    Object.entries(tableNamed(name).columns)
      .filter(([column, { freeText }]) => freeText && rowsOf(name).some((row) => present(row, column)))
      .map(([column]) => `${name}.${column}`),
  );
  expect(free).toEqual(['exit_event.reason_stated']);
  expect(new Set(rowsOf('exit_event').map((row) => row['reason_stated']))).toEqual(
    new Set(['', 'price', 'service', 'better_offer']),
  );
});
