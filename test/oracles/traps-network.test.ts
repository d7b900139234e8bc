import { describe, expect, test } from 'vitest';
import { concentrationIndex } from '#statistics/concentration/concentration-index.ts';
import { createRandom } from '#statistics/random.ts';

describe('T9: value that contains the price makes the best customers pay most by arithmetic', () => {
  const random = createRandom(20_150_828);
  const volume = Array.from({ length: 20_000 }, () => Math.exp(0.5 * random.normal()));
  const price = volume.map(() => Math.exp(0.2 * random.normal()));
  const revenue = volume.map((units, i) => units * (price[i] ?? 0));

  test('ranked by revenue the index is +0.041 although price and volume are unrelated', () => {
    const { index } = concentrationIndex({ outcome: price, rankBy: revenue }, { kind: 'relative' });
    expect(index.value).toBeCloseTo(0.041, 2);
    expect(index.low).toBeGreaterThan(0.03);
  });

  test('ranked by volume it is 0 within its interval', () => {
    const { index } = concentrationIndex({ outcome: price, rankBy: volume }, { kind: 'relative' });
    expect(index.low).toBeLessThan(0);
    expect(index.high).toBeGreaterThan(0);
    expect(Math.abs(index.value)).toBeLessThan(0.004);
  });
});
