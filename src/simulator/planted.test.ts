import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReadRow, readCanonical } from './output/read-canonical.ts';
import { simulate } from './simulate.ts';
import type { Truth } from './truth.ts';
import type { WorldId } from './world.ts';
import { WORLDS } from './worlds.ts';

const root = mkdtempSync(join(tmpdir(), 'stammkunde-planted-'));
const truths = new Map<WorldId, Truth>();
const SIZES: readonly (readonly [WorldId, number])[] = [
  ['A', 4_500],
  ['C', 2_400],
  ['D', 900],
];

beforeAll(async () => {
  for (const [world, customers] of SIZES) {
    const truth = await simulate({
      world,
      customers,
      seed: 20_260_630,
      without: [],
      clean: true,
      variants: false,
      counterfactuals: 'none',
      directory: join(root, world),
      onProgress: () => undefined,
      signal: null,
    });
    truths.set(world, truth);
  }
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

const read = new Map<string, readonly ReadRow[]>();
function rows(world: WorldId, table: string): readonly ReadRow[] {
  const known = read.get(world + table) ?? readCanonical(join(root, world), table);
  read.set(world + table, known);
  return known;
}

const realised = (world: WorldId) => {
  const truth = truths.get(world);
  if (truth === undefined) throw new RangeError(`world ${world} was not simulated`);
  return truth.realised;
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Priced {
  readonly product: string;
  readonly started: string;
  readonly price: number;
  readonly discounted: boolean;
  readonly gap: number;
}

/** Price of each running contract over what an equal newcomer is asked today; own discounts added back. */
function gaps(world: WorldId): readonly Priced[] {
  const keyOf = (row: ReadRow) => [row['product_id'], row['region'], row['channel'], row['risk_class']].join('|');
  const today = new Map(
    rows(world, 'new_business_price')
      .filter((row) => row['valid_to'] === '')
      .map((row) => [keyOf(row), Number(row['price'])]),
  );
  return rows(world, 'contract')
    .filter((row) => row['end_date'] === '')
    .map((row) => ({
      product: row['product_id'] ?? '',
      started: row['start_date'] ?? '',
      price: Number(row['price']),
      discounted: row['discount'] !== '',
      gap: (Number(row['price']) + Number(row['discount'] ?? 0)) / (today.get(keyOf(row)) ?? Number.NaN) - 1,
    }));
}

describe('prices', () => {
  test('in the null world every running contract costs exactly what a newcomer of its risk is asked', () => {
    const wrong = gaps('C').filter(({ gap }) => !(Math.abs(gap) < 1e-9));
    expect(wrong.slice(0, 2)).toEqual([]);
  });

  test('in world A the gap is nil for two years, then walks by 3.5 % a renewal for customers of usual attention', () => {
    const walked = gaps('A').filter((row) => !row.product.startsWith('magazine'));
    const gapsAfter = (years: number) => {
      const from = `${2026 - years - 1}-07-01`;
      const until = `${2026 - years}-06-30`;
      return walked.filter((row) => row.started >= from && row.started <= until).map(({ gap }) => gap);
    };
    expect(Math.max(...gapsAfter(0).map(Math.abs), ...gapsAfter(1).map(Math.abs))).toBeLessThan(1e-9);
    // Those who stayed look less at prices, so their walk lies a little above 3.5 %; spread of attention 1 pp.
    expect(mean(gapsAfter(2))).toBeGreaterThan(0.033);
    expect(mean(gapsAfter(2))).toBeLessThan(0.039);
    expect(mean(gapsAfter(4))).toBeGreaterThan(1.033 ** 3 - 1);
    expect(Math.max(...walked.map(({ gap }) => gap))).toBeLessThanOrEqual(0.2801);
  });

  test('the naive price by tenure hides the walk, because risk falls with tenure (trap T1)', () => {
    const motor = gaps('A').filter((row) => row.product.startsWith('motor') && !row.discounted);
    const price = (from: string, until: string) =>
      mean(motor.filter((row) => row.started >= from && row.started < until).map((row) => Math.log(row.price)));
    const young = price('2024-07-01', '2026-07-01');
    const old = price('2018-07-01', '2021-07-01');
    const truth = mean(
      motor.filter((row) => row.started >= '2018-07-01' && row.started < '2021-07-01').map(({ gap }) => gap),
    );
    expect(truth).toBeGreaterThan(0.12);
    expect(old - young).toBeLessThan(truth / 2);
  });

  test('in world D customers pay less than newcomers', () => {
    const existing = gaps('D').filter((row) => row.started < '2023-07-01' && !row.product.startsWith('heat'));
    expect(mean(existing.map(({ gap }) => gap))).toBeLessThan(-0.1);
  });
});

describe('conditions', () => {
  /** Concentration index of the mean gift over rank by consumption. */
  const concentration = (world: WorldId): number => {
    const base = new Map(WORLDS[world].lines.map((line) => [line.id, line.volume]));
    const volume = new Map(
      rows(world, 'contract').map((row) => [
        row['customer_id'],
        Number(row['volume']) / (base.get(`${row['product_id']}`.replace(/-\d$/, '')) ?? 1),
      ]),
    );
    const gifts = rows(world, 'recognition').filter((row) => row['kind'] === 'gift' && row['programme_id'] === '');
    const one = new Map(gifts.map((row) => [row['customer_id'], Number(row['value'])]));
    const ranked = [...one].sort(([a], [b]) => (volume.get(a) ?? 0) - (volume.get(b) ?? 0)).map(([, value]) => value);
    const average = mean(ranked);
    return (
      (2 * mean(ranked.map((value, index) => (value - average) * ((index + 0.5) / ranked.length - 0.5)))) / average
    );
  };

  test('gifts fall with the root of volume: concentration index -(2 Phi(0.25 / sqrt 2) - 1) = -0.1403', () => {
    expect(concentration('A')).toBeCloseTo(-0.1403, 2);
  });

  test('in the null world everybody gets the same, in world D the best get most', () => {
    expect(Math.abs(concentration('C'))).toBeLessThan(1e-9);
    expect(concentration('D')).toBeCloseTo(0.1403, 1);
  });
});

describe('waits', () => {
  const restrictedMean = (world: WorldId, line: string, topic: string) => {
    // Kaplan-Meier over calls, abandonment censors; integrated to 30 minutes.
    const calls = rows(world, 'contact').filter((row) => row['line_class'] === line && row['topic'] === topic);
    const times = calls
      .map((row) => ({ at: Number(row['wait_s']), answered: row['answered'] === 'true' }))
      .sort((a, b) => a.at - b.at);
    let still = 1;
    let area = 0;
    let last = 0;
    for (const [index, { at, answered }] of times.entries()) {
      const until = Math.min(at, 1800);
      area += still * (until - last);
      last = until;
      if (at >= 1800) break;
      if (answered) still *= 1 - 1 / (times.length - index);
    }
    return area + still * (1800 - last);
  };

  test('customers wait 450 s at the service line, prospects 45 s at the sales line (offered, restricted to 30 minutes)', () => {
    const service = restrictedMean('A', 'service', 'invoice_question');
    const sales = restrictedMean('A', 'sales', 'tariff_advice');
    expect(service).toBeGreaterThan(400);
    expect(service).toBeLessThan(480);
    expect(sales).toBeGreaterThan(38);
    expect(sales).toBeLessThan(58);
  });

  test('raw means point the other way, because prospects ask what takes long (trap T3)', () => {
    expect(realised('A')['waits']).toMatchObject({ rawGapSeconds: expect.any(Number) });
    const { rawGapSeconds, standardisedGapSeconds } = wait('A');
    expect(rawGapSeconds).toBeLessThan(0);
    expect(standardisedGapSeconds).toBeGreaterThan(300);
  });

  test('in the null world waits differ raw but not within topics; in world D the sales line is the slow one', () => {
    expect(wait('C').rawGapSeconds).toBeLessThan(-150);
    expect(Math.abs(wait('C').standardisedGapSeconds)).toBeLessThan(30);
    expect(wait('D').standardisedGapSeconds).toBeLessThan(-250);
  });
});

function wait(world: WorldId): { rawGapSeconds: number; standardisedGapSeconds: number } {
  const waits = JSON.parse(JSON.stringify(realised(world)['waits']));
  return { rawGapSeconds: Number(waits.rawGapSeconds), standardisedGapSeconds: Number(waits.standardisedGapSeconds) };
}

describe('ends', () => {
  test('half of the bait customers are gone after some 17 months, of portal customers after 22, of the others much later', () => {
    const halfLives = JSON.parse(JSON.stringify(realised('A')['halfLifeMonths']));
    expect(halfLives.bait).toBeGreaterThan(14);
    expect(halfLives.bait).toBeLessThan(20);
    expect(halfLives.portal).toBeGreaterThan(19);
    expect(halfLives.portal).toBeLessThan(26);
    // With some 900 arrivals each, organic (48) and recommended (66) cannot be told apart yet.
    expect(Math.min(halfLives.organic ?? 120, halfLives.recommendation ?? 120)).toBeGreaterThan(36);
  });

  test('in the null world no source keeps its customers longer than another', () => {
    const bySource: Record<string, { perYear: number; years: number }> = JSON.parse(
      JSON.stringify(realised('C')['yearlyExitsBySource']),
    );
    const sources = Object.values(bySource);
    const all =
      sources.reduce((sum, { perYear, years }) => sum + perYear * years, 0) /
      sources.reduce((sum, { years }) => sum + years, 0);
    // Poisson spread with room for households that leave together.
    for (const { perYear, years } of sources)
      expect(Math.abs(perYear - all)).toBeLessThan(4 * Math.sqrt((1.5 * all) / years));
  });

  test('re-entries keep the key of the person in 85 of 100 cases where there was one', () => {
    const customers = rows('A', 'customer');
    const again = customers.filter((row) => `${row['customer_id']}` >= '20000000');
    const keyed = again.filter((row) => row['identity_key'] !== '').length / again.length;
    expect(Math.abs(keyed - 0.85 * 0.92)).toBeLessThan(4 * Math.sqrt((0.78 * 0.22) / again.length));
    const firsts = new Set(
      customers.filter((row) => `${row['customer_id']}` < '20000000').map((row) => row['identity_key']),
    );
    expect(again.filter((row) => row['identity_key'] !== '' && !firsts.has(row['identity_key']))).toEqual([]);
  });
});

describe('answers and rules', () => {
  test.each([
    ['yes/yes', 0.88],
    ['no/yes', 0.41],
    ['yes/no', 0.17],
    ['no/no', 0.05],
  ])('satisfied with sale/after-sales %s buy again with probability %d', (cell, planted) => {
    const shares = JSON.parse(JSON.stringify(realised('A')['repurchase']));
    // Some 1,500 terms run out; the smallest cell holds about 200.
    expect(Math.abs(shares[cell] - planted)).toBeLessThan(4 * Math.sqrt((planted * (1 - planted)) / 120));
  });

  test('sale and after-sales answers share a halo of phi 0.3', () => {
    expect(Math.abs(Number(realised('A')['haloPhi']) - 0.3)).toBeLessThan(0.12);
  });

  test('only rules R3 and R7 are granted almost always', () => {
    const outcomes = new Map<string, number[]>();
    for (const row of rows('A', 'approval')) {
      if (row['outcome'] === 'pending') continue;
      const rule = row['rule_id'] ?? '';
      outcomes.set(rule, [...(outcomes.get(rule) ?? []), row['outcome'] === 'granted' ? 1 : 0]);
    }
    const granted = [...outcomes].filter(([, all]) => mean(all) > 0.9).map(([rule]) => rule);
    expect(granted.sort()).toEqual(['R3', 'R7']);
  });

  test('care covers 71 % while the commission runs and 29 % afterwards, half of all in the null world', () => {
    const coverage = (world: WorldId) => JSON.parse(JSON.stringify(realised(world)['coverage']));
    expect(Math.abs(coverage('A').commissionRunning - 0.71)).toBeLessThan(0.07);
    expect(Math.abs(coverage('A').commissionEnded - 0.29)).toBeLessThan(0.07);
    expect(Math.abs(coverage('C').commissionRunning - coverage('C').commissionEnded)).toBeLessThan(0.1);
  });

  test('71 % of what is spent wins new customers, in the books to the cent', () => {
    const spent = (purpose: string) =>
      rows('A', 'cost')
        .filter((row) => row['purpose'] === purpose)
        .reduce((sum, row) => sum + Number(row['amount']), 0);
    const acquisition = spent('acquisition');
    expect(acquisition / (acquisition + spent('retention') + spent('save'))).toBeCloseTo(0.71, 5);
  });
});
