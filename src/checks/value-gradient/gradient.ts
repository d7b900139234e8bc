import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { concentrationIndex } from '#statistics/concentration/concentration-index.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, selectCells, sumOf } from '../cells.ts';
import type { Condition } from './conditions.ts';

const DECILES = 10;
/** Places by value, from the least (0) to the most valuable. */
const PLACES = 200;
/** Figures before the deciles: index, part of the mix, mean, money, bounded index. */
const FIGURES = 5;

export interface Support {
  readonly units: number;
  readonly receivers: number;
  readonly smallestDecile: number;
  readonly distinctRanks: number;
}

/** How a condition changes with the customers' value, product and tenure held equal. */
export interface Gradient extends Support {
  readonly condition: Condition;
  /** Concentration index, -1..1: below 0 the less valuable get more. */
  readonly index: Estimate;
  /** The same at the level of the decision, which is stricter the more conditions are looked at. */
  readonly decisive: Estimate;
  /** The part of the plain index that lies with product and tenure. */
  readonly mixPart: Estimate;
  readonly mean: Estimate;
  /** Index for outcomes bounded by 0 and 1. */
  readonly bounded: Estimate;
  /** Yearly money that the most valuable fifth falls short of its like. */
  readonly short: Estimate;
  /** Mean by tenth of value, least valuable first. */
  readonly deciles: readonly Estimate[];
}

interface Bins {
  readonly rank: readonly number[];
  readonly units: readonly number[];
  readonly got: readonly number[];
  readonly expected: readonly number[];
  readonly short: readonly number[];
}

function reader(cells: Cells, condition: Condition) {
  const rankAt = cells.by.indexOf('rank_bin');
  const rank = cells.tuples.map((tuple) => Number(tuple[rankAt]));
  const column = (sums: Float64Array, name: string) => {
    const at = cells.sumNames.indexOf(`${condition}_${name}`);
    return rank.map((_, cell) => sums[cell * cells.sums + at] ?? 0);
  };
  return (sums: Float64Array): Bins => ({
    rank,
    units: column(sums, 'units'),
    got: column(sums, 'got'),
    expected: column(sums, 'expected'),
    short: column(sums, 'short'),
  });
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** 2 cov(y, rank) of what the places got, in the unit of the outcome; units of one place share its rank. */
function absoluteIndex(rank: readonly number[], units: readonly number[], sums: readonly number[]): number {
  const kept = [...units.keys()].filter((cell) => (units[cell] ?? 0) > 0);
  if (total(kept.map((cell) => units[cell] ?? 0)) < 2) return Number.NaN;
  return concentrationIndex(
    {
      outcome: kept.map((cell) => (sums[cell] ?? 0) / (units[cell] ?? 1)),
      rankBy: kept.map((cell) => rank[cell] ?? 0),
      counts: kept.map((cell) => units[cell] ?? 0),
    },
    { kind: 'absolute' },
  ).index.value;
}

/** Mean of a tenth: what all get on average, and what this tenth gets beyond its like. */
function decileMeans({ rank, units, got, expected }: Bins, mean: number): number[] {
  const beyond = new Float64Array(DECILES);
  const members = new Float64Array(DECILES);
  for (const [cell, place] of rank.entries()) {
    const decile = Math.floor((place * DECILES) / PLACES);
    beyond[decile] = (beyond[decile] ?? 0) + (got[cell] ?? 0) - (expected[cell] ?? 0);
    members[decile] = (members[decile] ?? 0) + (units[cell] ?? 0);
  }
  return Array.from(beyond, (sum, decile) => mean + sum / (members[decile] ?? 0));
}

function figures(bins: Bins): number[] {
  const { rank, units, got, expected, short } = bins;
  const mean = total(got) / total(units);
  const beyond = got.map((value, cell) => value - (expected[cell] ?? 0));
  const held = absoluteIndex(rank, units, beyond);
  const shortOfTop = total(short.filter((_, cell) => (rank[cell] ?? 0) >= 0.8 * PLACES));
  const plain = absoluteIndex(rank, units, got);
  return [held / mean, (plain - held) / mean, mean, shortOfTop, 4 * held, ...decileMeans(bins, mean)];
}

const UNKNOWN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};

/** Only what has a place in the order of value. */
export function rankedOnly(everybody: Cells): Cells {
  const at = everybody.by.indexOf('rank_bin');
  return selectCells(everybody, (tuple) => Number(tuple[at]) >= 0);
}

/** How many stand behind a condition; enough to tell whether its gradient can be. */
export function supportOf(cells: Cells, condition: Condition): Support {
  const { rank, units } = reader(cells, condition)(cells.total);
  const members = Array.from({ length: DECILES }, (_, decile) =>
    total(units.filter((_own, cell) => Math.floor(((rank[cell] ?? 0) * DECILES) / PLACES) === decile)),
  );
  return {
    units: total(units),
    receivers: sumOf(cells, `${condition}_some`),
    smallestDecile: Math.min(...members),
    distinctRanks: new Set(rank.filter((_, cell) => (units[cell] ?? 0) > 0)).size,
  };
}

/** The same interval at another level: it is symmetric, t with one degree of freedom less than there are replicates. */
function atLevel({ value, low, high, level: from }: Estimate, level: number, replicates: number): Estimate {
  const quantile = (of: number) => tQuantile(0.5 + of / 2, replicates - 1);
  const stretch = quantile(level) / quantile(from);
  return { value, low: value - (value - low) * stretch, high: value + (high - value) * stretch, level };
}

/** A condition over the places by value; `decisiveLevel` is the level of the interval that decides, 0.95 or above. */
export function gradientOf(cells: Cells, condition: Condition, decisiveLevel: number): Gradient {
  const read = reader(cells, condition);
  const { estimates, replicatesUsed } = deleteAGroup({
    ...cells,
    theta: (sums) => figures(read(sums)),
    scale: 'identity',
  });
  const at = (index: number) => estimates[index] ?? UNKNOWN;
  return {
    condition,
    index: at(0),
    decisive: replicatesUsed > 1 ? atLevel(at(0), decisiveLevel, replicatesUsed) : at(0),
    mixPart: at(1),
    mean: at(2),
    short: at(3),
    bounded: at(4),
    deciles: Array.from({ length: DECILES }, (_, decile) => at(FIGURES + decile)),
    ...supportOf(cells, condition),
  };
}

/** The index by today's price, nothing held equal; null without prices. */
export function plainIndex(cells: Cells, condition: Condition): Estimate | null {
  const at = (name: string) => cells.sumNames.indexOf(`${condition}_${name}`);
  const rank = cells.tuples.map(([place]) => Number(place));
  const column = (sums: Float64Array, name: string) => rank.map((_, cell) => sums[cell * cells.sums + at(name)] ?? 0);
  const theta = (sums: Float64Array) => {
    const [units, got] = [column(sums, 'units'), column(sums, 'got')];
    return [absoluteIndex(rank, units, got) / (total(got) / total(units))];
  };
  const estimate = deleteAGroup({ ...cells, theta, scale: 'identity' }).estimates[0] ?? UNKNOWN;
  return Number.isFinite(estimate.value) ? estimate : null;
}
