import { expect, test } from 'vitest';
import { createRandom } from '#statistics/random.ts';
import { judgeRules } from './rule-shares.ts';
import { ruleCorsetDefaults } from './settings.ts';

type Shares = readonly number[];

/** Rules with the given true shares, each with so many decided requests. */
function invented(shares: Shares, decided: number, seed: number) {
  const random = createRandom(seed);
  return shares.map((share, i) => {
    const granted = Array.from({ length: decided }, () => (random.uniform() < share ? 1 : 0)).filter(Boolean).length;
    const none = { changed: decided - granted, refused: 0, pending: 0, unknown: 0, waited: 0, waitedHours: 0 };
    return { rule: `R${i + 1}`, members: [], granted, decided, ...none };
  });
}

function namedIn(shares: Shares, decided: number, seeds: number): readonly (readonly string[])[] {
  return Array.from({ length: seeds }, (_, seed) =>
    judgeRules(invented(shares, decided, seed + 1), ruleCorsetDefaults)
      .filter(({ judged }) => judged === 'idle')
      .map(({ counts }) => counts.rule),
  );
}

const SEEDS = 60;
const PLANTED = [0.72, 0.72, 0.96, 0.72, 0.72, 0.72, 0.96, 0.72];

test.each([
  [100, 0.6],
  [200, 0.9],
  [800, 0.99],
])(
  '%i requests a rule: the two of eight that nearly always grant are named in a share of companies of at least %f',
  (decided, least) => {
    const named = namedIn(PLANTED, decided, SEEDS);
    const both = named.filter((rules) => rules.includes('R3') && rules.includes('R7')).length;
    expect(both / SEEDS).toBeGreaterThanOrEqual(least);
    expect(named.flat().filter((rule) => rule !== 'R3' && rule !== 'R7')).toEqual([]);
  },
);

test.each([
  ['judge one in seven', 0.85, 60],
  ['judge one in ten, with many requests,', 0.9, 500],
])('rules that all %s are named in at most one company in ten', (_, share, decided) => {
  const named = namedIn(
    Array.from({ length: 20 }, () => share),
    decided,
    SEEDS,
  );
  expect(named.filter((rules) => rules.length > 0).length / SEEDS).toBeLessThanOrEqual(0.1);
});

test('the interval of a rule holds its true share in about 95 of 100 rules', () => {
  const random = createRandom(5);
  let covered = 0;
  let rules = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const shares = Array.from({ length: 8 }, () => 0.6 + 0.3 * random.uniform());
    for (const [i, { granted }] of judgeRules(invented(shares, 80, seed), ruleCorsetDefaults).entries()) {
      const share = shares[i] ?? 0;
      covered += granted.low <= share && share <= granted.high ? 1 : 0;
      rules += 1;
    }
  }
  expect(covered / rules).toBeGreaterThan(0.91);
  expect(covered / rules).toBeLessThanOrEqual(0.99);
});

test('a single rule without any refusal keeps its own interval', () => {
  const [only] = judgeRules(invented([1], 40, 1), ruleCorsetDefaults);
  expect(only).toMatchObject({ judged: 'idle', granted: { value: 1, high: 1 } });
});
