import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

function moments(draw: () => number, n = 100_000) {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const x = draw();
    sum += x;
    squares += x * x;
  }
  const mean = sum / n;
  return { mean, variance: squares / n - mean * mean };
}

test('the same seed gives the same stream, another seed another', () => {
  const stream = (seed: number) => Array.from({ length: 5 }, createRandom(seed).uniform);
  expect(stream(1)).toEqual(stream(1));
  expect(stream(1)).not.toEqual(stream(2));
  expect(stream(1)).not.toEqual(stream(1 + 2 ** 32));
});

const { uniform, normal, exponential, gamma, poisson } = createRandom(11);
test.each([
  ['uniform', uniform, 1 / 2, 1 / 12],
  ['normal', normal, 0, 1],
  ['exponential', exponential, 1, 1],
  ['gamma of shape 0.3', () => gamma(0.3), 0.3, 0.3],
  ['gamma of shape 7', () => gamma(7), 7, 7],
  ['poisson of mean 2', () => poisson(2), 2, 2],
  ['poisson of mean 80', () => poisson(80), 80, 80],
])('%s has its mean and variance', (_, draw, mean, variance) => {
  const seen = moments(draw);
  expect(Math.abs(seen.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / 100_000));
  expect(Math.abs(seen.variance / variance - 1)).toBeLessThan(0.05);
});

test('whole numbers below a bound are equally likely', () => {
  const random = createRandom(3);
  const counts = new Float64Array(6);
  for (let i = 0; i < 60_000; i++) {
    const face = random.integer(6);
    counts[face] = (counts[face] ?? 0) + 1;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  // 0.999 quantile of chi-square with 5 degrees of freedom.
  expect(chiSquare).toBeLessThan(20.5);
});

test('refuses a seed or bound that is not a whole number', () => {
  expect(() => createRandom(0.5)).toThrow(/^seed/);
  expect(() => createRandom(1).integer(0)).toThrow(/^bound/);
});
