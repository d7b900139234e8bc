import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { shrunkenMeans } from './shrunken-means.ts';

// Hits in the first 45 at-bats of 18 players, and the estimates that Efron & Morris (1977), Scientific American 236(5),
// 119-127, give for them.
const HITS = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
const PUBLISHED = [
  0.294, 0.289, 0.284, 0.28, 0.275, 0.275, 0.27, 0.266, 0.261, 0.261, 0.256, 0.256, 0.256, 0.256, 0.256, 0.252, 0.247,
  0.242,
];

test('matches the published batting averages', () => {
  const values = HITS.map((hits) => hits / 45);
  const mean = values.reduce((a, b) => a + b, 0) / 18;
  const standardErrors = values.map(() => Math.sqrt((mean * (1 - mean)) / 45));
  const { estimates, shrinkage } = shrunkenMeans({ values, standardErrors });
  expect(1 - (shrinkage[0] ?? 0)).toBeCloseTo(0.212, 2);
  estimates.forEach(({ value }, i) => {
    expect(Math.abs(value - (PUBLISHED[i] ?? 0))).toBeLessThan(0.0012);
  });
});

test('noisier groups are pulled further, and towards the common mean', () => {
  const { shrinkage, estimates, commonMean } = shrunkenMeans({
    values: [1, 9, 4, 6, 0, 10],
    standardErrors: [1, 1, 1, 4, 4, 4],
  });
  expect(shrinkage[5]).toBeGreaterThan(shrinkage[1] ?? 1);
  expect(estimates[1]?.value).toBeLessThan(9);
  expect(estimates[1]?.value).toBeGreaterThan(commonMean);
});

test('covers the true means about 95 % of the time and errs less than the raw ones', () => {
  const random = createRandom(8);
  let covered = 0;
  const error = { raw: 0, shrunken: 0 };
  for (let run = 0; run < 400; run++) {
    const truth = Array.from({ length: 12 }, () => random.normal());
    const standardErrors = truth.map((_, i) => 0.5 + (i % 4) / 2);
    const values = truth.map((mean, i) => mean + random.normal() * (standardErrors[i] ?? 0));
    shrunkenMeans({ values, standardErrors }).estimates.forEach(({ value, low, high }, i) => {
      const mean = truth[i] ?? 0;
      if (low <= mean && high >= mean) covered += 1;
      error.raw += (mean - (values[i] ?? 0)) ** 2;
      error.shrunken += (mean - value) ** 2;
    });
  }
  expect(covered / 4800).toBeGreaterThan(0.93);
  expect(covered / 4800).toBeLessThan(0.975);
  expect(error.shrunken).toBeLessThan(0.6 * error.raw);
});

test('refuses too few groups and impossible errors', () => {
  expect(() => shrunkenMeans({ values: [1, 2, 3], standardErrors: [1, 1, 1] })).toThrow(/^values/);
  expect(() => shrunkenMeans({ values: [1, 2, 3, 4], standardErrors: [1, 1, 0, 1] })).toThrow(/^standardErrors\[2\]/);
});
