import { expect, test } from 'vitest';
import { openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { CHECKS } from '../catalogue.ts';
import { mostUseful } from './assess.ts';
import { dataReadiness } from './check.ts';

const AS_OF = '2026-06-30';
const many = (n: number, row: (i: number) => Record<string, string | number | null>) =>
  Array.from({ length: n }, (_, i) => row(i));
const contract = (i: number, more: Record<string, string | number | null> = {}) => ({
  contract_id: `c${i}`,
  customer_id: `k${i}`,
  product_id: 'P',
  start_date: `20${10 + (i % 10)}-0${1 + (i % 9)}-1${i % 10}`,
  price: 100 + (i % 7),
  ...more,
});

async function readiness(tables: Record<string, readonly Record<string, string | number | null>[]>) {
  const company = await openCompany();
  for (const [table, rows] of Object.entries(tables)) await company.add(table, rows);
  const report = await company.audit({ checks: [dataReadiness], asOf: AS_OF });
  await company.close();
  return verdictOf(report, 'data-readiness');
}
const problems = (found: Awaited<ReturnType<typeof readiness>>) => found.caveats.map(({ id }) => id);

test('tidy data are called tidy', async () => {
  const found = await readiness({
    contract: many(200, (i) => contract(i)),
    customer: many(200, (i) => ({ customer_id: `k${i}` })),
  });
  expect(found).toMatchObject({ outcome: 'clear', caveats: [] });
});

test('columns that a company does not have are missing, not doubtful', async () => {
  const ended = many(200, (i) =>
    contract(i, { price: null, end_date: i % 5 === 0 ? `2022-0${1 + (i % 9)}-11` : null }),
  );
  const found = await readiness({
    contract: ended.map((row, i) => ({ ...row, start_date: `2021-0${1 + (i % 9)}-1${i % 10}` })),
  });
  expect(found.outcome).toBe('clear');
  expect(found.counts).toMatchObject({ doubtful: 0 });
  expect(problems(found)).toEqual(['contractWithoutPrice', 'endWithoutReason']);
  const some = await readiness({
    contract: ended.map((row, i) => ({
      ...row,
      start_date: `2021-0${1 + (i % 9)}-1${i % 10}`,
      end_reason: i % 50 === 0 ? 'move' : null,
    })),
  });
  expect(some).toMatchObject({ outcome: 'inconclusive', counts: { doubtful: 1 } });
});

test('a question counts as possible only where one of the columns is there that it can do with', async () => {
  const staff = many(50, (i) => ({ staff_pid: `s${i}`, role_class: 'care', team_id: 't', entered: '2020-01-01' }));
  const company = await openCompany();
  await company.add('staff', staff);
  const report = await company.audit({ checks: CHECKS, asOf: AS_OF });
  await company.close();
  expect(verdictOf(report, 'data-readiness').counts).toMatchObject({ runnable: 1 });
  expect(verdictOf(report, 'base-value').outcome).toBe('notApplicable');
});

test('each planted fault is named with its count, and is never an accusation of the company', async () => {
  const found = await readiness({
    customer: many(150, (i) => ({ customer_id: `k${i}`, identity_key: `i${i % 140}` })),
    contract: many(200, (i) =>
      contract(i, {
        start_date: i < 40 ? '2018-01-01' : `20${10 + (i % 10)}-03-1${i % 10}`,
        price: i % 10 === 0 ? 10_000 : 100,
        end_date: i % 5 === 0 ? '2022-01-01' : null,
      }),
    ),
  });
  expect(found.outcome).toBe('inconclusive');
  expect(problems(found)).toEqual(
    expect.arrayContaining([
      'contractWithoutCustomer',
      'startsOnOneDay',
      'priceFarOff',
      'endWithoutReason',
      'beforeFirstEnd',
      'partyTwice',
    ]),
  );
  expect(found.caveats.find(({ id }) => id === 'contractWithoutCustomer')?.values).toMatchObject({
    failed: 50,
    rows: 200,
  });
  expect(found.caveats.find(({ id }) => id === 'priceFarOff')?.values).toMatchObject({ failed: 20 });
});

test.each(['en', 'de'] as const)(
  'starts that pile up on two days are not said to lie on one (%s)',
  async (language) => {
    const found = await readiness({
      contract: many(200, (i) => contract(i, i < 120 ? { start_date: i < 60 ? '2024-06-30' : '2025-06-30' } : {})),
    });
    const pile = found.caveats.find(({ id }) => id === 'startsOnOneDay');
    expect(pile?.values).toMatchObject({ failed: 120 });
    const said = dataReadiness.messages[language].notes['startsOnOneDay']?.(pile?.values ?? {}, createFormat(language));
    expect(said).toMatch(/on single days|an einzelnen Tagen/);
  },
);

test('of an empty store nothing can be said, least of all that it is in good order', async () => {
  expect(await readiness({})).toMatchObject({ outcome: 'notApplicable', reason: { id: 'emptyStore' } });
  expect(mostUseful(CHECKS, {})).toMatch(/^contract\./);
});
