import { choleskyFactor, choleskySolve } from '../linear-algebra.ts';

/** Columns centred at their weighted means, and their weighted covariances. */
export interface CentredColumns {
  readonly predictors: readonly Float64Array[];
  readonly outcome: Float64Array;
  readonly counts: Float64Array;
  readonly total: number;
  /** Row-major over the predictors. */
  readonly covariance: Float64Array;
  readonly withOutcome: Float64Array;
  readonly outcomeVariance: number;
}

export function centreColumns(
  predictors: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  counts: Float64Array,
): CentredColumns {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const centred = (column: ArrayLike<number>) => {
    const mean = counts.reduce((sum, count, row) => sum + count * (column[row] ?? 0), 0) / total;
    return Float64Array.from(column, (value) => value - mean);
  };
  const columns = predictors.map(centred);
  const response = centred(outcome);
  const product = (left: Float64Array, right: Float64Array) =>
    counts.reduce((sum, count, row) => sum + count * (left[row] ?? 0) * (right[row] ?? 0), 0) / total;
  return {
    predictors: columns,
    outcome: response,
    counts,
    total,
    covariance: Float64Array.from(columns.flatMap((left) => columns.map((right) => product(left, right)))),
    withOutcome: Float64Array.from(columns, (column) => product(column, response)),
    outcomeVariance: product(response, response),
  };
}

/** Regression on some of the predictors: share of variance explained, and residual of each row. */
export interface SubsetFit {
  readonly rSquared: number;
  readonly residuals: Float64Array;
}

/** Fits the outcome on the predictors at `chosen`; null when they are linearly dependent. */
export function fitSubset(columns: CentredColumns, chosen: readonly number[]): SubsetFit | null {
  const size = columns.predictors.length;
  const gram = Float64Array.from(chosen.flatMap((row) => chosen.map((at) => columns.covariance[row * size + at] ?? 0)));
  const factor = choleskyFactor(gram);
  if (factor === null) return null;
  const moments = chosen.map((at) => columns.withOutcome[at] ?? 0);
  const slopes = choleskySolve(factor, moments);
  const explained = moments.reduce((sum, moment, k) => sum + moment * (slopes[k] ?? 0), 0);
  const residuals = Float64Array.from(columns.outcome);
  chosen.forEach((at, k) => {
    const [column, slope] = [columns.predictors[at], slopes[k] ?? 0];
    if (column === undefined) return;
    for (let row = 0; row < residuals.length; row++) {
      residuals[row] = (residuals[row] ?? 0) - slope * (column[row] ?? 0);
    }
  });
  return { rSquared: explained / columns.outcomeVariance, residuals };
}
