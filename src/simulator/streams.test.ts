import { describe, expect, test } from 'vitest';
import { openStream } from './streams.ts';

const DRAWS = 100_000;
const draws = (draw: (entity: number) => number) => Array.from({ length: DRAWS }, (_, entity) => draw(entity));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => value * value)) - mean(values) ** 2;

describe('a stream', () => {
  test('gives the same number at the same address, in any order and however often', () => {
    const stream = openStream(7, 'exit');
    const forward = [1, 2, 3].map((entity) => stream.uniform(entity, 5, 1));
    const backward = [3, 2, 1].map((entity) => openStream(7, 'exit').uniform(entity, 5, 1)).reverse();
    expect(backward).toEqual(forward);
  });

  test.each([
    ['seed', openStream(8, 'exit').uniform(1, 2, 3)],
    ['name', openStream(7, 'waits').uniform(1, 2, 3)],
    ['entity', openStream(7, 'exit').uniform(2, 2, 3)],
    ['moment', openStream(7, 'exit').uniform(1, 3, 3)],
    ['draw', openStream(7, 'exit').uniform(1, 2, 4)],
    ['seed beyond 32 bits', openStream(7 + 2 ** 40, 'exit').uniform(1, 2, 3)],
  ])('gives another number for another %s', (_, other) => {
    expect(other).not.toBe(openStream(7, 'exit').uniform(1, 2, 3));
  });

  test.each(['entity', 'moment', 'draw'])(
    'is uniform along the %s: chi-square over 64 bins stays below its 99.99 % point',
    (along) => {
      const stream = openStream(11, 'uniform');
      const at = (i: number) => {
        if (along === 'entity') return stream.uniform(i, 3, 0);
        return along === 'moment' ? stream.uniform(3, i, 0) : stream.uniform(3, 0, i);
      };
      const bins = new Array<number>(64).fill(0);
      for (let i = 0; i < DRAWS; i++) {
        const bin = Math.floor(at(i) * 64);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
      const expected = DRAWS / 64;
      const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(chiSquare).toBeLessThan(113.5);
    },
  );

  test('neighbouring entities and moments are uncorrelated', () => {
    const stream = openStream(5, 'pairs');
    const products = draws((i) => (stream.uniform(i, 0) - 0.5) * (stream.uniform(i + 1, 0) - 0.5));
    const acrossMonths = draws((i) => (stream.uniform(i, 0) - 0.5) * (stream.uniform(i, 1) - 0.5));
    // The standard error of the mean product is 1 / (12 sqrt(100,000)) = 0.00026.
    expect(Math.abs(mean(products))).toBeLessThan(0.0011);
    expect(Math.abs(mean(acrossMonths))).toBeLessThan(0.0011);
  });

  test('normal draws have mean 0 and variance 1, exponential ones mean 1, Poisson ones their mean as variance', () => {
    const stream = openStream(3, 'laws');
    const normal = draws((entity) => stream.normal(entity));
    expect(Math.abs(mean(normal))).toBeLessThan(0.013);
    expect(Math.abs(variance(normal) - 1)).toBeLessThan(0.02);
    expect(Math.abs(mean(draws((entity) => stream.exponential(entity))) - 1)).toBeLessThan(0.013);
    const poisson = draws((entity) => stream.poisson(1.7, entity));
    expect(Math.abs(mean(poisson) - 1.7)).toBeLessThan(0.017);
    expect(Math.abs(variance(poisson) - 1.7)).toBeLessThan(0.04);
  });

  test('refuses a seed that is not a whole number', () => {
    expect(() => openStream(0.5, 'exit')).toThrow(RangeError);
  });
});
