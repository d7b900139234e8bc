import { choleskyFactor, choleskySolve } from '../linear-algebra.ts';
import { requireLength } from '../regression/column-check.ts';
import { chiSquareTail } from './chi-square-tail.ts';
import { groupCounts } from './group-counts.ts';
import { splitByStratum } from './split-by-stratum.ts';
import type { SurvivalRows } from './survival-rows.ts';

export interface LogRankRows extends SurvivalRows {
  /** Group of each row, 0..groups-1. */
  readonly group: ArrayLike<number>;
  /** Rows are compared only within the same stratum; null for one stratum. */
  readonly stratum: ArrayLike<number> | null;
}

export interface LogRank {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Ends seen in each group. */
  readonly observed: Float64Array;
  /** Ends each group would have seen, had all shared the same hazard within strata and times. */
  readonly expected: Float64Array;
  readonly diagnostics: {
    /** False when the groups are never under observation together; chiSquare and pValue are then NaN. */
    readonly comparable: boolean;
  };
}

/**
 * Stratified log-rank test that groups share one hazard at all times, with delayed entry and weighted cells. Assumes that
 * entry and censoring say nothing about the end to come; strongest against hazards in constant proportion.
 * Throws RangeError naming the column that cannot be.
 * Mantel (1966), Cancer Chemotherapy Reports 50, 163-170; Peto & Peto (1972), JRSS A 135, 185-207.
 */
export function logRank(rows: LogRankRows): LogRank {
  requireLength('group', rows.group, rows.exit.length);
  const groups = groupCount(rows.group);
  const observed = new Float64Array(groups);
  const expected = new Float64Array(groups);
  const variance = new Float64Array(groups * groups);
  for (const chosen of splitByStratum(rows.stratum, rows.exit.length)) {
    addStratum(rows, chosen, { observed, expected, variance });
  }
  const kept = Array.from(expected.keys()).filter((g) => (expected[g] ?? 0) > 0);
  // The deviations sum to 0, so one group is redundant.
  const free = kept.slice(0, -1);
  const factor = choleskyFactor(Float64Array.from(free.flatMap((g) => free.map((h) => variance[g * groups + h] ?? 0))));
  const comparable = factor !== null && free.length > 0;
  const deviations = free.map((g) => (observed[g] ?? 0) - (expected[g] ?? 0));
  const chiSquare = comparable ? quadratic(factor, deviations) : Number.NaN;
  return {
    chiSquare,
    degreesOfFreedom: free.length,
    pValue: comparable ? chiSquareTail(chiSquare, free.length) : Number.NaN,
    observed,
    expected,
    diagnostics: { comparable },
  };
}

function quadratic(factor: Float64Array, deviations: readonly number[]): number {
  const solved = choleskySolve(factor, deviations);
  return deviations.reduce((sum, deviation, i) => sum + deviation * (solved[i] ?? 0), 0);
}

function groupCount(group: ArrayLike<number>): number {
  let largest = -1;
  for (let i = 0; i < group.length; i++) {
    const code = group[i] ?? -1;
    if (!(Number.isInteger(code) && code >= 0)) throw new RangeError(`group[${i}] is ${code}: must be 0 or more`);
    largest = Math.max(largest, code);
  }
  return largest + 1;
}

interface Sums {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Float64Array;
}

function addStratum(rows: LogRankRows, chosen: Int32Array, sums: Sums): void {
  const groups = sums.observed.length;
  const { times, leaving, events } = groupCounts(rows, rows.group, chosen, groups);
  const atRisk = new Float64Array(groups);
  for (let t = times - 1; t >= 0; t--) {
    for (let g = 0; g < groups; g++) atRisk[g] = (atRisk[g] ?? 0) + (leaving[t * groups + g] ?? 0);
    addTime(atRisk, events.subarray(t * groups, (t + 1) * groups), sums);
  }
}

function addTime(atRisk: Float64Array, events: Float64Array, { observed, expected, variance }: Sums): void {
  const groups = atRisk.length;
  const there = atRisk.reduce((sum, count) => sum + count, 0);
  const ending = events.reduce((sum, count) => sum + count, 0);
  if (!(ending > 0)) return;
  const spread = there > 1 ? (ending * (there - ending)) / (there - 1) : 0;
  for (let g = 0; g < groups; g++) {
    const share = (atRisk[g] ?? 0) / there;
    observed[g] = (observed[g] ?? 0) + (events[g] ?? 0);
    expected[g] = (expected[g] ?? 0) + ending * share;
    for (let h = 0; h < groups; h++) {
      const at = g * groups + h;
      variance[at] = (variance[at] ?? 0) + spread * share * ((g === h ? 1 : 0) - (atRisk[h] ?? 0) / there);
    }
  }
}
