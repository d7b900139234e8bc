import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { silentOverpayment } from './check.ts';
import { silentOverpaymentMessages } from './messages.ts';

const asOf = '2025-12-31';
const chance = (salt: string) => `((sipHash64(number, '${salt}') % 1000000 + 0.5) / 1e6)`;

interface World {
  readonly customers: number;
  /** SQL of the share by which the price lies above the newcomer price of 1,000. */
  readonly gap: string;
  readonly start?: string;
  readonly region?: string;
}

const REGULAR_START = `toDate('2015-01-01') + number % 2000`;
const person = (world: World) =>
  `number AS number, concat('k', toString(number)) AS customer_id, toFloat64(${world.gap}) AS gap FROM numbers(${world.customers})`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const TABLES = [
  'contract',
  'exit_event',
  'concession',
  'contact',
  'case',
  'new_business_price',
  'notice_event',
  'price_event',
];
const fill = async (world: World | null, source: string | null = 'quote') => {
  for (const table of TABLES) await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
  if (world === null) return;
  if (source !== null)
    await made.add('new_business_price', [{ product_id: 'P', valid_from: '2024-01-01', price: 1000, source }]);
  await made.addSql(
    'contract',
    ['contract_id', 'customer_id', 'product_id', 'start_date', 'price', 'region'],
    `SELECT concat('v', customer_id) AS contract_id, 'P' AS product_id, ${world.start ?? REGULAR_START} AS start_date, round(1000 * (1 + gap), 2) AS price, ${world.region ?? "'N'"} AS region, * FROM (SELECT ${person(world)})`,
  );
};
/** Someone who does not overpay was heard of long ago and lately: silence can be seen, but no overpayer has broken it. */
const listening = () =>
  made.add('exit_event', [
    { customer_id: 'k1', at: '2020-01-01', kind: 'threat' },
    { customer_id: 'k1', at: '2025-12-01', kind: 'threat' },
  ]);
const verdictNow = async () => verdictOf(await made.audit({ checks: [silentOverpayment], asOf }), 'silent-overpayment');
type Found = Awaited<ReturnType<typeof verdictNow>>;
const ids = (v: Found) => v.caveats.map(({ id }) => id);

// Every fifth regular pays a fifth more; 400 of 2,000.
const PLANTED: World = { customers: 2_000, gap: 'if(number % 5 = 0, 0.2, 0)' };
const everyFiftieth = (columns: string, from = 0) =>
  `SELECT customer_id, ${columns} FROM (SELECT ${person(PLANTED)}) WHERE number % 50 = ${from}`;

describe('four hundred of two thousand regulars pay a fifth more; some of them have spoken', () => {
  let found: Found;
  beforeAll(async () => {
    await fill(PLANTED);
    await listening();
    const recently = `toDateTime64('2025-03-01', 3)`;
    await made.addSql(
      'exit_event',
      ['customer_id', 'at', 'kind'],
      everyFiftieth(`${recently} AS at, 'tariff_request' AS kind`),
    );
    await made.addSql('concession', ['customer_id', 'at', 'value'], everyFiftieth(`${recently} AS at, 20 AS value`, 5));
    await made.addSql(
      'case',
      ['case_id', 'customer_id', 'opened_at', 'complaint'],
      everyFiftieth(`concat('f', customer_id) AS case_id, ${recently} AS opened_at, true AS complaint`, 10),
    );
    await made.addSql(
      'contact',
      ['contact_id', 'customer_id', 'started_at', 'kind', 'direction'],
      everyFiftieth(
        `concat('c', customer_id) AS contact_id, ${recently} AS started_at, 'complaint' AS kind, 'in' AS direction`,
        15,
      ),
    );
    found = await verdictNow();
  });

  test('people, share and transfer are those planted', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'B', affected: 240 });
    expect(found.effect?.value).toBeCloseTo(240 / 2000, 9);
    expect(found.money.transfer?.value).toBeCloseTo(240 * 200, 0);
    expect(found.money.transfer?.low).toBeLessThan(240 * 200);
    expect(found.excluded).toMatchObject({ asked: 40, conceded: 40, complained: 80 });
  });

  test('the plain share counts those who spoke too', () => {
    expect(found.naive?.value).toBeCloseTo(400 / 2000, 9);
  });

  test('the list is bound to its purpose, and the action says so', () => {
    expect(ids(found)).toContain('purpose');
    expect(silentOverpaymentMessages.en.action(verdict({ outcome: 'finding' }), createFormat('en'))).toMatch(
      /correction only/,
    );
    expect(silentOverpaymentMessages.de.action(verdict({ outcome: 'finding' }), createFormat('de'))).toMatch(
      /nur zur Berichtigung/,
    );
  });

  test('old complaints, other contacts, repeated rows and strangers change nothing', async () => {
    const old = `toDateTime64('2020-03-01', 3)`;
    const contact = ['contact_id', 'customer_id', 'started_at', 'kind', 'direction'];
    await made.addSql(
      'contact',
      contact,
      everyFiftieth(
        `concat('o', customer_id) AS contact_id, ${old} AS started_at, 'complaint' AS kind, 'in' AS direction`,
        20,
      ),
    );
    await made.addSql(
      'contact',
      contact,
      everyFiftieth(
        `concat('n', customer_id) AS contact_id, toDateTime64('2025-03-02', 3) AS started_at, 'invoice' AS kind, 'out' AS direction`,
        25,
      ),
    );
    await made.addSql(
      'exit_event',
      ['customer_id', 'at', 'kind', 'exit_event_id'],
      everyFiftieth(`toDateTime64('2025-04-01', 3) AS at, 'threat' AS kind, customer_id AS exit_event_id`),
    );
    await made.add('concession', [{ customer_id: 'stranger', at: '2025-01-01', value: 5 }]);
    const again = await verdictNow();
    expect(again.effect).toEqual(found.effect);
    expect(again.money).toEqual(found.money);
  });
});

test('without asks on record the number is an upper bound at the lowest grade', async () => {
  await fill(PLANTED);
  const found = await verdictNow();
  expect(found).toMatchObject({ outcome: 'finding', grade: 'D', affected: 400, sharpen: 'exit_event.at' });
  expect(ids(found)).toContain('upperBound');
});

test.each([
  ['begins a month ago', "toDateTime64('2025-12-05', 3)"],
  ['ended a year ago', "toDateTime64('2024-12-01', 3)"],
])('a log of asks that %s does not know who was silent: an upper bound at the lowest grade', async (_, at) => {
  await fill(PLANTED);
  await made.addSql('exit_event', ['customer_id', 'at', 'kind'], everyFiftieth(`${at} AS at, 'threat' AS kind`));
  const found = await verdictNow();
  expect(found.grade).toBe('D');
  expect(ids(found)).toContain('upperBound');
});

test('with contracts alone, newcomers in the same file are the yardstick', async () => {
  await fill(
    {
      ...PLANTED,
      start: `if(number >= 1900, toDate('2025-11-15'), ${REGULAR_START})`,
      gap: 'if(number < 1900 AND number % 5 = 0, 0.2, 0)',
    },
    null,
  );
  const found = await verdictNow();
  expect(found).toMatchObject({ outcome: 'finding', grade: 'D', affected: 380 });
});

test('a tariff sheet makes the people possible, not certain', async () => {
  await fill(PLANTED, 'tariff sheet');
  await listening();
  const found = await verdictNow();
  expect(found).toMatchObject({ outcome: 'finding', grade: 'C' });
  expect(ids(found)).toContain('possible');
});

test('nothing planted: nobody overpays, and it says so', async () => {
  await fill({ customers: 1_000, gap: '0' });
  await listening();
  expect(await verdictNow()).toMatchObject({ outcome: 'clear', affected: 0, money: { transfer: null } });
});

test('trap: prices that scatter widely in both directions are no overpayment of regulars', async () => {
  await fill({ customers: 4_000, gap: `(${chance('gap')} - 0.5) * 0.5` });
  await listening();
  const found = await verdictNow();
  // Some 30 % lie a tenth and 50 above by scatter alone.
  expect(found.effect?.value).toBeGreaterThan(0.2);
  expect(['clear', 'inconclusive']).toContain(found.outcome);
});

describe.each([
  ['a reduced price that one in seven has, newcomers too, is no advantage of regulars', -0.3, 'reversed'],
  ['a dearer price that one in seven pays, newcomers too, is no penalty of regulars', 0.3, 'finding'],
] as const)('trap: %s', (_, gap, wrong) => {
  // Two of three are regulars, the others began a month ago at the same prices.
  const shared: World = {
    customers: 12_000,
    gap: `if(sipHash64(number) % 7 = 0, ${gap}, 0)`,
    start: `if(number % 3 = 0, toDate('2025-11-20'), ${REGULAR_START})`,
  };
  test.each([['quote'], [null]] as const)('newcomer price from: %s', async (source) => {
    await fill(shared, source);
    await listening();
    expect((await verdictNow()).outcome).toBe('clear');
    const own = `if(sipHash64(number) % 7 = 0 AND number % 3 > 0, ${gap}, 0)`;
    await fill({ ...shared, gap: own }, source);
    await listening();
    expect((await verdictNow()).outcome).toBe(wrong);
  });
});

test('regulars with an old advantage: the answer is the other way round', async () => {
  await fill({ customers: 1_500, gap: 'if(number % 4 = 0, -0.2, 0)' });
  await listening();
  expect((await verdictNow()).outcome).toBe('reversed');
});

test('dear customers who have not been there for long are no regulars', async () => {
  await fill({
    customers: 2_000,
    gap: 'if(number % 2, 0.2, 0)',
    start: `if(number % 2, toDate('2023-06-01'), ${REGULAR_START})`,
  });
  await listening();
  expect(await verdictNow()).toMatchObject({ outcome: 'clear', affected: 0, counts: { regulars: 1_000 } });
});

test('a tenth above a small price is not enough, nor is 50 on a large one', async () => {
  await fill({ ...PLANTED, gap: 'if(number % 5 = 0, 0.08, 0)' });
  await listening();
  expect((await verdictNow()).affected).toBe(0);
});

test('too few regulars, and no price to compare with: inconclusive with both numbers', async () => {
  await fill({ ...PLANTED, customers: 20 });
  const few = await verdictNow();
  expect(few.reason).toMatchObject({ id: 'tooFewRegulars', values: { needed: 30, has: 20 } });
  await fill(PLANTED, null);
  const blind = await verdictNow();
  expect(blind).toMatchObject({
    outcome: 'inconclusive',
    sharpen: 'new_business_price.price',
    reason: { id: 'lowOverlap' },
  });
  // None of the sources reaches far enough, which is not the same as nothing being known.
  expect(silentOverpaymentMessages.en.notes['lowOverlap']?.(blind.reason?.values ?? {}, createFormat('en'))).toMatch(
    /known for too few customers; it needs 40%/,
  );
});

describe('named prices of others that stand for what newcomers pay', () => {
  const START = `if(number < 200, toDate('2025-12-01'), ${REGULAR_START})`;
  // Newcomers pay 1,000, regulars 1,200; the market asks 1,000 of both, by the technical price the regulars cost a fifth more.
  const world: World = { customers: 2_000, gap: 'if(number < 200, 0, 0.2)', start: START };
  const quoted = (reference: string, price: string) =>
    made.addSql(
      'new_business_price',
      ['product_id', 'contract_id', 'valid_from', 'price', 'reference', 'source'],
      `SELECT 'P' AS product_id, concat('v', customer_id) AS contract_id, toDate('2025-12-01') AS valid_from, ${price} AS price, '${reference}' AS reference, 'quote' AS source FROM (SELECT ${person(world)})`,
    );

  test('one of them is the yardstick and is named', async () => {
    await fill(world, null);
    await quoted('market', '1000');
    const found = await verdictNow();
    expect(found).toMatchObject({ outcome: 'finding', affected: 1_800 });
    expect(found.caveats).toContainEqual({ id: 'yardstick', values: { reference: 'market' } });
  });

  test('trap: several of them say different things, and their names must not decide', async () => {
    await fill(world, null);
    await quoted('market', '1000');
    await quoted('technical', 'round(1000 * (1 + gap), 2)');
    expect(await verdictNow()).toMatchObject({
      outcome: 'inconclusive',
      affected: null,
      sharpen: 'new_business_price.price',
      reason: { id: 'severalYardsticks', values: { references: 'market, technical' } },
    });
  });

  test('what the company itself asks of newcomers goes before them', async () => {
    await fill(world, 'quote');
    await quoted('market', '1000');
    await quoted('technical', 'round(1000 * (1 + gap), 2)');
    const found = await verdictNow();
    expect(found).toMatchObject({ outcome: 'finding', affected: 1_800 });
    expect(ids(found)).not.toContain('yardstick');
  });
});

test('what would overturn a "no" is more people above the limit, not fewer', async () => {
  await fill({ customers: 1_000, gap: '0' });
  await listening();
  const { overturn } = await verdictNow();
  expect(overturn?.id).toBe('otherLimit');
  expect(silentOverpaymentMessages.en.notes['otherLimit']?.(overturn?.values ?? {}, createFormat('en'))).toMatch(
    /more than 2\.0% lay above it/,
  );
});

test('fewer than thirty people are not shown', async () => {
  await fill({ customers: 200, gap: 'if(number % 10 = 0, 0.2, 0)' });
  await listening();
  expect(await verdictNow()).toMatchObject({ outcome: 'inconclusive', affected: null, reason: { id: 'tooFewPeople' } });
});

test('waking: letters that go out region by region treble the asks of the next three months', async () => {
  const regions = 8;
  const world: World = { customers: 4_000, gap: '0.2', region: `concat('R', toString(number % ${regions}))` };
  await fill(world);
  await made.addSql(
    'notice_event',
    ['at', 'kind', 'scope'],
    `SELECT toDateTime64(addMonths(toDate('2024-03-10'), number), 3) AS at, 'best_tariff_notice' AS kind, concat('{"region":["R', toString(number), '"]}') AS scope FROM numbers(${regions})`,
  );
  // The rate of asking also grows over time, which a plain before-and-after would take for waking.
  await made.addSql(
    'exit_event',
    ['customer_id', 'at', 'kind'],
    `SELECT customer_id, toDateTime64(day, 3) AS at, 'tariff_request' AS kind FROM (
      SELECT *, arrayJoin(range(0, 60)) AS m, addMonths(toDate('2021-01-15'), m) AS day, m - (38 + number % ${regions}) AS since
      FROM (SELECT ${person(world)})
    ) WHERE (sipHash64(number, m, 'ask') % 1000000) / 1e6 < 0.002 * (1 + m / 20) * if(since BETWEEN 1 AND 3, 3, 1)`,
  );
  const ratio = (await verdictNow()).details.find(({ key }) => key === 'askRatio')?.quantity;
  expect(ratio?.low).toBeLessThan(3);
  expect(ratio?.high).toBeGreaterThan(3);
  expect(ratio?.low).toBeGreaterThan(1.5);
});

describe('waking: letters that go out region by region treble the departures of the next three months', () => {
  const months = 60;
  // Of their own accord, moved away (neither reason nor notice on record), and on to another contract in the same house.
  const [own, moved, onwards] = [0.006, 0.004, 0.006];
  const fate = `
    SELECT number, argMin((ends_on, reach), m) AS earliest, earliest.1 AS end_date, multiIf(earliest.2 < 1, 'own', earliest.2 < 2, 'moved', 'onwards') AS fate
    FROM (
      SELECT number, m, toLastDayOfMonth(addMonths(toDate('2021-01-01'), m)) AS ends_on,
        (sipHash64(number, m, 'fate') % 1000000) / 1e6 AS u, ${own} * if(m - (38 + number % 8) BETWEEN 1 AND 3, 3, 1) AS chance,
        multiIf(u < chance, 0, u < chance + ${moved}, 1, 2) AS reach
      FROM (SELECT number, arrayJoin(range(0, ${months})) AS m FROM numbers(4000))
      WHERE u < chance + ${moved} + ${onwards}
    )
    GROUP BY number`;
  const named = `concat('k', toString(number)) AS customer_id, 'P' AS product_id, concat('R', toString(number % 8)) AS region`;
  const columns = ['contract_id', 'customer_id', 'product_id', 'start_date', 'price', 'region'];
  let exitRatio: { readonly low: number | null; readonly high: number | null } | undefined;
  beforeAll(async () => {
    await fill(null);
    await listening();
    await made.add('new_business_price', [
      { product_id: 'P', valid_from: '2014-01-01', price: 1000, source: 'tariff sheet' },
    ]);
    await made.addSql(
      'contract',
      [...columns, 'end_date', 'end_reason', 'notice_date'],
      `SELECT concat('v', toString(number)) AS contract_id, ${named}, toDate('2015-01-01') + number % 1000 AS start_date, 1200 AS price,
        if(f.fate = '', NULL, f.end_date) AS end_date, if(f.fate = 'own' AND number % 3 > 0, 'voluntary', NULL) AS end_reason, if(f.fate = 'own', f.end_date - 30, NULL) AS notice_date
      FROM numbers(4000) AS n LEFT JOIN (${fate}) AS f ON f.number = n.number`,
    );
    await made.addSql(
      'contract',
      columns,
      `SELECT concat('w', toString(number)) AS contract_id, ${named}, end_date + 1 AS start_date, 1200 AS price FROM (${fate}) WHERE fate = 'onwards'`,
    );
    await made.addSql(
      'contract',
      columns,
      `SELECT concat('n', toString(number)) AS contract_id, ${named.replace("'k'", "'n'")}, toDate('2025-12-01') AS start_date, 1000 AS price FROM numbers(1500)`,
    );
    await made.addSql(
      'price_event',
      ['contract_id', 'valid_from', 'price', 'kind'],
      `SELECT concat('v', toString(number)) AS contract_id, toDate('2020-06-01') AS valid_from, 1200 AS price, 'renewal_offer' AS kind FROM numbers(4000)`,
    );
    await made.addSql(
      'notice_event',
      ['at', 'kind', 'scope'],
      `SELECT toDateTime64(addMonths(toDate('2024-03-01'), number), 3) AS at, 'price_letter' AS kind, concat('{"region":["R', toString(number), '"]}') AS scope FROM numbers(8)`,
    );
    exitRatio = (await verdictNow()).details.find(({ key }) => key === 'exitRatio')?.quantity;
  });

  test('the planted ratio of 3 lies within the interval, and 1 far below it', () => {
    expect(exitRatio?.low).toBeLessThan(3);
    expect(exitRatio?.high).toBeGreaterThan(3);
    expect(exitRatio?.low).toBeGreaterThan(2);
  });

  test('trap: contracts that pass into others in the same house, and people who moved, are no departures', async () => {
    // With all ends counted alike the ratio would be (3 * own + moved + onwards) / (own + moved + onwards) = 1.75.
    const diluted = (3 * own + moved + onwards) / (own + moved + onwards);
    expect(exitRatio?.low).toBeGreaterThan(diluted);
  });
});

test('asks from before a customer overpaid are not those of an overpayer', async () => {
  const start = `toDate('2020-01-15')`;
  await fill({ customers: 500, gap: '0.11', start });
  await made.add('notice_event', [{ at: '2024-05-01', kind: 'press' }]);
  const ask = (day: string, from: number, until: number) =>
    made.addSql(
      'exit_event',
      ['customer_id', 'at', 'kind'],
      `SELECT concat('k', toString(number)) AS customer_id, toDateTime64('${day}', 3) AS at, 'tariff_request' AS kind FROM numbers(${from}, ${until - from})`,
    );
  // Five equal steps to 11 %: the tenth was passed with the last of them, in January 2025.
  await ask('2022-01-01', 499, 500);
  await ask('2023-06-10', 0, 40);
  await ask('2025-03-10', 40, 47);
  expect((await verdictNow()).caveats.find(({ id }) => id === 'tooFewAsks')?.values).toMatchObject({ has: 7 });
});

test('no contracts: the question does not arise', async () => {
  await fill(null);
  expect((await verdictNow()).outcome).toBe('notApplicable');
});

test.each(['en', 'de'] as const)('every outcome has words in %s', (language) => {
  const words = silentOverpaymentMessages[language];
  const f = createFormat(language);
  for (const outcome of ['finding', 'reversed', 'clear', 'inconclusive', 'notApplicable', 'failed'] as const) {
    const text = [words.question, words.answer, words.naive, words.action].map((say) => say(verdict({ outcome }), f));
    expect(text.every((part) => part.length > 20)).toBe(true);
  }
});
