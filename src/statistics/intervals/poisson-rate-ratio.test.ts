import { expect, test } from 'vitest';
import { poissonRateRatio } from './poisson-rate-ratio.ts';

// Breast cancer after fluoroscopy: 41 cases in 28,010 person-years against 15 in 19,017.
// Rothman & Greenland (1998), Modern Epidemiology, 2nd ed., ch. 14: rate ratio 1.86, 95 % limits 1.03 and 3.35.
test('matches the published rate ratio of the fluoroscopy study', () => {
  const ratio = poissonRateRatio({ events: 41, exposure: 28010 }, { events: 15, exposure: 19017 });
  expect(ratio.value).toBeCloseTo(1.86, 2);
  expect(ratio.low).toBeCloseTo(1.03, 2);
  expect(ratio.high).toBeCloseTo(3.35, 2);
});

test('no events on one side leaves the interval open on that side', () => {
  const none = poissonRateRatio({ events: 0, exposure: 10 }, { events: 4, exposure: 10 });
  // Exact: (1 - p)^4 = 0.025 at the upper bound p of the first group's part.
  const p = 1 - 0.025 ** (1 / 4);
  expect(none).toMatchObject({ value: 0, low: 0 });
  expect(none.high).toBeCloseTo(p / (1 - p), 9);
  const infinite = poissonRateRatio({ events: 4, exposure: 10 }, { events: 0, exposure: 10 });
  expect(infinite.high).toBe(Number.POSITIVE_INFINITY);
  expect(infinite.low).toBeCloseTo(1 / none.high, 9);
});

test('no events at all says nothing', () => {
  const nothing = poissonRateRatio({ events: 0, exposure: 1 }, { events: 0, exposure: 2 });
  expect(nothing).toMatchObject({ value: Number.NaN, low: 0, high: Number.POSITIVE_INFINITY });
});

test('exchanging the groups inverts the interval', () => {
  const there = poissonRateRatio({ events: 7, exposure: 3 }, { events: 19, exposure: 11 });
  const back = poissonRateRatio({ events: 19, exposure: 11 }, { events: 7, exposure: 3 });
  expect(there.low).toBeCloseTo(1 / back.high, 12);
});
