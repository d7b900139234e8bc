import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '#statistics/random.ts';
import { type CellKey, type Cells, toCells } from '../cells.ts';
import { accountOf } from './account.ts';
import { layoutOf } from './groups.ts';
import { leavingRatio } from './leaving.ts';
import { rateCells, stayCells } from './query.ts';
import { rejoinShare } from './rejoin.ts';
import { LAST_MONTH, TENURE_EDGES } from './settings.ts';

const scene = {
  marginRate: 0.3,
  marginAssumed: true,
  costPerNewcomer: 40,
  bonusInCosts: false,
  leaversKeyed: 1,
  recordedFrom: '',
};
const MONTHLY_DISCOUNT = 1.1 ** (1 / 12) - 1;
const RATES = { bait: 0.4, other: 0.2 };

type Row = Readonly<Record<string, number | string>>;

/** The cells that the engine would give for these subjects, each with its replicate. */
function cellsOf(spec: typeof stayCells, rows: readonly (Row & { replicate: number })[]): Cells {
  const sorted = [...rows].sort((a, b) => a.replicate - b.replicate);
  const keys: Record<string, CellKey[]> = Object.fromEntries(
    spec.by.map((name) => [name, sorted.map((row) => row[name] ?? null)]),
  );
  const sums = Object.fromEntries(
    Object.keys(spec.sums).map((name) => [name, sorted.map((row) => Number(row[name] ?? 0))]),
  );
  return toCells(spec, { keys, replicate: sorted.map(({ replicate }) => replicate), sums });
}

/** A small company: stays of up to ten years by chance, half of them won by the offer, and what each contract won costs. */
function company(random: Random, size: number) {
  const stays: (Row & { replicate: number })[] = [];
  const rates: (Row & { replicate: number })[] = [];
  for (let i = 0; i < size; i++) {
    const bait = i % 2 === 0 ? 'bait' : '';
    const seen = 120 * random.uniform();
    const life = (12 * random.exponential()) / (bait === '' ? RATES.other : RATES.bait);
    const months = Math.min(seen, life);
    const left = life <= seen ? 1 : 0;
    const month = Math.min(LAST_MONTH + 1, Math.max(1, Math.ceil(months)));
    const unseen = left === 0 && month <= LAST_MONTH ? month - months : 0;
    const replicate = random.integer(100);
    stays.push({ bait, month, replicate, stays: 1, left, voluntary: left, unseen });
    if (bait !== '')
      stays.push({ bait, month: 0, replicate, wins: 1, priced: 1, list: 180 + 120 * random.uniform(), at_once: 60 });
    const bands = TENURE_EDGES.slice(1).flatMap((to, band) => {
      const from = TENURE_EDGES[band] ?? 0;
      const ends = left === 1 && months <= to && (band === 0 || months > from) ? 1 : 0;
      return [
        [`ends_${band}`, ends],
        [`months_${band}`, Math.max(0, Math.min(months, to) - from)],
      ] as const;
    });
    rates.push({
      bait,
      top_product: 'P',
      cohort: 2016 + Math.floor((120 - seen) / 12),
      replicate: replicate % 40,
      ...Object.fromEntries(bands),
    });
  }
  return { stays: cellsOf(stayCells, stays), rates: cellsOf(rateCells, rates) };
}

const there = (rate: number, months: number) => {
  let sum = 0;
  for (let month = 1; month <= months; month++)
    sum +=
      (Math.exp((-rate * (month - 1)) / 12) + Math.exp((-rate * month) / 12)) / 2 / (1 + MONTHLY_DISCOUNT) ** month;
  return sum;
};
const keep = (group: string) => group === 'bait';

describe('over sixty invented companies', () => {
  const SEEDS = 60;
  const found = Array.from({ length: SEEDS }, (_, seed) => {
    const { stays, rates } = company(createRandom(seed + 1), 1200);
    const layout = layoutOf(stays);
    const ratio = leavingRatio(rates, keep, { minimumEnds: 20, minimumOverlap: 0.4, relevantRatio: 1.25 })?.ratio;
    const account = accountOf(stays, layout, keep, { scene, months: 36, monthlyDiscount: MONTHLY_DISCOUNT });
    if (ratio === undefined || account === null) throw new Error('no estimate');
    return { ratio, account };
  });
  const covered = (truth: number, of: (one: (typeof found)[number]) => { low: number; high: number }) =>
    found.filter((one) => of(one).low <= truth && truth <= of(one).high).length / SEEDS;
  const mean = (of: (one: (typeof found)[number]) => number) => found.reduce((sum, one) => sum + of(one), 0) / SEEDS;

  // Of sixty intervals at 95 %, fewer than 52 cover with a chance below 1 in 200.
  test('the ratio of leaving is unbiased and its interval holds the truth about 95 % of the time', () => {
    const truth = RATES.bait / RATES.other;
    expect(mean(({ ratio }) => ratio.value) / truth).toBeCloseTo(1, 1);
    expect(covered(truth, ({ ratio }) => ratio)).toBeGreaterThanOrEqual(52 / 60);
  });

  test('the full account and the shortfall are unbiased and their intervals hold the truth about 95 % of the time', () => {
    const full = 6 * there(RATES.bait, 36) - 60 - 40;
    const short = 6 * (there(RATES.bait, 36) - there(RATES.other, 36)) - 60;
    expect(Math.abs(mean(({ account }) => account.full.value) - full)).toBeLessThan(1.5);
    expect(Math.abs(mean(({ account }) => account.shortfall.value) - short)).toBeLessThan(1.5);
    expect(covered(full, ({ account }) => account.full)).toBeGreaterThanOrEqual(52 / 60);
    expect(covered(short, ({ account }) => account.shortfall)).toBeGreaterThanOrEqual(52 / 60);
  });
});

test('the account is even in the month in which margins have paid for incentive and winning', () => {
  const { stays } = company(createRandom(7), 4000);
  const account = accountOf(stays, layoutOf(stays), keep, { scene, months: 36, monthlyDiscount: MONTHLY_DISCOUNT });
  const even = Array.from({ length: 36 }, (_, i) => i + 1).find((month) => 6 * there(RATES.bait, month) >= 100) ?? 0;
  expect(Math.abs((account?.paybackMonth ?? 0) - even)).toBeLessThanOrEqual(1);
});

test('returning: the count is corrected for keys that are missing by chance, and bounded where none would be', () => {
  const whole = rejoinShare({ newcomers: 1000, rejoined: 110, keyed: 1000, leaversKeyed: 1 });
  expect(whole).toMatchObject({ value: 0.11, most: 0.11 });
  const patchy = rejoinShare({ newcomers: 1000, rejoined: 81, keyed: 900, leaversKeyed: 0.8 });
  expect(patchy.value).toBeCloseTo(0.1125, 6);
  expect(patchy.most).toBeCloseTo(181 / 800, 6);
  expect(patchy.low).toBeLessThan(0.081);
  expect(rejoinShare({ newcomers: 1000, rejoined: 30, keyed: 0, leaversKeyed: 0 })).toMatchObject({
    value: 0.03,
    high: 1,
    most: 1,
  });
  // Nobody returns, keys or not: nothing is corrected upwards.
  expect(rejoinShare({ newcomers: 1000, rejoined: 0, keyed: 900, leaversKeyed: 0.9 }).value).toBe(0);
});
