import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../statistics/random.ts';
import { toCells } from '../cells.ts';
import { type Figures, judgeShare, shareOf } from './figures.ts';

import { silentOverpaymentDefaults } from './settings.ts';
import { waking } from './waking.ts';
import { wakingCells } from './waking-query.ts';
import { atRiskAfterNotice, remainingValue } from './worth.ts';

/** Twelve regions in ten half-years; letters come late, when everything is more frequent anyway. */
function world(random: Random, ratio: number) {
  const rows = Array.from({ length: 12 }, (_, region) => region).flatMap((region) =>
    Array.from({ length: 10 }, (_, half) => half).flatMap((half) =>
      [0, 1].map((after) => {
        const lettered = half <= 3 && (region + half) % 4 === 0;
        const share = lettered ? 0.5 : 0;
        const months = 400 * (after === 1 ? share : 1 - share);
        const rate = 0.004 * (1 + region / 6) * 1.35 ** -half * (after === 1 ? ratio : 1);
        return { region: `R${region}`, half, after, months, asks: random.poisson(rate * months) };
      }),
    ),
  );
  return toCells(wakingCells, {
    keys: {
      region: rows.map((row) => row.region),
      line: rows.map(() => ''),
      half_year: rows.map((row) => row.half),
      after_letter: rows.map((row) => row.after),
      after_public: rows.map(() => 0),
    },
    replicate: rows.map(() => 0),
    sums: { months: rows.map((row) => row.months), asks: rows.map((row) => row.asks), exits: rows.map(() => 0) },
  });
}

test.each([1, 2.2])('the interval covers a true ratio of %d about nineteen times in twenty', (truth) => {
  const random = createRandom(7);
  const rounds = 200;
  let [covered, known] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const { ratio } = waking(world(random, truth), 'asks', silentOverpaymentDefaults);
    if (ratio === null) continue;
    known += 1;
    if (ratio.low <= truth && ratio.high >= truth) covered += 1;
  }
  expect(known).toBeGreaterThan(0.9 * rounds);
  expect(covered / known).toBeGreaterThan(0.91);
  expect(covered / known).toBeLessThanOrEqual(0.99);
});

test('without events nothing is said, and the numbers tell why', () => {
  expect(waking(world(createRandom(8), 2), 'exits', silentOverpaymentDefaults)).toMatchObject({
    ratio: null,
    events: 0,
  });
});

const figures = (over: number, under: number, silent: number, compared: number): Figures => {
  const net = (over - under) / compared;
  const half = (1.96 * Math.sqrt(over + under)) / compared;
  return {
    regulars: compared,
    compared,
    people: silent,
    possible: 0,
    overpays: over,
    underpays: under,
    share: shareOf(silent, compared),
    net: { value: net, low: net - half, high: net + half, level: 0.95 },
    transfer: { value: 0, low: 0, high: 0, level: 0.95 },
    plain: null,
  };
};

test.each([
  ['many above, silent', 300, 0, 250, 'finding'],
  ['many above, but they have all spoken', 300, 0, 2, 'clear'],
  ['many above and as many below', 200, 200, 180, 'clear'],
  ['many below', 10, 300, 8, 'reversed'],
  ['hardly anyone', 1, 1, 1, 'clear'],
] as const)('%s', (_, over, under, silent, outcome) => {
  expect(judgeShare(figures(over, under, silent, 2_000), silentOverpaymentDefaults)).toBe(outcome);
});

test('too few to tell: nobody among forty is no proof of nobody', () => {
  expect(judgeShare(figures(0, 0, 0, 40), silentOverpaymentDefaults)).toBe('inconclusive');
});

test('what a notice puts at risk is people times departures times what they are worth', () => {
  const ratio = { value: 2, low: 1.5, high: 3, level: 0.95 };
  const exits = { ratio, events: 60, eventsAfter: 20, monthsAfter: 0 };
  // 100 of 1,000 overpay: 12,000 regular months are 1,200 of overpayers; 40 departures make 0.1 a quarter.
  const found = atRiskAfterNotice(figures(100, 0, 90, 1_000), exits, 12_000, 50);
  expect(found?.value).toBeCloseTo(90 * 0.1 * 1 * 50, 6);
  expect(found?.high).toBeCloseTo(90 * 0.1 * 2 * 50, 6);
  expect(
    atRiskAfterNotice(figures(100, 0, 90, 1_000), { ...exits, ratio: { ...ratio, low: 0.9 } }, 12_000, 50),
  ).toBeNull();
  expect(remainingValue(1_000, { marginRate: 0.3, horizonMonths: 36, discountRate: 0 })).toBeCloseTo(900, 9);
});
