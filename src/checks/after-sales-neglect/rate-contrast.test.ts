import { expect, test } from 'vitest';
import { newcombeDifference } from '#statistics/intervals/newcombe-difference.ts';
import { createRandom, type Random } from '#statistics/random.ts';
import { judgeGap } from '../judge-gap.ts';
import { ANECDOTE } from './benchmark.ts';
import { CONTRASTS, oddsRatio, rateContrast } from './rate-contrast.ts';
import type { FieldName, Matrix } from './satisfaction-matrix.ts';

type Four = Readonly<Record<FieldName, number>>;
const matrix = (customers: Four, again: (name: FieldName, customers: number) => number): Matrix => {
  const field = (name: FieldName) => ({ customers: customers[name], again: again(name, customers[name]) });
  return { yesYes: field('yesYes'), noYes: field('noYes'), yesNo: field('yesNo'), noNo: field('noNo') };
};
const HUNDRED = { yesYes: 100, noYes: 100, yesNo: 100, noNo: 100 };

test('the anecdote 93/45/14/3 gives its known effects: after 60.5, sale 29.5, ratio 2.05, interaction 37 points', () => {
  const told = matrix(HUNDRED, (name, customers) => customers * ANECDOTE[name]);
  const value = (contrast: keyof typeof CONTRASTS) => rateContrast([told], CONTRASTS[contrast]).value;
  expect(value('after')).toBeCloseTo(0.605, 12);
  expect(value('sale')).toBeCloseTo(0.295, 12);
  expect(value('after') / value('sale')).toBeCloseTo(2.05, 2);
  expect(value('interaction')).toBeCloseTo(0.37, 12);
  expect([value('afterIfSaleYes'), value('afterIfSaleNo')].map((x) => x.toFixed(2))).toEqual(['0.79', '0.42']);
  expect(oddsRatio(told.yesYes, told.yesNo).value).toBeCloseTo(81.612, 3);
  expect(oddsRatio(told.noYes, told.noNo).value).toBeCloseTo(26.455, 3);
  expect(oddsRatio(told.yesYes, told.noYes).value).toBeCloseTo(16.238, 3);
  expect(oddsRatio(told.yesNo, told.noNo).value).toBeCloseTo(5.264, 3);
});

test('for two rates it is the Newcombe interval', () => {
  const found = matrix({ yesYes: 56, noYes: 10, yesNo: 48, noNo: 10 }, (name, n) =>
    name === 'yesYes' ? 48 : Math.round(n * 0.4),
  );
  const newcombe = newcombeDifference({ successes: 48, trials: 56 }, { successes: 19, trials: 48 });
  const own = rateContrast([found], CONTRASTS.afterIfSaleYes);
  expect(own.low).toBeCloseTo(newcombe.low, 12);
  expect(own.high).toBeCloseTo(newcombe.high, 12);
});

test('with nobody or everybody buying again there is no finite odds ratio', () => {
  expect(oddsRatio({ customers: 40, again: 40 }, { customers: 40, again: 20 }).value).toBe(Number.POSITIVE_INFINITY);
  expect(oddsRatio({ customers: 40, again: 0 }, { customers: 40, again: 20 }).value).toBe(0);
});

const binomial = (trials: number, share: number, random: Random) => {
  let count = 0;
  for (let i = 0; i < trials; i++) if (random.uniform() < share) count += 1;
  return count;
};

test.each([
  { name: 'the rates of the simulated company', rates: { yesYes: 0.88, noYes: 0.41, yesNo: 0.17, noNo: 0.05 } },
  { name: 'no effect after the sale', rates: { yesYes: 0.6, noYes: 0.2, yesNo: 0.6, noNo: 0.2 } },
  { name: 'rates near the edge', rates: { yesYes: 0.98, noYes: 0.9, yesNo: 0.9, noNo: 0.03 } },
])(
  '$name: the 95 % interval covers the true effect in 93 to 98 % of 1,000 companies with 30 to 200 customers a field',
  ({ rates }) => {
    const sizes = { yesYes: 200, noYes: 30, yesNo: 60, noNo: 45 };
    const truth = (rates.yesYes - rates.yesNo + rates.noYes - rates.noNo) / 2;
    let covered = 0;
    let accused = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const random = createRandom(seed);
      const effect = rateContrast([matrix(sizes, (name, n) => binomial(n, rates[name], random))], CONTRASTS.after);
      if (effect.low <= truth && truth <= effect.high) covered += 1;
      if (judgeGap(effect, 0.1) === 'finding') accused += 1;
    }
    expect(covered / 1000).toBeGreaterThanOrEqual(0.93);
    expect(covered / 1000).toBeLessThanOrEqual(0.98);
    expect(accused / 1000).toBeLessThanOrEqual(truth > 0 ? 1 : 0.035);
  },
);

test('of five lines that differ in service and repurchase the interval covers the true effect in 93 to 98 % of 1,000 companies', () => {
  const served = [0.15, 0.3, 0.5, 0.7, 0.9];
  const truth = 0.1;
  let covered = 0;
  for (let seed = 1; seed <= 1000; seed++) {
    const random = createRandom(seed);
    const lines = served.map((share, l) => {
      const content = binomial(90, share, random);
      const [yesYes, yesNo] = [content, 90 - content];
      const noYes = binomial(30, share, random);
      const sizes = { yesYes, yesNo, noYes, noNo: 30 - noYes };
      return matrix(sizes, (name, n) => binomial(n, 0.1 + 0.12 * l + (name.endsWith('Yes') ? truth : 0), random));
    });
    const { low, high } = rateContrast(lines, CONTRASTS.after);
    if (low <= truth && truth <= high) covered += 1;
  }
  expect(covered / 1000).toBeGreaterThanOrEqual(0.93);
  expect(covered / 1000).toBeLessThanOrEqual(0.98);
});

test('a line with fewer than three on one side tells nothing of the difference', () => {
  const told = matrix(HUNDRED, () => 40);
  const thin = matrix({ yesYes: 2, noYes: 2, yesNo: 500, noNo: 500 }, () => 2);
  expect(rateContrast([told, thin], CONTRASTS.after)).toEqual(rateContrast([told], CONTRASTS.after));
  expect(rateContrast([thin], CONTRASTS.after).value).toBeNaN();
});
