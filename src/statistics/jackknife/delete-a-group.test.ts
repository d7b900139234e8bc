import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { deleteAGroup } from './delete-a-group.ts';
import type { ReplicateSums } from './replicate-sums.ts';

/** One key, sums (count, total): the values spread over groups in turn. */
function grouped(values: readonly number[], groups: number): ReplicateSums {
  const sums = Array.from({ length: groups }, () => new Float64Array(2));
  const total = new Float64Array(2);
  for (const [i, value] of values.entries()) {
    for (const target of [total, sums[i % groups] ?? total]) {
      target[0] = (target[0] ?? 0) + 1;
      target[1] = (target[1] ?? 0) + value;
    }
  }
  return { keys: 1, sums: 2, total, replicates: sums.map((values) => ({ key: Int32Array.of(0), values })) };
}
const mean = ([n = 0, sum = 0]: Float64Array) => [sum / n];

test('with one unit per replicate the standard error of a mean is s / sqrt(n)', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  const { estimates, standardErrors, replicatesUsed } = deleteAGroup({
    ...grouped(values, 8),
    theta: (s) => mean(s),
    scale: 'identity',
  });
  // Sum of squares about the mean 52.875; t quantile with 7 degrees of freedom 2.364624.
  expect(replicatesUsed).toBe(8);
  expect(standardErrors[0]).toBeCloseTo(Math.sqrt(52.875 / 7 / 8), 12);
  expect(estimates[0]?.high).toBeCloseTo(3.875 + 2.36462425 * Math.sqrt(52.875 / 56), 6);
});

test('the order of replicates and of rows changes nothing', () => {
  const random = createRandom(7);
  const values = Array.from({ length: 400 }, () => random.exponential() / 3);
  const data = grouped(values, 20);
  const run = (replicates: ReplicateSums['replicates']) =>
    deleteAGroup({ ...data, replicates, theta: (s) => mean(s), scale: 'log' }).estimates[0]?.high;
  expect(run([...data.replicates].reverse())).toBeCloseTo(run(data.replicates) ?? 0, 12);
});

test('empty replicates do not count', () => {
  const data = grouped([1, 2, 3, 5], 4);
  const empty = { key: new Int32Array(0), values: new Float64Array(0) };
  const withEmpty = { ...data, replicates: [empty, ...data.replicates, empty] };
  const theta = (s: Float64Array) => mean(s);
  expect(deleteAGroup({ ...withEmpty, theta, scale: 'identity' })).toEqual(
    deleteAGroup({ ...data, theta, scale: 'identity' }),
  );
});

test('a ratio that rests on one replicate has no bounds and says why', () => {
  // Key 1 lives in the first replicate only; its sums are fractions, so subtraction leaves dust.
  const first = { key: Int32Array.of(0, 1), values: Float64Array.of(1, 2, 0.1 + 0.2, 0.7) };
  const second = { key: Int32Array.of(0), values: Float64Array.of(1, 3) };
  const { estimates, standardErrors, diagnostics } = deleteAGroup({
    keys: 2,
    sums: 2,
    total: Float64Array.of(2, 5, 0.30000000000000004, 0.7),
    replicates: [first, second],
    theta: (s) => [(s[3] ?? 0) / (s[2] ?? 0), (s[1] ?? 0) / (s[0] ?? 0)],
    scale: ['log', 'identity'],
  });
  expect(estimates[0]).toMatchObject({ low: 0, high: Number.POSITIVE_INFINITY });
  expect(standardErrors[0]).toBeNaN();
  expect(diagnostics.map(({ notFinite }) => notFinite)).toEqual([1, 0]);
  expect(Number.isFinite(estimates[1]?.high)).toBe(true);
});

test('one replicate alone bounds nothing', () => {
  const { estimates } = deleteAGroup({ ...grouped([1, 0, 1], 1), theta: (s) => mean(s), scale: 'logit' });
  expect(estimates[0]).toMatchObject({ low: 0, high: 1 });
});

test('a replicate on the edge of the scale switches to the delta method and says so', () => {
  // All successes in one replicate: without it the share is 0, whose logit is not finite.
  const { estimates, standardErrors, diagnostics } = deleteAGroup({
    ...grouped([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], 4),
    theta: (s) => mean(s),
    scale: 'logit',
  });
  expect(diagnostics[0]).toMatchObject({ offScale: 1, notFinite: 0 });
  const half = (3.18244631 * (standardErrors[0] ?? 0)) / (0.25 * 0.75);
  expect(estimates[0]?.high).toBeCloseTo(1 / (1 + 3 * Math.exp(-half)), 6);
  expect(diagnostics[0]?.largestShare).toBeGreaterThan(0.7);
});

test('95 % interval of a mean of clustered values covers about 95 % of the time', () => {
  const random = createRandom(20150828);
  const runs = 600;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const data = grouped([], 40);
    // Customers of unlike size, each wholly in one replicate; true mean 1.
    for (let customer = 0; customer < 200; customer++) {
      const level = random.exponential();
      const visits = 1 + random.poisson(3);
      const target = data.replicates[random.integer(40)]?.values;
      for (const sum of [target, data.total]) {
        if (sum) sum.set([(sum[0] ?? 0) + visits, (sum[1] ?? 0) + visits * level]);
      }
    }
    const [interval] = deleteAGroup({ ...data, theta: (s) => mean(s), scale: 'log' }).estimates;
    if (interval && interval.low <= 1 && interval.high >= 1) covered += 1;
  }
  expect(covered / runs).toBeGreaterThan(0.92);
  expect(covered / runs).toBeLessThan(0.98);
});

/** Share of 1500 runs in which the interval covers the mean, 0, of a hundred replicates of which the first ones stand for nearly all. */
const coverageOfMean = (heavy: number, freedom: 'replicates' | 'spread') => {
  const random = createRandom(1946);
  const runs = 1500;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const rows = Array.from({ length: 100 }, (_, g) => {
      const weight = g < heavy ? 100 : 1;
      return Float64Array.of(weight, weight * random.normal());
    });
    const data = {
      keys: 1,
      sums: 2,
      total: Float64Array.of(...[0, 1].map((s) => rows.reduce((sum, row) => sum + (row[s] ?? 0), 0))),
      replicates: rows.map((values) => ({ key: Int32Array.of(0), values })),
    };
    const [interval] = deleteAGroup({ ...data, theta: (s) => mean(s), scale: 'identity', freedom }).estimates;
    if (interval && interval.low <= 0 && interval.high >= 0) covered += 1;
  }
  return covered / runs;
};

test('where a mean hangs on five of a hundred replicates, degrees of freedom by their spread cover nearer to 95 %', () => {
  expect(coverageOfMean(5, 'replicates')).toBeLessThan(0.92);
  expect(coverageOfMean(5, 'spread')).toBeGreaterThan(0.935);
  expect(coverageOfMean(100, 'replicates')).toBeGreaterThan(0.935);
  expect(coverageOfMean(100, 'spread')).toBeLessThan(0.965);
});

test('refuses sums that do not fit', () => {
  const data = grouped([1, 2], 2);
  const theta = (s: Float64Array) => mean(s);
  expect(() => deleteAGroup({ ...data, keys: 3, theta, scale: 'log' })).toThrow(/^total/);
  const outside = [{ key: Int32Array.of(5), values: new Float64Array(2) }];
  expect(() => deleteAGroup({ ...data, replicates: outside, theta, scale: 'log' })).toThrow(/^replicates/);
});
