import { expect, test } from 'vitest';
import { exactStandardisation } from './exact-standardisation.ts';

// Rates of low- and high-risk strata, worked by hand: target 10 x 0.2 and 30 x 0.5, other 30 x 0.1 and 10 x 0.4.
const TARGET = { count: [10, 30], total: [2, 15] };
const OTHER = { count: [30, 10], total: [3, 4] };

test('agrees with the table worked by hand', () => {
  const result = exactStandardisation({ target: TARGET, other: OTHER });
  expect(result.targetMean).toBeCloseTo(17 / 40, 12);
  expect(result.otherMean).toBeCloseTo((10 * 0.1 + 30 * 0.4) / 40, 12);
  expect(result.difference).toBeCloseTo(0.1, 12);
  expect(result.naiveDifference).toBeCloseTo(17 / 40 - 7 / 40, 12);
  expect(result.overlapShare).toBe(1);
  expect(result.otherEffectiveCount).toBeCloseTo(1600 / (100 / 30 + 900 / 10), 12);
});

test('restricts to the overlap and says how much of the target it holds', () => {
  const result = exactStandardisation({
    target: { count: [10, 30, 60], total: [2, 15, 60] },
    other: { count: [30, 10, 0], total: [3, 4, 0] },
  });
  expect(result.overlapShare).toBeCloseTo(0.4, 12);
  expect(result.difference).toBeCloseTo(0.1, 12);
  expect(result.strataInOverlap).toBe(2);
  const stricter = exactStandardisation({ target: TARGET, other: OTHER }, { minimumOther: 11 });
  expect(stricter.targetCountInOverlap).toBe(10);
  expect(stricter.difference).toBeCloseTo(0.1, 12);
});

test('equal groups within every stratum give no gap whatever the mix', () => {
  const share = [0.1, 0.3, 0.8];
  const group = (count: readonly number[]) => ({ count, total: count.map((n, s) => n * (share[s] ?? 0)) });
  const result = exactStandardisation({ target: group([5, 50, 500]), other: group([900, 90, 9]) });
  expect(result.difference).toBeCloseTo(0, 12);
  expect(result.naiveDifference).toBeGreaterThan(0.4);
});

test('splitting a stratum at random or reordering strata changes nothing', () => {
  const result = exactStandardisation({ target: TARGET, other: OTHER });
  const reordered = exactStandardisation({
    target: { count: [30, 10], total: [15, 2] },
    other: { count: [10, 30], total: [4, 3] },
  });
  expect(reordered).toEqual(result);
});

test('nothing in common is NaN with overlap 0, and impossible input is refused', () => {
  const apart = exactStandardisation({
    target: { count: [5, 0], total: [1, 0] },
    other: { count: [0, 5], total: [0, 1] },
  });
  expect(apart.overlapShare).toBe(0);
  expect(apart.difference).toBeNaN();
  expect(apart.otherEffectiveCount).toBe(0);
  expect(() => exactStandardisation({ target: TARGET, other: { count: [1], total: [1] } })).toThrow(/strata/);
  expect(() => exactStandardisation({ target: { count: [-1, 1], total: [0, 0] }, other: OTHER })).toThrow(/count/);
  expect(() => exactStandardisation({ target: TARGET, other: OTHER }, { minimumOther: 0 })).toThrow(/minimumOther/);
});
