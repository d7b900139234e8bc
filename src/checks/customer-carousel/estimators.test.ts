import { expect, test } from 'vitest';
import { createRandom, type Random } from '#statistics/random.ts';
import { kaplanMeier } from '#statistics/survival/kaplan-meier.ts';
import { survivalShare } from '#statistics/survival/survival-share.ts';
import { type Cells, toCells } from '../cells.ts';
import { cohortTrend } from './cohort-trend.ts';
import { tenureTable } from './curves.ts';
import { flowOf } from './flow.ts';
import { groupRatios } from './group-ratio.ts';
import { enteringCells, flowCells, leavingCells, rateCells } from './query.ts';
import { TENURE_EDGES } from './settings.ts';

interface Stay {
  readonly group: string;
  readonly product: string;
  readonly cohort: number;
  readonly entryMonths: number;
  readonly exitMonths: number;
  readonly ended: boolean;
  readonly replicate: number;
}
type World = (random: Random) => Omit<Stay, 'replicate'>;

/** One stay of a company ten years old, with a yearly rate of leaving; ends are seen up to the day of the audit. */
function stay(
  random: Random,
  given: { readonly group: string; readonly product: string },
  rate: (cohort: number) => number,
) {
  const began = random.uniform() * 120;
  const cohort = Math.floor(began / 12);
  const life = (12 * random.exponential()) / rate(cohort);
  const exitMonths = Math.min(life, 120 - began);
  return { ...given, cohort, entryMonths: 0, exitMonths, ended: life <= 120 - began };
}

function cellsOf(stays: readonly Stay[], by: readonly ('group' | 'product' | 'cohort')[]): Cells {
  const column = (name: string) => (name === 'product' ? 'top_product' : name);
  const spec = rateCells(by.map(column), 40);
  const within = (s: Stay, band: number) => {
    const [from, to] = [TENURE_EDGES[band] ?? 0, TENURE_EDGES[band + 1] ?? 0];
    return { from, to, months: Math.max(0, Math.min(s.exitMonths, to) - Math.max(s.entryMonths, from)) };
  };
  const sumsOf = (name: string) =>
    stays.map((s) => {
      const band = Number(name.split('_')[1]);
      if (name === 'spells') return 1;
      const { from, to, months } = within(s, band);
      if (name.startsWith('months')) return months;
      return s.ended && s.exitMonths > from && s.exitMonths <= to ? 1 : 0;
    });
  return toCells(spec, {
    keys: Object.fromEntries(by.map((name) => [column(name), stays.map((s) => s[name])])),
    replicate: stays.map((s) => s.replicate),
    sums: Object.fromEntries(Object.keys(spec.sums).map((name) => [name, sumsOf(name)])),
  });
}

const company = (seed: number, size: number, world: World): Stay[] => {
  const random = createRandom(seed);
  return Array.from({ length: size }, () => ({ ...world(random), replicate: random.integer(40) }));
};

/** Bait customers mostly take the product that people leave, which has nothing to do with bait; newer cohorts leave faster. */
function baitWorld(random: Random) {
  const group = random.uniform() < 0.3 ? 'bait' : 'plain';
  const product = random.uniform() < (group === 'bait' ? 0.8 : 0.2) ? 'weak' : 'strong';
  const factor = (group === 'bait' ? 1.6 : 1) * (product === 'weak' ? 2 : 1);
  return stay(random, { group, product }, (cohort) => 0.05 * factor * Math.exp(0.1 * cohort));
}

const COMPANIES = 60;
const limits = { relevantRatio: 1.25, minimumEnds: 20, minimumSpells: 30 };

test('95 % intervals of the rate ratio and of the cohort trend cover the planted truth in 88 to 100 % of sixty companies', () => {
  let ratioHeld = 0;
  let trendHeld = 0;
  for (let seed = 1; seed <= COMPANIES; seed++) {
    const stays = company(seed, 1200, baitWorld);
    const [bait] = groupRatios(cellsOf(stays, ['group', 'product', 'cohort']), limits).filter(
      ({ group }) => group === 'bait',
    );
    if (bait !== undefined && bait.ratio.low < 1.6 && bait.ratio.high > 1.6) ratioHeld += 1;
    const slope = cohortTrend(cellsOf(stays, ['product', 'cohort']), 20)?.slope;
    if (slope !== undefined && slope.low < 0.1 && slope.high > 0.1) trendHeld += 1;
  }
  expect(ratioHeld / COMPANIES).toBeGreaterThanOrEqual(0.88);
  expect(trendHeld / COMPANIES).toBeGreaterThanOrEqual(0.88);
});

test('twelve sources that are all alike are flagged in no more than one of forty companies, undecided in four', () => {
  let accused = 0;
  let undecided = 0;
  for (let seed = 100; seed < 140; seed++) {
    const stays = company(seed, 1500, (random) =>
      stay(random, { group: `G${random.integer(12)}`, product: 'P' }, () => 0.15),
    );
    const ratios = groupRatios(cellsOf(stays, ['group', 'product', 'cohort']), { ...limits, minimumEnds: 10 });
    expect(ratios.length).toBeGreaterThan(6);
    if (ratios.some(({ flagged }) => flagged)) accused += 1;
    if (ratios.some(({ shrunkRatio }) => shrunkRatio >= 1.25)) undecided += 1;
  }
  expect(accused).toBeLessThanOrEqual(1);
  expect(undecided).toBeLessThanOrEqual(4);
});

test('the interval of the replacement share covers the true ratio of losses to newcomers', () => {
  let held = 0;
  const names = Object.keys(flowCells.sums);
  for (let seed = 200; seed < 200 + COMPANIES; seed++) {
    const random = createRandom(seed);
    const replicate = Array.from({ length: 200 }, (_, i) => i);
    const counts: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, replicate.map(() => 1)]));
    counts['adds'] = replicate.map(() => random.poisson(1.5));
    counts['losses'] = replicate.map(() => random.poisson(0.9));
    const keys = Object.fromEntries(flowCells.by.map((name) => [name, replicate.map(() => 0)]));
    const flow = toCells(flowCells, {
      keys: {
        ...keys,
        records_from: replicate.map(() => '1970-01-01'),
        first_migration: replicate.map(() => '1970-01-01'),
      },
      replicate,
      sums: counts,
    });
    const spans = (name: string) =>
      toCells(
        { by: ['span'], sums: { [name]: '1' } },
        {
          keys: { span: [0] },
          replicate: [0],
          sums: { [name]: [(counts[name] ?? []).reduce((sum, n) => sum + n, 0)] },
        },
      );
    const { replacement } = flowOf({ flow, adds: spans('adds'), losses: spans('losses') }, '2025-12-31');
    if (replacement !== null && replacement.low < 0.6 && replacement.high > 0.6) held += 1;
  }
  expect(held / COMPANIES).toBeGreaterThanOrEqual(0.88);
});

/** Tenure counts of stays that begin evenly over five years, ends unknown before month 20.4 and after month 60. */
function delayedTable(random: Random, yearlyRate: number) {
  const rows = Array.from({ length: 5000 }, () => {
    const began = random.uniform() * 60;
    const entry = Math.max(0, 20.4 - began);
    const life = (12 * random.exponential()) / yearlyRate;
    return { entry, exit: Math.min(life, 60 - began), ended: life <= 60 - began, seen: life > entry };
  }).filter(({ seen }) => seen);
  const month = ({ exit }: { exit: number }) => Math.max(1, Math.ceil(exit));
  const entryMonth = ({ entry }: { entry: number }) => Math.ceil(entry);
  const leaving = toCells(
    { ...leavingCells, by: ['exit_month'] },
    {
      keys: { exit_month: rows.map(month) },
      replicate: rows.map(() => 0),
      sums: {
        spells: rows.map(() => 1),
        voluntary: rows.map(({ ended }) => (ended ? 1 : 0)),
        otherwise: rows.map(() => 0),
        unseen: rows.map((row) =>
          !row.ended && (row.entry === 0 || entryMonth(row) < month(row)) ? month(row) - row.exit : 0,
        ),
      },
    },
  );
  const later = rows.filter(({ entry }) => entry > 0);
  const entering = toCells(
    { ...enteringCells, by: ['entry_month'] },
    {
      keys: { entry_month: later.map(entryMonth) },
      replicate: later.map(() => 0),
      sums: {
        spells: later.map(() => 1),
        seen: later.map((row) => {
          if (entryMonth(row) < month(row)) return entryMonth(row) - row.entry;
          return row.ended ? 1 : row.exit - row.entry;
        }),
      },
    },
  );
  return tenureTable(leaving, entering);
}

test('95 % intervals of the share still there cover the truth, with entry and last sight in the middle of a month', () => {
  const random = createRandom(7);
  const held = [0, 0, 0];
  for (let run = 0; run < COMPANIES; run++) {
    const curve = kaplanMeier(delayedTable(random, 0.8).voluntary);
    for (const [i, moment] of [6, 12, 24].entries()) {
      const { low, high } = survivalShare(curve, moment);
      const truth = Math.exp((-0.8 * moment) / 12);
      if (low < truth && high > truth) held[i] = (held[i] ?? 0) + 1;
    }
  }
  for (const count of held) expect(count / COMPANIES).toBeGreaterThanOrEqual(0.88);
});
