import { expect, test } from 'vitest';
import { gammaUpperQuantile } from './gamma-upper-quantile.ts';

// R 4.2: qgamma(0.975, shape).
test.each([
  [200, 228.652740983032],
  [201, 229.72198166545],
  [600, 648.949138168405],
  [2501, 2599.96148434054],
  [1e6, 1001960.91096545],
  [1e8 + 1, 100019601.587079],
])('matches R at shape %d', (shape, expected) => {
  expect(gammaUpperQuantile(0.025, shape) / expected).toBeCloseTo(1, 10);
});

test('is continuous where the method changes', () => {
  const step = gammaUpperQuantile(0.01, 200) - gammaUpperQuantile(0.01, 199.999);
  expect(step).toBeGreaterThan(0.0009);
  expect(step).toBeLessThan(0.0012);
});
