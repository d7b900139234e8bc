import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { absorbFixedEffects } from './absorb-fixed-effects.ts';
import { conditionalPoisson } from './conditional-poisson.ts';
import { designMatrix } from './design-matrix.ts';
import { fixedEffectsLeastSquares } from './fixed-effects-least-squares.ts';
import { poissonRegression } from './poisson-regression.ts';
import { weightedLeastSquares } from './weighted-least-squares.ts';

const random = createRandom(5);
const ROWS = 240;
const branch = Array.from({ length: ROWS }, (_, i) => `b${i % 12}`);
const month = Array.from({ length: ROWS }, () => random.integer(5));
const x = Array.from({ length: ROWS }, (_, i) => random.normal() + (i % 12) / 4);
const z = Array.from({ length: ROWS }, () => random.normal());
const weights = Array.from({ length: ROWS }, () => 1 + random.integer(4));
const response = x.map((value, i) => 2 * value - (z[i] ?? 0) + (i % 12) + 3 * (month[i] ?? 0) + random.normal());
const dummies = designMatrix({
  rows: ROWS,
  terms: [
    { kind: 'intercept' },
    { kind: 'category', name: 'branch', values: branch, reference: null },
    { kind: 'category', name: 'month', values: month, reference: null },
  ],
});

test.each(['classical', 'HC1'] as const)('absorbing two effects equals a dummy per level (%s)', (variance) => {
  const input = { names: ['x', 'z'], columns: [x, z], response, weights, cluster: null };
  const absorbed = fixedEffectsLeastSquares({ ...input, effects: [branch, month] }, { variance });
  const spelled = weightedLeastSquares(
    { ...input, names: ['x', 'z', ...dummies.names], columns: [x, z, ...dummies.columns] },
    { variance },
  );
  [0, 1].forEach((k) => {
    expect(absorbed.coefficients[k]?.estimate.value).toBeCloseTo(spelled.coefficients[k]?.estimate.value ?? 0, 8);
    expect(absorbed.coefficients[k]?.standardError).toBeCloseTo(spelled.coefficients[k]?.standardError ?? 0, 8);
  });
  expect(absorbed.diagnostics.converged).toBe(true);
});

test('a column that does not vary within the effect is dropped and named', () => {
  const size = branch.map((label) => 0.1 * Number(label.slice(1)) + 7);
  const fit = fixedEffectsLeastSquares({
    names: ['x', 'size'],
    columns: [x, size],
    response,
    weights: null,
    cluster: branch,
    effects: [branch],
  });
  expect(fit.diagnostics.dropped).toEqual(['size']);
  expect(fit.diagnostics.clusters).toBe(12);
});

test('with effects nested in the clusters, leaving out a cluster is exact', () => {
  const input = { names: ['x', 'z'], columns: [x, z], response, weights: null, cluster: branch };
  const absorbed = fixedEffectsLeastSquares({ ...input, effects: [branch] });
  expect(absorbed.diagnostics.variance).toBe('CR3');
  const own = designMatrix({
    rows: ROWS,
    terms: [{ kind: 'category', name: 'branch', values: branch, reference: null }],
  });
  const left = [...new Set(branch)].map((label) => {
    const keep = <Part>(values: ArrayLike<Part>): Part[] => Array.from(values).filter((_, i) => branch[i] !== label);
    const columns = [keep(x.map(() => 1)), ...[x, z, ...own.columns].map(keep)];
    const names = columns.map((_, k) => `c${k}`);
    const refit = weightedLeastSquares({ names, columns, response: keep(response), weights: null, cluster: null });
    return refit.coefficients[1]?.estimate.value ?? 0;
  });
  const center = absorbed.coefficients[0]?.estimate.value ?? 0;
  const variance = left.reduce((sum, value) => sum + (value - center) ** 2, 0) * (11 / 12);
  expect(absorbed.coefficients[0]?.standardError).toBeCloseTo(Math.sqrt(variance), 8);
});

test('what is left has mean zero in every level', () => {
  const { columns, parameters } = absorbFixedEffects({ columns: [x], weights, effects: [branch, month] });
  const mean = (keep: (row: number) => boolean) =>
    x.reduce((sum, _, i) => sum + (keep(i) ? (weights[i] ?? 0) * (columns[0]?.[i] ?? 0) : 0), 0);
  expect(mean((i) => branch[i] === 'b3')).toBeCloseTo(0, 6);
  expect(mean((i) => month[i] === 2)).toBeCloseTo(0, 6);
  expect(parameters).toBe(16);
});

const exposure = x.map(() => 1 + random.uniform());
const events = x.map((value, i) =>
  random.poisson((exposure[i] ?? 1) * Math.exp(0.3 * (z[i] ?? 0) - 0.2 * value + (i % 12) / 10)),
);

test('conditioning on the group total equals Poisson regression with a dummy per group', () => {
  const absorbed = conditionalPoisson({ names: ['x', 'z'], columns: [x, z], events, exposure, group: branch });
  const own = designMatrix({
    rows: ROWS,
    terms: [{ kind: 'intercept' }, { kind: 'category', name: 'branch', values: branch, reference: null }],
  });
  const spelled = poissonRegression(
    { names: ['x', 'z', ...own.names], columns: [x, z, ...own.columns], events, exposure, offset: null, cluster: null },
    { penalty: 'none' },
  );
  [0, 1].forEach((k) => {
    expect(absorbed.coefficients[k]?.estimate.value).toBeCloseTo(spelled.coefficients[k]?.estimate.value ?? 0, 8);
    expect(absorbed.coefficients[k]?.standardError).toBeCloseTo(spelled.coefficients[k]?.standardError ?? 0, 7);
  });
});

test('groups without events and columns constant within groups say nothing', () => {
  const silent = conditionalPoisson({
    names: ['x', 'own'],
    columns: [
      [...x, 5, 9],
      [...x.map((_, i) => i % 12), 3, 3],
    ],
    events: [...events, 0, 0],
    exposure: [...exposure, 1, 1],
    group: [...branch, 'none', 'none'],
  });
  const plain = conditionalPoisson({ names: ['x'], columns: [x], events, exposure, group: branch });
  expect(silent.diagnostics.dropped).toEqual(['own']);
  expect(silent.coefficients[0]?.estimate.value).toBeCloseTo(plain.coefficients[0]?.estimate.value ?? 0, 9);
  expect(silent.diagnostics.groupsWithEvents).toBe(12);
});
