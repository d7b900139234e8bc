import { expect, test } from 'vitest';
import type { Estimate } from '#statistics/estimate.ts';
import { benjaminiHochberg } from '#statistics/intervals/benjamini-hochberg.ts';
import { poissonRate } from '#statistics/intervals/poisson-rate.ts';
import { poissonRateRatio } from '#statistics/intervals/poisson-rate-ratio.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { clusterBootstrap } from '#statistics/jackknife/cluster-bootstrap.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { createRandom } from '#statistics/random.ts';

// Values: scripts/intervals.R (base R 4.2, boot 1.3). Published tables are tested beside each source.
const expectLimits = (estimate: Estimate | undefined, low: number, high: number, digits = 8) => {
  expect(estimate?.low).toBeCloseTo(low, digits);
  expect(estimate?.high).toBeCloseTo(high, digits);
};

test.each([
  [7, 31, 0.95, 0.1139513556, 0.3981241838],
  [1, 400, 0.95, 0.0004414477868, 0.0140232850758],
  [399, 400, 0.95, 0.9859767149, 0.9995585522],
  [7, 31, 0.9, 0.1273292481, 0.368302679],
])('Wilson of %i in %i at %d', (successes, trials, level, low, high) => {
  expectLimits(wilsonInterval({ successes, trials }, { level }), low, high);
});

test.each([
  [3, 12.5, 0.95, 0.04949376983, 0.70138184558],
  [0, 40, 0.95, 0, 0.09222198635],
  [2500, 1000, 0.95, 2.402952365, 2.599961484],
  [250, 1, 0.95, 219.967995630937, 282.987705042316],
  [1e6, 1e6, 0.95, 0.998040983340294, 1.001961911945432],
  [3, 12.5, 0.99, 0.0270290711, 0.8781981996],
])('Poisson rate of %i in %d at %d', (events, exposure, level, low, high) => {
  expectLimits(poissonRate({ events, exposure }, { level }), low, high);
});

test('Poisson rate ratio, exact where a count is 0 and log-normal elsewhere', () => {
  const none = { events: 0, exposure: 10 };
  const nine = { events: 9, exposure: 25 };
  expectLimits(poissonRateRatio(none, nine), 0, 1.266575476);
  expectLimits(poissonRateRatio(nine, none), 0.7895305248, Number.POSITIVE_INFINITY);
  const ratio = poissonRateRatio({ events: 12, exposure: 30 }, { events: 25, exposure: 90 });
  expectLimits(ratio, 0.7234863377, 2.8661218491);
});

test('Benjamini-Hochberg', () => {
  const expected = [0.0385, 0.04666666667, 0.0525, 0.58333333333, 0.0385, 0.28, 0.9];
  benjaminiHochberg([0.01, 0.02, 0.03, 0.5, 0.011, 0.2, 0.9]).adjusted.forEach((p, i) => {
    expect(p).toBeCloseTo(expected[i] ?? Number.NaN, 10);
  });
});

// Spatial test A of Efron & Tibshirani (1993), table 14.1: its variance, one unit per replicate.
const SPATIAL = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];
const spatial = {
  keys: 1,
  sums: 3,
  total: Float64Array.of(
    SPATIAL.length,
    SPATIAL.reduce((sum, x) => sum + x, 0),
    SPATIAL.reduce((sum, x) => sum + x ** 2, 0),
  ),
  replicates: SPATIAL.map((x) => ({ key: Int32Array.of(0), values: Float64Array.of(1, x, x ** 2) })),
  theta: (s: Float64Array) => [(s[2] ?? 0) / (s[0] ?? 0) - ((s[1] ?? 0) / (s[0] ?? 0)) ** 2],
};

test('delete-a-group jackknife on two scales', () => {
  const natural = deleteAGroup({ ...spatial, scale: 'identity' });
  expect(natural.standardErrors[0]).toBeCloseTo(45.04627863, 7);
  expectLimits(natural.estimates[0], 78.75947617, 264.30857117, 5);
  expectLimits(deleteAGroup({ ...spatial, scale: 'log' }).estimates[0], 96.74780745, 304.13010953, 5);
});

test('bootstrap limits, within the noise of the draws', () => {
  const run = (method: 'bca' | 'percentile') =>
    clusterBootstrap({ ...spatial, random: createRandom(7) }, { method, level: 0.9, draws: 30_000 }).estimates[0];
  // R's boot with 99,999 draws.
  const [bca, percentile] = [run('bca'), run('percentile')];
  expect(Math.abs((bca?.low ?? 0) - 115.98)).toBeLessThan(2);
  expect(Math.abs((bca?.high ?? 0) - 262.12)).toBeLessThan(3);
  expect(Math.abs((percentile?.low ?? 0) - 97.96)).toBeLessThan(1.5);
  expect(Math.abs((percentile?.high ?? 0) - 235.62)).toBeLessThan(1.5);
});
