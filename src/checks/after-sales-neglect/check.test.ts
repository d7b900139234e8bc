import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { afterSalesNeglect } from './check.ts';
import { afterSalesMessages } from './messages.ts';

const asOf = '2025-12-31';

interface World {
  readonly customers: number;
  /** SQL of the chance to buy again; may use sale and after (0 or 1). */
  readonly chance: string;
  /** Share of customers whose after-sales answer copies that on the sale. */
  readonly halo?: number;
  readonly saleShare?: number;
  /** A number, or SQL that may use i. */
  readonly afterShare?: number | string;
  /** SQL of the product bought; may use i. */
  readonly product?: string;
  /** SQL condition of customers who also answer on the time after the sale. */
  readonly answersAfter?: string;
  /** SQL of days from the first purchase to the answer after the sale. */
  readonly afterDays?: string;
  /** SQL of the day of the first purchase. */
  readonly began?: string;
  /** Days after which people buy again. */
  readonly again?: number;
  /** Last start of a contract on record, of somebody who was never asked. */
  readonly lastStart?: string;
  readonly items?: readonly [string, string];
  readonly from?: number;
}

const uniform = (name: string) => `(sipHash64(i, '${name}') % 1000000 + 0.5) / 1e6`;
/** Customers whose chance comes from hashes, so that every run sees the same company. */
const people = (world: World) => `
  SELECT
    number AS i,
    concat('k', toString(i)) AS customer_id,
    toUInt8(${uniform('sale')} < ${world.saleShare ?? 0.7}) AS sale,
    toUInt8(if(${uniform('halo')} < ${world.halo ?? 0.3}, sale, ${uniform('after')} < ${world.afterShare ?? 0.6})) AS after,
    toUInt8(${uniform('again')} < ${world.chance}) AS again,
    toUInt8(${world.answersAfter ?? '1'}) AS answers_after,
    ${world.began ?? "toDate('2018-01-01') + i % 365"} AS began,
    ${world.product ?? "'car'"} AS product
  FROM numbers(${world.from ?? 0}, ${world.customers})`;

const MATRIX = 'multiIf(sale AND after, 0.88, after, 0.41, sale, 0.17, 0.05)';
const TRUTH = (0.88 - 0.17 + 0.41 - 0.05) / 2;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const empty = async () => {
  for (const table of ['contract', 'survey', 'customer_value'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
const fill = async (world: World) => {
  const [saleItem, afterItem] = world.items ?? ['satisfaction_sale', 'satisfaction_after_sales'];
  const contract = ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'location_id'];
  await made.addSql(
    'contract',
    contract,
    `SELECT concat(customer_id, '-1') AS contract_id, customer_id, product AS product_id, began AS start_date, began + 800 AS end_date, concat('shop', toString(i % 7)) AS location_id FROM (${people(world)})`,
  );
  await made.addSql(
    'contract',
    contract,
    `SELECT concat(customer_id, '-2') AS contract_id, customer_id, product AS product_id, began + ${world.again ?? 900} AS start_date, NULL AS end_date, concat('shop', toString(i % 7)) AS location_id FROM (${people(world)}) WHERE again = 1 AND began + ${world.again ?? 900} <= toDate('${asOf}')`,
  );
  await made.add('contract', [
    { contract_id: 'last', customer_id: 'newest', product_id: 'car', start_date: world.lastStart ?? '2025-12-20' },
  ]);
  const survey = ['customer_id', 'at', 'item', 'value', 'scale_max'];
  await made.addSql(
    'survey',
    survey,
    `SELECT customer_id, toDateTime64(began + 20, 3, 'UTC') AS at, '${saleItem}' AS item, if(sale = 1, 4, 2) + i % 2 AS value, 5 AS scale_max FROM (${people(world)})`,
  );
  await made.addSql(
    'survey',
    survey,
    `SELECT customer_id, toDateTime64(began + ${world.afterDays ?? '300'}, 3, 'UTC') AS at, '${afterItem}' AS item, if(after = 1, 8, 5) + i % 3 AS value, 10 AS scale_max FROM (${people(world)}) WHERE answers_after = 1`,
  );
};
const verdictNow = async () => {
  const found = verdictOf(await made.audit({ checks: [afterSalesNeglect], asOf }), 'after-sales-neglect');
  expect(found.reason?.values['message'] ?? '').toBe('');
  return found;
};
const judged = async (world: World | null) => {
  await empty();
  if (world !== null) await fill(world);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof judged>>;
const detail = (v: Found, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const holdsIn = (quantity: { low: number | null; high: number | null } | null, truth: number) =>
  expect(
    (quantity?.low ?? 9) < truth && truth < (quantity?.high ?? -9),
    `${truth} in ${JSON.stringify(quantity)}`,
  ).toBe(true);

describe('a company in which repurchase follows 88/41/17/5', () => {
  const world: World = { customers: 4000, chance: MATRIX };
  let found: Found;
  beforeAll(async () => {
    found = await judged(world);
  });

  test('both effects, the four rates and the halo are recovered within their intervals', () => {
    expect(found.outcome).toBe('finding');
    expect(found.grade).toBe('C');
    holdsIn(found.effect, TRUTH);
    holdsIn(detail(found, 'saleEffect'), (0.88 - 0.41 + 0.17 - 0.05) / 2);
    holdsIn(detail(found, 'rate_yesYes'), 0.88);
    holdsIn(detail(found, 'rate_noYes'), 0.41);
    holdsIn(detail(found, 'rate_yesNo'), 0.17);
    holdsIn(detail(found, 'rate_noNo'), 0.05);
    holdsIn(detail(found, 'interaction'), 0.88 - 0.41 - 0.17 + 0.05);
    holdsIn(detail(found, 'effectRatio'), TRUTH / 0.295);
    expect(detail(found, 'halo')?.value).toBeCloseTo(0.28, 1);
  });

  test('the plain difference is larger, for it holds a part of the sale', () => {
    expect(found.naive?.value ?? 0).toBeGreaterThan((found.effect?.value ?? 1) + 0.05);
  });

  test('the number affected is the number of customers let down, and the four fields make up everybody', () => {
    expect(found.affected).toBe(found.counts['yesNo']);
    const fields = ['yesYes', 'noYes', 'yesNo', 'noNo'].map((name) => found.counts[name] ?? 0);
    expect(fields.reduce((a, b) => a + b)).toBe(4000);
  });

  test('the anecdote stands beside the rates without an interval', () => {
    const matrix = found.charts.find(({ id }) => id === 'matrix');
    expect(matrix?.benchmark.map(({ value, low }) => [value, low])).toEqual(
      [0.93, 0.45, 0.14, 0.03].map((value) => [value, null]),
    );
  });

  test('the names of the recognised items are told', () => {
    const items = found.caveats.find(({ id }) => id === 'items');
    expect(items?.values).toEqual({ sale: 'satisfaction_sale', after: 'satisfaction_after_sales' });
  });

  test('money: the value of those let down times the difference, once values are known', async () => {
    await made.addSql(
      'customer_value',
      ['customer_id', 'period', 'margin'],
      `SELECT customer_id, arrayJoin(['2018', '2019']) AS period, 500 AS margin FROM (${people(world)})`,
    );
    const { money, affected } = await verdictNow();
    const [rate11, rate10] = [detail(found, 'rate_yesYes')?.value ?? 0, detail(found, 'rate_yesNo')?.value ?? 0];
    expect(money.recoverable?.value).toBeCloseTo((affected ?? 0) * (rate11 - rate10) * 500, 2);
    expect(money.loss).toBeNull();
    expect(found.money.recoverable).toBeNull();
    expect(found.caveats.map(({ id }) => id)).toContain('moneyWithoutValues');
  });

  test('other items, answers before the latest, repeated values and customers without surveys change nothing', async () => {
    await made.addSql(
      'survey',
      ['customer_id', 'at', 'item', 'value', 'scale_max'],
      `SELECT customer_id, toDateTime64(began + 100, 3, 'UTC') AS at, 'satisfaction_after_sales' AS item, 1 AS value, 10 AS scale_max FROM (${people(world)})`,
    );
    await made.addSql(
      'survey',
      ['customer_id', 'at', 'item', 'value', 'scale_max'],
      `SELECT customer_id, toDateTime64(began + 300, 3, 'UTC') AS at, 'satisfaction_after_sales' AS item, if(after = 1, 8, 5) + i % 3 AS value, 10 AS scale_max FROM (${people(world)})`,
    );
    await made.add('survey', [
      { customer_id: 'k1', at: '2019-12-01 00:00:00', item: 'recommend', value: 0, scale_max: 10 },
    ]);
    await made.add('contract', [
      { contract_id: 'x', customer_id: 'stranger', product_id: 'car', start_date: '2019-01-01' },
    ]);
    const again = await verdictNow();
    expect(again.effect).toEqual(found.effect);
    expect(again.counts).toEqual(found.counts);
  });
});

test('the order in which rows arrive changes nothing', async () => {
  const world: World = { customers: 800, chance: MATRIX };
  const found = await judged(world);
  await made.warehouse.run({ name: 'turn', sql: `CREATE TABLE turned AS rows_survey ENGINE = Memory` });
  await made.warehouse.run({
    name: 'turn',
    sql: `INSERT INTO turned SELECT * FROM rows_survey ORDER BY cityHash64(customer_id, item)`,
  });
  await made.warehouse.run({ name: 'turn', sql: `TRUNCATE TABLE rows_survey` });
  await made.warehouse.run({ name: 'turn', sql: `INSERT INTO rows_survey SELECT * FROM turned` });
  await made.warehouse.run({ name: 'turn', sql: `DROP TABLE turned` });
  expect(await verdictNow()).toEqual(found);
});

test('halo trap: where only the sale matters the plain comparison accuses and the check is clear', async () => {
  const found = await judged({ customers: 6000, chance: 'if(sale, 0.7, 0.1)', halo: 0.7 });
  expect(found.naive?.low).toBeGreaterThan(0.3);
  expect(found.outcome).toBe('clear');
  holdsIn(found.effect, 0);
});

test('where those content afterwards buy again less often the verdict is reversed', async () => {
  const found = await judged({ customers: 2000, chance: 'if(after, 0.2, 0.5)' });
  expect(found.outcome).toBe('reversed');
  expect(found.money.recoverable).toBeNull();
});

test('fewer than 200 customers with both answers: refused with both numbers', async () => {
  const found = await judged({ customers: 400, chance: MATRIX, answersAfter: 'i < 150' });
  expect(found.outcome).toBe('inconclusive');
  expect(found.reason).toEqual({ id: 'tooFewCustomers', values: { needed: 200, has: 150, windowOpen: 0 } });
  expect(found.effect).toBeNull();
});

test('a field with fewer than ten customers: refused, and its count cannot be derived', async () => {
  const found = await judged({ customers: 400, chance: MATRIX, saleShare: 0.97, halo: 0 });
  expect(found.reason?.id).toBe('fieldTooSmall');
  expect(found.counts).toEqual({ both: 400, withoutAfter: 0 });
  expect(found.affected).toBeNull();
  expect(found.charts).toEqual([]);
});

test('a field of 10 to 29 customers: shown with a warning at grade D', async () => {
  const found = await judged({ customers: 400, chance: MATRIX, saleShare: 0.88, halo: 0 });
  expect(found.grade).toBe('D');
  expect(found.caveats.map(({ id }) => id)).toContain('thinField');
});

test('an open window is no lost customer: those customers are left out and counted', async () => {
  const found = await judged({
    customers: 2000,
    chance: MATRIX,
    began: "if(i < 500, toDate('2024-01-01'), toDate('2018-01-01') + i % 365)",
  });
  expect(found.excluded['windowOpen']).toBe(500);
  expect(found.counts['both']).toBe(1500);
  holdsIn(found.effect, TRUTH);
});

test('a window that closes after the last start on record is open: who came back later is not in the file', async () => {
  // Windows close in the year 2021.
  const before = await judged({ customers: 2000, chance: MATRIX, lastStart: '2020-12-31', again: 700 });
  expect(before.reason?.id).toBe('tooFewCustomers');
  expect(before.excluded['windowOpen']).toBe(2000);
  const part = await judged({ customers: 4000, chance: MATRIX, lastStart: '2021-07-01', again: 700 });
  expect(part.excluded['windowOpen']).toBeGreaterThan(1900);
  expect(part.outcome).toBe('finding');
  holdsIn(part.effect, TRUTH);
});

test('no answer afterwards is a level of its own, not dissatisfaction', async () => {
  const found = await judged({ customers: 3000, chance: MATRIX, answersAfter: 'i % 3 > 0' });
  expect(found.counts['withoutAfter']).toBe(1000);
  holdsIn(found.effect, TRUTH);
  expect(detail(found, 'rate_yesNone')?.value).toBeGreaterThan(0.4);
});

test('an answer given after the repurchase tells nothing about it', async () => {
  const found = await judged({ customers: 3000, chance: MATRIX, afterDays: 'if(again = 1 AND i % 2 = 0, 950, 300)' });
  expect(found.counts['withoutAfter']).toBeGreaterThan(400);
  expect(found.counts['both']).toBe(3000 - (found.counts['withoutAfter'] ?? 0));
});

/** Van buyers are served well and buy again, car buyers neither. */
const MIXED: World = {
  customers: 4000,
  product: "if(i % 2 = 0, 'van', 'car')",
  afterShare: 'if(i % 2 = 0, 0.85, 0.25)',
  chance: 'if(i % 2 = 0, 0.6, 0.15)',
  halo: 0,
};

test('product trap: where a line is served well and bought again, service is compared within the lines', async () => {
  const found = await judged(MIXED);
  expect(found.naive?.low).toBeGreaterThan(0.1);
  expect(found.outcome).toBe('clear');
  holdsIn(found.effect, 0);
  const planted = await judged({ ...MIXED, chance: 'if(i % 2 = 0, 0.6, 0.15) - 0.12 + 0.4 * after' });
  expect(planted.outcome).toBe('finding');
  holdsIn(planted.effect, 0.4);
  for (const { effect } of planted.strata) holdsIn(effect, 0.4);
});

test('where no line holds both sides nothing is compared, and the missing thing is named', async () => {
  const apart = await judged({ ...MIXED, afterShare: 'if(i % 2 = 0, 1, 0)' });
  expect(apart.outcome).toBe('inconclusive');
  expect(apart.reason).toEqual({ id: 'linesApart', values: { share: 0, needed: 0.4 } });
  expect(apart.effect).toBeNull();
});

test('lines beyond the twelve most frequent are one', async () => {
  const rare = { ...MIXED, product: "concat('p', toString(if(i % 2 = 0, i % 24, 100 + i % 801)))" };
  const found = await judged(rare);
  holdsIn(found.effect, 0);
  expect(found.outcome).not.toBe('finding');
  expect(found.caveats.map(({ id }) => id)).not.toContain('linesLeftOut');
});

test('a purchase elsewhere and an internal switch are no repurchase', async () => {
  const world: World = { customers: 1000, chance: MATRIX };
  const before = await judged(world);
  const bought = (suffix: string, start: string, end: string, reason: string, location: string) =>
    made.addSql(
      'contract',
      ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason', 'location_id'],
      `SELECT concat(customer_id, '${suffix}') AS contract_id, customer_id, 'car' AS product_id, ${start} AS start_date, ${end} AS end_date, ${reason} AS end_reason, ${location} AS location_id FROM (${people(world)})`,
    );
  await bought('-3', 'began + 700', 'NULL', 'NULL', "'elsewhere'");
  expect((await verdictNow()).effect).toEqual(before.effect);
  const shop = "concat('shop', toString(i % 7))";
  await bought('-4', 'began + 5', 'began + 500', "'switch_internal'", shop);
  await bought('-5', 'began + 500', 'NULL', 'NULL', shop);
  expect((await verdictNow()).effect).toEqual(before.effect);
});

test('German item names and a survey that asks for the repurchase itself: grade D', async () => {
  await empty();
  const world: World = { customers: 3000, chance: MATRIX, items: ['Zufriedenheit Verkauf', 'Zufriedenheit Betreuung'] };
  await fill(world);
  await made.warehouse.run({ name: 'empty', sql: 'TRUNCATE TABLE rows_contract' });
  await made.addSql(
    'survey',
    ['customer_id', 'at', 'item', 'value', 'scale_max'],
    `SELECT customer_id, toDateTime64(began + 1000, 3, 'UTC') AS at, 'Wiederkauf' AS item, again AS value, 1 AS scale_max FROM (${people(world)}) WHERE i % 10 > 0`,
  );
  const found = await verdictNow();
  expect(found.outcome).toBe('finding');
  expect(found.grade).toBe('D');
  expect(found.excluded['notAsked']).toBe(300);
  holdsIn(found.effect, TRUTH);
});

test('surveys about other things: the question does not arise', async () => {
  const found = await judged({ customers: 500, chance: MATRIX, items: ['recommend', 'overall'] });
  expect(found.outcome).toBe('notApplicable');
  expect(found.reason?.id).toBe('noSaleItem');
  const half = await judged({ customers: 500, chance: MATRIX, items: ['sale', 'overall'] });
  expect(half.reason?.id).toBe('noAfterItem');
});

const bounded = <Q extends { readonly low: number | null; readonly high: number | null }>(quantity: Q) => ({
  ...quantity,
  low: quantity.low ?? Number.NEGATIVE_INFINITY,
  high: quantity.high ?? Number.POSITIVE_INFINITY,
});
/** The verdict that the words are made from, out of its published form. */
const asVerdict = ({ outcome, effect, naive, details, reason, overturn }: Found) =>
  verdict({
    outcome,
    effect: effect === null ? null : bounded(effect),
    naive: naive === null ? null : bounded(naive),
    details: details.map(({ key, quantity }) => ({ key, quantity: bounded(quantity) })),
    reason,
    overturn,
  });

const CAUSAL = /verursach|führt zu|führen zu|bringt|bewirk|wegen |weil |cause|leads? to|because of|due to/i;
const WORLDS: readonly (readonly [string, string, World | null])[] = [
  ['finding', 'large', { customers: 1500, chance: MATRIX }],
  ['reversed', 'large', { customers: 1500, chance: 'if(after, 0.2, 0.5)' }],
  ['clear', 'large', { customers: 6000, chance: '0.5' }],
  ['inconclusive', 'noisy', { customers: 300, chance: '0.4 + 0.1 * after' }],
  ['inconclusive', 'divided', { ...MIXED, afterShare: 'if(i % 2 = 0, 1, 0)' }],
  ['clear', 'of two lines', MIXED],
  ['inconclusive', 'small', { customers: 100, chance: MATRIX }],
  ['notApplicable', 'of other surveys', { customers: 300, chance: MATRIX, items: ['recommend', 'overall'] }],
  ['notApplicable', 'empty', null],
];

test.each(WORLDS)(
  '%s (%s company): told in both languages without gaps and without a causal verb',
  async (outcome, _, world) => {
    const found = await judged(world);
    expect(found.outcome).toBe(outcome);
    for (const language of ['en', 'de'] as const) {
      const words = afterSalesMessages[language];
      const format = createFormat(language);
      const notes = [...found.caveats, found.reason, found.overturn].flatMap((note) => (note === null ? [] : [note]));
      const texts = [
        ...[words.question, words.answer, words.naive, words.action].map((say) => say(asVerdict(found), format)),
        ...notes.map(({ id, values }) => words.notes[id]?.(values, format) ?? `undefined: ${id}`),
        ...found.details.map(({ key }) => words.details[key] ?? `undefined: ${key}`),
        ...Object.keys(found.counts).map((key) => words.counts[key] ?? `undefined: ${key}`),
        ...Object.keys(found.excluded).map((key) => words.excluded[key] ?? `undefined: ${key}`),
        ...found.charts.flatMap(({ id, points }) =>
          points.flatMap(({ series, x }) =>
            [series, ...String(x).split('|')].map((name) => words.charts[id]?.series[name] ?? `undefined: ${name}`),
          ),
        ),
        words.method,
      ];
      for (const text of texts) {
        expect(text).not.toMatch(/undefined|NaN|Infinity|∞|null/);
        expect(text).not.toMatch(CAUSAL);
      }
    }
  },
);
