import { expect, test } from 'vitest';
import { poissonRate } from './poisson-rate.ts';

// Garwood's 95 % limits, as reprinted in Pearson & Hartley, Biometrika Tables for Statisticians I, table 40.
test.each([
  [0, 0, 3.69],
  [1, 0.0253, 5.57],
  [5, 1.62, 11.67],
  [10, 4.8, 18.39],
  [30, 20.24, 42.83],
  [50, 37.11, 65.92],
])('matches the published limits for %i events', (events, low, high) => {
  const rate = poissonRate({ events, exposure: 1 });
  expect(rate.low).toBeCloseTo(low, 2);
  expect(rate.high).toBeCloseTo(high, 2);
});

test('a rate per day is a seventh of the rate per week', () => {
  const perWeek = poissonRate({ events: 9, exposure: 4 });
  const perDay = poissonRate({ events: 9, exposure: 28 });
  expect(perDay.low * 7).toBeCloseTo(perWeek.low, 10);
  expect(perDay.high * 7).toBeCloseTo(perWeek.high, 10);
});

test('stays exact for large counts', () => {
  const { low, high } = poissonRate({ events: 1e6, exposure: 1e6 });
  expect(low).toBeCloseTo(1 - 1.96e-3, 5);
  expect(high).toBeCloseTo(1 + 1.961e-3, 5);
});

test('refuses no exposure and negative counts', () => {
  expect(() => poissonRate({ events: 1, exposure: 0 })).toThrow(/^exposure/);
  expect(() => poissonRate({ events: -1, exposure: 1 })).toThrow(/^events/);
});
