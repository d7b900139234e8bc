import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openWarehouse, type Warehouse } from '#warehouse/warehouse.ts';
import type { DateStyle, NumberStyle } from '../plan.ts';
import { isAbsentSql } from './absent-sql.ts';
import { booleanSql } from './boolean-sql.ts';
import { dateSql } from './date-sql.ts';
import { instantSql } from './instant-sql.ts';
import { numberSql } from './number-sql.ts';

const Row = z.object({ value: z.string().nullable() });
let warehouse: Warehouse;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'stammkunde-raw-'));
  warehouse = await openWarehouse({ address: { kind: 'embedded', directory: home } });
});
afterAll(async () => {
  await warehouse.close();
  rmSync(home, { recursive: true });
});

/** What the SQL makes of each raw text, as the engine writes it; all texts in one block, as in a file. */
async function read(sql: string, raws: readonly string[]): Promise<(string | null)[]> {
  const rows = await warehouse.rows({
    name: 'raw values',
    sql: `SELECT toString(${sql}) AS value
FROM (SELECT raws[number + 1] AS raw, number FROM (SELECT number, {raws:Array(Nullable(String))} AS raws FROM numbers({count:UInt64})))
ORDER BY number`,
    params: { raws, count: raws.length },
    row: Row,
  });
  return rows.map((row) => row.value);
}
const one = async (sql: string, raw: string) => (await read(sql, [raw]))[0];

test.each<[NumberStyle, string, string | null]>([
  ['point', '1234.5', '1234.5'],
  ['point', '1,234.50', '1234.5'],
  ['point', '1,234,567', '1234567'],
  ['point', "1'234.50", '1234.5'],
  ['point', ' 12 ', '12'],
  ['point', '$1,234.50', '1234.5'],
  ['point', '-$5', '-5'],
  ['point', '1e3', '1000'],
  ['point', '.5', '0.5'],
  ['comma', '1.234,56 €', '1234.56'],
  ['comma', '€ 1.234,56', '1234.56'],
  ['comma', '1 234,56', '1234.56'],
  ['comma', '1\u00a0234,56\u00a0€', '1234.56'],
  ['comma', '12,50', '12.5'],
  ['comma', '1.234', '1234'],
  ['comma', '-12,5', '-12.5'],
  ['comma', '123,45-', '-123.45'],
  ['comma', '(1.234,56)', '-1234.56'],
  ['comma', '−7,5', '-7.5'],
  ['comma', '12,5 %', '0.125'],
  ['comma', '29%', '0.29'],
  ['comma', '12,50 EUR', '12.5'],
  ['comma', '1.234,- €', '1234'],
  ['point', '-.', null],
  ['point', '1,5', null],
  ['point', '1,23,456', null],
  ['comma', '31.12.2026', null],
  ['comma', '12.5', null],
  ['point', '-', null],
  ['point', '+', null],
  ['point', '', null],
  ['point', '€', null],
  ['point', 'inf', null],
  ['point', 'nan', null],
  ['point', '0x10', null],
  ['point', 'twelve', null],
  ['point', '--5', null],
  ['point', '(5', null],
  ['point', '0', '0'],
  ['comma', '0,00', '0'],
])('number, %s: "%s" is %s', async (style, raw, value) => {
  expect(await one(numberSql('raw', style), raw)).toBe(value);
});

test('a number keeps cents exactly where floating point would not', async () => {
  const raws = Array.from(
    { length: 2000 },
    (_, cents) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`,
  );
  const values = await read(`(${numberSql('raw', 'comma')}) * 100`, raws);
  expect(values.map(Number)).toEqual(raws.map((_, cents) => cents));
});

test.each<[DateStyle, string, string | null]>([
  ['iso', '2024-02-29', '2024-02-29'],
  ['iso', '2023-02-29', null],
  ['iso', '2024-2-9', '2024-02-09'],
  ['iso', '2024/02/09', '2024-02-09'],
  ['iso', '2024-02-09 13:45:00', '2024-02-09'],
  ['iso', '2024-02-09T13:45:00.000Z', '2024-02-09'],
  ['iso', '2024-13-01', null],
  ['iso', '2024-00-10', null],
  ['iso', '2024-02-09 noon', null],
  ['iso', '1899-12-31', null],
  ['iso', '1900-01-01', '1900-01-01'],
  ['iso', '2299-12-31', '2299-12-31'],
  ['iso', '2300-01-01', null],
  ['dmy', '31.12.2026', '2026-12-31'],
  ['dmy', '1.2.2026', '2026-02-01'],
  ['dmy', '31/12/2026', '2026-12-31'],
  ['dmy', '31-12-2026', '2026-12-31'],
  ['dmy', '31.12.26', '2026-12-31'],
  ['dmy', '31.12.85', '1985-12-31'],
  ['dmy', '31.12.2026 23:59', '2026-12-31'],
  ['dmy', '31.02.2026', null],
  ['dmy', '12/31/2026', null],
  ['dmy', '2026-12-31', '2026-12-31'],
  ['mdy', '12/31/2026', '2026-12-31'],
  ['mdy', '1/2/2026', '2026-01-02'],
  ['mdy', '31/12/2026', null],
  ['compact', '20261231', '2026-12-31'],
  ['compact', '20261331', null],
  ['compact-dmy', '31122026', '2026-12-31'],
  ['compact-dmy', '00002026', '2026-01-01'],
  ['compact-dmy', '00052026', '2026-05-01'],
  ['epoch-seconds', '1704067200', '2024-01-01'],
  ['epoch-milliseconds', '1704067200000', '2024-01-01'],
  ['epoch-milliseconds', '-1', '1969-12-31'],
  ['excel-serial', '45292', '2024-01-01'],
  ['excel-serial', '45292.75', '2024-01-01'],
  ['excel-serial', 'x', null],
  ['iso', '', null],
])('date, %s: "%s" is %s', async (style, raw, value) => {
  expect(await one(dateSql('raw', style), raw)).toBe(value);
});

test.each<[DateStyle, string, string, string | null]>([
  ['iso', 'UTC', '2024-06-01T10:20:30Z', '2024-06-01 10:20:30.000'],
  ['iso', 'UTC', '2024-06-01T10:20:30.123+02:00', '2024-06-01 08:20:30.123'],
  ['iso', 'Europe/Berlin', '2024-06-01 10:20:30', '2024-06-01 08:20:30.000'],
  ['iso', 'Europe/Berlin', '2024-01-01 10:20', '2024-01-01 09:20:00.000'],
  ['iso', 'Europe/Berlin', '2024-06-01T10:20:30Z', '2024-06-01 10:20:30.000'],
  ['iso', 'Europe/Berlin', '2024-06-01 10:20:30 UTC', '2024-06-01 10:20:30.000'],
  ['dmy', 'Europe/Berlin', '01.06.2024 10:20:30 UTC', '2024-06-01 10:20:30.000'],
  ['iso', 'Europe/Berlin', '2024-06-01 10:20:30 GMT', '2024-06-01 10:20:30.000'],
  ['iso', 'UTC', '2024-06-01', '2024-06-01 00:00:00.000'],
  ['iso', 'UTC', '2024-06-01 25:00:00', null],
  ['iso', 'UTC', '2024-02-30 10:00:00', null],
  ['iso', 'UTC', '2024-06-01 9:05', '2024-06-01 09:05:00.000'],
  ['iso', 'UTC', '2024-06-01 10:20:30,5', '2024-06-01 10:20:30.500'],
  ['dmy', 'Europe/Berlin', '31.12.2026 00:30', '2026-12-30 23:30:00.000'],
  ['dmy', 'UTC', '31.12.2026 23:59:58', '2026-12-31 23:59:58.000'],
  ['dmy', 'UTC', '31.12.2026', '2026-12-31 00:00:00.000'],
  ['dmy', 'UTC', '31.02.2026 10:00', null],
  ['mdy', 'UTC', '12/31/2026 3:45 PM', '2026-12-31 15:45:00.000'],
  ['compact', 'UTC', '20261231', '2026-12-31 00:00:00.000'],
  ['epoch-seconds', 'UTC', '1704067200', '2024-01-01 00:00:00.000'],
  ['epoch-milliseconds', 'UTC', '1704067200123', '2024-01-01 00:00:00.123'],
  ['excel-serial', 'UTC', '45292.5', '2024-01-01 12:00:00.000'],
  ['iso', 'UTC', 'yesterday', null],
])('instant, %s in %s: "%s" is %s', async (style, timezone, raw, value) => {
  expect(await one(instantSql('raw', style, timezone), raw)).toBe(value);
});

test('yes and no are read in both languages, and nothing else is guessed', async () => {
  const raws = [
    'ja',
    'Nein',
    'YES',
    'no',
    'true',
    'FALSE',
    'wahr',
    'falsch',
    '1',
    '0',
    'x',
    'J',
    'N',
    ' y ',
    'maybe',
    '2',
    '',
  ];
  expect(await read(booleanSql('raw'), raws)).toEqual([
    ...[
      'true',
      'false',
      'true',
      'false',
      'true',
      'false',
      'true',
      'false',
      'true',
      'false',
      'true',
      'true',
      'false',
      'true',
    ],
    ...[null, null, null],
  ]);
});

test('spellings of nothing are absent in every column, open ends only in dates', async () => {
  const nothing = ['', '  ', 'NULL', 'null', 'NA', 'N/A', 'n/a', '-', '\\N', '\u00a0'];
  const open = [
    '31.12.9999',
    '9999-12-31',
    '99991231',
    '00.00.0000',
    '0000-00-00',
    '00000000',
    '9999-12-31T23:59:59Z',
    '31.12.9999 00:00',
  ];
  const present = ['0', '2024-01-01', 'x', '31.12.2024'];
  const all = [...nothing, ...open, ...present];
  const expected = (openIsAbsent: boolean) => [
    ...nothing.map(() => 'true'),
    ...open.map(() => String(openIsAbsent)),
    ...present.map(() => 'false'),
  ];
  expect(await read(`toBool(${isAbsentSql('raw', 'date')})`, all)).toEqual(expected(true));
  expect(await read(`toBool(${isAbsentSql('raw', 'money')})`, all)).toEqual(expected(false));
  expect(await read(`toBool(${isAbsentSql('CAST(NULL AS Nullable(String))', 'id')})`, ['any'])).toEqual(['true']);
});

test('columns that mix cheap and rare spellings are read value by value', async () => {
  expect(await read(numberSql('raw', 'comma'), ['1', '1.000,5', 'x', '2,5', '3-'])).toEqual([
    '1',
    '1000.5',
    null,
    '2.5',
    '-3',
  ]);
  expect(await read(dateSql('raw', 'dmy'), ['01.02.2024', '1.2.24', '', '2024-02-01'])).toEqual([
    '2024-02-01',
    '2024-02-01',
    null,
    '2024-02-01',
  ]);
});
