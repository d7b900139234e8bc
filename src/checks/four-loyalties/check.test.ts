import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { fourLoyalties } from './check.ts';

const AS_OF = '2025-12-31';
const uniform = (salt: string) => `((sipHash64(number, '${salt}') % 1000003 + 0.5) / 1000003)`;
const normal = (salt: string) => `(sqrt(-2 * log(${uniform(salt)})) * cos(2 * pi() * ${uniform(`${salt}2`)}))`;
const NAMES = ['company', 'offers', 'people', 'networks'] as const;
const TABLES = ['contract', 'customer_value', 'survey', 'assignment', 'referral', 'tie'];

interface World {
  readonly customers?: number;
  /** Mean levels 0..10 in the order of NAMES. */
  readonly levels?: readonly (number | string)[];
  /** SQL of the product; levels and leaving may use product_id. */
  readonly product?: string;
  /** SQL of the log odds of leaving in the year after the answer; may use mean and weakest, both 0..10. */
  readonly leaving?: string;
  readonly minTerm?: string;
  readonly items?: readonly string[];
  readonly scaleMax?: number;
  readonly order?: string;
}

const people = ({
  customers = 4000,
  levels = [6, 6, 7, 4],
  leaving = '-1',
  minTerm = 'NULL',
  product = `'P'`,
}: World) => `
  SELECT
    number, concat('k', toString(number)) AS customer_id, concat('c', toString(number)) AS contract_id, ${product} AS product_id,
    toDate32('2018-01-01') + number % 900 AS start_date,
    ${NAMES.map((name, at) => `toUInt8(greatest(0, least(10, round(${levels[at] ?? 5} + 0.8 * ${normal('mood')} + 1.4 * ${normal(name)})))) AS ${name}`).join(',\n    ')},
    (${NAMES.join(' + ')}) / 4 AS mean, least(${NAMES.join(', ')}) AS weakest,
    ${uniform('departs')} < 1 / (1 + exp(-(${leaving}))) AS leaves,
    if(leaves, toNullable(toDate32('2024-04-01') + number % 300), NULL) AS end_date,
    if(leaves, 'voluntary', NULL) AS end_reason,
    ${minTerm} AS min_term_end
  FROM numbers(${customers})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());
const clean = async () => {
  for (const table of TABLES) await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
beforeEach(clean);

async function fill(world: World) {
  const rows = `(${people(world)}) ORDER BY ${world.order ?? 'number'}`;
  const columns = ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'end_reason', 'min_term_end'];
  await made.addSql('contract', columns, `SELECT * FROM ${rows}`);
  for (const item of world.items ?? NAMES.map((name) => `loyalty_${name}`)) {
    const name = NAMES.find((one) => item.includes(one)) ?? 'company';
    const noise = item.endsWith('_2') ? ` + if(number % 3 = 0, 1, 0) - if(${name} > 9, 1, 0)` : '';
    const value = world.scaleMax === 5 ? `1 + 0.4 * ${name}` : `${name}${noise}`;
    await made.addSql(
      'survey',
      ['customer_id', 'at', 'item', 'value', 'scale_max', 'wave'],
      `SELECT customer_id, toDateTime64('2024-03-15 12:00:00', 3, 'UTC') AS at, '${item}' AS item, ${value} AS value, ${world.scaleMax ?? 10} AS scale_max, 'w' AS wave FROM ${rows}`,
    );
  }
}
const verdictNow = async () => {
  const found = verdictOf(await made.audit({ checks: [fourLoyalties], asOf: AS_OF }), 'four-loyalties');
  expect(found.reason?.values['message'] ?? '').toBe('');
  return found;
};
const judged = async (world: World) => {
  await fill(world);
  return verdictNow();
};
type Found = Awaited<ReturnType<typeof verdictNow>>;
const detail = (found: Found, key: string) => found.details.find((entry) => entry.key === key)?.quantity;
const WEAKEST = '-1 - 0.25 * (mean - 5.75) - 0.45 * (weakest - 4)';
const MEAN = '-1 - 0.7 * (mean - 5.75)';

describe('a company whose customers leave over their weakest loyalty', () => {
  let found: Found;
  let listed = 0;
  beforeAll(async () => {
    await clean();
    found = await judged({ leaving: WEAKEST });
    const count = await made.warehouse.columns({
      name: 'listed',
      params: {},
      sql: `SELECT count() AS n FROM (${people({ leaving: WEAKEST })}) WHERE greatest(${NAMES.map((own) => `(4 * mean - ${own}) / 3 - ${own}`).join(', ')}) >= 3 ORDER BY n`,
    });
    listed = Number(count['n']?.[0] ?? 0);
  });

  test('is told which loyalty is neglected, and that the weakest goes with leaving beyond the mean', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'C' });
    expect(found.overturn?.values).toMatchObject({ weakest: 'networks', lag: 'finding', link: 'finding' });
    const odds = detail(found, 'weakestOdds');
    expect(odds?.low).toBeGreaterThan(1);
    expect(odds?.low).toBeLessThan(Math.exp(0.45));
    expect(odds?.high).toBeGreaterThan(Math.exp(0.45));
    expect(found.effect?.low).toBeGreaterThan(19);
    expect(found.effect?.high).toBeLessThan(26);
  });

  test('sees the strength of people, and an index below the plain mean that would make up for the neglected one', () => {
    expect(found.caveats.map(({ id }) => id)).toContain('personStrongest');
    expect(detail(found, 'index')?.high).toBeLessThan(detail(found, 'plainMean')?.low ?? 0);
  });

  test('lists those whose weakest loyalty lies far behind, as many as are counted', () => {
    expect(found.affected).toBe(listed);
    expect(listed).toBeGreaterThan(300);
  });
});

describe('what it costs', () => {
  const answered = { leaving: WEAKEST, customers: 6000 };
  const PRICE = 200;
  const priced = async () => {
    await made.addSql(
      'customer_value',
      ['customer_id', 'period', 'revenue', 'margin'],
      `SELECT concat('k', toString(number)) AS customer_id, '2025' AS period, ${PRICE} AS revenue, ${PRICE} * 0.4 AS margin FROM numbers(6000)`,
    );
  };
  /** Planted: departures of all who answered, less those of the same people with ten points more of their weakest. */
  const planted = async () => {
    const better = WEAKEST.replace('mean -', 'mean + 0.25 -').replace('weakest -', 'least(10, weakest + 1) -');
    const rows = await made.warehouse.columns({
      name: 'planted',
      params: {},
      sql: `SELECT sum(1 / (1 + exp(-(${WEAKEST}))) - 1 / (1 + exp(-(${better})))) AS n FROM (${people(answered)}) ORDER BY n`,
    });
    return Number(rows['n']?.[0] ?? 0);
  };

  test('the departures that go with ten points less are those that were planted, and the loss is their remaining value', async () => {
    await fill(answered);
    await priced();
    const found = await verdictNow();
    const note = found.caveats.find(({ id }) => id === 'lossPerTenPoints')?.values ?? {};
    const truth = await planted();
    expect(note['low']).toBeLessThan(truth);
    expect(note['high']).toBeGreaterThan(truth);
    expect(Number(note['high']) - Number(note['low'])).toBeLessThan(truth);
    expect(note['people']).toBe(6000);
    // 80 a year of margin for at most three years, less what leaves and what is discounted.
    const each = (found.money.loss?.value ?? 0) / Number(note['exits']);
    expect(each).toBeGreaterThan(80);
    expect(each).toBeLessThan(3 * 80);
    expect(found.money).toMatchObject({ transfer: null, atRisk: null, recoverable: null });
    expect(found.caveats.map(({ id }) => id)).not.toContain('revenueForMargin');
  });

  test('without margins the assumed rate is marked; without any value there is no amount', async () => {
    await fill(answered);
    const bare = await verdictNow();
    expect(bare).toMatchObject({ outcome: 'finding', money: { loss: null } });
    expect(bare.caveats.map(({ id }) => id)).toContain('noWorth');
    await made.addSql(
      'customer_value',
      ['customer_id', 'period', 'revenue'],
      `SELECT concat('k', toString(number)) AS customer_id, '2025' AS period, ${PRICE} AS revenue FROM numbers(6000)`,
    );
    const assumed = await verdictNow();
    expect(assumed.money.loss?.low).toBeGreaterThan(0);
    expect(assumed.caveats.find(({ id }) => id === 'revenueForMargin')?.values).toEqual({ rate: 0.3 });
  });

  test('no finding, no amount: not where the mean alone tells who leaves', async () => {
    await fill({ customers: 6000, leaving: MEAN });
    await priced();
    const found = await verdictNow();
    expect(found.outcome).not.toBe('finding');
    expect(found.money).toEqual({ transfer: null, loss: null, atRisk: null, recoverable: null });
    expect(found.caveats.map(({ id }) => id)).toContain('noMoney');
  });
});

test('trap: where the mean alone tells who leaves, a low weakest loyalty looks guilty, but it is not accused', async () => {
  const found = await judged({ customers: 8000, leaving: MEAN });
  const leaving = found.charts.find(({ id }) => id === 'leaving')?.points ?? [];
  expect((leaving[0]?.value ?? 0) - (leaving.at(-1)?.value ?? 0)).toBeGreaterThan(0.1);
  expect(found.outcome).not.toBe('finding');
  expect(detail(found, 'weakestOdds')?.low).toBeLessThan(1);
  expect(detail(found, 'meanOdds')?.low).toBeGreaterThan(1);
});

test('four even loyalties are clear although the weakest of each customer goes with leaving', async () => {
  const found = await judged({ levels: [6, 6, 6, 6], leaving: '-1 - 0.45 * (weakest - 4)' });
  expect(found.outcome).toBe('clear');
  expect(found.overturn?.values).toMatchObject({ lag: 'clear' });
});

test('customers bound by contract for the year after do not count as loyal', async () => {
  const found = await judged({ leaving: WEAKEST, minTerm: `if(number % 4 = 0, toDate32('2025-11-30'), NULL)` });
  expect(found.excluded['locked']).toBe(1000);
  expect((found.counts['followed'] ?? 0) + 1000).toBe(4000);
});

test('one answer on a scale of five and one of ten give the same levels', async () => {
  const ten = await judged({ leaving: WEAKEST });
  await clean();
  const five = await judged({ leaving: WEAKEST, scaleMax: 5 });
  expect(five.effect).toEqual(ten.effect);
  expect(five.details).toEqual(ten.details);
});

test('shuffled rows, and answers to other questions, change nothing', async () => {
  const before = await judged({ leaving: WEAKEST, customers: 2500 });
  await clean();
  await fill({ leaving: WEAKEST, customers: 2500, order: 'cityHash64(number)' });
  await made.add('survey', [
    { customer_id: 'k1', at: '2024-03-15 12:00:00', item: 'satisfaction', value: 1, scale_max: 5, wave: 'w' },
  ]);
  expect(await verdictNow()).toEqual(before);
});

test('two questions that hold together give a reliability, two that do not give no index', async () => {
  const pairs = NAMES.flatMap((name) => [`loyalty_${name}`, `loyalty_${name}_2`]);
  const together = await judged({ leaving: WEAKEST, items: pairs });
  expect(detail(together, 'alpha_networks')?.value).toBeGreaterThan(0.9);
  await clean();
  await fill({ leaving: WEAKEST });
  await made.addSql(
    'survey',
    ['customer_id', 'at', 'item', 'value', 'scale_max', 'wave'],
    `SELECT concat('k', toString(number)) AS customer_id, toDateTime64('2024-03-15 12:00:00', 3, 'UTC') AS at, 'loyalty_people_2' AS item, toUInt8(10 * ${uniform('other')}) AS value, 10 AS scale_max, 'w' AS wave FROM numbers(4000)`,
  );
  const apart = await verdictNow();
  expect(apart).toMatchObject({
    outcome: 'inconclusive',
    effect: null,
    reason: { id: 'missingLoyalties', values: { missing: 'people', unreliable: 'people' } },
  });
  expect(detail(apart, 'index')).toBeUndefined();
});

test('three known loyalties are shown, the fourth is not made up', async () => {
  const found = await judged({ items: ['loyalty_company', 'loyalty_offers', 'loyalty_networks'] });
  expect(found).toMatchObject({
    outcome: 'inconclusive',
    effect: null,
    reason: { id: 'missingLoyalties', values: { missing: 'people' } },
  });
  expect(detail(found, 'level_networks')?.value).toBeCloseTo(40, -1);
  expect(detail(found, 'level_people')).toBeUndefined();
});

test('with contracts only, behaviour is described and nothing is judged', async () => {
  const found = await judged({ items: [], minTerm: `if(number % 2 = 0, toDate32('2019-06-30'), NULL)` });
  expect(found).toMatchObject({ outcome: 'inconclusive', grade: 'C', effect: null, reason: { id: 'noAnswers' } });
  expect(found.caveats.map(({ id }) => id)).toContain('behaviourOnly');
  expect(detail(found, 'behaviour_company')?.value).toBeGreaterThan(90);
  expect(detail(found, 'behaviour_people')).toBeUndefined();
});

test('one carer throughout is full continuity, two are half of it', async () => {
  await fill({ items: [] });
  await made.addSql(
    'assignment',
    ['customer_id', 'staff_pid', 'valid_from', 'valid_to'],
    `SELECT concat('k', toString(intDiv(number, 2))) AS customer_id, concat('s', toString(if(intDiv(number, 2) % 2 = 0, 0, number % 2))) AS staff_pid, if(number % 2 = 0, toDate32('2020-01-01'), toDate32('2025-01-01')) AS valid_from, if(number % 2 = 0, toDate32('2024-12-31'), NULL) AS valid_to FROM numbers(8000)`,
  );
  expect(detail(await verdictNow(), 'behaviour_people')?.value).toBeCloseTo(75, 0);
});

test('too few who left, and too few people, are refused with the minimum', async () => {
  const few = await judged({ customers: 500, leaving: '-2' });
  expect(few).toMatchObject({ outcome: 'inconclusive', reason: { id: 'fewExits', values: { needed: 200 } } });
  await clean();
  const small = await judged({ customers: 60, items: [] });
  expect(small).toMatchObject({ outcome: 'inconclusive', reason: { id: 'fewCustomers', values: { needed: 300 } } });
  await clean();
  expect((await verdictNow()).outcome).toBe('notApplicable');
});

test('the plain tariff has no carers and loses more customers for other reasons: within a tariff the weakest tells nothing (trap)', async () => {
  await fill({
    product: `if(number % 2 = 0, 'premium', 'plain')`,
    levels: [6, 6, `if(product_id = 'premium', 7, 2)`, 6],
    leaving: `if(product_id = 'premium', -3, -0.4)`,
  });
  expect((await verdictNow()).outcome).not.toBe('finding');
});
