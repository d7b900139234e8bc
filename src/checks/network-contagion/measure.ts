import type { AuditSettings } from '#domain/audit-settings.ts';
import { yearsToCome } from '#facts/exposure-value.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type CellKey, type Cells, sumOf } from '../cells.ts';
import { SINCE } from './settings.ts';
import { type Comparison, overlapOf, stratifiedOddsRatio } from './stratified-odds.ts';

type Tuple = readonly CellKey[];

export interface Contagion {
  /** Nothing held equal. */
  readonly naive: Estimate;
  /** Equal segment, tenure, number of ties, and months since the last anniversary: who came together may go together when terms end. */
  readonly adjusted: Estimate;
  /** The same, and as many tied customers who left within a year, only longer ago. */
  readonly matched: Estimate;
  readonly sameRegionAndQuarter: Estimate;
  /** A tied customer's exit that is still to come: nothing held equal, and matched. */
  readonly comingNaive: Estimate;
  readonly comingMatched: Estimate;
  /** Strangers in the place of the tied. */
  readonly strangers: Estimate;
  /** Matched, by months since the exit, against 10 to 12 months. */
  readonly bySince: readonly (Estimate | null)[];
  /** Exits that go with an exit, for each exit; and how many exits one stands for in the end. */
  readonly perExit: Estimate;
  readonly multiplier: Estimate;
  /** Excess exits a year and their remaining value. */
  readonly excess: Estimate;
  readonly loss: Estimate;
  readonly overlap: number;
}

const at = (cells: Cells, name: string) => {
  const index = cells.by.indexOf(name);
  return (tuple: Tuple) => Number(tuple[index] ?? 0);
};

/** The comparisons, each of months with something against months without. */
export function comparisonsOf(tied: Cells, shocks: Cells) {
  const [since, seen, coming, strange] = [at(tied, 'since'), at(tied, 'seen'), at(tied, 'coming'), at(tied, 'strange')];
  const likeness = ['group_name', 'tenure', 'degree', 'anniversary'].map((name) => tied.by.indexOf(name));
  const alike = (tuple: Tuple) => JSON.stringify(likeness.map((i) => tuple[i] ?? null));
  const recent = (tuple: Tuple) => since(tuple) === 1;
  const around = (tuple: Tuple) => Math.min(3, seen(tuple) + coming(tuple));
  const base = { cells: tied, keep: () => true, exposed: recent };
  const bySince = (level: number): Comparison => ({
    cells: tied,
    keep: (tuple) => since(tuple) === level || since(tuple) === SINCE.length,
    exposed: (tuple) => since(tuple) === level,
    stratum: (tuple) => `${alike(tuple)} ${seen(tuple)}`,
  });
  const shockSince = at(shocks, 'since');
  return {
    naive: { ...base, stratum: () => '' },
    adjusted: { ...base, stratum: alike },
    matched: {
      ...base,
      keep: (tuple: Tuple) => seen(tuple) > 0,
      stratum: (tuple: Tuple) => `${alike(tuple)} ${seen(tuple)}`,
    },
    comingNaive: { ...base, exposed: (tuple: Tuple) => coming(tuple) === 1, stratum: () => '' },
    comingMatched: {
      ...base,
      keep: (tuple: Tuple) => around(tuple) > 0,
      exposed: (tuple: Tuple) => coming(tuple) === 1,
      stratum: (tuple: Tuple) => `${alike(tuple)} ${around(tuple)}`,
    },
    strangers: { ...base, exposed: (tuple: Tuple) => strange(tuple) === 1, stratum: alike },
    sameRegionAndQuarter: {
      cells: shocks,
      keep: () => true,
      exposed: (tuple: Tuple) => shockSince(tuple) === 1,
      stratum: (tuple: Tuple) => JSON.stringify([0, 1, 2].map((i) => tuple[i] ?? null)),
    },
    bySince: [1, 2, 3].map(bySince),
  } satisfies Record<string, Comparison | readonly Comparison[]>;
}

const UNKNOWN: Estimate = { value: Number.NaN, low: 0, high: Number.POSITIVE_INFINITY, level: 0.95 };

function ratioOf(comparison: Comparison): Estimate {
  const theta = (sums: Float64Array) => [stratifiedOddsRatio(comparison, sums)];
  return deleteAGroup({ ...comparison.cells, theta, scale: 'log' }).estimates[0] ?? UNKNOWN;
}

/** What recent exits of tied customers go with, by the matched odds ratio. */
function consequences(tied: Cells, matched: Comparison, audit: AuditSettings) {
  const since = at(tied, 'since');
  const sum = (sums: ArrayLike<number>, name: string, keep: (tuple: Tuple) => boolean) => {
    const s = tied.sumNames.indexOf(name);
    return tied.tuples.reduce((total, tuple, i) => total + (keep(tuple) ? (sums[i * tied.sums + s] ?? 0) : 0), 0);
  };
  const everybody = () => true;
  const recent = (tuple: Tuple) => since(tuple) === 1;
  const lived = sum(tied.total, 'months', everybody);
  const years = Math.min(36, Math.max(12, audit.windowMonths)) / 12;
  const theta = (sums: Float64Array) => {
    const excess = sum(sums, 'leaves', recent) * (1 - 1 / stratifiedOddsRatio(matched, sums));
    const perExit = excess / sum(sums, 'leaves', everybody);
    const scale = lived / sum(sums, 'months', everybody);
    const meanValue = sum(sums, 'value', recent) / sum(sums, 'valued', recent);
    const toCome = yearsToCome(sum(sums, 'ends', everybody) / sum(sums, 'months', everybody), audit);
    const yearly = (excess * scale) / years;
    return [perExit, 1 / (1 - perExit), yearly, yearly * meanValue * toCome];
  };
  const { estimates } = deleteAGroup({ ...tied, theta, scale: 'identity' });
  const [perExit = UNKNOWN, multiplier = UNKNOWN, excess = UNKNOWN, loss = UNKNOWN] = estimates;
  return { perExit, multiplier, excess, loss };
}

export function measureContagion(tied: Cells, shocks: Cells, audit: AuditSettings): Contagion {
  const { bySince, ...single } = comparisonsOf(tied, shocks);
  const exposedLeaves = (level: number) => sumOf(tied, 'leaves', (tuple) => at(tied, 'since')(tuple) === level);
  return {
    naive: ratioOf(single.naive),
    adjusted: ratioOf(single.adjusted),
    matched: ratioOf(single.matched),
    sameRegionAndQuarter: ratioOf(single.sameRegionAndQuarter),
    comingNaive: ratioOf(single.comingNaive),
    comingMatched: ratioOf(single.comingMatched),
    strangers: ratioOf(single.strangers),
    bySince: bySince.map((comparison, i) =>
      exposedLeaves(i + 1) >= audit.minimumCell && exposedLeaves(SINCE.length) >= audit.minimumCell
        ? ratioOf(comparison)
        : null,
    ),
    ...consequences(tied, single.matched, audit),
    overlap: overlapOf(single.matched),
  };
}
