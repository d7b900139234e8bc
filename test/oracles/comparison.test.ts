import { expect, test } from 'vitest';
import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import { selfControlledCaseSeries } from '#statistics/comparison/self-controlled-case-series.ts';

/** Ages in days at aseptic meningitis and at MMR vaccination, ten children. */
const OXFORD = [
  [398, 458],
  [413, 392],
  [449, 429],
  [455, 433],
  [472, 432],
  [474, 395],
  [485, 470],
  [524, 496],
  [700, 428],
  [399, 716],
] as const;

test('MMR and meningitis, Whitaker et al. (2006), Statistics in Medicine 25, 1768-1797: rate ratio 12.04 (3.00 to 48.26)', () => {
  const fit = selfControlledCaseSeries({
    persons: OXFORD.map((_, i) => ({ person: `${i}`, startDay: 366, endDay: 730 })),
    events: OXFORD.map(([day], i) => ({ person: `${i}`, day })),
    exposures: OXFORD.map(([, vaccination], i) => ({
      person: `${i}`,
      fromDay: vaccination + 15,
      toDay: vaccination + 35,
      window: 'after vaccination',
    })),
    bandEndDays: [547],
  });
  const [vaccine] = fit.coefficients;
  expect(vaccine?.estimate.value).toBeCloseTo(2.488, 3);
  expect(vaccine?.standardError).toBeCloseTo(0.708, 3);
  expect(Math.exp(vaccine?.estimate.value ?? 0)).toBeCloseTo(12.04, 2);
  expect(Math.exp(vaccine?.estimate.low ?? 0)).toBeCloseTo(3.0, 2);
  expect(Math.exp(vaccine?.estimate.high ?? 0)).toBeCloseTo(48.26, 2);
});

test('smoking and survival in Whickham, Appleton, French & Vanderpump (1996), The American Statistician 50, table 1: Simpson', () => {
  // Dead and alive after twenty years by age 18-24 .. 75+, smokers and non-smokers.
  const smokers = { count: [55, 124, 109, 130, 115, 36, 13], total: [2, 3, 14, 27, 51, 29, 13] };
  const others = { count: [62, 157, 121, 78, 121, 129, 64], total: [1, 5, 7, 12, 40, 101, 64] };
  const result = exactStandardisation({ target: smokers, other: others });
  // Published: 24 % of smokers and 31 % of the others died, yet within most ages more smokers did.
  expect(139 / 582).toBeCloseTo(0.24, 2);
  expect(result.naiveDifference).toBeCloseTo(139 / 582 - 230 / 732, 10);
  expect(result.naiveDifference).toBeLessThan(-0.07);
  expect(result.difference).toBeGreaterThan(0.02);
  expect(result.overlapShare).toBe(1);
});
