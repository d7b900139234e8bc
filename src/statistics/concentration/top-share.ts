import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { rankOutcome } from './ranked-outcome.ts';

export interface TopShare {
  /** Share of everything that the top customers hold, 0..1. */
  readonly share: Estimate;
  readonly standardError: number;
  /** Lowest value that still belongs to the top. */
  readonly threshold: number;
  readonly customers: number;
}

/**
 * What the top `topShare` of customers (0.2: the top 20 %) hold of all value: 1 minus the Lorenz curve at 1 - topShare,
 * the customer on the boundary counted in part. Linearised standard error, t interval with n - 1 degrees of freedom,
 * cut at topShare and 1.
 * Throws RangeError for negative values, values that are 0 throughout, or topShare outside (0, 1).
 * Beach & Davidson (1983), Review of Economic Studies 50(4), 723-735, https://doi.org/10.2307/2297772
 */
export function topShare(
  { values, counts }: { readonly values: ArrayLike<number>; readonly counts: ArrayLike<number> | null },
  options: { readonly topShare: number; readonly level?: number },
): TopShare {
  const { topShare: top, level = DEFAULT_LEVEL } = options;
  if (!(top > 0 && top < 1)) throw new RangeError(`topShare must lie strictly between 0 and 1, got ${top}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`);
  const ranked = rankOutcome({ outcome: values, rankBy: values, counts });
  const { outcome, total, mean } = ranked;
  if (!(mean > 0 && (outcome[0] ?? -1) >= 0)) throw new RangeError('values must be at least 0, not all 0');
  const threshold = topThreshold(outcome, ranked.counts, top * total);
  let excess = 0;
  outcome.forEach((value, i) => {
    excess += (ranked.counts[i] ?? 0) * Math.max(0, value - threshold);
  });
  const held = excess / total + top * threshold;
  const value = held / mean;
  let squares = 0;
  outcome.forEach((own, i) => {
    const influence = Math.max(0, own - threshold) - excess / total - value * (own - mean);
    squares += (ranked.counts[i] ?? 0) * influence * influence;
  });
  const standardError = Math.sqrt(squares) / (total * mean);
  const half = tQuantile(0.5 + level / 2, total - 1) * standardError;
  const share = { value, low: Math.max(top, value - half), high: Math.min(1, value + half), level };
  return { share, standardError, threshold, customers: total };
}

/** Smallest value among the `size` customers who hold most. */
function topThreshold(outcome: Float64Array, counts: Float64Array, size: number): number {
  let seen = 0;
  for (let i = outcome.length - 1; i >= 0; i--) {
    seen += counts[i] ?? 0;
    if (seen >= size) return outcome[i] ?? 0;
  }
  return outcome[0] ?? 0;
}
