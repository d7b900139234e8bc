import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, openCompany, verdictOf } from '../../../test/company.ts';
import { createFormat } from '../../domain/format.ts';
import { verdict } from '../verdict.ts';
import { momentsOfTruth } from './check.ts';
import { momentsOfTruthMessages } from './messages.ts';

const asOf = '2026-06-30';
const COLUMNS = ['customer_id', 'at', 'item', 'value', 'scale_max', 'touchpoint_id'] as const;

interface World {
  readonly people: number;
  /** SQL of the points that an experience adds to the judgement; may use place and felt (-1, 0, 1). */
  readonly effect: string;
  readonly scale?: 5 | 10;
  readonly judgement?: string;
}

const unit = (...parts: readonly string[]) => `(sipHash64(i, ${parts.join(', ')}) % 1000000 + 0.5) / 1e6`;
const VALUE_OF_FIVE = `multiIf(felt = -1, 2, felt = 1, 5, 4)`;
const VALUE_OF_TEN = `multiIf(felt = -1, 5, felt = 1, 9, 8)`;

/** Ten touchpoints, five of which everybody rates at the same time as the recommendation. */
const experiences = (people: number, effect: string) => `
SELECT i, place, felt, ${effect} AS adds
FROM (
  SELECT number AS i, concat('t', toString((i + k) % 10)) AS place, ${unit('k', "'felt'")} AS u, multiIf(u < 0.25, -1, u < 0.75, 0, 1) AS felt
  FROM numbers(${people}) ARRAY JOIN [0, 2, 3, 5, 8] AS k
)`;
const at = `toDateTime64(toDateTime('2026-06-01 12:00:00', 'UTC') - (i % 700) * 86400, 3, 'UTC')`;
const ratings = ({ people, effect, scale = 5 }: World) => `
SELECT concat('k', toString(i)) AS customer_id, ${at} AS at, 'touchpoint_satisfaction' AS item,
  ${scale === 5 ? VALUE_OF_FIVE : VALUE_OF_TEN} AS value, ${scale} AS scale_max, place AS touchpoint_id
FROM (${experiences(people, effect)})`;
const judgements = ({ people, effect, judgement = 'recommend' }: World) => `
SELECT concat('k', toString(i)) AS customer_id, ${at} AS at, '${judgement}' AS item,
  round(greatest(0, least(10, 6.5 + sum(adds) + sqrt(-2 * log(${unit("'a'")})) * cos(6.283185 * ${unit("'b'")})))) AS value,
  10 AS scale_max, NULL AS touchpoint_id
FROM (${experiences(people, effect)}) GROUP BY i`;

let made: Company;
beforeAll(async () => {
  made = await openCompany();
});
afterAll(() => made.close());

const empty = async () => {
  for (const table of ['survey', 'touchpoint'])
    await made.warehouse.run({ name: 'empty', sql: `TRUNCATE TABLE rows_${table}` });
};
const now = async () => verdictOf(await made.audit({ checks: [momentsOfTruth], asOf }), 'moments-of-truth');
type Found = Awaited<ReturnType<typeof now>>;
const judged = async (world: World): Promise<Found> => {
  await empty();
  await made.addSql('survey', COLUMNS, ratings(world));
  await made.addSql('survey', COLUMNS, judgements(world));
  return now();
};
const named = (found: Found, dimension: string, outcome: string) =>
  found.strata
    .filter((one) => one.key.startsWith(`${dimension}:`) && one.outcome === outcome)
    .map((one) => one.key.slice(dimension.length + 1))
    .sort();

const PLANTED = `multiIf(felt = -1 AND place = 't1', -1.2, felt = -1 AND place = 't4', -0.8, felt = 1 AND place = 't6', 0.7, 0)`;

describe('two touchpoints that hurt and one that delights', () => {
  const world: World = { people: 3000, effect: PLANTED };
  let found: Found;
  beforeAll(async () => {
    found = await judged(world);
  });

  test('just these are named, the heaviest first, with the planted loss in the interval', () => {
    expect(found).toMatchObject({ outcome: 'finding', grade: 'C' });
    expect(named(found, 'loss', 'finding')).toEqual(['t1', 't4']);
    expect(named(found, 'gain', 'clear')).toEqual(['t6']);
    expect(found.overturn?.values['top']).toBe('t1');
    expect(found.effect?.low).toBeLessThan(1.2);
    expect(found.effect?.high).toBeGreaterThan(1.2);
  });

  test('they are told as must-be and delighter', () => {
    const kinds = found.caveats.find(({ id }) => id === 'kinds')?.values;
    expect(kinds?.['mustBe']).toContain('t1');
    expect(kinds?.['delighter']).toBe('t6');
  });

  test('the number affected is the number of judgements after a disappointment', async () => {
    const rows = await made.warehouse.columns({
      name: 'disappointed',
      sql: `SELECT uniqExact(customer_id) AS n FROM survey WHERE touchpoint_id IS NOT NULL AND value <= 2 ORDER BY n`,
      params: {},
    });
    expect(found.affected).toBe(Number(rows['n']?.[0]));
  });

  test('shuffled rows, other items and people who rate nothing change nothing; a register adds names', async () => {
    const before = await now();
    await empty();
    await made.addSql('survey', COLUMNS, `SELECT * FROM (${judgements(world)}) ORDER BY sipHash64(customer_id)`);
    await made.addSql(
      'survey',
      COLUMNS,
      `SELECT * FROM (${ratings(world)}) ORDER BY sipHash64(customer_id, touchpoint_id)`,
    );
    await made.addSql('survey', COLUMNS, `SELECT * REPLACE ('loyalty_people' AS item) FROM (${judgements(world)})`);
    expect(JSON.stringify(await now())).toBe(JSON.stringify(before));
    await made.add('touchpoint', [
      { touchpoint_id: 't1', name: 'Claim desk', phase: 'after' },
      { touchpoint_id: 'other', name: 'Nobody rates it', phase: 'after' },
    ]);
    const renamed = await now();
    expect(renamed.overturn?.values['top']).toBe('Claim desk');
    expect(renamed.effect).toEqual(before.effect);
  });

  test('a scale of ten is sorted alike', async () => {
    expect(named(await judged({ ...world, scale: 10 }), 'loss', 'finding')).toEqual(['t1', 't4']);
  });
});

/** Four touchpoints; who is in a bad mood rates all of them and the whole lower. `hurt` is what the first one costs when it disappoints. */
const moody = (people: number, hurt: number) => {
  const normal = (part: string) => `sqrt(-2 * log(${unit(part, "'r'")})) * cos(6.283185 * ${unit(part, "'s'")})`;
  return {
    rated: `
SELECT i, k, concat('t', toString(k)) AS place, ${normal("'mood'")} AS mood,
  toInt8(greatest(1, least(5, round(3.7 + 0.5 * mood + ${normal('k')})))) AS value
FROM (SELECT number AS i, arrayJoin([0, 1, 2, 3]) AS k FROM numbers(${people}))`,
    whole: `round(greatest(0, least(10, 7 + any(mood) + ${normal("'own'")} - ${hurt} * countIf(k = 0 AND value <= 2))))`,
  };
};
const judgedInMood = async (people: number, hurt: number): Promise<Found> => {
  await empty();
  const { rated, whole } = moody(people, hurt);
  const person = `concat('k', toString(i)) AS customer_id, ${at} AS at`;
  await made.addSql(
    'survey',
    COLUMNS,
    `SELECT ${person}, 'satisfaction' AS item, value, 5 AS scale_max, place AS touchpoint_id FROM (${rated})`,
  );
  await made.addSql(
    'survey',
    COLUMNS,
    `SELECT ${person}, 'recommend' AS item, ${whole} AS value, 10 AS scale_max, NULL AS touchpoint_id FROM (${rated}) GROUP BY i`,
  );
  return now();
};

describe('few touchpoints, rated in a mood that also colours the whole', () => {
  test('no touchpoint is blamed for the mood of those who answer', async () => {
    const found = await judgedInMood(2000, 0);
    expect(found).toMatchObject({ outcome: 'inconclusive', reason: { id: 'moodInWords', values: { tested: 4 } } });
    expect([...named(found, 'loss', 'finding'), ...named(found, 'gain', 'clear')]).toEqual([]);
  });

  test('the one that stands out from the others is named', async () => {
    expect(named(await judgedInMood(2000, 1.2), 'loss', 'finding')).toEqual(['t0']);
  });
});

test('null company: everybody is disappointed somewhere and it weighs nowhere', async () => {
  const found = await judged({ people: 6000, effect: '0' });
  expect(found.outcome).toBe('clear');
  expect(found.strata.filter(({ outcome }) => outcome === 'finding')).toEqual([]);
});

test('too few judgements, and none at all, are told', async () => {
  expect(await judged({ people: 60, effect: '0' })).toMatchObject({
    outcome: 'inconclusive',
    reason: { id: 'tooFewAnswers', values: { needed: 100, has: 60 } },
  });
  const lone = await judged({ people: 500, effect: '0', judgement: 'loyalty_company' });
  expect(lone).toMatchObject({ outcome: 'inconclusive', reason: { id: 'noJudgement' } });
  await empty();
  expect((await now()).outcome).toBe('notApplicable');
});

test('every outcome has its sentence in both languages', () => {
  const overturn = { id: 'oneMood', values: { asOf, top: 'Rechnung', decisive: 1 } };
  const effect = { value: 0.94, low: 0.42, high: 1.45, level: 0.95, unit: 'points' } as const;
  const say = (language: 'de' | 'en', outcome: 'finding' | 'clear' | 'reversed' | 'inconclusive') =>
    momentsOfTruthMessages[language].answer(verdict({ outcome, effect, overturn }), createFormat(language));
  expect(say('de', 'finding')).toMatch(
    /^Zuerst bei „Rechnung“: .* um 0,9 Punkte schlechter .*zwischen 0,4 Punkten und 1,5 Punkten von zehn, Stand 30\.06\.2026/,
  );
  expect(say('en', 'clear')).toMatch(/^At none/);
  expect(say('en', 'inconclusive')).toMatch(/^The data do not tell/);
});
