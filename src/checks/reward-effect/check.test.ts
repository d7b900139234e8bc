import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { createRandom } from '../../statistics/random.ts';
import { verdict } from '../verdict.ts';
import { rewardEffect } from './check.ts';
import { armMeans, imbalances, shareDifference } from './contrast.ts';
import { rewardEffectMessages } from './messages.ts';
import type { Group } from './trials.ts';
import { worthOf } from './worth.ts';

const asOf = '2025-12-31';
const chance = (salt: string) => `((sipHash64(number, '${salt}') % 1000000 + 0.5) / 1e6)`;

interface World {
  readonly customers: number;
  /** SQL of the chance to leave within a year; may use is_treated, loyal, drawn_late. */
  readonly leaves: string;
  /** SQL: who is treated. */
  readonly treated?: string;
  readonly arm?: string;
  readonly kind?: string;
  readonly programme?: string;
  readonly price?: string;
  /** SQL; may use loyal. */
  readonly product?: string;
  readonly region?: string;
  readonly day?: string;
}

/** Everybody is customer since 2015 to 2021 and drawn in 2023 or, a part of them, early in 2024; chance comes from hashes. */
const person = (world: World) => `
  number AS number,
  concat('k', toString(number)) AS customer_id,
  ${chance('loyal')} < 0.5 AS loyal,
  ${chance('late')} < 0.5 AS drawn_late,
  toDate('2015-01-01') + toInt32(${chance('start')} * 2400) AS start_date,
  ${world.treated ?? `${chance('arm')} < 0.5`} AS is_treated,
  ${world.day ?? "if(drawn_late, toDate('2024-02-01'), toDate('2023-03-01'))"} AS day,
  ${chance('leave')} < (${world.leaves}) AS leaves,
  if(leaves, toNullable(day + 10 + toInt32(${chance('when')} * 340)), NULL) AS end_date
FROM numbers(${world.customers})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const TABLES = ['contract', 'recognition', 'exit_event', 'referral'];
const fill = async (world: World | null) => {
  for (const table of TABLES) await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
  if (world === null) return;
  await made.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason', 'price', 'region'],
    `SELECT concat('v', customer_id) AS contract_id, ${world.product ?? "'p'"} AS product_id, ${world.region ?? 'NULL'} AS region, if(leaves, 'voluntary', NULL) AS end_reason, ${world.price ?? '600'} AS price, * FROM (SELECT ${person(world)})`,
  );
  await made.addSql(
    'recognition',
    ['customer_id', 'at', 'kind', 'value', 'programme_id', 'arm'],
    `SELECT toDateTime64(day, 3) AS at, ${world.kind ?? "'thanks'"} AS kind, if(is_treated, 4, 0) AS value, ${world.programme ?? "'P'"} AS programme_id, ${world.arm ?? "if(is_treated, 'treated', 'holdout')"} AS arm, * FROM (SELECT ${person(world)}) WHERE is_treated OR arm IS NOT NULL`,
  );
};
const verdictNow = async (reference = '') =>
  verdictOf(await made.audit({ checks: [rewardEffect], asOf }), 'reward-effect', reference);
const judged = async (world: World | null) => {
  await fill(world);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof judged>>;
const detail = (v: Found, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;

const PLANTED: World = { customers: 12_000, leaves: 'if(is_treated, 0.06, 0.11) + if(loyal, -0.04, 0.04)' };

describe('a thank-you that keeps five customers in a hundred', () => {
  let found: Found;
  beforeAll(async () => {
    found = await judged(PLANTED);
  });

  test('the planted difference lies within the interval, at grade A', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'A', reference: '' });
    expect(found.effect?.low).toBeLessThan(0.05);
    expect(found.effect?.high).toBeGreaterThan(0.05);
    expect(detail(found, 'leftHoldout')?.value).toBeCloseTo(0.11, 1);
  });

  test('money per money spent is the difference times the value that remains, over the cost', () => {
    const kept = found.effect?.value ?? 0;
    const leaving = detail(found, 'leftHoldout')?.value ?? 0;
    let value = 0;
    for (let month = 1; month <= 36; month++) value += (600 * 0.3) / 12 / (1.1 / (1 - leaving)) ** (month / 12);
    expect(detail(found, 'netPerMoney')?.value).toBeCloseTo((kept * value - 4) / 4, 4);
    expect(found.money.recoverable?.value).toBeGreaterThan(0);
  });

  test('shuffled rows, repeated thank-yous, recommendations and strangers change nothing', async () => {
    const { effect, counts } = found;
    await made.addSql(
      'recognition',
      ['customer_id', 'at', 'kind', 'programme_id', 'arm'],
      `SELECT toDateTime64(day + 90, 3) AS at, 'thanks' AS kind, 'P' AS programme_id, if(is_treated, 'treated', 'holdout') AS arm, * FROM (SELECT ${person(PLANTED)}) ORDER BY sipHash64(number) LIMIT 3000`,
    );
    await made.add('contract', [
      { contract_id: 'x', customer_id: 'stranger', product_id: 'p', start_date: '2020-01-01', end_date: '2024-01-01' },
    ]);
    const again = await verdictNow();
    expect(again.effect).toEqual(effect);
    expect(again.counts).toEqual(counts);
  });

  test('without price and reason of leaving the difference is the same and no money is named', async () => {
    await made.warehouse.run({ name: 'keep', sql: `CREATE TABLE kept ENGINE = Memory AS SELECT * FROM rows_contract` });
    await made.warehouse.run({ name: 'empty', sql: 'TRUNCATE TABLE rows_contract' });
    await made.addSql(
      'contract',
      ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date'],
      'SELECT contract_id, customer_id, product_id, start_date, end_date FROM kept',
    );
    await made.warehouse.run({ name: 'drop', sql: 'DROP TABLE kept' });
    const bare = await verdictNow();
    expect(bare.effect).toEqual(found.effect);
    expect(bare.money.recoverable).toBeNull();
    expect(bare.caveats.map(({ id }) => id)).toContain('noPrice');
  });
});

test('nothing planted, nothing found; with enough customers it says so', async () => {
  const found = await judged({ customers: 60_000, leaves: '0.05' });
  expect(found.outcome).toBe('clear');
});

test('a thank-you that drives customers away is reversed', async () => {
  const found = await judged({ customers: 8_000, leaves: 'if(is_treated, 0.15, 0.07)' });
  expect(found.outcome).toBe('reversed');
});

test('too few drawn: inconclusive with the number it would take', async () => {
  const found = await judged({ customers: 600, leaves: '0.1' });
  expect(found.outcome).toBe('inconclusive');
  expect(Number(found.reason?.values['needed'])).toBeGreaterThan(2_000);
  expect(found.caveats.map(({ id }) => id)).toContain('learningOnly');
});

test('which of two contracts of one day ends first is not known before the drawing', async () => {
  const alone = await judged(PLANTED);
  await made.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason', 'price'],
    `SELECT * REPLACE (end_date - 5 AS end_date), concat('w', customer_id) AS contract_id, 'q' AS product_id, if(leaves, 'voluntary', NULL) AS end_reason, 900 AS price FROM (SELECT ${person(PLANTED)})`,
  );
  const both = await verdictNow();
  expect(both).toMatchObject({ outcome: 'finding', reason: null });
  expect(both.effect).toEqual(alone.effect);
});

test('eight programmes without effect: that one of them lies beyond its own interval is chance and accuses nobody', async () => {
  // Of 64 intervals at 95 % three lie wholly on one side of nothing by chance.
  const found = async (salt: string) => {
    await fill({
      customers: 4800,
      leaves: `0.15 + 0 * length('${salt}')`,
      treated: `${chance(salt)} < 0.5`,
      programme: `concat('P', toString(number % 8))`,
    });
    const { checks } = await made.audit({ checks: [rewardEffect], asOf });
    return checks.filter(({ outcome }) => outcome === 'finding' || outcome === 'reversed').length;
  };
  let named = 0;
  for (let round = 0; round < 8; round++) named += (await found(`round ${round}`)) > 0 ? 1 : 0;
  expect(named).toBeLessThanOrEqual(1);
});

test('trap T8: those who stay anyway are thanked; nobody is compared, and a holdout is asked for', async () => {
  const found = await judged({
    customers: 6_000,
    leaves: 'if(loyal, 0.02, 0.15)',
    treated: 'loyal',
    arm: 'NULL',
  });
  expect(found).toMatchObject({ outcome: 'inconclusive', grade: null, effect: null, sharpen: 'recognition.arm' });
  expect(found.reason?.id).toBe('needsHoldout');
});

test('arms that were no lot are told by what was known before, and nothing is said', async () => {
  const found = await judged({
    customers: 4_000,
    leaves: "if(start_date < '2018-01-01', 0.03, 0.12)",
    treated: `${chance('arm')} < if(start_date < '2018-01-01', 0.7, 0.3)`,
  });
  expect(found).toMatchObject({ outcome: 'inconclusive', effect: null, reason: { id: 'unbalanced_tenure' } });
});

test.each([
  ['product', { product: "if(loyal, 'premium', 'basic')" }],
  ['region', { region: "if(loyal, 'north', 'south')" }],
] as const)('arms that were drawn by the %s are no lot: those of one are more loyal anyway', async (told, by) => {
  const found = await judged({
    customers: 4_000,
    leaves: 'if(loyal, 0.05, 0.2)',
    treated: `${chance('arm')} < if(loyal, 0.8, 0.2)`,
    ...by,
  });
  expect(found).toMatchObject({ outcome: 'inconclusive', effect: null, reason: { id: `unbalanced_${told}` } });
});

test('thanked in one year and held out in another: nobody to compare with, and it is said', async () => {
  const day = "if(is_treated, toDate('2024-02-01'), toDate('2023-03-01'))";
  const found = await judged({ customers: 4_000, leaves: '0.1', day });
  expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'drawnApart' } });
});

test('a holdout list made afterwards, without those who had left, is told by the absent', async () => {
  await fill({ customers: 3_000, leaves: '0.1' });
  await made.addSql(
    'recognition',
    ['customer_id', 'at', 'kind', 'programme_id', 'arm'],
    `SELECT concat('k', toString(number)) AS customer_id, toDateTime64('2025-01-15', 3) AS at, 'gift' AS kind, 'late' AS programme_id, if(${chance('arm')} < 0.5, 'treated', 'holdout') AS arm FROM (SELECT ${person({ customers: 3_000, leaves: '0.1' })}) WHERE is_treated OR NOT leaves`,
  );
  const report = await made.audit({ checks: [rewardEffect], asOf: '2026-06-30' });
  expect(verdictOf(report, 'reward-effect', 'P').reason?.id).not.toBe('unbalanced_absent');
  expect(verdictOf(report, 'reward-effect', 'late').reason?.id).toBe('unbalanced_absent');
});

test('a share of treated that changes over time does not pass for an effect', async () => {
  const found = await judged({
    customers: 30_000,
    leaves: 'if(drawn_late, 0.2, 0.04)',
    treated: `${chance('arm')} < if(drawn_late, 0.2, 0.8)`,
  });
  // The plain difference of the arms would be about ten points.
  expect(Math.abs(found.effect?.value ?? 1)).toBeLessThan(0.012);
  expect(['clear', 'inconclusive']).toContain(found.outcome);
});

test('programmes whose names differ in the arm are one trial; each kind is compared with the common holdout', async () => {
  const found = await judged({
    customers: 12_000,
    treated: 'number % 3 > 0',
    leaves: 'multiIf(number % 3 = 1, 0.04, 0.1)',
    kind: "multiIf(number % 3 = 0, 'anniversary', number % 3 = 1, 'thanks', 'gift')",
    programme: "multiIf(number % 3 = 0, 'year5-holdout', number % 3 = 1, 'year5-thanks', 'year5-gift')",
  });
  const kind = (key: string) => found.strata.find((stratum) => stratum.key === key);
  expect(kind('kind:thanks')?.outcome).toBe('finding');
  expect(kind('kind:thanks')?.effect?.value).toBeCloseTo(0.06, 1);
  expect(kind('kind:gift')?.outcome).not.toBe('finding');
  expect(Math.abs(kind('kind:gift')?.effect?.value ?? 1)).toBeLessThan(0.02);
});

test('an end by death or by the company is no leaving', async () => {
  const world: World = { customers: 6_000, leaves: 'if(is_treated, 0.03, 0.12)' };
  await fill(world);
  await made.warehouse.run({
    name: 'all dead',
    sql: `ALTER TABLE rows_contract UPDATE end_reason = 'death' WHERE end_date IS NOT NULL SETTINGS mutations_sync = 1`,
  });
  const found = await verdictNow();
  expect(found.effect?.value).toBe(0);
  expect(found.outcome).toBe('clear');
});

test('no recognition: the question does not arise', async () => {
  const found = await judged(null);
  expect(found.outcome).toBe('notApplicable');
});

test('a small holdout without one of the few customers of many contracts, as a lot may draw it, is no sign of another way of drawing', () => {
  const group = (arm: string, customers: number, large: number): Group => {
    const contracts = customers + 49 * large;
    const contractsSquared = customers + 2499 * large;
    return { arm, kind: '', period: 1, sums: { customers, contracts, contractsSquared } };
  };
  const gap = (holdout: Group) =>
    imbalances([group('treated', 400, 24), holdout], () => '').find(({ id }) => id === 'contracts')?.distance;
  expect(gap(group('holdout', 100, 0))).toBeLessThan(3);
  expect(gap(group('holdout', 100, 30))).toBeGreaterThan(5);
});

test('95 % interval covers the planted difference about 95 % of the time, with treated shares that vary', () => {
  const random = createRandom(20);
  const draw = (count: number, share: number) => {
    let hits = 0;
    for (let i = 0; i < count; i++) if (random.uniform() < share) hits += 1;
    return hits;
  };
  const group = (arm: string, period: number, customers: number, share: number): Group => ({
    arm,
    kind: 'thanks',
    period,
    sums: { customers, gone: draw(customers, share) },
  });
  let covered = 0;
  const rounds = 1_000;
  for (let round = 0; round < rounds; round++) {
    const groups = [0, 1, 2].flatMap((period) => [
      group('treated', period, 60 + 120 * period, 0.06 + 0.03 * period),
      group('holdout', period, 220 - 70 * period, 0.1 + 0.03 * period),
    ]);
    const means = armMeans(groups, { sum: 'gone', over: 'customers' }, ({ period }) => String(period));
    const { low, high } = shareDifference(means);
    if (low <= 0.04 && high >= 0.04) covered += 1;
  }
  expect(covered / rounds).toBeGreaterThan(0.93);
  expect(covered / rounds).toBeLessThan(0.975);
});

test('a customer kept is worth the margin of the months that follow', () => {
  const kept = { value: 1, low: 1, high: 1, level: 0.95 };
  const { remainingValue, netPerMoney } = worthOf(kept, 120, 0, 0, {
    marginRate: 0.5,
    horizonMonths: 12,
    discountRate: 0,
  });
  expect(remainingValue).toBeCloseTo(60, 9);
  expect(netPerMoney).toBeNull();
});

test.each(['en', 'de'] as const)('every outcome has words in %s', (language) => {
  const words = rewardEffectMessages[language];
  const f = createFormat(language);
  for (const outcome of ['finding', 'reversed', 'clear', 'inconclusive', 'notApplicable', 'failed'] as const) {
    const text = [words.question, words.answer, words.naive, words.action].map((say) => say(verdict({ outcome }), f));
    expect(text.every((part) => part.length > 20)).toBe(true);
  }
});
