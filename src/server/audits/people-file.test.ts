import { expect, test } from 'vitest';
import { csvField, peopleFile } from './people-file.ts';

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

const list = (total: number) => ({
  subject: 'id',
  columns: [
    { name: 'id', numeric: false },
    { name: 'gap', numeric: true },
  ],
  total: async () => total,
  withheld: async () => 0,
  page: async ({ offset, limit }: { offset: number; limit: number }) =>
    Array.from({ length: Math.min(limit, total - offset) }, (_, row) => [`V${offset + row}`, offset + row]),
});
const filter = { search: '', column: '', value: '', sort: '', descending: false };

test('every row is in the file, over the pages of the engine', async () => {
  const { body, rows } = await peopleFile(list(45_000), filter, 'csv', 'x');
  const lines = String(body).trimEnd().split('\r\n');
  expect([rows, lines.length, lines.at(-1)]).toEqual([45_000, 45_001, 'V44999,44999']);
});

test('a workbook that would not fit into memory is refused, not cut short', async () => {
  await expect(peopleFile(list(50_001), filter, 'xlsx', 'x')).rejects.toMatchObject({ code: 'requestInvalid' });
});
