import { expect, test } from 'vitest';
import { type FileReceipt, fileName, sumsOf, wantsALook } from './receipt-sums.ts';

const file = (path: string, table: string, rows: readonly [number, number, number], refused: readonly number[]) =>
  ({
    path,
    table,
    rowsRead: rows[0],
    rowsImported: rows[1],
    rowsRefused: rows[2],
    identicalDropped: 0,
    rowsLeftOut: 0,
    rowsGathered: 0,
    blankLines: 0,
    headers: [],
    unusedHeaders: [],
    columns: refused.map((count, at) => ({
      column: `c${at}`,
      rule: '',
      headers: [],
      origin: 'canonical',
      pseudonym: false,
      read: 0,
      parsed: 0,
      empty: 0,
      refused: count,
      samples: [],
      refusedSamples: [],
    })),
  }) satisfies FileReceipt;

test('rows add up over tables, and a file that fills two tables is one file', () => {
  const files = [file('a.csv', 'contract', [10, 8, 2], [1, 0]), file('a.csv', 'customer', [10, 10, 0], [3])];
  expect(sumsOf(files)).toEqual({ files: 1, rowsRead: 20, rowsImported: 18, rowsRefused: 2, valuesRefused: 4 });
});

test('no files, no rows', () => {
  expect(sumsOf([])).toEqual({ files: 0, rowsRead: 0, rowsImported: 0, rowsRefused: 0, valuesRefused: 0 });
});

test.each([
  ['contract.csv', 'contract.csv'],
  ['/data/2026/contract.csv', 'contract.csv'],
  ['C:\\data\\contract.csv', 'contract.csv'],
])('%s is called %s', (path, name) => {
  expect(fileName(path)).toBe(name);
});

test('a file is worth a look as soon as one value was refused or one heading was only recognised', () => {
  const clean = file('a.csv', 'contract', [5, 5, 0], [0]);
  expect(wantsALook(clean)).toBe(false);
  expect(wantsALook(file('a.csv', 'contract', [5, 4, 1], [0]))).toBe(true);
  expect(wantsALook(file('a.csv', 'contract', [5, 5, 0], [0, 1]))).toBe(true);
  const recognised = clean.columns.map((column) => ({ ...column, origin: 'recognised' as const }));
  expect(wantsALook({ ...clean, columns: recognised })).toBe(true);
});
