import { rankOutcome } from './ranked-outcome.ts';

/** The curve's corners from (0, 0) to (1, 1), one per distinct value. */
export interface LorenzCurve {
  /** Share of customers, lowest values first, 0..1. */
  readonly customerShare: Float64Array;
  /** Share of everything that they hold, 0..1. */
  readonly valueShare: Float64Array;
}

/**
 * Lorenz curve of values of at least 0, of customers or of counted cells.
 * Throws RangeError for negative values or values that are 0 throughout.
 * Lorenz (1905), Publications of the American Statistical Association 9(70), 209-219, https://doi.org/10.2307/2276207
 */
export function lorenzCurve({
  values,
  counts,
}: {
  readonly values: ArrayLike<number>;
  readonly counts: ArrayLike<number> | null;
}): LorenzCurve {
  const ranked = rankOutcome({ outcome: values, rankBy: values, counts });
  if (!(ranked.mean > 0 && (ranked.outcome[0] ?? -1) >= 0))
    throw new RangeError('values must be at least 0, not all 0');
  const customerShare = new Float64Array(ranked.distinctRanks + 1);
  const valueShare = new Float64Array(ranked.distinctRanks + 1);
  let corner = 0;
  let [customers, held] = [0, 0];
  ranked.outcome.forEach((value, i) => {
    if (i === 0 || value !== ranked.outcome[i - 1]) corner += 1;
    const count = ranked.counts[i] ?? 0;
    customers += count;
    held += count * value;
    customerShare[corner] = customers / ranked.total;
    valueShare[corner] = held / (ranked.total * ranked.mean);
  });
  return { customerShare, valueShare };
}
