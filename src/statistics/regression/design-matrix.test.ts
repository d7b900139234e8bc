import { expect, test } from 'vitest';
import { designMatrix } from './design-matrix.ts';
import { naturalSplineBasis, splineKnots } from './natural-spline.ts';
import { weightedLeastSquares } from './weighted-least-squares.ts';

test('codes levels against the reference and names every column', () => {
  const { names, columns } = designMatrix({
    rows: 4,
    terms: [
      { kind: 'intercept' },
      { kind: 'category', name: 'channel', values: ['web', 'shop', 'web', 'phone'], reference: null },
      { kind: 'numeric', name: 'tenure', values: [1, 2, 3, 4] },
    ],
  });
  expect(names).toEqual(['intercept', 'channel=phone', 'channel=shop', 'tenure']);
  expect(columns.map((column) => [...column])).toEqual([
    [1, 1, 1, 1],
    [0, 0, 0, 1],
    [0, 1, 0, 0],
    [1, 2, 3, 4],
  ]);
});

test('an interaction multiplies what its sides expand to', () => {
  const { names, columns } = designMatrix({
    rows: 3,
    terms: [
      {
        kind: 'interaction',
        left: { kind: 'category', name: 'year', values: [2023, 2024, 2024], reference: 2023 },
        right: { kind: 'numeric', name: 'x', values: [5, 6, 7] },
      },
    ],
  });
  expect(names).toEqual(['year=2024:x']);
  expect([...(columns[0] ?? [])]).toEqual([0, 6, 7]);
});

test('a natural spline is straight beyond its outer knots and bends between them', () => {
  const at = [-30, -20, -10, 1, 2, 3, 20, 30, 40];
  const bends = naturalSplineBasis(at, [0, 1.5, 4, 9]);
  expect(bends).toHaveLength(3);
  for (const column of bends) {
    const secondDifference = (k: number) => (column[k] ?? 0) - 2 * (column[k + 1] ?? 0) + (column[k + 2] ?? 0);
    expect(secondDifference(0)).toBeCloseTo(0, 9);
    expect(secondDifference(6)).toBeCloseTo(0, 7);
  }
  expect(Math.abs((bends[1]?.[3] ?? 0) - 2 * (bends[1]?.[4] ?? 0) + (bends[1]?.[5] ?? 0))).toBeGreaterThan(0.01);
});

test('recovers a curve that is itself a natural spline', () => {
  const x = Array.from({ length: 60 }, (_, i) => i / 4);
  const knots = splineKnots(x, { weights: null, degreesOfFreedom: 4 });
  expect(knots).toHaveLength(5);
  const basis = naturalSplineBasis(x, knots);
  const planted = [2, -3, 1, 0.5];
  const response = x.map((_, i) => 7 + planted.reduce((sum, weight, k) => sum + weight * (basis[k]?.[i] ?? 0), 0));
  const fit = weightedLeastSquares({
    names: ['one', 'a', 'b', 'c', 'd'],
    columns: [x.map(() => 1), ...basis],
    response,
    weights: null,
    cluster: null,
  });
  planted.forEach((weight, k) => {
    expect(fit.coefficients[k + 1]?.estimate.value).toBeCloseTo(weight, 6);
  });
});

test('knots follow the weights and never repeat', () => {
  expect(splineKnots([5, 1, 3], { weights: [1, 1, 98], degreesOfFreedom: 2 })).toEqual([1, 3, 5]);
  expect(splineKnots([0, 0, 0, 0, 9], { weights: null, degreesOfFreedom: 4 })).toEqual([0, 9]);
});

test('the order of rows changes no column', () => {
  const values = ['b', 'a', 'c', 'a', 'b'];
  const term = (order: readonly string[]) =>
    designMatrix({ rows: 5, terms: [{ kind: 'category', name: 'k', values: order, reference: null }] });
  expect(term(values).names).toEqual(term([...values].reverse()).names);
});

test('refuses a reference that never occurs, knots that fall and columns of another length', () => {
  const category = { kind: 'category', name: 'k', values: ['a'], reference: 'z' } as const;
  expect(() => designMatrix({ rows: 1, terms: [category] })).toThrow(/reference/);
  expect(() => designMatrix({ rows: 2, terms: [{ kind: 'numeric', name: 'x', values: [1] }] })).toThrow(/x has 1/);
  expect(() => naturalSplineBasis([1], [2, 1])).toThrow(/rise/);
  expect(() => naturalSplineBasis([1], [2])).toThrow(/fewer/);
  expect(() => splineKnots([1], { weights: null, degreesOfFreedom: 0 })).toThrow(/degreesOfFreedom/);
});
