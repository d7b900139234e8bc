import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';

export interface Correlation {
  /** -1..1. */
  readonly correlation: Estimate;
  readonly customers: number;
}

/**
 * Weighted product-moment correlation with an interval on Fisher's z scale, whose variance is `spread(r)` / (n - 3).
 * Fewer than 4 customers bound nothing: the interval is -1..1.
 */
export function fisherCorrelation(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  counts: Float64Array,
  options: { readonly level?: number; readonly spread: (correlation: number) => number },
): Correlation {
  const { level = DEFAULT_LEVEL, spread } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`);
  const customers = counts.reduce((sum, count) => sum + count, 0);
  const [meanLeft, meanRight] = [left, right].map((column) => weightedSum(column, counts) / customers);
  const centred = (column: ArrayLike<number>, mean = 0) => Float64Array.from(column, (value) => value - mean);
  const [x, y] = [centred(left, meanLeft), centred(right, meanRight)];
  const variances = weightedProduct(x, x, counts) * weightedProduct(y, y, counts);
  if (!(variances > 0)) throw new RangeError('left and right must each hold two different values');
  const value = Math.max(-1, Math.min(1, weightedProduct(x, y, counts) / Math.sqrt(variances)));
  if (customers <= 3) return { correlation: { value, low: -1, high: 1, level }, customers };
  const half = normalQuantile(0.5 + level / 2, 0, 1) * Math.sqrt(spread(value) / (customers - 3));
  const z = Math.atanh(value);
  return { correlation: { value, low: Math.tanh(z - half), high: Math.tanh(z + half), level }, customers };
}

function weightedSum(column: ArrayLike<number>, counts: Float64Array): number {
  return counts.reduce((sum, count, row) => sum + count * (column[row] ?? 0), 0);
}

function weightedProduct(left: Float64Array, right: Float64Array, counts: Float64Array): number {
  return counts.reduce((sum, count, row) => sum + count * (left[row] ?? 0) * (right[row] ?? 0), 0);
}
