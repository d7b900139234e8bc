import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { doublyRobust } from './doubly-robust.ts';
import { exactStandardisation } from './exact-standardisation.ts';
import { propensityWeighting } from './propensity-weighting.ts';

/** Where a test has both groups, null would be a failure of its own. */
function found<Result>(result: Result | null): Result {
  if (result === null) throw new Error('a group was found empty');
  return result;
}
const robustMeans = (...given: Parameters<typeof doublyRobust>) => found(doublyRobust(...given));
const weightedMeans = (...given: Parameters<typeof propensityWeighting>) => found(propensityWeighting(...given));

// Two strata, binary outcome, split into cells of equal outcome: stratum, treated, outcome, rows.
const CELLS = [
  [0, 1, 1, 20],
  [0, 1, 0, 80],
  [0, 0, 1, 30],
  [0, 0, 0, 270],
  [1, 1, 1, 150],
  [1, 1, 0, 150],
  [1, 0, 1, 40],
  [1, 0, 0, 60],
] as const;
const column = (k: 0 | 1 | 2 | 3): number[] => CELLS.map((cell) => cell[k]);
const INPUT = {
  treated: column(1),
  response: column(2),
  counts: column(3),
  names: ['one', 'stratum'],
  columns: [CELLS.map(() => 1), column(0)],
  cluster: null,
};
const STANDARDISED = exactStandardisation({
  target: { count: [100, 300], total: [20, 150] },
  other: { count: [300, 100], total: [30, 40] },
});

test.each([
  ['propensity weighting', weightedMeans(INPUT)],
  ['doubly robust means', robustMeans(INPUT)],
  ['doubly robust means with a logistic outcome', robustMeans(INPUT, { outcome: 'logistic' })],
])('with one dummy per stratum %s is exact standardisation', (_, result) => {
  expect(result.difference.value).toBeCloseTo(STANDARDISED.difference, 7);
  expect(result.naiveDifference).toBeCloseTo(STANDARDISED.naiveDifference, 12);
});

test('its variance is that of the stratified difference when the mix of the treated is random too', () => {
  // sum over strata of share^2 (p1 q1 / n1 + p0 q0 / n0) + between-strata variance of the difference over n of the treated.
  const within = 0.25 ** 2 * (0.16 / 100 + 0.09 / 300) + 0.75 ** 2 * (0.25 / 300 + 0.24 / 100);
  const between = (0.25 * 0.75 * (0.1 - 0.1) ** 2) / 400;
  expect(weightedMeans(INPUT).standardError).toBeCloseTo(Math.sqrt(within + between), 7);
  // Residuals of the controls are stretched by their leverage 1/n.
  const stretched =
    0.25 ** 2 * (0.16 / 100 + (0.09 / 300) * (300 / 299) ** 2) +
    0.75 ** 2 * (0.25 / 300 + (0.24 / 100) * (100 / 99) ** 2);
  expect(robustMeans(INPUT).standardError).toBeCloseTo(Math.sqrt(stretched + between), 7);
});

test('everyone as the target weighs the strata by everyone', () => {
  const everyone = weightedMeans(INPUT, { target: 'everyone' });
  expect(everyone.treatedMean).toBeCloseTo(0.5 * 0.2 + 0.5 * 0.5, 7);
  expect(everyone.controlMean).toBeCloseTo(0.5 * 0.1 + 0.5 * 0.4, 7);
  const overlap = weightedMeans(INPUT, { target: 'overlap' });
  expect(overlap.difference.value).toBeCloseTo(0.1, 7);
});

test('weights remove the imbalance they can see and say what they cost', () => {
  const { balance, diagnostics } = weightedMeans(INPUT);
  expect(balance[1]?.before).toBeCloseTo(0.5 / Math.sqrt(0.1875), 6);
  expect(balance[1]?.after).toBeCloseTo(0, 6);
  expect(diagnostics.effectiveTreated).toBeCloseTo(400, 6);
  expect(diagnostics.effectiveControls).toBeCloseTo(STANDARDISED.otherEffectiveCount, 5);
});

test('a cluster per row changes the interval only by Student’s t', () => {
  const rows = CELLS.flatMap((cell, i) => new Array<number>(cell[3]).fill(i));
  const pick = (values: readonly number[]) => rows.map((i) => values[i] ?? 0);
  const spelled = {
    ...INPUT,
    treated: pick(INPUT.treated),
    response: pick(INPUT.response),
    counts: null,
    columns: INPUT.columns.map(pick),
    cluster: rows.map((_, row) => row),
  };
  const expected = weightedMeans(INPUT).standardError * Math.sqrt(800 / 799);
  expect(weightedMeans(spelled).standardError).toBeCloseTo(expected, 8);
});

describe('confounded rows with a planted effect of 2', () => {
  const random = createRandom(3);
  const n = 4000;
  const x = Array.from({ length: n }, () => random.normal());
  const treated = x.map((value) => (random.uniform() < 1 / (1 + Math.exp(-value)) ? 1 : 0));
  const curved = x.map((value, i) => 2 * (treated[i] ?? 0) + Math.exp(value) + random.normal());
  const straight = x.map((value, i) => 2 * (treated[i] ?? 0) + 3 * value + random.normal());
  const base = { treated, counts: null, names: ['one', 'x'], columns: [x.map(() => 1), x], cluster: null };

  test.each(['treated', 'everyone'] as const)('a right propensity saves a wrong outcome model (%s)', (target) => {
    const { difference, naiveDifference } = robustMeans({ ...base, response: curved }, { target });
    expect(difference.low).toBeLessThan(2);
    expect(difference.high).toBeGreaterThan(2);
    expect(naiveDifference).toBeGreaterThan(3);
  });

  test('a right outcome model saves a wrong propensity', () => {
    const wrong = x.map((value) => (random.uniform() < (Math.abs(value) > 1 ? 0.8 : 0.3) ? 1 : 0));
    const response = x.map((value, i) => 2 * (wrong[i] ?? 0) + 3 * value + random.normal());
    const { difference } = robustMeans({ ...base, treated: wrong, response }, { target: 'everyone' });
    expect(difference.value).toBeCloseTo(2, 0);
    expect(difference.low).toBeLessThan(2);
    expect(difference.high).toBeGreaterThan(2);
  });

  test('using what explains the outcome makes the interval shorter than weighting alone', () => {
    const input = { ...base, response: straight };
    const augmented = robustMeans(input, { target: 'everyone' }).standardError;
    expect(augmented).toBeLessThan(weightedMeans(input, { target: 'everyone' }).standardError);
  });
});

test('says null when a group is empty and refuses codes other than 0 and 1', () => {
  expect(doublyRobust({ ...INPUT, treated: INPUT.treated.map(() => 1) })).toBeNull();
  expect(propensityWeighting({ ...INPUT, counts: INPUT.counts.map((n, i) => n * (INPUT.treated[i] ?? 0)) })).toBeNull();
  expect(() => weightedMeans({ ...INPUT, treated: INPUT.treated.map(() => 2) })).toThrow(/treated\[0\]/);
  expect(() => robustMeans({ ...INPUT, response: [1] })).toThrow(/response/);
  const lumped = robustMeans({ ...INPUT, cluster: INPUT.treated.map(() => 'same') });
  expect(lumped.difference.high).toBe(Number.POSITIVE_INFINITY);
});
