import { expect, test } from 'vitest';
import { newcombeDifference } from './newcombe-difference.ts';

// Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('matches the published interval of %i/%i - %i/%i', (a, m, b, n, low, high) => {
  const difference = newcombeDifference({ successes: a, trials: m }, { successes: b, trials: n });
  expect(difference.value).toBeCloseTo(a / m - b / n, 12);
  expect(difference.low).toBeCloseTo(low, 4);
  expect(difference.high).toBeCloseTo(high, 4);
});

test('exchanging the groups turns the sign of everything', () => {
  const first = { successes: 12, trials: 90 };
  const second = { successes: 33, trials: 70 };
  const there = newcombeDifference(first, second);
  const back = newcombeDifference(second, first);
  expect(there.value).toBeCloseTo(-back.value, 12);
  expect(there.low).toBeCloseTo(-back.high, 12);
});
