import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { peopleFile } from '../audits/people-file.ts';
import { csvField } from './csv.ts';
import { fileBytes } from './formats.ts';
import type { Rows } from './row-source.ts';
import { workbookBytes } from './workbook.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['-2+3', "'-2+3"],
  ['@cmd', "'@cmd"],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  [-2.5, '-2.5'],
  [null, ''],
] as const)('%s is written so that no spreadsheet takes it for a formula or two fields', (value, written) => {
  expect(csvField(value)).toBe(written);
});

const source = (...pages: readonly Rows[]) => ({
  columns: ['id', 'gap'],
  total: pages.flat().length,
  async *pages() {
    yield* pages;
  },
});
const bytesOf = (...pages: readonly Rows[]) => buffer(fileBytes(source(...pages), 'xlsx'));

test('a workbook holds every row over all pages, numbers as numbers, and texts that would be formulas as texts', async () => {
  const many = Array.from({ length: 2500 }, (_, row) => [`V${row}`, row]);
  const rows = await readSheet(
    await bytesOf(many, [
      ['=1+1', -2.5],
      ['a <b> & "c"\u0000\ud800', null],
      ['Straße', 0],
    ]),
  );
  expect(rows).toHaveLength(1 + 2500 + 3);
  expect(rows[0]).toEqual(['id', 'gap']);
  expect(rows[2500]).toEqual(['V2499', 2499]);
  expect(rows.slice(-3)).toEqual([
    ['=1+1', -2.5],
    ['a <b> & "c"\ufffd', null],
    ['Straße', 0],
  ]);
});

test('the same rows make the same bytes', async () => {
  expect(await bytesOf([['V1', 1]])).toEqual(await bytesOf([['V1', 1]]));
});

test('more rows than a sheet holds are refused, not cut short', () => {
  expect(() => fileBytes({ ...source(), total: 1_048_576 }, 'xlsx')).toThrow('workbookLarge');
});

test('a sheet longer than its packing can say is refused, not broken', async () => {
  const rows = source(Array.from({ length: 5000 }, (_, row) => [`V${row}`, row]));
  await expect(buffer(workbookBytes(rows, 100_000))).rejects.toMatchObject({ details: { reason: 'workbookLarge' } });
});

const list = (total: number) => ({
  subject: 'id',
  columns: [
    { name: 'id', numeric: false },
    { name: 'gap', numeric: true },
  ],
  counts: async () => ({ shown: total, withheld: 0 }),
  ordered: () => {
    throw new Error('only work of its own copies the list');
  },
  page: async ({ offset, limit }: { offset: number; limit: number }) =>
    Array.from({ length: Math.min(limit, total - offset) }, (_, row) => [`V${offset + row}`, offset + row]),
});
const filter = { search: '', column: '', value: '', sort: '', descending: false };

test('a short list is a file at once, a long one is work of its own', async () => {
  const { body, rows } = await peopleFile(list(20_000), filter, 'csv', 'x');
  const lines = String(body).trimEnd().split('\r\n');
  expect([rows, lines.length, lines.at(-1)]).toEqual([20_000, 20_001, 'V19999,19999']);
  await expect(peopleFile(list(20_001), filter, 'csv', 'x')).rejects.toMatchObject({
    details: { reason: 'listLarge' },
  });
});
