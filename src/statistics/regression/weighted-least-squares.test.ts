import { expect, test } from 'vitest';
import { normalEquations, replicateSolutions, solveLeastSquares } from './normal-equations.ts';
import { weightedLeastSquares } from './weighted-least-squares.ts';

// Anscombe, F. J. (1973), Graphs in Statistical Analysis, The American Statistician 27(1), first set:
// intercept 3.0001 (se 1.1247), slope 0.5001 (se 0.1179), R squared 0.6665.
const X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
const ONES = X.map(() => 1);
const ANSCOMBE = { names: ['one', 'x'], columns: [ONES, X], response: Y, weights: null, cluster: null };

test('matches the published regression of the first Anscombe set', () => {
  const fit = weightedLeastSquares(ANSCOMBE, { variance: 'classical' });
  expect(fit.coefficients[0]?.estimate.value).toBeCloseTo(3.0001, 4);
  expect(fit.coefficients[1]?.estimate.value).toBeCloseTo(0.5001, 4);
  expect(fit.coefficients[0]?.standardError).toBeCloseTo(1.1247, 4);
  expect(fit.coefficients[1]?.standardError).toBeCloseTo(0.1179, 4);
  expect(fit.rSquared).toBeCloseTo(0.6665, 4);
  expect(fit.degreesOfFreedom).toBe(9);
});

test.each(['classical', 'HC1', 'HC3'] as const)('a counted cell equals its rows written out (%s)', (variance) => {
  const counts = X.map((_, i) => 1 + (i % 3));
  const repeat = (values: readonly number[]) => values.flatMap((value, i) => Array(counts[i] ?? 0).fill(value));
  const cells = weightedLeastSquares({ ...ANSCOMBE, weights: counts }, { variance });
  const rows = weightedLeastSquares(
    { ...ANSCOMBE, columns: [repeat(ONES), repeat(X)], response: repeat(Y) },
    { variance },
  );
  rows.covariance.forEach((value, k) => {
    expect(cells.covariance[k]).toBeCloseTo(value, 10);
  });
  expect(cells.rSquared).toBeCloseTo(rows.rSquared, 12);
});

test('clusters of one row each give HC1 (CR1) and the row jackknife (CR3)', () => {
  const cluster = X.map((_, i) => i);
  const hc1 = weightedLeastSquares(ANSCOMBE, { variance: 'HC1' });
  const cr1 = weightedLeastSquares({ ...ANSCOMBE, cluster }, { variance: 'CR1' });
  hc1.covariance.forEach((value, k) => {
    expect(cr1.covariance[k]).toBeCloseTo(value, 10);
  });
  const cr3 = weightedLeastSquares({ ...ANSCOMBE, cluster }, { variance: 'CR3' });
  const hc3 = weightedLeastSquares(ANSCOMBE, { variance: 'HC3' });
  hc3.covariance.forEach((value, k) => {
    expect(cr3.covariance[k]).toBeCloseTo((value * 10) / 11, 10);
  });
});

test('a column that others determine is dropped, named, and changes nothing else', () => {
  const doubled = X.map((x) => 2 * x + 3);
  const input = { ...ANSCOMBE, names: ['one', 'x', 'again'], columns: [ONES, X, doubled] };
  const fit = weightedLeastSquares(input);
  expect(fit.diagnostics.dropped).toEqual(['again']);
  expect(fit.coefficients[2]?.estimate.value).toBe(0);
  const plain = weightedLeastSquares(ANSCOMBE);
  expect(fit.coefficients[1]?.estimate.low).toBeCloseTo(plain.coefficients[1]?.estimate.low ?? 0, 10);
});

test('leaving a replicate out of the sums equals fitting without its rows', () => {
  const replicate = X.map((_, i) => i % 4);
  const equations = normalEquations({ columns: [ONES, X], response: Y, weights: null, replicate, replicateCount: 4 });
  replicateSolutions(equations).forEach(({ coefficients }, left) => {
    const keep = (values: readonly number[]) => values.filter((_, i) => i % 4 !== left);
    const direct = normalEquations({
      columns: [keep(ONES), keep(X)],
      response: keep(Y),
      weights: null,
      replicate: null,
      replicateCount: 0,
    });
    solveLeastSquares(direct).coefficients.forEach((value, k) => {
      expect(coefficients[k]).toBeCloseTo(value, 10);
    });
  });
});

test('ridge pulls towards zero and does so more the stronger it is', () => {
  const equations = normalEquations({ columns: [X], response: Y, weights: null, replicate: null, replicateCount: 0 });
  const [none, some, much] = [0, 100, 10_000].map(
    (ridge) => solveLeastSquares(equations, { without: null, penalties: [ridge] }).coefficients[0] ?? 0,
  );
  expect(some).toBeLessThan(none ?? 0);
  expect(much).toBeLessThan(some ?? 0);
  expect(some).toBeCloseTo(((none ?? 0) * 1001) / 1101, 10);
});

test('the default is the careful variance: HC3 by row, CR3 by cluster', () => {
  expect(weightedLeastSquares(ANSCOMBE).diagnostics.variance).toBe('HC3');
  expect(weightedLeastSquares({ ...ANSCOMBE, cluster: X.map((_, i) => i) }).diagnostics.variance).toBe('CR3');
  const many = Array.from({ length: 1200 }, (_, i) => i);
  const long = {
    ...ANSCOMBE,
    columns: [many.map(() => 1), many.map((i) => i % 7)],
    response: many.map((i) => (i * i) % 11),
  };
  expect(weightedLeastSquares({ ...long, cluster: many.map((i) => i >> 1) }).diagnostics.variance).toBe('CR1');
});

test('what the data cannot bound is unbounded: one cluster, no row to spare, a dropped column', () => {
  for (const variance of ['CR1', 'CR3'] as const) {
    const lumped = weightedLeastSquares({ ...ANSCOMBE, cluster: ONES }, { variance });
    expect(lumped.coefficients[1]?.estimate.high).toBe(Number.POSITIVE_INFINITY);
    expect(lumped.coefficients[1]?.estimate.value).toBeCloseTo(0.5001, 4);
  }
  const two = {
    names: ['one', 'x'],
    columns: [
      [1, 1],
      [0, 2],
    ],
    response: [3, 7],
    weights: null,
    cluster: null,
  };
  expect(weightedLeastSquares(two).coefficients[1]?.estimate.low).toBe(Number.NEGATIVE_INFINITY);
  const twice = weightedLeastSquares({ ...ANSCOMBE, names: ['one', 'x', 'y'], columns: [ONES, X, X] });
  expect(twice.coefficients[2]?.estimate).toMatchObject({ value: 0, low: Number.NEGATIVE_INFINITY });
});

test('a row that decides a coefficient alone is counted and spoils no other coefficient', () => {
  const odd = X.map((_, i) => (i === 3 ? 1 : 0));
  const fit = weightedLeastSquares({ ...ANSCOMBE, names: ['one', 'x', 'odd'], columns: [ONES, X, odd] });
  const keep = (values: readonly number[]) => values.filter((_, i) => i !== 3);
  const without = weightedLeastSquares({ ...ANSCOMBE, columns: [keep(ONES), keep(X)], response: keep(Y) });
  expect(fit.diagnostics.selfFittedRows).toBe(1);
  expect(fit.coefficients[1]?.standardError).toBeCloseTo(without.coefficients[1]?.standardError ?? 0, 9);
});

test('refuses lengths that do not fit, values that are not numbers and clusters that are missing', () => {
  expect(() => weightedLeastSquares({ ...ANSCOMBE, columns: [ONES, [1, 2]] })).toThrow(/columns\[1\]/);
  expect(() => weightedLeastSquares({ ...ANSCOMBE, response: Y.map(() => Number.NaN) })).toThrow(/response/);
  expect(() => weightedLeastSquares({ ...ANSCOMBE, weights: Y.map(() => -1) })).toThrow(/weights/);
  expect(() => weightedLeastSquares(ANSCOMBE, { variance: 'CR1' })).toThrow(/cluster/);
  const equations = normalEquations({ columns: [X], response: Y, weights: null, replicate: ONES, replicateCount: 2 });
  expect(() => solveLeastSquares(equations, { without: 2 })).toThrow(/without/);
});
