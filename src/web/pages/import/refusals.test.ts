import { expect, test } from 'vitest';
import type { ReceiptShown } from './receipt-sums.ts';
import { refusalsOf } from './refusals.ts';

const sample = (line: number, value: string) => ({ line, value, fault: 'unreadable' });
const row = (line: number, column: string | null, firstLine: number | null = null) => ({
  path: 'a.csv',
  table: 'contract',
  line,
  column,
  fault: column === null ? 'conflicting' : 'unreadable',
  value: 'x',
  firstLine,
});
const shown = (refusedRows: readonly ReturnType<typeof row>[], samples: readonly ReturnType<typeof sample>[]) =>
  ({
    receipt: {
      outcome: 'preview',
      importId: 1,
      importDay: '2026-01-01',
      rowsReplaced: 0,
      warnings: [],
      refusedRows: [...refusedRows],
      files: [
        {
          path: 'a.csv',
          table: 'contract',
          rowsRead: 9,
          rowsImported: 5,
          rowsRefused: 4,
          identicalDropped: 0,
          rowsLeftOut: 0,
          rowsGathered: 0,
          blankLines: 0,
          headers: [],
          unusedHeaders: [],
          columns: [
            {
              column: 'price',
              rule: '',
              headers: ['Preis'],
              origin: 'recognised',
              pseudonym: false,
              read: 9,
              parsed: 5,
              empty: 0,
              refused: samples.length,
              samples: [],
              refusedSamples: [...samples],
            },
          ],
        },
      ],
    },
    text: '',
    faults: { unreadable: 'cannot be read', conflicting: 'says something else' },
  }) satisfies ReceiptShown;

test('a value that made its row fail is listed once, not as row and value', () => {
  const refusals = refusalsOf(shown([row(3, 'price')], [sample(3, 'abc'), sample(4, 'def')]));
  expect(refusals.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [3, 'price', 'cannot be read'],
    [4, 'price', 'cannot be read'],
  ]);
});

test('refusals come in the order of the file, and a whole row keeps where its like stood first', () => {
  const refusals = refusalsOf(shown([row(8, null, 2), row(5, 'price')], [sample(6, 'abc')]));
  expect(refusals.map(({ line }) => line)).toEqual([5, 6, 8]);
  expect(refusals.at(-1)).toMatchObject({ column: null, firstLine: 2, reason: 'says something else' });
});

test('nothing refused, nothing listed', () => {
  expect(refusalsOf(shown([], []))).toEqual([]);
});
