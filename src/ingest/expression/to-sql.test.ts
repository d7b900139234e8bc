import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { openWarehouse, type Warehouse } from '#warehouse/warehouse.ts';
import { columnsOf, parseExpression, usesAggregate } from '../expression.ts';
import { type RawField, type SqlContext, toSql } from './to-sql.ts';

const Row = z.object({ value: z.string().nullable() });
let warehouse: Warehouse;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'stammkunde-rule-'));
  warehouse = await openWarehouse({ address: { kind: 'embedded', directory: home } });
});
afterAll(async () => {
  await warehouse.close();
  rmSync(home, { recursive: true });
});

/** Three rows of a German file. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Beitrag: ['1.234,50', '12,00', ''],
  Beginn: ['01.02.2024', '29.02.2024', '31.12.9999'],
  Status: ['K', 'aktiv', ''],
  'Ende neu': ['2024-12-31', '', '2025-01-01'],
  Zeit: ['2024-06-01 12:00:00', '2024-01-01 12:00:00', ''],
  Name: ["O'Brien; DROP", 'Müller-Lüdenscheidt', ' x '],
};
const STYLES: Readonly<Record<string, Partial<RawField>>> = {
  Beitrag: { numberStyle: 'comma' },
  Beginn: { dateStyle: 'dmy' },
  Zeit: { timezone: 'Europe/Berlin' },
};
const context: SqlContext = {
  field: (header) => {
    const place = Object.keys(FIELDS).indexOf(header);
    if (place < 0) return null;
    const sql = `c${place}`;
    return { sql, numberStyle: 'point', dateStyle: 'iso', timezone: 'UTC', ...STYLES[header] };
  },
  rowNumber: 'number',
};
const columnsSql = Object.keys(FIELDS)
  .map((_, place) => `CAST({c${place}:Array(String)}[number + 1] AS Nullable(String)) AS c${place}`)
  .join(', ');

async function evaluate(rule: string): Promise<(string | null)[]> {
  const expression = parseExpression(rule);
  const gathered = usesAggregate(expression);
  const rows = await warehouse.rows({
    name: 'rule',
    sql: `SELECT toString(${toSql(expression, context).sql}) AS value
FROM (SELECT number, ${columnsSql} FROM numbers(3))
${gathered ? '' : 'ORDER BY number'}`,
    params: Object.fromEntries(Object.values(FIELDS).map((raws, place) => [`c${place}`, raws])),
    row: Row,
  });
  return rows.map((row) => row.value);
}

test.each<[string, (string | null)[]]>([
  ['Beitrag', ['1.234,50', '12,00', '']],
  ['Beitrag * 12', ['14814', '144', null]],
  ['number(Beitrag)', ['1234.5', '12', null]],
  ['Beitrag - 1 * 2 + 3', ['1235.5', '13', null]],
  ['(Beitrag - 1) * 2', ['2467', '22', null]],
  ['-Beitrag', ['-1234.5', '-12', null]],
  ['Beitrag / 0', [null, null, null]],
  ['Beitrag % 5', ['4.5', '2', null]],
  ['0.1 + 0.2', ['0.3', '0.3', '0.3']],
  ['round(number(Beitrag) / 7, 2)', ['176.36', '1.71', null]],
  ['min2(Beitrag, 100)', ['100', '12', null]],
  ['date(Beginn)', ['2024-02-01', '2024-02-29', null]],
  ['add_months(Beginn, 12)', ['2025-02-01', '2025-02-28', null]],
  ['add_days([Beginn], -1)', ['2024-01-31', '2024-02-28', null]],
  ['days_between(Beginn, [Ende neu])', ['334', null, null]],
  ['year(Beginn) * 100 + month(Beginn)', ['202402', '202402', null]],
  ['instant(Zeit)', ['2024-06-01 10:00:00.000', '2024-01-01 11:00:00.000', null]],
  ['add_seconds(instant(Zeit), 0.5)', ['2024-06-01 10:00:00.500', '2024-01-01 11:00:00.500', null]],
  ["date('31.12.2024', 'dmy')", ['2024-12-31', '2024-12-31', '2024-12-31']],
  ["number('1.000', 'comma')", ['1000', '1000', '1000']],
  ["date(Beginn) >= '2024-02-15'", ['false', 'true', null]],
  ["Status = 'K'", ['true', 'false', 'false']],
  ["Status != 'K'", ['false', 'true', 'true']],
  ["Status = ''", ['false', 'false', 'true']],
  ["Status in ('K', 'storniert')", ['true', 'false', 'false']],
  ["not Status = 'K' and Beitrag > 5", ['false', 'true', null]],
  ["if(Status = 'K', date([Ende neu]), null)", ['2024-12-31', null, null]],
  ["if(Beitrag > 100, 'groß', 'klein')", ['groß', 'klein', 'klein']],
  ['coalesce([Ende neu], Beginn)', ['2024-12-31', '29.02.2024', '2025-01-01']],
  ['coalesce(date([Ende neu]), Beginn)', ['2024-12-31', '2024-02-29', '2025-01-01']],
  ["concat(Status, '-', row_number)", ['K-0', 'aktiv-1', '-2']],
  ['upper(left(Name, 3))', ["O'B", 'MÜL', 'X']],
  ['right(lower(Name), 2)', ['op', 'dt', 'x']],
  ['substring(Name, 2, 3)', ["'Br", 'üll', null]],
  ["replace(Name, 'ü', 'ue')", ["O'Brien; DROP", 'Mueller-Luedenscheidt', 'x']],
  ["contains(Name, 'üll')", ['false', 'true', 'false']],
  ["startsWith(Name, 'O''B')", ['true', 'false', 'false']],
  ["matches(Name, '^[A-Z].*;')", ['true', 'false', 'false']],
  ["split_part(Name, '-', 2)", [null, 'Lüdenscheidt', null]],
  ['count()', ['3']],
  ['count(Status)', ['2']],
  ['sum(Beitrag)', ['1246.5']],
  ['sum(Beitrag * 2)', ['2493']],
  ['max(date(Beginn))', ['2024-02-29']],
  ['min(number(Beitrag))', ['12']],
  ['first([Ende neu])', ['2024-12-31']],
  ['any_value(Status)', ['K']],
])('%s', async (rule, values) => {
  expect(await evaluate(rule)).toEqual(values);
});

test('the hash of a field is its SHA-256, so it can be checked outside', async () => {
  const [hashed] = await evaluate("hash('abc')");
  expect(hashed).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test.each([
  ['1 +', 'unexpectedWord', 4],
  ['lowr(Name)', 'unknownFunction', 1],
  ['concat(Name', 'unexpectedWord', 12],
  ['a ; b', 'unexpectedCharacter', 3],
  ["'open", 'unexpectedCharacter', 1],
  ['a b', 'unexpectedWord', 3],
  ['and', 'unexpectedWord', 1],
  ['('.repeat(500), 'expressionTooLong', null],
  ['x'.repeat(5000), 'expressionTooLong', null],
])('a rule that is none says where and why: %s', (rule, problem, position) => {
  const error = caught(() => parseExpression(rule));
  expect(error.code).toBe('expressionInvalid');
  expect(error.details).toMatchObject({ problem, ...(position === null ? {} : { position }) });
});

test.each([
  ['Nam', 'unknownHeader'],
  ['left(Name)', 'wrongArguments'],
  ['Name < Status', 'wrongType'],
  ['date(Beginn) = 5', 'wrongType'],
  ['if(true, 1, date(Beginn))', 'wrongType'],
  ['max(Beginn)', 'wrongType'],
  ["matches(Name, '(?=x)')", 'invalidPattern'],
  ["matches(Name, '(')", 'invalidPattern'],
  ['matches(Name, Status)', 'wrongArguments'],
  ["split_part(Name, '', 1)", 'wrongArguments'],
  ["date(Name, 'ymd')", 'wrongArguments'],
])('a rule that makes no sense is refused before the engine sees it: %s', (rule, problem) => {
  const error = caught(() => toSql(parseExpression(rule), context));
  expect(error.details).toMatchObject({ problem });
});

test('an unknown function names the nearest known one', () => {
  expect(caught(() => parseExpression('lowr(Name)')).details).toMatchObject({ suggestion: 'lower' });
  expect(caught(() => parseExpression('add_month(Beginn, 1)')).details).toMatchObject({ suggestion: 'add_months' });
});

test('texts in a rule never become SQL', async () => {
  const nasty = "x' || (SELECT 1) || \\' -- ";
  expect(await evaluate(`'${nasty.replaceAll("'", "''")}'`)).toEqual([nasty, nasty, nasty]);
});

test('the headers that a rule reads are known before it runs', () => {
  expect(columnsOf(parseExpression("if([Ende neu] = '', Beginn, [Ende neu])"))).toEqual(['Ende neu', 'Beginn']);
});

function caught(action: () => unknown): AppError {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
