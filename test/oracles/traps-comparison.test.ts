import { describe, expect, test } from 'vitest';
import { doublyRobust } from '#statistics/comparison/doubly-robust.ts';
import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import { jointAttribution } from '#statistics/comparison/joint-attribution.ts';
import { createRandom } from '#statistics/random.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import { weightedLeastSquares } from '#statistics/regression/weighted-least-squares.ts';

/** Worlds with a known truth in which the obvious number is wrong. Truth, naive and adjusted value as in measure rules 3.0.5. */
const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

test('T1: risk falls with tenure while prices walk 4 % a year: +22.1 %, naive -2.4 %', () => {
  const random = createRandom(1);
  const n = 60_000;
  const tenure = Array.from({ length: n }, () => random.integer(11));
  const noClaims = tenure.map((years) => Math.max(years + random.integer(5) - 2, 0));
  const logPrice = tenure.map(
    (years, i) => Math.log(400) + 0.04 * years - 0.05 * (noClaims[i] ?? 0) + 0.05 * random.normal(),
  );
  const priceAt = (years: number) => mean(logPrice.filter((_, i) => tenure[i] === years).map(Math.exp));
  // -1.8 % in the long run; the stated -2.4 % is one draw of it.
  expect(Math.abs(100 * (priceAt(5) / priceAt(0) - 1) + 2.1)).toBeLessThan(0.8);
  const fit = weightedLeastSquares({
    names: ['one', 'tenure', 'noClaims'],
    columns: [tenure.map(() => 1), tenure, noClaims],
    response: logPrice,
    weights: null,
    cluster: null,
  });
  const { value, low, high } = fit.coefficients[1]?.estimate ?? { value: 0, low: 0, high: 0 };
  expect(100 * Math.expm1(5 * value)).toBeCloseTo(22.1, 0);
  expect(Math.expm1(5 * low)).toBeLessThan(Math.expm1(0.2));
  expect(Math.expm1(5 * high)).toBeGreaterThan(Math.expm1(0.2));
});

test('T3: customers wait 20 s and 70 s longer within topics, yet 148 s less overall; standardised 45 s at an even mix', () => {
  // Per thousand contacts: orders and claims; mean waits 80 and 400 s of customers, 60 and 330 s of newcomers.
  const existing = { count: [850, 150], total: [850 * 80, 150 * 400] };
  const newcomers = { count: [200, 800], total: [200 * 60, 800 * 330] };
  const result = exactStandardisation({ target: existing, other: newcomers });
  expect(result.naiveDifference).toBeCloseTo(-148, 9);
  expect(result.difference).toBeCloseTo(0.85 * 20 + 0.15 * 70, 9);
  const evenMix = { count: [500, 500], total: [500 * 80, 500 * 400] };
  expect(exactStandardisation({ target: evenMix, other: newcomers }).difference).toBeCloseTo(45, 9);
});

test('T5: who complains had the larger gap before: premium 25.0 EUR, naive 31.4 EUR', () => {
  const random = createRandom(5);
  const n = 30_000;
  const gap = Array.from({ length: n }, () => 20 * random.gamma(2));
  const nagged = gap.map((euros) => (random.uniform() < chance(-3 + 0.03 * euros) ? 1 : 0));
  const conceded = gap.map((euros, i) => Math.max(0.25 * euros + 25 * (nagged[i] ?? 0) + 5 * random.normal(), 0));
  const result = doublyRobust({
    treated: nagged,
    response: conceded,
    counts: null,
    names: ['one', 'gap'],
    columns: [gap.map(() => 1), gap],
    cluster: null,
  });
  expect(Math.abs((result?.naiveDifference ?? 0) - 31.4)).toBeLessThan(1);
  expect(Math.abs((result?.difference.value ?? 0) - 25)).toBeLessThan(0.4);
  const fit = weightedLeastSquares({
    names: ['one', 'nagged', 'gap'],
    columns: [gap.map(() => 1), nagged, gap],
    response: conceded,
    weights: null,
    cluster: null,
  });
  expect(Math.abs((fit.coefficients[1]?.estimate.value ?? 0) - 25)).toBeLessThan(0.3);
});

test('T6: customers at risk are handed over: odds ratio 1.5, naive 2.46, by staff exits alone 1.43', () => {
  const random = createRandom(7);
  // Counted as the engine would: exit, reassignment, left.
  const cells = new Float64Array(8);
  for (let i = 0; i < 400_000; i++) {
    const hidden = random.normal();
    const exit = random.uniform() < 0.08;
    const reassigned = random.uniform() < chance(-3.2 + 1.2 * hidden);
    const changed = exit || reassigned;
    const left = random.uniform() < chance(-2.8 + 0.9 * hidden + (changed ? Math.log(1.5) : 0));
    const at = (exit ? 4 : 0) + (reassigned ? 2 : 0) + (left ? 1 : 0);
    cells[at] = (cells[at] ?? 0) + 1;
  }
  const oddsRatio = (rows: readonly { readonly exposed: number; readonly cell: number }[]) => {
    const fit = logisticRegression({
      names: ['one', 'changed'],
      columns: [rows.map(() => 1), rows.map((row) => row.exposed)],
      successes: rows.map(({ cell }) => cells[cell + 1] ?? 0),
      trials: rows.map(({ cell }) => (cells[cell] ?? 0) + (cells[cell + 1] ?? 0)),
      offset: null,
      cluster: null,
    });
    const { value, low, high } = fit.coefficients[1]?.estimate ?? { value: 0, low: 0, high: 0 };
    return [value, low, high].map(Math.exp);
  };
  const [naive, naiveLow] = oddsRatio([
    { exposed: 0, cell: 0 },
    { exposed: 1, cell: 2 },
    { exposed: 1, cell: 4 },
    { exposed: 1, cell: 6 },
  ]);
  expect(Math.abs((naive ?? 0) - 2.46)).toBeLessThan(0.12);
  expect(naiveLow).toBeGreaterThan(1.5);
  const [exits, low, high] = oddsRatio([
    { exposed: 0, cell: 0 },
    { exposed: 1, cell: 4 },
  ]);
  expect(Math.abs((exits ?? 0) - 1.43)).toBeLessThan(0.12);
  expect(low).toBeLessThan(1.5);
  expect(high).toBeGreaterThan(1.43);
});

test('T8: a reward at year five goes to survivors: -1.3 points by the holdout, naive -6.0', () => {
  const random = createRandom(8);
  const base = (frailty: number) => chance(-2.2 + 0.8 * frailty);
  const people = Array.from({ length: 200_000 }, () => {
    const frailty = random.normal();
    const survived = random.uniform() < chance(0.2 - 1.2 * frailty);
    const rewarded = survived && random.uniform() < 0.5;
    const left = random.uniform() < base(frailty) * (rewarded ? 0.85 : 1) ? 1 : 0;
    return { frailty, survived, rewarded, left };
  });
  const truth = 100 * mean(people.filter((p) => p.rewarded).map((p) => -0.15 * base(p.frailty)));
  expect(Math.abs(truth + 1.3)).toBeLessThan(0.1);
  const compare = (group: typeof people) => {
    const rewarded = group.map((p) => (p.rewarded ? 1 : 0));
    const response = group.map((p) => 100 * p.left);
    const columns = [group.map(() => 1), rewarded];
    const fit = weightedLeastSquares({ names: ['one', 'rewarded'], columns, response, weights: null, cluster: null });
    return fit.coefficients[1]?.estimate ?? { value: 0, low: 0, high: 0 };
  };
  const naive = compare(people);
  expect(Math.abs(naive.value + 6)).toBeLessThan(0.5);
  expect(naive.high).toBeLessThan(truth);
  const held = compare(people.filter((p) => p.survived));
  expect(held.low).toBeLessThan(truth);
  expect(held.high).toBeGreaterThan(truth);
  expect(held.high).toBeLessThan(0);
});

describe('T11: two causes on the same people: total 2.49 points, 3.23 when the parts are added', () => {
  // 30 % have the price gap; half of them, but a fifth of the others, also waited long. Churn by the shares of 100,000.
  const groups = [
    { gap: 0, wait: 0, people: 56_000 },
    { gap: 0, wait: 1, people: 14_000 },
    { gap: 1, wait: 0, people: 15_000 },
    { gap: 1, wait: 1, people: 15_000 },
  ];
  const risk = (gap: number, wait: number) => 1 - 0.95 * (gap === 1 ? 0.95 : 1) * (wait === 1 ? 0.96 : 1);
  const left = groups.map(({ gap, wait, people }) => people * risk(gap, wait));
  const both = groups.map(({ gap, wait }) => gap * wait);
  const columns = [groups.map(() => 1), groups.map((g) => g.gap), groups.map((g) => g.wait), both];
  const fit = logisticRegression({
    names: ['one', 'gap', 'wait', 'both'],
    columns,
    successes: left,
    trials: groups.map((g) => g.people),
    offset: null,
    cluster: null,
  });
  const split = jointAttribution({
    columns,
    coefficients: fit.coefficients.map(({ estimate }) => estimate.value),
    trials: groups.map((g) => g.people / 1000),
    causes: [
      { name: 'gap', columns: [1, 3].map((position) => ({ position, reference: 0 })) },
      { name: 'wait', columns: [2, 3].map((position) => ({ position, reference: 0 })) },
    ],
    link: 'logit',
  });

  test('each difference of means times its reach counts shared people twice', () => {
    const excess = (cause: 'gap' | 'wait') => {
      const rate = (value: number) => {
        const rows = groups
          .map((group, k) => ({ ...group, left: left[k] ?? 0 }))
          .filter((group) => group[cause] === value);
        return rows.reduce((sum, row) => sum + row.left, 0) / rows.reduce((sum, row) => sum + row.people, 0);
      };
      const reach = groups.reduce((sum, group) => sum + group[cause] * group.people, 0) / 100_000;
      return 100 * (rate(1) - rate(0)) * reach;
    };
    expect(Math.abs(excess('gap') + excess('wait') - 3.23)).toBeLessThan(0.05);
  });

  test('the joint model split by Shapley adds up to what both causes took', () => {
    expect(Math.abs(split.total - 2.49)).toBeLessThan(0.03);
    expect(split.parts.reduce((a, b) => a + b, 0)).toBeCloseTo(split.total, 10);
    expect(Math.min(...split.parts)).toBeGreaterThan(0.9);
  });
});
