import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Estimate } from '../estimate.ts';
import { type IntervalOptions, levelOf } from '../intervals/arguments.ts';
import { requireFinite, requireLength } from '../regression/column-check.ts';
import type { WeightMeaning } from './cox/cox-rows.ts';
import { rankedSums } from './cox/ranked-sums.ts';
import { logitBounds } from './logit-bounds.ts';
import { firstAtOrAfter } from './moments.ts';
import { splitByStratum } from './split-by-stratum.ts';
import { checkedWeights, type SurvivalRows } from './survival-rows.ts';

export interface ConcordanceRows extends SurvivalRows {
  /** Higher means an earlier end is expected. */
  readonly score: ArrayLike<number>;
  /** Only pairs within a stratum count; null for one stratum. */
  readonly stratum: ArrayLike<number> | null;
}

export interface ConcordanceOptions extends IntervalOptions {
  /** Default counts. */
  readonly weightMeaning?: WeightMeaning;
}

export interface Concordance {
  /** Share of comparable pairs in which the one with the higher score ended first, ties of the score half. */
  readonly concordance: Estimate;
  readonly standardError: number;
  /** Weight of the comparable pairs; the concordance is NaN, within 0..1, when there is none. */
  readonly pairs: number;
}

/**
 * Harrell's concordance of a score with the order of ends, with delayed entry. A pair is comparable when one ended while
 * the other was under observation and stayed longer. 0.5 is no better than chance. Interval on the logit,
 * standard error from the infinitesimal jackknife over rows; 0..1 where every pair agrees or none does.
 * Throws RangeError naming the column that cannot be.
 * Harrell et al. (1982), JAMA 247, 2543-2546; Therneau & Watson (2015), Mayo Clinic technical report 85.
 */
export function concordance(rows: ConcordanceRows, options: ConcordanceOptions = {}): Concordance {
  const level = levelOf(options);
  requireLength('score', rows.score, rows.exit.length);
  requireFinite('score', rows.score);
  const weights = checkedWeights(rows, 1);
  const agreeing = new Float64Array(rows.exit.length);
  const comparable = new Float64Array(rows.exit.length);
  for (const chosen of splitByStratum(rows.stratum, rows.exit.length)) {
    addPairs(rows, { chosen, weights }, { agreeing, comparable });
  }
  // Every pair was seen from both its ends.
  const pairs = weightedSum(comparable, weights) / 2;
  const value = weightedSum(agreeing, weights) / 2 / pairs;
  let variance = 0;
  for (let i = 0; i < agreeing.length; i++) {
    const weight = weights[i] ?? 0;
    const influence = ((agreeing[i] ?? 0) - value * (comparable[i] ?? 0)) / pairs;
    variance += (options.weightMeaning === 'sampling' ? weight ** 2 : weight) * influence ** 2;
  }
  const standardError = Math.sqrt(variance);
  const bounds = logitBounds(value, standardError, normalQuantile(0.5 + level / 2, 0, 1)) ?? { low: 0, high: 1 };
  const estimate = { value, low: bounds.low, high: bounds.high, level };
  return { concordance: estimate, standardError, pairs };
}

function weightedSum(column: Float64Array, weights: ArrayLike<number>): number {
  return column.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
}

interface PairSums {
  readonly agreeing: Float64Array;
  readonly comparable: Float64Array;
}

interface Stratum {
  readonly chosen: Int32Array;
  readonly weights: ArrayLike<number>;
}

// Each end is compared with those at risk then, and each of those with the ends it lived through: two walks.
function addPairs(rows: ConcordanceRows, { chosen, weights }: Stratum, sums: PairSums): void {
  const ended = chosen.filter((row) => rows.event[row] === 1);
  const censored = chosen.filter((row) => rows.event[row] !== 1);
  const { rank, count, exit, entry } = ranksOf(rows, chosen);
  const exits = (list: Int32Array, shift: number) => list.map((row) => (exit[row] ?? 0) + shift);
  const entries = chosen.map((row) => entry[row] ?? 0);
  const ranks = (list: Int32Array) => list.map((row) => rank[row] ?? 0);
  const atRisk = rankedSums(
    {
      moment: joined(entries, exits(ended, -1), exits(censored, 0)),
      rank: joined(ranks(chosen), ranks(ended), ranks(censored)),
      weight: Float64Array.from(
        joined(chosen, ended, censored),
        (row, i) => (i < chosen.length ? 1 : -1) * (weights[row] ?? 0),
      ),
    },
    { moment: exits(ended, 0), rank: ranks(ended) },
    count,
  );
  ended.forEach((row, i) => {
    add(sums.agreeing, row, (atRisk.below[i] ?? 0) + (atRisk.tied[i] ?? 0) / 2);
    add(sums.comparable, row, atRisk.total[i] ?? 0);
  });
  const ends = {
    moment: exits(ended, 0),
    rank: ranks(ended),
    weight: Float64Array.from(ended, (row) => weights[row] ?? 0),
  };
  const addEnds = (list: Int32Array, moment: Int32Array, sign: number) => {
    const { below, tied, total } = rankedSums(ends, { moment, rank: ranks(list) }, count);
    list.forEach((row, i) => {
      const seen = total[i] ?? 0;
      add(sums.agreeing, row, sign * (seen - (below[i] ?? 0) - (tied[i] ?? 0) / 2));
      add(sums.comparable, row, sign * seen);
    });
  };
  addEnds(ended, exits(ended, 0), 1);
  addEnds(censored, exits(censored, 1), 1);
  addEnds(
    chosen,
    entries.map((moment) => moment + 1),
    -1,
  );
}

function add(column: Float64Array, row: number, value: number): void {
  column[row] = (column[row] ?? 0) + value;
}

function joined(...parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}

/** By row: rank of the score, and moments: even ones are the exit times of the stratum, odd ones lie between them. */
function ranksOf(rows: ConcordanceRows, chosen: Int32Array) {
  const scores = distinctValues(rows.score, chosen);
  const times = distinctValues(rows.exit, chosen);
  const rank = new Int32Array(rows.exit.length);
  const exit = new Int32Array(rows.exit.length);
  // -2 is before everything.
  const entry = new Int32Array(rows.exit.length).fill(-2);
  for (const row of chosen) {
    rank[row] = firstAtOrAfter(scores, rows.score[row] ?? 0);
    exit[row] = 2 * firstAtOrAfter(times, rows.exit[row] ?? 0);
    if (rows.entry === null) continue;
    const late = rows.entry[row] ?? 0;
    const at = firstAtOrAfter(times, late);
    entry[row] = 2 * at - (times[at] === late ? 0 : 1);
  }
  return { rank, exit, entry, count: scores.length };
}

function distinctValues(column: ArrayLike<number>, chosen: Int32Array): Float64Array {
  const sorted = Float64Array.from(chosen, (row) => column[row] ?? 0).sort();
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}
