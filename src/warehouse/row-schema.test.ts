import { describe, expect, test } from 'vitest';
import { rowSchema } from './row-schema.ts';
import { boolean, category, count, date, defineTable, id, instant, json, money, text } from './table.ts';

const words = { en: 'x.', de: 'x.' };
const sample = defineTable({
  name: 'sample',
  number: 99,
  key: ['sample_id'],
  ...words,
  columns: {
    sample_id: id({ required: true, ...words }),
    seen_at: instant({ required: true, ...words }),
    day: date(words),
    paid: money(words),
    times: count(words),
    kind: category(words),
    note: text(words),
    rule: json(words),
    open: boolean(words),
  },
});
const empty = { day: null, paid: null, times: null, kind: null, note: null, rule: null, open: null };
const row = { sample_id: '007', seen_at: '2024-02-29 23:59:59.999', ...empty };
const schema = rowSchema(sample);
const accepts = (change: Record<string, unknown>) => schema.safeParse({ ...row, ...change }).success;

test('optional columns may be null, and the row comes back unchanged', () => {
  expect(schema.parse(row)).toEqual(row);
});

test('a full row comes back unchanged', () => {
  const full = { ...row, day: '2024-02-29', paid: -12.3456, times: 3, kind: 'a', note: '', rule: '{}', open: false };
  expect(schema.parse(full)).toEqual(full);
});

test('columns that the table does not declare are dropped', () => {
  expect(schema.parse({ ...row, _import: 4 })).toEqual(row);
});

describe('refused', () => {
  test.each([
    ['null in a required column', { sample_id: null }],
    ['a column that is missing', { day: undefined }],
    ['an identifier that lost its zeros', { sample_id: 7 }],
    ['a day that does not exist', { day: '2023-02-29' }],
    ['a day with a time', { day: '2024-02-29 00:00:00.000' }],
    ['an instant without milliseconds', { seen_at: '2024-02-29 23:59:59' }],
    ['an instant of a day that does not exist', { seen_at: '2023-02-29 23:59:59.000' }],
    ['an instant in the form with T and Z', { seen_at: '2024-02-29T23:59:59.999Z' }],
    ['money as text', { paid: '12.30' }],
    ['a broken count', { times: 1.5 }],
    ['a boolean as a number', { open: 1 }],
  ])('%s', (_, change) => {
    expect(accepts(change)).toBe(false);
  });
});
