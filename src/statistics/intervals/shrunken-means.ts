import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Estimate } from '../estimate.ts';
import { requireFinite, requireLength } from '../regression/column-check.ts';
import { type IntervalOptions, levelOf, requirePositive } from './arguments.ts';

/** One entry per group: its own mean and the standard error of that mean. */
export interface GroupMeans {
  readonly values: ArrayLike<number>;
  readonly standardErrors: ArrayLike<number>;
}

export interface ShrunkenMeans {
  readonly estimates: readonly Estimate[];
  /** Share of the way that each group was moved towards the common mean, 0..1. */
  readonly shrinkage: Float64Array;
  readonly commonMean: number;
  /** Standard deviation of the true means between groups. */
  readonly spread: number;
  readonly diagnostics: { readonly converged: boolean; readonly iterations: number };
}

const MAXIMUM_ITERATIONS = 500;

/**
 * Means of many groups, pulled towards their common mean by as much as their noise deserves; for league tables. Assumes
 * true means that scatter normally and standard errors that are known. Intervals count the uncertainty of the spread too.
 * Throws RangeError with fewer than four groups, or a standard error not above 0.
 * Morris, C. N. (1983), JASA 78, 47-55, https://doi.org/10.1080/01621459.1983.10477920
 */
export function shrunkenMeans({ values, standardErrors }: GroupMeans, options: IntervalOptions = {}): ShrunkenMeans {
  const level = levelOf(options);
  const groups = values.length;
  if (groups < 4) throw new RangeError(`values has ${groups} groups: the spread between them needs at least four`);
  requireLength('standardErrors', standardErrors, groups);
  requireFinite('values', values);
  for (let i = 0; i < groups; i++) requirePositive(`standardErrors[${i}]`, standardErrors[i] ?? 0);
  const variances = Float64Array.from(standardErrors, (se) => se ** 2);
  const { between, commonMean, weights, converged, iterations } = betweenVariance(values, variances);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const meanVariance = variances.reduce((sum, variance, i) => sum + variance * (weights[i] ?? 0), 0) / whole;
  const shrinkage = variances.map((variance) => ((groups - 3) / (groups - 1)) * (variance / (variance + between)));
  const quantile = normalQuantile(0.5 + level / 2, 0, 1);
  const estimates = Array.from(shrinkage, (share, i) => {
    const own = values[i] ?? 0;
    const variance = variances[i] ?? 0;
    const value = (1 - share) * own + share * commonMean;
    const doubt = (2 / (groups - 3)) * share ** 2 * ((meanVariance + between) / (variance + between));
    const squared = variance * (1 - (1 - (weights[i] ?? 0) / whole) * share) + doubt * (own - commonMean) ** 2;
    const half = quantile * Math.sqrt(squared);
    return { value, low: value - half, high: value + half, level };
  });
  return { estimates, shrinkage, commonMean, spread: Math.sqrt(between), diagnostics: { converged, iterations } };
}

function betweenVariance(values: ArrayLike<number>, variances: Float64Array) {
  const groups = values.length;
  let between = 0;
  let iterations = 0;
  let converged = false;
  let fit = weightedMean(values, variances, between);
  while (!converged && iterations < MAXIMUM_ITERATIONS) {
    const { commonMean, weights } = fit;
    let excess = 0;
    let whole = 0;
    weights.forEach((weight, i) => {
      const square = (groups / (groups - 1)) * ((values[i] ?? 0) - commonMean) ** 2;
      excess += weight * (square - (variances[i] ?? 0));
      whole += weight;
    });
    const next = Math.max(0, excess / whole);
    converged = Math.abs(next - between) <= 1e-12 * (next + 1 / whole);
    between = next;
    fit = weightedMean(values, variances, between);
    iterations += 1;
  }
  return { between, ...fit, converged, iterations };
}

function weightedMean(values: ArrayLike<number>, variances: Float64Array, between: number) {
  const weights = variances.map((variance) => 1 / (variance + between));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return { weights, commonMean: weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0) / whole };
}
