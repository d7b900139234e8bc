import { expect, test } from 'vitest';
import { WAIT_EDGES } from '#facts/queue-tally.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { createRandom, type Random } from '#statistics/random.ts';
import { type CellColumns, toCells } from '../cells.ts';
import { judgeGap } from '../judge-gap.ts';
import { waitCells } from './query.ts';
import { waitGap } from './wait-figures.ts';

interface World {
  readonly days: number;
  readonly callsPerDay: number;
  /** Spread of the congestion that all callers of a day share (standard deviation of its logarithm). */
  readonly congestion: number;
  /** Seconds that existing customers wait longer in the mean, before congestion. */
  readonly extra: number;
}
interface Call {
  readonly day: number;
  readonly stratum: number;
  readonly isExisting: boolean;
  readonly wait: number;
  readonly answered: boolean;
}

// Four strata with unlike waits and unlike mixes of the two groups.
const MEAN_WAIT = [40, 80, 200, 300] as const;
const SHARE_EXISTING = [0.1, 0.2, 0.3, 0.4] as const;
const SHARE_NEWCOMER = [0.4, 0.3, 0.2, 0.1] as const;
const PATIENCE = 500;

const draw = (shares: readonly number[], random: Random) => {
  let left = random.uniform();
  return shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
};
const meanOf = (stratum: number, isExisting: boolean, extra: number) =>
  (MEAN_WAIT[stratum] ?? 0) + (isExisting ? extra : 0);

function invented(world: World, random: Random): readonly Call[] {
  return Array.from({ length: world.days }, (_, day) => {
    const busy = Math.exp(world.congestion * random.normal());
    return Array.from({ length: random.poisson(world.callsPerDay) }, (): Call => {
      const isExisting = random.uniform() < 0.5;
      const stratum = Math.max(0, draw(isExisting ? SHARE_EXISTING : SHARE_NEWCOMER, random));
      const offered = random.exponential() * busy * meanOf(stratum, isExisting, world.extra);
      const patience = random.exponential() * PATIENCE;
      return { day, stratum, isExisting, wait: Math.min(offered, patience), answered: offered <= patience };
    });
  }).flat();
}

/** The cells that the engine would return for these calls: newcomers weighted to the existing customers' mix, each stratum a topic. */
function cellsOf(calls: readonly Call[]) {
  const count = (stratum: number, isExisting: boolean) =>
    calls.filter((call) => call.stratum === stratum && call.isExisting === isExisting).length;
  const weights = MEAN_WAIT.map((_, stratum) => count(stratum, true) / count(stratum, false));
  const rows = calls.map((call) => {
    const weight = call.isExisting ? 1 : (weights[call.stratum] ?? 0);
    const bin = WAIT_EDGES.filter((edge) => edge <= call.wait).at(-1) ?? 0;
    return { ...call, weight, bin, seconds: weight * Math.min(call.wait, 1800) };
  });
  const columns: CellColumns = {
    keys: {
      curve: rows.map(({ stratum }) => stratum),
      caller: rows.map(({ isExisting }) => (isExisting ? 'existing' : 'newcomer')),
      bin: rows.map(({ bin }) => bin),
      answered: rows.map(({ answered }) => (answered ? 1 : 0)),
    },
    replicate: rows.map(({ day }) => day),
    sums: {
      contacts: rows.map(() => 1),
      weight: rows.map(({ weight }) => weight),
      seconds: rows.map(({ seconds }) => seconds),
      squares: rows.map(({ weight }) => weight * weight),
    },
  };
  return toCells(waitCells.waits, columns);
}

/** Mean over the days' congestion of the wait cut at half an hour, at the existing customers' mix. */
function trueGap({ congestion, extra }: World): number {
  const random = createRandom(99);
  const draws = 20_000;
  let sum = 0;
  for (let i = 0; i < draws; i++) {
    const busy = Math.exp(congestion * random.normal());
    const cut = (mean: number) => busy * mean * (1 - Math.exp(-1800 / (busy * mean)));
    for (const [stratum, share] of SHARE_EXISTING.entries())
      sum += share * (cut(meanOf(stratum, true, extra)) - cut(meanOf(stratum, false, extra)));
  }
  return sum / draws;
}

test.each([
  { name: 'a gap of one minute', days: 60, callsPerDay: 20, congestion: 0.4, extra: 60 },
  { name: 'no gap', days: 60, callsPerDay: 20, congestion: 0.4, extra: 0 },
  { name: 'few, very unlike days', days: 25, callsPerDay: 40, congestion: 0.6, extra: 100 },
])('congested days, $name: the 95 % interval covers the truth in 90 to 99 % of 200 companies', (world) => {
  const truth = trueGap(world);
  const seeds = 200;
  let covered = 0;
  let sum = 0;
  let accused = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const gap = waitGap(cellsOf(invented(world, createRandom(seed))));
    if (gap.low <= truth && truth <= gap.high) covered += 1;
    if (judgeGap(gap, 30) === 'finding') accused += 1;
    sum += gap.value;
  }
  expect(accused / seeds).toBeLessThanOrEqual(truth > 0 ? 1 : 0.06);
  expect(covered / seeds).toBeGreaterThanOrEqual(0.9);
  expect(covered / seeds).toBeLessThanOrEqual(0.99);
  expect(Math.abs(sum / seeds - truth)).toBeLessThan(4);
});

/** Calls of one queue or two in seconds, without congestion; `of` draws the offered wait. */
function plainCalls(
  random: Random,
  calls: number,
  draw: {
    readonly stratum: (isExisting: boolean) => number;
    readonly offered: (isExisting: boolean, stratum: number) => number;
  },
): readonly Call[] {
  return Array.from({ length: calls }, (): Call => {
    const isExisting = random.uniform() < 0.7;
    const stratum = draw.stratum(isExisting);
    const offered = draw.offered(isExisting, stratum);
    const patience = random.exponential() * 360;
    return {
      day: random.integer(120),
      stratum,
      isExisting,
      wait: Math.min(offered, patience),
      answered: offered <= patience,
    };
  });
}
const shareOf = (gaps: readonly Estimate[], hit: (gap: Estimate) => boolean) => gaps.filter(hit).length / gaps.length;

test('a null company whose newcomers have few calls about what most customers ask is accused in at most 4 %', () => {
  // Invoices, advice and technical matters wait 245, 245 and 1000 s, whoever calls; nearly all newcomers have technical ones, so some
  // forty calls about invoices stand for three quarters of the customers' calls.
  const share = { existing: [0.73, 0.25, 0.02], newcomer: [0.04, 0.22, 0.74] };
  const wait = [245, 245, 1000];
  const gaps = Array.from({ length: 200 }, (_, seed) => {
    const random = createRandom(seed + 1);
    const stratum = (isExisting: boolean) => Math.max(0, draw(isExisting ? share.existing : share.newcomer, random));
    const offered = (_isExisting: boolean, topic: number) => random.exponential() * (wait[topic] ?? 0);
    return waitGap(cellsOf(plainCalls(random, 3300, { stratum, offered })));
  });
  expect(Math.abs(gaps.reduce((sum, { value }) => sum + value, 0) / gaps.length)).toBeLessThan(8);
  expect(shareOf(gaps, (gap) => judgeGap(gap, 30) === 'finding')).toBeLessThanOrEqual(0.04);
  expect(shareOf(gaps, (gap) => judgeGap(gap, 30) === 'reversed')).toBeLessThanOrEqual(0.04);
  expect(shareOf(gaps, (gap) => gap.low <= 0 && gap.high >= 0)).toBeGreaterThanOrEqual(0.93);
});

test("a handful of newcomers who mostly hang up and stand for most of the customers' calls are not taken to wait longer than they do", () => {
  // As in the simulated company D: advice, invoices and technical matters wait 46, 46 and 830 s, for newcomers 460, 460 and 1285 s.
  // Nearly all newcomers have technical ones, so some fifty calls about invoices, most of them hung up, stand for three quarters.
  const share = { existing: [0.25, 0.73, 0.02], newcomer: [0.22, 0.03, 0.75] };
  const wait = { existing: [46, 46, 830], newcomer: [460, 460, 1285] };
  const cut = (mean = 0) => mean * (1 - Math.exp(-1800 / mean));
  const truth = share.existing.reduce((sum, s, i) => sum + s * (cut(wait.existing[i]) - cut(wait.newcomer[i])), 0);
  const gaps = Array.from({ length: 100 }, (_, seed) => {
    const random = createRandom(seed + 1);
    const stratum = (isExisting: boolean) => Math.max(0, draw(isExisting ? share.existing : share.newcomer, random));
    const offered = (isExisting: boolean, topic: number) =>
      random.exponential() * ((isExisting ? wait.existing : wait.newcomer)[topic] ?? 0);
    return waitGap(cellsOf(plainCalls(random, 5600, { stratum, offered })));
  });
  expect(Math.abs(gaps.reduce((sum, { value }) => sum + value, 0) / gaps.length - truth)).toBeLessThan(50);
  expect(shareOf(gaps, (gap) => gap.low <= truth && truth <= gap.high)).toBeGreaterThanOrEqual(0.9);
  expect(shareOf(gaps, (gap) => judgeGap(gap, 30) === 'reversed')).toBe(1);
});

test('newcomers of whom most wait briefly and some very long are not taken to wait less than they do', () => {
  // 80 % wait 80 s in the mean, 20 % 680 s; existing customers 170 s. Newcomers wait 19 s longer, up to half an hour.
  const cut = (mean: number) => mean * (1 - Math.exp(-1800 / mean));
  const truth = cut(170) - 0.8 * cut(80) - 0.2 * cut(680);
  const judged = (calls: number) =>
    Array.from({ length: 60 }, (_, seed) => {
      const random = createRandom(seed + 1);
      const newcomer = () => (random.uniform() < 0.8 ? 80 : 680);
      const offered = (isExisting: boolean) => random.exponential() * (isExisting ? 170 : newcomer());
      return waitGap(cellsOf(plainCalls(random, calls, { stratum: () => 0, offered })));
    });
  const small = judged(1500);
  const large = judged(8000);
  expect(shareOf(small, (gap) => judgeGap(gap, 30) === 'finding')).toBeLessThanOrEqual(0.05);
  expect(shareOf(large, (gap) => gap.low <= truth && truth <= gap.high)).toBeGreaterThanOrEqual(0.9);
});
