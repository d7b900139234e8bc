import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { nagPremium } from './check.ts';
import { nagPremiumMessages } from './messages.ts';

const asOf = '2025-12-31';
const chance = (salt: string) => `((sipHash64(number, '${salt}') % 1000000 + 0.5) / 1e6)`;

interface World {
  readonly customers: number;
  /** SQL of how many times a customer asks within the window (0 to 3); may use gap. */
  readonly asks: string;
  /** SQL of the chance that an ask is granted and of what is then given; may use gap, ask. */
  readonly granted: string;
  readonly value: string;
  /** SQL of what everybody gets unasked, twelve times in two years; may use gap, asks. */
  readonly unasked: string;
  readonly unaskedTimes?: number;
  /** Day on which the record of concessions ends. */
  readonly givenUntil?: string;
}

/** Everybody holds one contract since 2015 whose price lies by `gap` above the newcomer price of 1,000. */
const person = (world: World) =>
  `number AS number, concat('k', toString(number)) AS customer_id, ${chance('gap')} * 0.4 AS gap, toUInt8(${world.asks}) AS asks FROM numbers(${world.customers})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const TABLES = ['contract', 'exit_event', 'concession', 'new_business_price', 'customer'];
const empty = async (tables: readonly string[]) => {
  for (const table of tables) await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
const fill = async (world: World | null) => {
  await empty(TABLES);
  if (world === null) return;
  await made.add('new_business_price', [{ product_id: 'P', valid_from: '2024-01-01', price: 1000, source: 'quote' }]);
  await made.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'price'],
    `SELECT concat('v', customer_id) AS contract_id, 'P' AS product_id, toDate('2015-01-01') + number % 1000 AS start_date, round(1000 * (1 + gap), 2) AS price, * FROM (SELECT ${person(world)})`,
  );
  const asked = `SELECT *, arrayJoin(range(1, asks + 1)) AS ask, concat('e', toString(number), '-', toString(ask)) AS exit_event_id, toDateTime64(toDate('2024-01-05') + toInt32(${chance('day')} * 180) + ask * 150, 3) AS at FROM (SELECT ${person(world)})`;
  await made.addSql(
    'exit_event',
    ['customer_id', 'at', 'kind', 'exit_event_id', 'handled_by_team', 'outcome'],
    `SELECT *, 'threat' AS kind, concat('T', toString(number % 6)) AS handled_by_team, 'saved' AS outcome FROM (${asked})`,
  );
  await made.addSql(
    'concession',
    ['customer_id', 'at', 'value', 'kind', 'trigger', 'exit_event_id'],
    `SELECT * FROM (
     SELECT customer_id, at + INTERVAL 5 DAY AS at, ${world.value} AS value, 'credit' AS kind, 'nag' AS trigger, exit_event_id FROM (${asked}) WHERE (sipHash64(number, ask, 'grant') % 1000000) / 1e6 < (${world.granted})
     UNION ALL
     SELECT customer_id, toDateTime64(toDate('2023-12-31') + toInt32(sipHash64(number, time, 'when') % 730), 3) AS at, ${world.unasked} AS value, 'credit' AS kind, 'goodwill' AS trigger, NULL AS exit_event_id
     FROM (SELECT *, arrayJoin(range(${world.unaskedTimes ?? 12})) AS time FROM (SELECT ${person(world)})) WHERE value > 0
     ) WHERE at <= '${world.givenUntil ?? asOf}'`,
  );
};
const verdictNow = async () => verdictOf(await made.audit({ checks: [nagPremium], asOf }), 'nag-premium');
const judged = async (world: World | null) => {
  await fill(world);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof judged>>;
const detail = (v: Found, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;

const TRAP: World = {
  customers: 6_000,
  asks: `${chance('ask')} < if(gap > 0.2, 0.24, 0.04)`,
  granted: '1',
  value: '25',
  unasked: '5 + 200 * gap',
};

describe('trap T5: those who ask had the larger gap before, and the larger gap earns more anyway', () => {
  let found: Found;
  beforeAll(async () => {
    found = await judged(TRAP);
  });

  test('the planted premium of 25 lies within the interval while the plain comparison is far above it', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'B' });
    expect(found.effect?.low).toBeLessThan(25);
    expect(found.effect?.high).toBeGreaterThan(25);
    expect(found.naive?.low).toBeGreaterThan(27);
    expect(found.overlap).toBeGreaterThan(0.9);
  });

  test('concessions that are on record for the first year only do not thin the premium out', async () => {
    const short = await judged({ ...TRAP, givenUntil: '2024-12-31' });
    await fill(TRAP);
    expect(short.outcome).toBe('finding');
    expect(short.effect?.low).toBeLessThan(25);
    expect(short.effect?.high).toBeGreaterThan(25);
    expect(short.excluded['recent']).toBeGreaterThan(30);
  });

  test('what goes to those who ask is a transfer, and its people are counted alike', () => {
    expect(found.affected).toBe(found.counts['granted']);
    // From the first ask on record to 45 days before the audit.
    const perYear = (found.counts['asks'] ?? 0) / 1.457;
    expect((found.money.transfer?.value ?? 0) / ((found.effect?.value ?? 0) * perYear)).toBeCloseTo(1, 1);
  });

  test('a product named twice, strangers and their contacts change nothing', async () => {
    await made.add('product', [
      { product_id: 'P', name: 'one' },
      { product_id: 'Q', name: 'two' },
    ]);
    await made.add('contact', [{ contact_id: 'c', customer_id: 'k1', started_at: '2025-01-01', kind: 'thanks' }]);
    await made.add('exit_event', [{ customer_id: 'stranger', at: '2025-02-01', kind: 'threat', exit_event_id: 'x' }]);
    const again = await verdictNow();
    await empty(['product', 'contact']);
    expect(again.effect).toEqual(found.effect);
    expect(again.excluded['noContract']).toBe(1);
  });

  test('with asks and concessions alone it still finds the sign, at the lowest grade, and says who is missing', async () => {
    await empty(['contract', 'new_business_price']);
    const bare = await verdictNow();
    expect(bare).toMatchObject({ outcome: 'finding', grade: 'D', adjustedFor: ['exit_event.at'] });
    expect(bare.caveats.map(({ id }) => id)).toContain('silentByEvents');
  });
});

test('a ladder: the chance of each further ask and the step between asks are recovered', async () => {
  const found = await judged({
    customers: 9_000,
    asks: `multiIf(${chance('ask')} < 0.06, 3, ${chance('ask')} < 0.1, 2, ${chance('ask')} < 0.15, 1, 0)`,
    granted: 'multiIf(ask = 1, 0.45, ask = 2, 0.7, 0.85)',
    value: '100 + 10 * ask',
    unasked: '0',
  });
  const planted = { granted1: 0.45, granted2: 0.7, granted3: 0.85, grantedSilent: 0 };
  for (const key of ['granted1', 'granted2', 'granted3'] as const) {
    expect(detail(found, key)?.low).toBeLessThan(planted[key]);
    expect(detail(found, key)?.high).toBeGreaterThan(planted[key]);
  }
  // 49.5, 84, 110.5 for one, two, three asks.
  expect(detail(found, 'perFurtherAsk')?.low).toBeLessThan(31);
  expect(detail(found, 'perFurtherAsk')?.high).toBeGreaterThan(31);
  expect(found.strata.map(({ key }) => key)).toEqual(['ask:1', 'ask:2', 'ask:3+']);
});

test('trap: what the company says it gave of its own accord was not granted, though it came in the weeks after an ask', async () => {
  const found = await judged({
    customers: 6_000,
    asks: `${chance('ask')} < 0.1`,
    granted: '0.1',
    value: '60',
    unasked: '20',
    unaskedTimes: 4,
  });
  expect(detail(found, 'granted1')?.low).toBeLessThan(0.1);
  expect(detail(found, 'granted1')?.high).toBeGreaterThan(0.1);
  expect(found.affected).toBe(found.counts['granted']);
  // Beside the silent, who get as much unasked, it still counts on both sides.
  expect(detail(found, 'grantedAsked')?.value).toBeGreaterThan(0.25);
  expect(found.effect?.low).toBeLessThan(6);
  expect(found.effect?.high).toBeGreaterThan(6);
});

test('nothing planted: who asks gets what everybody gets; the check says no', async () => {
  const found = await judged({
    customers: 6_000,
    asks: `${chance('ask')} < 0.08`,
    granted: '0',
    value: '0',
    unasked: '20',
    unaskedTimes: 2,
  });
  expect(found.outcome).toBe('clear');
  expect(found.money.transfer).toBeNull();
});

test('asks that earn nothing while others get something are clear at once when what is given is small, and never a finding', async () => {
  const found = await judged({
    customers: 3_000,
    asks: `${chance('ask')} < 0.03`,
    granted: '0',
    value: '0',
    unasked: 'if(number % 3 = 0, 60, 0)',
    unaskedTimes: 1,
  });
  expect(['clear', 'inconclusive']).toContain(found.outcome);
});

test('where those who keep still are given more, the answer is the other way round', async () => {
  const found = await judged({
    customers: 5_000,
    asks: `${chance('ask')} < 0.1`,
    granted: '0',
    value: '0',
    unasked: 'if(asks > 0, 0, 40)',
  });
  expect(found.outcome).toBe('reversed');
});

test('too few asks: inconclusive with both numbers', async () => {
  const found = await judged({ ...TRAP, customers: 300, asks: 'number < 20' });
  expect(found).toMatchObject({ outcome: 'inconclusive', effect: null, reason: { id: 'tooFewAsks' } });
  expect(found.reason?.values).toMatchObject({ needed: 50, has: 20 });
});

test('too few who kept still: inconclusive', async () => {
  const found = await judged({ ...TRAP, customers: 200, asks: '1' });
  expect(found.reason?.id).toBe('tooFewSilent');
});

test('notices of those who simply leave are no asks; where some are saved they are', async () => {
  await fill({ ...TRAP, asks: `${chance('ask')} < 0.1` });
  const before = await verdictNow();
  const notices = (outcome: string) =>
    `SELECT customer_id, toDateTime64('2024-11-11', 3) AS at, 'notice' AS kind, ${outcome} AS outcome FROM (SELECT ${person(TRAP)}) WHERE number % 5 = 0`;
  await made.addSql('exit_event', ['customer_id', 'at', 'kind', 'outcome'], notices(`'lost'`));
  expect((await verdictNow()).counts['asks']).toBe(before.counts['asks']);
  await made.addSql(
    'exit_event',
    ['customer_id', 'at', 'kind', 'outcome'],
    notices(`if(number % 2, 'saved', 'lost')`).replace('11-11', '11-12'),
  );
  expect((await verdictNow()).counts['asks']).toBeGreaterThan(before.counts['asks'] ?? 0);
});

test('no asks recorded: the question does not arise', async () => {
  expect((await judged(null)).outcome).toBe('notApplicable');
});

test.each(['en', 'de'] as const)('every outcome has words in %s', (language) => {
  const words = nagPremiumMessages[language];
  const f = createFormat(language);
  for (const outcome of ['finding', 'reversed', 'clear', 'inconclusive', 'notApplicable', 'failed'] as const) {
    const text = [words.question, words.answer, words.naive, words.action].map((say) => say(verdict({ outcome }), f));
    expect(text.every((part) => part.length > 20)).toBe(true);
  }
});
