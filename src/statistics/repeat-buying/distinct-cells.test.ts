import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { distinctCells } from './distinct-cells.ts';

test('counts every distinct row of a million customers exactly once', () => {
  const random = createRandom(11);
  const rows = 1_000_000;
  const first = new Float64Array(rows);
  const second = new Float64Array(rows);
  const expected = new Map<string, number>();
  for (let i = 0; i < rows; i++) {
    first[i] = random.integer(40);
    second[i] = random.integer(100) / 7;
    const key = `${first[i]} ${second[i]}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  const cells = distinctCells([first, second], null);
  expect(cells.size).toBe(expected.size);
  expect(cells.totalCustomers).toBe(rows);
  cells.customers.forEach((count, cell) => {
    expect(count).toBe(expected.get(`${cells.columns[0]?.[cell]} ${cells.columns[1]?.[cell]}`));
  });
});

test('adds up counts, drops empty rows and takes -0 for 0', () => {
  const cells = distinctCells([[0, -0, 5, 7]], [2, 3, 1, 0]);
  expect([...(cells.columns[0] ?? [])]).toEqual([0, 5]);
  expect([...cells.customers]).toEqual([5, 1]);
});

test('refuses counts that are negative or do not fit', () => {
  expect(() => distinctCells([[1, 2]], [1, -1])).toThrow(/customers/);
  expect(() => distinctCells([[1, 2]], [1])).toThrow(/customers/);
});
