import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { alphaSpending } from './alpha-spending.ts';

const FIFTHS = [0.2, 0.4, 0.6, 0.8, 1];

test('one look is the ordinary test', () => {
  const { looks, inflation } = alphaSpending({ informationShares: [1], shape: 'pocock' });
  expect(looks[0]?.bound).toBeCloseTo(1.959964, 6);
  expect(inflation).toBeCloseTo(1, 5);
});

test.each(['obrienFleming', 'pocock'] as const)(
  '%s spends the whole error by the last look and never more',
  (shape) => {
    const { looks } = alphaSpending({ informationShares: FIFTHS, shape });
    expect(looks.at(-1)?.spentError).toBeCloseTo(0.05, 12);
    looks.forEach((look, k) => {
      expect(look.spentError).toBeGreaterThan(looks[k - 1]?.spentError ?? 0);
      expect(look.nominalError).toBeLessThanOrEqual(look.spentError + 1e-9);
    });
  },
);

test('a stricter start costs less sample than an even one, and more looks cost more', () => {
  const cost = (informationShares: readonly number[], shape: 'obrienFleming' | 'pocock') =>
    alphaSpending({ informationShares, shape }).inflation;
  expect(cost(FIFTHS, 'obrienFleming')).toBeGreaterThan(1);
  expect(cost(FIFTHS, 'obrienFleming')).toBeLessThan(1.05);
  expect(cost(FIFTHS, 'pocock')).toBeGreaterThan(1.15);
  expect(cost([0.5, 1], 'pocock')).toBeLessThan(cost(FIFTHS, 'pocock'));
});

test('simulated tests stop by chance as often as promised, and find the effect with the promised power', () => {
  const shares = [0.3, 0.55, 1];
  const { looks, inflation } = alphaSpending({ informationShares: shares, shape: 'pocock' }, { power: 0.8 });
  const random = createRandom(12);
  const stopRate = (drift: number) => {
    let stopped = 0;
    for (let run = 0; run < 20_000; run++) {
      let score = 0;
      let before = 0;
      const crossed = looks.some(({ informationShare, bound }) => {
        const step = informationShare - before;
        score += drift * step + Math.sqrt(step) * random.normal();
        before = informationShare;
        return Math.abs(score) / Math.sqrt(informationShare) >= bound;
      });
      stopped += crossed ? 1 : 0;
    }
    return stopped / 20_000;
  };
  expect(Math.abs(stopRate(0) - 0.05)).toBeLessThan(0.006);
  expect(Math.abs(stopRate((1.959964 + 0.841621) * Math.sqrt(inflation)) - 0.8)).toBeLessThan(0.012);
});

test('a look before anything is known can stop nothing; shares must rise', () => {
  const { looks } = alphaSpending({ informationShares: [0.005, 1], shape: 'obrienFleming' });
  expect(looks[0]?.bound).toBe(Number.POSITIVE_INFINITY);
  expect(looks[1]?.bound).toBeCloseTo(1.959964, 5);
  expect(() => alphaSpending({ informationShares: [0.5, 0.4], shape: 'pocock' })).toThrow(/rise/);
  expect(() => alphaSpending({ informationShares: [], shape: 'pocock' })).toThrow(/empty/);
});
