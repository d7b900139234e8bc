import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { shrunkenShares } from './shrunken-shares.ts';

function league(seed: number, groups: number, strength: number) {
  const random = createRandom(seed);
  const truth = Array.from({ length: groups }, () => {
    const a = random.gamma(0.2 * strength);
    return a / (a + random.gamma(0.8 * strength));
  });
  const trials = truth.map((_, i) => 10 + 10 * (i % 5));
  const successes = truth.map(
    (share, i) => Array.from({ length: trials[i] ?? 0 }, random.uniform).filter((u) => u < share).length,
  );
  return { truth, trials, successes };
}

test('covers the true shares about 95 % of the time over leagues of every degree of scatter', () => {
  const random = createRandom(1);
  let covered = 0;
  const leagues = 60;
  for (let seed = 0; seed < leagues; seed++) {
    // The prior that the method assumes: shrinkage of an average group (30 trials) uniform on 0..1.
    const shrinkage = random.uniform();
    const { truth, trials, successes } = league(seed, 20, (30 * shrinkage) / (1 - shrinkage));
    shrunkenShares({ successes, trials }).estimates.forEach(({ low, high }, i) => {
      if (low <= (truth[i] ?? 0) && high >= (truth[i] ?? 0)) covered += 1;
    });
  }
  expect(covered / (20 * leagues)).toBeGreaterThan(0.93);
  expect(covered / (20 * leagues)).toBeLessThan(0.975);
});

test('recovers the planted scatter of many groups', () => {
  const { trials, successes } = league(3, 400, 20);
  const { priorTrials, commonShare } = shrunkenShares({ successes, trials });
  expect(priorTrials).toBeGreaterThan(14);
  expect(priorTrials).toBeLessThan(28);
  expect(commonShare).toBeCloseTo(0.2, 1);
});

test('a group of few is pulled further than a group of many', () => {
  const { estimates } = shrunkenShares({ successes: [4, 400, 10, 12], trials: [10, 1000, 100, 100] });
  expect(estimates[0]?.value).toBeLessThan(0.33);
  expect(estimates[1]?.value).toBeGreaterThan(0.38);
});

test('exchanging success and failure mirrors everything', () => {
  const there = shrunkenShares({ successes: [3, 8, 2], trials: [20, 25, 30] }).estimates;
  const back = shrunkenShares({ successes: [17, 17, 28], trials: [20, 25, 30] }).estimates;
  there.forEach(({ value, low }, i) => {
    expect(value).toBeCloseTo(1 - (back[i]?.value ?? 0), 9);
    expect(low).toBeCloseTo(1 - (back[i]?.high ?? 0), 6);
  });
});

test.each([
  [{ successes: [0, 0], trials: [5, 5] }, 'successes'],
  [{ successes: [6, 1], trials: [5, 5] }, 'successes'],
  [{ successes: [1], trials: [5] }, 'trials'],
  [{ successes: [0, 1], trials: [0, 5] }, 'trials'],
])('refuses %o and names the argument', (shares, name) => {
  expect(() => shrunkenShares(shares)).toThrow(new RegExp(`^${name}`));
});
