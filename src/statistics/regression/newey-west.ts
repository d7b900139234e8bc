import { sandwich } from '../linear-algebra.ts';

/**
 * Covariance of least-squares coefficients of one time series, allowing for unequal spread and for errors that are
 * correlated up to `lag` periods apart (Bartlett weights). Good for long series; too small for short or sluggish ones.
 * Newey, W. K. & West, K. D. (1987), Econometrica 55(3), 703-708. Rows must be in order of time, none missing.
 */
export function neweyWestCovariance(input: {
  readonly columns: readonly (readonly number[])[];
  readonly residual: Float64Array;
  /** Inverse of X'X. */
  readonly inverse: Float64Array;
  readonly lag: number;
}): Float64Array {
  const { columns, residual, inverse, lag } = input;
  const size = columns.length;
  const meat = new Float64Array(size * size);
  for (let apart = 0; apart <= lag; apart++) {
    const weight = 1 - apart / (lag + 1);
    for (let t = apart; t < residual.length; t++) {
      const product = weight * (residual[t] ?? 0) * (residual[t - apart] ?? 0);
      addSymmetric(meat, columns, product, [t, t - apart]);
    }
  }
  return sandwich(inverse, meat);
}

function addSymmetric(
  meat: Float64Array,
  columns: readonly (readonly number[])[],
  product: number,
  [late, early]: readonly [number, number],
): void {
  const size = columns.length;
  columns.forEach((left, a) => {
    columns.forEach((right, b) => {
      const forward = (left[late] ?? 0) * (right[early] ?? 0);
      const backward = late === early ? 0 : (left[early] ?? 0) * (right[late] ?? 0);
      meat[a * size + b] = (meat[a * size + b] ?? 0) + product * (forward + backward);
    });
  });
}
