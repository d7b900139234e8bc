import { expect, test } from 'vitest';
import { createRandom } from '#statistics/random.ts';
import { toCells } from '../cells.ts';
import { contrastOf } from './contrast.ts';
import { bounded, growthOf, knownSources, referralRate } from './rates.ts';

test('the bounds are those of none and of all of the unknown, and what is known decides without any', () => {
  const some = { recommended: 50, other: 350, unknown: 100, unlisted: 7 };
  const rate = referralRate(some);
  expect(rate.asKnown.value).toBe(50 / 400);
  expect(rate.none.value).toBe(50 / 500);
  expect(rate.all.value).toBe(150 / 500);
  const { low, high } = bounded(rate);
  expect([low, high]).toEqual([rate.none.low, rate.all.high]);
  const none = referralRate({ ...some, unknown: 0 });
  expect(bounded(none)).toEqual(none.asKnown);
});

test('newcomers in no list count only where nothing but recommendations is listed', () => {
  expect(knownSources({ recommended: 50, other: 1, unknown: 0, unlisted: 900 })).toBe(51);
  expect(knownSources({ recommended: 50, other: 0, unknown: 0, unlisted: 900 })).toBe(950);
});

test('60 newcomers brought in 1,200 customer-years are 0.15 in three years; the multiplier is unbounded where K may reach 1', () => {
  const growth = growthOf({ recommended: 60, other: 340, unknown: 0, unlisted: 0 }, 1200, 36);
  expect(growth?.factor.value).toBeCloseTo(0.15, 12);
  expect(growth?.multiplier.value).toBeCloseTo(1 / 0.85, 12);
  const wild = growthOf({ recommended: 4, other: 0, unknown: 0, unlisted: 0 }, 15, 36);
  expect(wild?.multiplier.high).toBe(Number.POSITIVE_INFINITY);
  expect(growthOf({ recommended: 4, other: 0, unknown: 0, unlisted: 0 }, 0, 36)).toBeNull();
});

/** Two lines; welcomes of 30 and 80, rewards of 25 for four in ten; who brings newcomers does so mostly in the first line. */
function companyOf(seed: number) {
  const random = createRandom(seed);
  const rows = Array.from({ length: 900 }, () => {
    const line = random.uniform() < 0.5 ? 'a' : 'b';
    const brought = random.uniform() < (line === 'a' ? 0.2 : 0.05);
    const paid = brought && random.uniform() < 0.4;
    const welcome = random.uniform() < 0.5 ? 2 * (line === 'a' ? 30 : 80) : 0;
    return { line, brought, reward: paid ? 25 : 0, welcome, replicate: random.integer(200) };
  });
  const sums = {
    signed: rows.map(() => 1),
    welcome: rows.map((row) => row.welcome),
    brought: rows.map((row) => (row.brought ? 1 : 0)),
    reward: rows.map((row) => row.reward),
  };
  return toCells(
    { by: ['line'], sums: { signed: '1', welcome: '1', brought: '1', reward: '1' } },
    { keys: { line: rows.map((row) => row.line) }, replicate: rows.map((row) => row.replicate), sums },
  );
}

test('95 % intervals hold the planted gap within equal lines in at least 88 of 100 companies, and hardly ever without regard to lines', () => {
  // Of those who bring newcomers four in five do so in the first line.
  const truth = 0.8 * 30 + 0.2 * 80 - 10;
  const everybody = (count: string, total: string) => ({
    holds: () => true,
    count,
    total: (sum: (name: string) => number) => sum(total),
  });
  let [held, plain] = [0, 0];
  for (let seed = 1; seed <= 100; seed++) {
    const { gap, naiveGap } = contrastOf(
      companyOf(seed),
      ['line'],
      everybody('brought', 'reward'),
      everybody('signed', 'welcome'),
    );
    if (gap.low < truth && gap.high > truth) held += 1;
    if (naiveGap.low < truth && naiveGap.high > truth) plain += 1;
  }
  expect(held).toBeGreaterThanOrEqual(88);
  expect(plain).toBeLessThan(30);
});
