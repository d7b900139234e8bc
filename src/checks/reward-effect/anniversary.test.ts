import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { rewardEffect } from './check.ts';

const asOf = '2025-12-31';

interface World {
  readonly customers: number;
  /** SQL of the chance to leave in the month of tenure `m`. */
  readonly leaves: string;
  /** SQL: who is thanked at the fifth anniversary. */
  readonly thanked?: string;
}

/** Customers since 2014 to 2024 who leave month by month; every anniversary is the end of a term, at which more leave. */
const TERM = 'if(m % 12 = 11, 0.04, 0)';
const people = ({ customers, leaves }: World) => `
  SELECT
    number, concat('k', toString(number)) AS customer_id, 'p' AS product_id,
    toDate32('2014-01-01') + toInt32(sipHash64(number, 'start') % 4000) AS start_date,
    arrayFirstIndex(m -> (sipHash64(number, m, 'a') % 1000000) / 1e6 < ${leaves}, range(150)) AS month,
    if(month = 0, toDate32('2199-01-01'), addMonths(start_date, toInt32(month) - 1) + 14) AS planned,
    if(planned <= toDate32('${asOf}'), toNullable(planned), NULL) AS end_date,
    if(end_date IS NULL, NULL, 'voluntary') AS end_reason,
    addYears(start_date, 5) AS fifth
  FROM numbers(${customers})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

async function judged(world: World, reference = 'threshold') {
  for (const table of ['contract', 'recognition'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
  const contract = ['customer_id', 'product_id', 'start_date', 'end_date', 'end_reason'];
  await made.addSql(
    'contract',
    ['contract_id', ...contract],
    `SELECT concat('v', customer_id) AS contract_id, ${contract.join(', ')} FROM (${people(world)})`,
  );
  await made.addSql(
    'recognition',
    ['customer_id', 'at', 'kind'],
    `SELECT customer_id, toDateTime64(fifth + 5, 3) AS at, 'anniversary' AS kind FROM (${people(world)})
     WHERE fifth BETWEEN '2020-01-01' AND '${asOf}' AND (end_date IS NULL OR end_date > fifth + 5) AND ${world.thanked ?? 'true'}`,
  );
  return verdictOf(await made.audit({ checks: [rewardEffect], asOf }), 'reward-effect', reference);
}

test('the planted fall after the anniversary with thanks lies within the interval, ends of terms notwithstanding', async () => {
  const found = await judged({ customers: 40_000, leaves: `0.02 + ${TERM} - if(m BETWEEN 60 AND 65, 0.01, 0)` });
  expect(found).toMatchObject({ outcome: 'finding', grade: 'C', sharpen: 'recognition.arm' });
  expect(found.effect?.low ?? 1).toBeLessThan(0.12);
  expect(found.effect?.high ?? 0).toBeGreaterThan(0.12);
  expect(found.money).toEqual({ transfer: null, loss: null, atRisk: null, recoverable: null });
  // T8: those who were ever thanked have survived five years; here a plain comparison goes another way than the truth.
  expect(found.naive?.value).not.toBeCloseTo(0.12, 1);
});

test('nothing planted, nothing found, however many leave at the end of a term or less with tenure', async () => {
  const found = await judged({ customers: 40_000, leaves: `0.03 - 0.0001 * m + ${TERM}` });
  expect(['clear', 'inconclusive']).toContain(found.outcome);
  expect(found.effect?.low ?? 1).toBeLessThan(0);
  expect(found.effect?.high ?? -1).toBeGreaterThan(0);
});

test('thanks after which more leave are told as such', async () => {
  const found = await judged({ customers: 40_000, leaves: `0.02 + ${TERM} + if(m BETWEEN 60 AND 65, 0.015, 0)` });
  expect(found.outcome).toBe('reversed');
});

test('thin data say what they lack; thanks for a few are no threshold', async () => {
  const thin = await judged({ customers: 900, leaves: '0.02' });
  expect(thin).toMatchObject({ outcome: 'inconclusive', effect: null, reason: { id: 'fewAtAnniversary' } });
  const some = await judged({ customers: 5000, leaves: '0.02', thanked: 'number % 10 = 0' }, '');
  expect(some.reason?.id).toBe('needsHoldout');
  await expect(judged({ customers: 5000, leaves: '0.02', thanked: 'number % 10 = 0' })).rejects.toThrow(/no verdict/);
});
