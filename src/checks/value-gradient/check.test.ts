import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { valueGradient } from './check.ts';

const AS_OF = '2025-12-31';
const uniform = (salt: string) => `((sipHash64(number, '${salt}') % 1000003 + 0.5) / 1000003)`;
const normal = (salt: string) => `(sqrt(-2 * log(${uniform(salt)})) * cos(2 * pi() * ${uniform(`${salt}2`)}))`;
/** Lognormal with sigma 0.5 against half its root: 2 Phi(0.25 / sqrt 2) - 1. */
const CLOSED_FORM = 0.1403162048;

interface World {
  readonly customers?: number;
  /** SQL; may use number, product_id, volume and years (of tenure). */
  readonly volume?: string;
  readonly price?: string;
  readonly years?: string;
  /** Chance that a customer has a gift, and what it is worth. */
  readonly gift?: string | null;
  readonly giftChance?: string;
  readonly waits?: string | null;
  readonly newcomerPrices?: boolean;
  readonly order?: string;
}

const contracts = ({ customers = 4000, volume, price = '600', years }: World) => `
  SELECT
    number, concat('c', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id,
    if(${uniform('product')} < 0.6, 'power', 'gas') AS product_id,
    ${years ?? `2 + 8 * ${uniform('years')}`} AS years,
    toDate32('${AS_OF}') - toInt32(365.25 * years) AS start_date,
    ${volume ?? `if(product_id = 'gas', 20000, 3000) * exp(0.5 * ${normal('volume')})`} AS volume,
    ${price} AS price
  FROM numbers(${customers})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());
const TABLES = ['contract', 'recognition', 'contact', 'new_business_price', 'customer_value'];
beforeEach(async () => {
  for (const table of TABLES) await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
});

async function fill(world: World) {
  const rows = `(${contracts(world)}) ORDER BY ${world.order ?? 'number'}`;
  const columns = ['contract_id', 'customer_id', 'product_id', 'start_date', 'volume', 'price'];
  const kept = columns.filter((name) => name !== 'volume' || world.volume !== 'NULL');
  await made.addSql('contract', kept, `SELECT * FROM ${rows}`);
  if (world.gift)
    await made.addSql(
      'recognition',
      ['customer_id', 'at', 'kind', 'value'],
      `SELECT customer_id, toDateTime64('2025-03-01 12:00:00', 3, 'UTC') AS at, 'gift' AS kind, round(${world.gift}, 2) AS value FROM ${rows.replace(' ORDER', ` WHERE ${world.giftChance ?? `${uniform('gift')} < 0.6`} ORDER`)}`,
    );
  if (world.waits)
    await made.addSql(
      'contact',
      ['contact_id', 'customer_id', 'started_at', 'direction', 'wait_s', 'answered', 'topic'],
      `SELECT concat('t', toString(number)) AS contact_id, customer_id, toDateTime64('2025-06-02 10:00:00', 3, 'UTC') AS started_at, 'in' AS direction,
         if(${uniform('topic')} < 0.5, 'invoice', 'fault') AS topic, toUInt32(${world.waits}) AS wait_s, true AS answered FROM ${rows}`,
    );
  if (world.newcomerPrices)
    await made.add('new_business_price', [
      { product_id: 'power', valid_from: '2025-01-01', price: 600 },
      { product_id: 'gas', valid_from: '2025-01-01', price: 600 },
    ]);
}
const verdictNow = async (settings = {}) => {
  const report = await made.audit({
    checks: [valueGradient],
    asOf: AS_OF,
    checkSettings: { 'value-gradient': settings },
  });
  const found = verdictOf(report, 'value-gradient');
  expect(found.reason?.values['message'] ?? '').toBe('');
  return found;
};
const judged = async (world: World) => {
  await fill(world);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof verdictNow>>;
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;
const holds = (given: { low: number | null; high: number | null } | null | undefined, truth: number) => {
  expect(given?.low).toBeLessThan(truth);
  expect(given?.high).toBeGreaterThan(truth);
};
const stratum = (found: Found, condition: string) => found.strata.find(({ key }) => key === condition);

test('gifts that fall with the root of volume have the index of the closed form, and money that the top fifth misses', async () => {
  const found = await judged({ gift: `20 / sqrt(volume / if(product_id = 'gas', 20000, 3000))` });
  expect(found).toMatchObject({ outcome: 'finding', grade: 'C', overturn: { values: { condition: 'gifts' } } });
  holds(found.effect, CLOSED_FORM);
  holds(detail(found, 'index_gifts'), -CLOSED_FORM);
  expect(found.affected).toBe(800);
  expect(stratum(found, 'gifts')?.outcome).toBe('finding');
  // Mean gift a year and the part of it that the top fifth gets, from the lognormal: 12 Phi(z80 + 0.25) against a fifth.
  expect(found.money.transfer?.low).toBeGreaterThan(0);
  expect(detail(found, 'topTenth')?.value).toBeLessThan(0.75 * (detail(found, 'bottomTenth')?.value ?? 0));
});

test('trap T9: whoever pays too much is on top by today’s price; by volume the price does not change with value', async () => {
  const found = await judged({ price: `600 * exp(0.1 * ${normal('walk')})`, newcomerPrices: true });
  expect(found.naive?.low).toBeGreaterThan(0.03);
  expect(found.outcome).toBe('clear');
  holds(found.effect, 0);
  expect(found.money.transfer).toBeNull();
});

test('a price that rises above the newcomer price with volume is found', async () => {
  const found = await judged({ price: '600 * pow(volume / 3000, 0.1)', newcomerPrices: true });
  expect(found).toMatchObject({ outcome: 'finding', overturn: { values: { condition: 'price' } } });
  expect(found.money.transfer?.low).toBeGreaterThan(0);
});

test('trap: gifts that come with tenure, and volume that grows with it, are no gradient at equal tenure', async () => {
  const found = await judged({
    years: `if(number % 2 = 0, 2.2 + 0.5 * ${uniform('years')}, 9.5)`,
    volume: `if(product_id = 'gas', 20000, 3000) * exp(0.5 * ${normal('volume')} + if(number % 2 = 0, 0.6, 0))`,
    gift: '20',
    giftChance: `${uniform('gift')} < if(years < 5, 0.25, 0.75)`,
  });
  expect(detail(found, 'mixPart')?.high).toBeLessThan(-0.05);
  expect(stratum(found, 'gifts')?.outcome).toBe('clear');
  holds(found.effect, 0);
});

test('trap: valuable customers who call about the slower topic wait no longer at equal topic', async () => {
  const slow = `if(topic = 'fault', 500, 100) + 100 * ${uniform('noise')}`;
  const topics = (world: World) => ({ ...world, waits: slow, customers: 3000 });
  const found = await judged(
    topics({ volume: `3000 * exp(0.5 * ${normal('volume')} + if(${uniform('topic')} < 0.5, -0.5, 0.5))` }),
  );
  expect(stratum(found, 'waits')?.outcome).toBe('clear');
  expect(detail(found, 'mixPart')?.low).toBeGreaterThan(0.05);
});

test('the best are served best: said plainly, nobody behind it', async () => {
  const found = await judged({ gift: `20 * sqrt(volume / if(product_id = 'gas', 20000, 3000))` });
  expect(found).toMatchObject({ outcome: 'reversed', affected: null });
  expect(found.money.transfer).toBeNull();
  expect(found.effect?.high).toBeLessThan(-0.05);
});

describe('a company in which value changes nothing', () => {
  const fair: World = { gift: '20', newcomerPrices: true, waits: `60 + 300 * ${uniform('noise')}` };

  test('is clear in every condition', async () => {
    const found = await judged(fair);
    expect(found.outcome).toBe('clear');
    expect(found.strata.map(({ outcome }) => outcome)).toEqual(['clear', 'clear', 'clear']);
  });

  test('gives the same answer whatever the order of rows, with prices sent twice and with newcomers and former customers beside', async () => {
    const before = await judged(fair);
    for (const table of TABLES) await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
    await fill({ ...fair, order: 'cityHash64(number)' });
    await made.add('new_business_price', [{ product_id: 'gas', valid_from: '2025-01-01', price: 600 }]);
    await made.add('contract', [
      { contract_id: 'n', customer_id: 'n', product_id: 'gas', start_date: '2025-12-01', volume: 9e6, price: 9 },
      {
        contract_id: 'f',
        customer_id: 'f',
        product_id: 'gas',
        start_date: '2015-12-01',
        end_date: '2020-01-01',
        volume: 9e6,
        price: 9,
      },
    ]);
    await made.add('recognition', [{ customer_id: 'f', at: '2025-03-01 12:00:00', kind: 'gift', value: 9999 }]);
    expect(await verdictNow()).toEqual(before);
  });
});

describe('with contracts only', () => {
  test('a flat tariff is clear, at the lowest grade, though large customers pay less per unit', async () => {
    const found = await judged({});
    expect(found).toMatchObject({ outcome: 'clear', grade: 'D', sharpen: 'new_business_price.price' });
    expect(found.effect?.high).toBeLessThan(-0.1);
  });

  test('a price per unit that rises with volume is found', async () => {
    const found = await judged({ price: `0.2 * volume * pow(volume / 3000, 0.2)` });
    expect(found).toMatchObject({ outcome: 'finding', grade: 'D', overturn: { values: { condition: 'unitPrice' } } });
    expect(found.money.transfer).toBeNull();
  });
});

test('without volume the order is what customers brought in before; prices are then not asked', async () => {
  const world: World = { volume: 'NULL', gift: `20 / sqrt(exp(0.5 * ${normal('volume')}))` };
  await fill(world);
  await made.addSql(
    'customer_value',
    ['customer_id', 'period', 'margin'],
    `SELECT concat('k', toString(number)) AS customer_id, '2024' AS period, round(100 * exp(0.5 * ${normal('volume')}), 4) AS margin FROM numbers(4000)`,
  );
  const found = await verdictNow();
  expect(found).toMatchObject({ outcome: 'finding', overturn: { values: { basis: 'pastValue' } } });
  holds(found.effect, CLOSED_FORM);
  expect(stratum(found, 'price')).toBeUndefined();
});

test('too few customers and too few gifts are refused with what is missing', async () => {
  const few = await judged({ customers: 150, gift: '20' });
  expect(few).toMatchObject({
    outcome: 'inconclusive',
    effect: null,
    reason: { id: 'fewCustomers', values: { needed: 200, found: 150 } },
  });
  for (const table of TABLES) await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
  await fill({ gift: '20', giftChance: 'number < 20', price: 'NULL' });
  expect(await verdictNow()).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'noCondition', values: { receivers: 50 } },
  });
});

test('without contracts the question does not apply', async () => {
  expect((await verdictNow()).outcome).toBe('notApplicable');
});
