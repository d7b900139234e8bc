import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { momentsOfTruth } from './check.ts';
import { momentsOfTruthMessages } from './messages.ts';

const asOf = '2026-06-30';
const RATING = ['customer_id', 'at', 'item', 'value', 'scale_max', 'touchpoint_id'] as const;
const CONTRACT = ['contract_id', 'customer_id', 'product_id', 'start_date', 'end_date', 'notice_date'] as const;

interface World {
  readonly people: number;
  readonly seed?: number;
  readonly touchpoints?: number;
  /** SQL of the chance that a touchpoint disappoints; may use place, unhappy and line_b (0 or 1). */
  readonly bad?: string;
  /** SQL of the multiple of the usual rate of leaving; may use felt (an array by touchpoint: -1, 0, 1, 9 not rated), unhappy and line_b. */
  readonly risk: string;
  /** Share of customers who are asked; the others leave at `unaskedRisk` times the usual rate. */
  readonly asked?: number;
  readonly unaskedRisk?: number;
  /** Days between notice and end; those who leave rate everything low after their notice. */
  readonly noticeDays?: number;
}

const RATE = 0.16;
const people = ({ people: size, seed = 1, touchpoints = 4, bad = '0.25', risk, asked = 1, unaskedRisk = 1 }: World) => {
  const unit = (name: string, place = '0') => `(sipHash64(i, ${seed}, ${place}, '${name}') % 1000000 + 0.5) / 1e6`;
  return `
SELECT
  number AS i,
  ${unit('line')} < 0.4 AS line_b,
  ${unit('mood')} < 0.3 AS unhappy,
  ${unit('asked')} < ${asked} AS is_asked,
  toDate32('2016-01-01') + toUInt32(${unit('start')} * 5 * 365) AS start_date,
  toDate32('2021-09-01') + toUInt32(${unit('day')} * 4 * 365) AS rated_on,
  arrayMap(place -> if(${unit('rates', 'place')} > 0.75, 9,
    if(${unit('felt', 'place')} < ${bad}, -1, if(${unit('felt', 'place')} > 0.8, 1, 0))), range(${touchpoints})) AS felt,
  if(is_asked, rated_on, toDate32('2021-09-01')) + 1 + toUInt32(-log(${unit('leaves')}) * 365 / (${RATE} * if(is_asked, ${risk}, ${unaskedRisk}))) AS leaves_on
FROM numbers(${size})`;
};
const ratings = (world: World) => `
SELECT concat('k', toString(i)) AS customer_id, toDateTime64(toDateTime(toDate(rated_on), 'UTC') + 43200, 3, 'UTC') AS at,
  'touchpoint_satisfaction' AS item, multiIf(f = -1, 2, f = 1, 5, 4) AS value, 5 AS scale_max, concat('t', toString(place)) AS touchpoint_id
FROM (${people(world)}) ARRAY JOIN felt AS f, arrayEnumerate(felt) AS place
WHERE is_asked AND f != 9`;
const contracts = ({ noticeDays, ...world }: World) => `
SELECT concat('c', toString(i)) AS contract_id, concat('k', toString(i)) AS customer_id, if(line_b, 'B', 'A') AS product_id, start_date,
  if(leaves_on <= toDate32('${asOf}'), toNullable(leaves_on), NULL) AS end_date,
  ${noticeDays === undefined ? 'NULL' : `end_date - ${noticeDays}`} AS notice_date
FROM (${people(world)})`;
/** Whoever gave notice is asked once more before the end, and rates low. */
const farewells = ({ noticeDays = 0, ...world }: World) => `
SELECT concat('k', toString(i)) AS customer_id, toDateTime64(toDateTime(toDate(leaves_on - intDiv(${noticeDays}, 2)), 'UTC') + 43200, 3, 'UTC') AS at,
  'touchpoint_satisfaction' AS item, 1 AS value, 5 AS scale_max, 't1' AS touchpoint_id
FROM (${people(world)}) WHERE leaves_on <= toDate32('${asOf}') AND leaves_on > rated_on + ${2 * noticeDays}`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const empty = async () => {
  for (const table of ['survey', 'contract', 'touchpoint', 'customer_value'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
const report = () => made.audit({ checks: [momentsOfTruth], asOf });
const now = async () => verdictOf(await report(), 'moments-of-truth', 'behaviour');
type Found = Awaited<ReturnType<typeof now>>;
const fill = async (world: World) => {
  await empty();
  await made.addSql('survey', RATING, ratings(world));
  await made.addSql('contract', CONTRACT, contracts(world));
};
const judged = async (world: World): Promise<Found> => {
  await fill(world);
  return now();
};
const named = (found: Found, dimension: string, outcome: string) =>
  found.strata
    .filter((one) => one.key.startsWith(`${dimension}:`) && one.outcome === outcome)
    .map(({ key }) => key.slice(dimension.length + 1))
    .sort();
const spans = (found: Found['effect'], truth: number) => {
  expect(found?.low).toBeLessThan(truth);
  expect(found?.high).toBeGreaterThan(truth);
};

const PLANTED = 'if(felt[1] = -1, 3, 1) * if(felt[2] = 1, 0.35, 1)';

describe('customers leave three times as often after one disappointment, and a third as often after one delight', () => {
  const world: World = { people: 6000, risk: PLANTED };
  let found: Found;
  beforeAll(async () => {
    found = await judged(world);
  });

  test('just these are named, with the planted ratio in the interval', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'C', reference: 'behaviour' });
    expect(named(found, 'leave', 'finding')).toEqual(['t1']);
    expect(named(found, 'stay', 'clear')).toEqual(['t2']);
    spans(found.effect, 3);
    spans(found.strata.find(({ key }) => key === 'stay:t2')?.effect ?? null, 0.35);
    spans(found.details.find(({ key }) => key === 'ratioLater')?.quantity ?? null, 3);
  });

  test('without an overall judgement it is the only answer and says so; shares stand beside it', async () => {
    const { checks } = await report();
    expect(checks).toHaveLength(1);
    expect(found.caveats.map(({ id }) => id)).toContain('noJudgement');
    const shares = ['disappointing', 'okay', 'delighting'].map(
      (kind) => found.strata.find(({ key }) => key === `${kind}:t1`)?.effect?.value ?? 0,
    );
    expect(shares[0]).toBeCloseTo(0.25, 1);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  test('with an overall judgement it is the second answer', async () => {
    const say = `SELECT * REPLACE ('recommend' AS item, NULL AS touchpoint_id) FROM (SELECT * FROM (${ratings(world)}) WHERE touchpoint_id = 't3')`;
    await made.addSql('survey', RATING, say);
    const { checks } = await report();
    expect(checks.map(({ reference }) => reference).sort()).toEqual(['', 'behaviour']);
    expect((await now()).effect).toEqual(found.effect);
  });

  test('shuffled and repeated rows and customers of no concern change nothing', async () => {
    await empty();
    const shuffled = (sql: string) => `SELECT * FROM (${sql}) ORDER BY sipHash64(toString(tuple(*)), 7)`;
    await made.addSql('contract', CONTRACT, shuffled(contracts(world)));
    await made.addSql('survey', RATING, shuffled(ratings(world)));
    const again = await now();
    expect(JSON.stringify({ ...again, caveats: [] })).toBe(JSON.stringify({ ...found, caveats: [] }));
    await made.addSql(
      'survey',
      RATING,
      `SELECT * REPLACE (concat('x', customer_id) AS customer_id) FROM (${ratings(world)})`,
    );
    expect((await now()).effect).toEqual(found.effect);
  });

  test('it is said in both languages, without a cause', () => {
    const effect = { value: 2.94, low: 2.42, high: 3.45, level: 0.95, unit: 'ratio' } as const;
    const { overturn } = found;
    const say = (language: 'de' | 'en') =>
      momentsOfTruthMessages[language].answer(
        verdict({ outcome: 'finding', reference: 'behaviour', effect, overturn }),
        createFormat(language),
      );
    expect(say('de')).toMatch(
      /^Zuerst bei „t1“: Nach einer enttäuschenden Bewertung dort gehen Kunden \d,\d+-mal so häufig/,
    );
    expect(say('en')).toMatch(
      /^First at “t1”: after a disappointing rating there customers leave \d\.\d+ times as often/,
    );
  });
});

describe('null company: disappointed customers leave as often as all others', () => {
  test.each([1, 2, 3, 4])('seed %i is clear', async (seed) => {
    const found = await judged({ people: 12_000, seed, risk: '1' });
    expect(found.outcome).toBe('clear');
    expect(named(found, 'leave', 'finding')).toEqual([]);
  });
});

describe('what departures after a disappointment cost', () => {
  const world: World = { people: 12_000, touchpoints: 9, risk: 'if(felt[1] = -1, 3, 1)' };
  const MARGIN = 100;
  const priced = () =>
    made.addSql(
      'customer_value',
      ['customer_id', 'period', 'margin'],
      `SELECT concat('k', toString(number)) AS customer_id, '2025' AS period, ${MARGIN} AS margin FROM numbers(12000)`,
    );
  const loss = (found: Found) => found.caveats.find(({ id }) => id === 'lossAtFirst')?.values ?? {};

  test('the departures beyond the usual ones are those that were planted, and the loss is their remaining value', async () => {
    await fill(world);
    await priced();
    // Others who left before anybody was asked, so that ends are on record all along.
    await made.addSql(
      'contract',
      CONTRACT,
      `SELECT * REPLACE (concat('e', contract_id) AS contract_id, concat('e', customer_id) AS customer_id, toNullable(start_date + 200) AS end_date)
       FROM (${contracts({ ...world, people: 3000 })})`,
    );
    const found = await now();
    // Of the departures within a year at three times the rate two thirds are beyond; asked over about five years.
    const rows = await made.warehouse.columns({
      name: 'planted',
      params: {},
      sql: `SELECT countIf(felt[1] = -1 AND leaves_on <= rated_on + 365 AND leaves_on <= toDate32('${asOf}')) * 2 / 3 / dateDiff('day', min(rated_on), toDate32('${asOf}')) * 365.25 AS n FROM (${people(world)}) ORDER BY n`,
    });
    const truth = Number(rows['n']?.[0] ?? 0);
    expect(found.outcome).toBe('finding');
    expect(loss(found)).toMatchObject({ top: 't1' });
    expect(loss(found)['low']).toBeLessThan(truth);
    expect(loss(found)['high']).toBeGreaterThan(truth);
    expect(Number(loss(found)['high']) - Number(loss(found)['low'])).toBeLessThan(truth);
    const each = (found.money.loss?.value ?? 0) / Number(loss(found)['exits']);
    expect(each).toBeGreaterThan(MARGIN);
    expect(each).toBeLessThan(3 * MARGIN);
    expect(found.money).toMatchObject({ transfer: null, atRisk: null, recoverable: null });
  });

  test('without any value on record there is no amount, and it is said why', async () => {
    const found = await judged(world);
    expect(found).toMatchObject({ outcome: 'finding', money: { loss: null } });
    expect(found.caveats.map(({ id }) => id)).toContain('noWorth');
  });

  test('where the mood of the unhappy cannot be taken off, a finding stays without an amount', async () => {
    await fill({ ...world, touchpoints: 4 });
    await priced();
    const found = await now();
    expect(found).toMatchObject({ outcome: 'finding', money: { loss: null } });
    expect(found.caveats.map(({ id }) => id)).toContain('noMoneyInMood');
  });

  test.each([1, 2])('null company: no amount (seed %i)', async (seed) => {
    await fill({ ...world, seed, risk: '1' });
    await priced();
    expect((await now()).money).toEqual({ transfer: null, loss: null, atRisk: null, recoverable: null });
  });
});

describe('traps', () => {
  test('a product line that is rated low and left more is not taken for a disappointment', async () => {
    const found = await judged({ people: 12_000, bad: 'if(line_b, 0.6, 0.1)', risk: 'if(line_b, 3, 1)' });
    expect(found.naive?.low).toBeGreaterThan(1.3);
    expect(found.outcome).toBe('clear');
  });

  test('that those who are asked leave a third as often as the others does not matter', async () => {
    const world: World = { people: 12_000, asked: 0.5, unaskedRisk: 3, risk: PLANTED };
    const found = await judged(world);
    expect(found.naive?.value).toBeLessThan(2);
    expect(named(found, 'leave', 'finding')).toEqual(['t1']);
    spans(found.effect, 3);
  });

  test('ratings after the notice do not count', async () => {
    const world: World = { people: 8000, risk: '1', noticeDays: 60 };
    await fill(world);
    await made.addSql('survey', RATING, farewells(world));
    const found = await now();
    expect(found.excluded['notFollowed']).toBeGreaterThan(500);
    expect(named(found, 'leave', 'finding')).toEqual([]);
  });

  const MOOD = { people: 8000, bad: 'if(unhappy, 0.55, 0.15)', risk: 'if(unhappy, 3, 1)' };

  test('who is unhappy anyway rates ten touchpoints low and leaves more: none of them is named', async () => {
    const found = await judged({ ...MOOD, touchpoints: 10 });
    expect(found.outcome).toBe('clear');
    expect(found.naive?.low).toBeGreaterThan(1.3);
    expect(found.caveats.find(({ id }) => id === 'commonMood')?.values['ratio']).toBeGreaterThan(1.5);
  });

  test('with three touchpoints that mood cannot be taken off: the data do not tell, unless one stands out', async () => {
    const found = await judged({ ...MOOD, touchpoints: 3 });
    expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'sharedMood' } });
    const hurt = await judged({ ...MOOD, touchpoints: 3, risk: `${MOOD.risk} * if(felt[1] = -1, 2.5, 1)` });
    expect(hurt.outcome).toBe('finding');
    expect(named(hurt, 'leave', 'finding')).toEqual(['t1']);
  });
});

test('too few are told with numbers, and shares are shown all the same', async () => {
  const found = await judged({ people: 60, risk: '1' });
  expect(found).toMatchObject({
    outcome: 'inconclusive',
    effect: null,
    reason: { id: 'tooFewFollowed', values: { needed: 100, neededDepartures: 10 } },
  });
  expect(found.reason?.values['has']).toBeLessThan(61);
  expect(found.strata.filter(({ key }) => key.startsWith('disappointing:'))).toHaveLength(4);
});

test('without contracts, or without customers known to them, the words stand alone', async () => {
  await empty();
  await made.addSql('survey', RATING, ratings({ people: 500, risk: '1' }));
  expect((await report()).checks.map(({ reference, reason }) => [reference, reason?.id])).toEqual([
    ['', 'noJudgement'],
  ]);
});
