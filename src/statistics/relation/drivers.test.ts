import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { penaltyReward } from './penalty-reward.ts';
import { shapleyRSquared } from './shapley-r-squared.ts';

describe('Shapley shares of R squared', () => {
  const random = createRandom(71);
  const rows = 400;
  const draw = () => Array.from({ length: rows }, () => random.normal());
  const [first, second, noise] = [draw(), draw(), draw()];
  const outcome = first.map((own, row) => own + 2 * (second[row] ?? 0) + (noise[row] ?? 0));
  const names = ['first', 'second'];

  test('recover 1/6 and 4/6 of unrelated predictors within their intervals', () => {
    const { rSquared, contributions } = shapleyRSquared(
      { names, predictors: [first, second], outcome, counts: null },
      { level: 0.999 },
    );
    [1 / 6, 4 / 6].forEach((truth, k) => {
      expect(contributions[k]?.contribution.low).toBeLessThan(truth);
      expect(contributions[k]?.contribution.high).toBeGreaterThan(truth);
    });
    expect(rSquared.low).toBeLessThan(5 / 6);
    expect(rSquared.high).toBeGreaterThan(5 / 6);
  });

  test('add up to R squared, and shares to 1', () => {
    const third = first.map((own, row) => own + 0.3 * (noise[row] ?? 0));
    const { rSquared, contributions } = shapleyRSquared({
      names: [...names, 'third'],
      predictors: [first, second, third],
      outcome,
      counts: null,
    });
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(contributions.map(({ contribution }) => contribution.value))).toBeCloseTo(rSquared.value, 12);
    expect(sum(contributions.map(({ share }) => share))).toBeCloseTo(1, 12);
  });

  test('standard errors agree with the delete-one jackknife for correlated predictors', () => {
    const twin = first.map((own, row) => own + 0.5 * (second[row] ?? 0));
    const predictors = [first, second, twin.map((own) => own + random.normal())];
    const input = { names: [...names, 'twin'], predictors, outcome, counts: null };
    const full = shapleyRSquared(input);
    const without = Array.from({ length: rows }, (_, left) => {
      const counts = Array.from({ length: rows }, (_one, row) => (row === left ? 0 : 1));
      return shapleyRSquared({ ...input, counts });
    });
    full.contributions.forEach(({ standardError }, k) => {
      const values = without.map(({ contributions }) => contributions[k]?.contribution.value ?? Number.NaN);
      const mean = values.reduce((sum, value) => sum + value, 0) / rows;
      const variance = ((rows - 1) / rows) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      expect(Math.abs(standardError / Math.sqrt(variance) - 1)).toBeLessThan(0.05);
    });
  });

  test('do not depend on the unit or the order of predictors', () => {
    const straight = shapleyRSquared({ names, predictors: [first, second], outcome, counts: null });
    const turned = shapleyRSquared({
      names: names.toReversed(),
      predictors: [second.map((own) => 1000 * own + 7), first],
      outcome,
      counts: null,
    });
    expect(turned.contributions[0]?.contribution.value).toBeCloseTo(
      straight.contributions[1]?.contribution.value ?? 0,
      10,
    );
    expect(turned.contributions[0]?.standardError).toBeCloseTo(straight.contributions[1]?.standardError ?? 0, 10);
  });

  test('refuse exact dependence, a constant outcome and too many predictors', () => {
    const double = first.map((own) => 2 * own);
    expect(() => shapleyRSquared({ names, predictors: [first, double], outcome, counts: null })).toThrow(/predictors/);
    expect(() =>
      shapleyRSquared({ names, predictors: [first, second], outcome: first.map(() => 3), counts: null }),
    ).toThrow(/outcome/);
    const many = Array.from({ length: 16 }, draw);
    expect(() => shapleyRSquared({ names: many.map(String), predictors: many, outcome, counts: null })).toThrow(
      /predictors/,
    );
  });
});

describe('penalty and reward', () => {
  const random = createRandom(72);
  const rows = 3000;
  const names = ['reachable', 'thanked', 'fast', 'colour'];
  const effects = [
    [-2, 0.1],
    [-0.1, 2],
    [-1, 1],
    [0, 0],
  ];
  const experiences = names.map(() => Array.from({ length: rows }, () => random.integer(3) - 1));
  const outcome = Array.from({ length: rows }, (_, row) => {
    const felt = experiences.map((column, k) => {
      const [penalty = 0, reward = 0] = effects[k] ?? [];
      if (column[row] === 0) return 0;
      return column[row] === 1 ? reward : penalty;
    });
    return 7 + felt.reduce((sum, one) => sum + one, 0) + random.normal();
  });
  const { touchpoints, respondents } = penaltyReward({ names, experiences, outcome, counts: null, cluster: null });

  test('finds the planted classes', () => {
    expect(touchpoints.map(({ kind }) => kind)).toEqual(['must-be', 'delighter', 'performance', 'unclear']);
    expect(respondents).toBe(rows);
  });

  test('holds the planted effects within the intervals', () => {
    const strict = penaltyReward({ names, experiences, outcome, counts: null, cluster: null }, { level: 0.9999 });
    strict.touchpoints.forEach(({ penalty, reward, asymmetry }, k) => {
      const [planted = 0, gained = 0] = effects[k] ?? [];
      for (const [estimate, truth] of [
        [penalty, planted],
        [reward, gained],
        [asymmetry, -planted - gained],
      ] as const) {
        expect(estimate?.low).toBeLessThan(truth);
        expect(estimate?.high).toBeGreaterThan(truth);
      }
    });
  });

  test('says nothing about a side that nobody lived through', () => {
    const spared = [experiences[0]?.map((one) => Math.max(0, one)) ?? []];
    const [only] = penaltyReward({
      names: ['reachable'],
      experiences: spared,
      outcome,
      counts: null,
      cluster: null,
    }).touchpoints;
    expect(only).toMatchObject({ penalty: null, asymmetry: null, kind: 'unclear' });
    expect(only?.reward).not.toBeNull();
  });

  test('refuses codes other than -1, 0 and 1', () => {
    expect(() =>
      penaltyReward({ names: ['fast'], experiences: [[2, 0, 1]], outcome: [1, 2, 3], counts: null, cluster: null }),
    ).toThrow(/experiences/);
  });
});
