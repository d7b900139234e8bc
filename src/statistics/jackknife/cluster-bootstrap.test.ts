import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { clusterBootstrap } from './cluster-bootstrap.ts';
import type { ReplicateSums } from './replicate-sums.ts';

/** One cluster per value; sums: count, total, total of squares. */
function clusters(values: readonly number[]): ReplicateSums {
  const replicates = values.map((value) => ({ key: Int32Array.of(0), values: Float64Array.of(1, value, value ** 2) }));
  const total = Float64Array.of(
    values.length,
    values.reduce((sum, value) => sum + value, 0),
    values.reduce((sum, value) => sum + value ** 2, 0),
  );
  return { keys: 1, sums: 3, total, replicates };
}
const mean = (s: Float64Array) => [(s[1] ?? 0) / (s[0] ?? 0)];
const variance = (s: Float64Array) => [(s[2] ?? 0) / (s[0] ?? 0) - ((s[1] ?? 0) / (s[0] ?? 0)) ** 2];

// Spatial test A of Efron & Tibshirani (1993), An Introduction to the Bootstrap, table 14.1 and section 14.3: the variance,
// 90 % intervals percentile 100.8 to 233.9, BCa 115.8 to 259.6, acceleration 0.061, bias correction 0.146.
const SPATIAL = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];

test('matches the published variance of the spatial test, within the noise of the draws', () => {
  const run = (method: 'bca' | 'percentile') =>
    clusterBootstrap(
      { ...clusters(SPATIAL), theta: variance, random: createRandom(1) },
      { method, level: 0.9, draws: 20_000 },
    );
  const bca = run('bca');
  expect(bca.estimates[0]?.value).toBeCloseTo(171.5, 1);
  expect(bca.diagnostics[0]?.acceleration).toBeCloseTo(0.061, 3);
  expect(bca.diagnostics[0]?.bias).toBeCloseTo(0.146, 1);
  expect(Math.abs((bca.estimates[0]?.low ?? 0) - 115.8)).toBeLessThan(4);
  expect(Math.abs((bca.estimates[0]?.high ?? 0) - 259.6)).toBeLessThan(5);
  const percentile = run('percentile').estimates[0];
  expect(Math.abs((percentile?.low ?? 0) - 100.8)).toBeLessThan(4);
  expect(Math.abs((percentile?.high ?? 0) - 233.9)).toBeLessThan(4);
});

test('the same seed gives the same interval', () => {
  const run = (seed: number) => clusterBootstrap({ ...clusters(SPATIAL), theta: mean, random: createRandom(seed) });
  expect(run(3)).toEqual(run(3));
  expect(run(3).estimates[0]?.low).not.toBe(run(4).estimates[0]?.low);
});

test('draws whole clusters: ten equal rows in a cluster count as one', () => {
  const values = SPATIAL.slice(0, 20);
  const single = clusters(values);
  const tenfold = {
    ...single,
    total: single.total.map((sum) => 10 * sum),
    replicates: single.replicates.map(({ key, values }) => ({ key, values: values.map((v) => 10 * v) })),
  };
  const run = (data: ReplicateSums) =>
    clusterBootstrap({ ...data, theta: mean, random: createRandom(5) }).standardErrors[0];
  expect(run(tenfold)).toBeCloseTo(run(single) ?? 0, 10);
});

test('a ratio that often has no denominator has no bounds and says how often', () => {
  const data = clusters([0, 0, 0, 0, 5]);
  const { estimates, diagnostics } = clusterBootstrap({
    ...data,
    theta: (s) => [(s[1] ?? 0) / (s[2] ?? 0)],
    random: createRandom(6),
  });
  expect(estimates[0]?.high).toBe(Number.POSITIVE_INFINITY);
  // The one cluster that matters is missed by (4/5)^5 of the draws.
  expect((diagnostics[0]?.notNumbers ?? 0) / 2000).toBeCloseTo(0.8 ** 5, 1);
});

test('refuses one cluster and too few draws', () => {
  expect(() => clusterBootstrap({ ...clusters([1]), theta: mean, random: createRandom(1) })).toThrow(/^replicates/);
  const data = { ...clusters([1, 2]), theta: mean, random: createRandom(1) };
  expect(() => clusterBootstrap(data, { draws: 10 })).toThrow(/^draws/);
});
