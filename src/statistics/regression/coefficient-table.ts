import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Estimate } from '../estimate.ts';

/** One coefficient on the scale of the linear predictor. A dropped column has value 0 and an unbounded interval. */
export interface Coefficient {
  readonly name: string;
  readonly standardError: number;
  readonly estimate: Estimate;
}

export interface CoefficientInput {
  readonly names: readonly string[];
  readonly values: ArrayLike<number>;
  /** Row-major covariance of the values. */
  readonly covariance: Float64Array;
  readonly level: number;
  /** Degrees of freedom of Student's t; null for the normal distribution. */
  readonly degreesOfFreedom: number | null;
  /** Positions of columns that the data cannot tell apart from others. */
  readonly dropped?: readonly number[];
}

/** Wald intervals for each coefficient. */
export function coefficientTable(input: CoefficientInput): readonly Coefficient[] {
  const { names, values, covariance, level, degreesOfFreedom } = input;
  return names.map((name, k) => {
    const isDropped = input.dropped?.includes(k) === true;
    const standardError = isDropped ? Number.POSITIVE_INFINITY : Math.sqrt(covariance[k * names.length + k] ?? 0);
    return { name, standardError, estimate: waldInterval(values[k] ?? 0, standardError, { level, degreesOfFreedom }) };
  });
}

/** value +- quantile * standardError; RangeError unless 0 < level < 1. */
export function waldInterval(
  value: number,
  standardError: number,
  options: { readonly level: number; readonly degreesOfFreedom: number | null },
): Estimate {
  const { level, degreesOfFreedom } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level is ${level}, expected between 0 and 1`);
  const upper = (1 + level) / 2;
  const quantile = degreesOfFreedom === null ? normalQuantile(upper, 0, 1) : tQuantile(upper, degreesOfFreedom);
  const reach = Number.isNaN(quantile) ? Number.POSITIVE_INFINITY : quantile * standardError;
  return { value, low: value - reach, high: value + reach, level };
}
