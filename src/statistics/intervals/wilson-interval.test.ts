import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

// Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('matches the published score interval of %i / %i', (successes, trials, low, high) => {
  const share = wilsonInterval({ successes, trials });
  expect(share.low).toBeCloseTo(low, 4);
  expect(share.high).toBeCloseTo(high, 4);
});

test('holds exactly the shares that the score test does not reject', () => {
  const { low, high } = wilsonInterval({ successes: 7, trials: 31 }, { level: 0.9 });
  for (const share of [low, high]) {
    const z = (7 / 31 - share) / Math.sqrt((share * (1 - share)) / 31);
    expect(Math.abs(z)).toBeCloseTo(1.6448536, 6);
  }
});

test('swapping success and failure mirrors the interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, part) => {
      const successes = Math.round(part * trials);
      const there = wilsonInterval({ successes, trials });
      const back = wilsonInterval({ successes: trials - successes, trials });
      expect(there.low).toBeCloseTo(1 - back.high, 12);
      expect(there.low).toBeLessThanOrEqual(there.value);
      expect(there.high).toBeGreaterThanOrEqual(there.value);
    }),
  );
});

test.each([
  [{ successes: 1, trials: 0 }, 'trials'],
  [{ successes: -1, trials: 5 }, 'successes'],
  [{ successes: 6, trials: 5 }, 'successes'],
  [{ successes: Number.NaN, trials: 5 }, 'successes'],
])('refuses %o and names the argument', (share, name) => {
  expect(() => wilsonInterval(share)).toThrow(new RegExp(`^${name}`));
});

test('refuses a level outside 0..1', () => {
  expect(() => wilsonInterval({ successes: 1, trials: 2 }, { level: 95 })).toThrow(/^level/);
});
