import type { Estimate } from '../estimate.ts';
import { waldInterval } from '../regression/coefficient-table.ts';
import { groupCodes } from '../regression/group-codes.ts';

export interface InfluenceInput {
  readonly value: number;
  /** Influence of one row of each cell on the value: value - truth is about the sum of count * influence. */
  readonly influence: ArrayLike<number>;
  /** Rows behind each cell. */
  readonly counts: ArrayLike<number>;
  readonly cluster: ArrayLike<number | string> | null;
  readonly level: number;
}

/** Interval of an asymptotically linear estimator, with its standard error. */
export interface InfluenceInterval {
  readonly estimate: Estimate;
  readonly standardError: number;
}

/**
 * Variance sum of squared influences, by row with the normal distribution, or summed within clusters first with
 * G/(G-1) and Student's t on G - 1. Newey, W. & McFadden, D. (1994), Handbook of Econometrics 4, section 3.
 */
export function influenceInterval({ value, influence, counts, cluster, level }: InfluenceInput): InfluenceInterval {
  if (cluster === null) {
    let variance = 0;
    for (let i = 0; i < influence.length; i++) variance += (counts[i] ?? 0) * (influence[i] ?? 0) ** 2;
    const standardError = Math.sqrt(variance);
    return { estimate: waldInterval(value, standardError, { level, degreesOfFreedom: null }), standardError };
  }
  const { codes, labels } = groupCodes(cluster);
  const sums = new Float64Array(labels.length);
  codes.forEach((g, i) => {
    sums[g] = (sums[g] ?? 0) + (counts[i] ?? 0) * (influence[i] ?? 0);
  });
  const squares = sums.reduce((total, sum) => total + sum * sum, 0);
  // One cluster says nothing about others.
  const variance = labels.length < 2 ? Number.POSITIVE_INFINITY : squares * (labels.length / (labels.length - 1));
  const standardError = Math.sqrt(variance);
  return {
    estimate: waldInterval(value, standardError, { level, degreesOfFreedom: labels.length - 1 }),
    standardError,
  };
}
