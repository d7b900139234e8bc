import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { type RankedColumns, type RankedOutcome, rankOutcome } from './ranked-outcome.ts';

/**
 * relative: 2 cov(y, rank) / mean, for outcomes of at least 0. absolute: 2 cov(y, rank), in the outcome's unit, for
 * outcomes that may be negative. Erreygers: 4 times the absolute index over the width of the bounds, for bounded
 * outcomes such as shares, where the relative index would change its sign's strength when benefit turns into lack.
 */
export type ConcentrationKind =
  | { readonly kind: 'relative' }
  | { readonly kind: 'absolute' }
  | { readonly kind: 'erreygers'; readonly lowest: number; readonly highest: number };

export interface ConcentrationIndex {
  /** Below 0 the outcome gathers at low ranks, above 0 at high ones. */
  readonly index: Estimate;
  readonly standardError: number;
  readonly mean: number;
  readonly customers: number;
  readonly distinctRanks: number;
}

/**
 * Concentration index of an outcome over customers ranked by something else (value, volume). Rows may be customers or
 * counted cells; ties share their mid-rank. Assumes independent customers; nested ones belong in the jackknife.
 * Standard error by the analytic formula, which knows that ranks and mean are estimated; t interval with n - 1 degrees
 * of freedom. A rank that contains the outcome makes the index positive by arithmetic: rank by volume, not by revenue.
 * Throws RangeError for impossible columns, a relative index of negative outcomes, or outcomes outside the bounds.
 * Kakwani, Wagstaff & van Doorslaer (1997), J. Econometrics 77, 87-103, https://doi.org/10.1016/S0304-4076(96)01807-6;
 * Erreygers (2009), J. Health Economics 28, 504-515, https://doi.org/10.1016/j.jhealeco.2008.02.003
 */
export function concentrationIndex(
  columns: RankedColumns,
  options: ConcentrationKind & { readonly level?: number },
): ConcentrationIndex {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`);
  const ranked = rankOutcome(columns);
  requireKind(ranked, options);
  const { rank, outcome, counts, mean, total } = ranked;
  let absolute = 0;
  for (let i = 0; i < rank.length; i++) absolute += (counts[i] ?? 0) * (outcome[i] ?? 0) * (2 * (rank[i] ?? 0) - 1);
  absolute /= total;
  const relative = options.kind === 'relative';
  const value = relative ? absolute / mean : absolute * scaleOf(options);
  const spread = squaredInfluence(ranked, absolute, relative ? value : 0) / total;
  const standardError = Math.sqrt(spread / total) * (relative ? 1 / mean : scaleOf(options));
  const half = tQuantile(0.5 + level / 2, total - 1) * standardError;
  const index = { value, low: value - half, high: value + half, level };
  return { index, standardError, mean, customers: total, distinctRanks: ranked.distinctRanks };
}

/** Sum of squares of each customer's influence on the absolute index, less `share` times that on the mean. */
function squaredInfluence(
  { rank, outcome, counts, doubleCurve, mean }: RankedOutcome,
  absolute: number,
  share: number,
) {
  let sum = 0;
  for (let i = 0; i < rank.length; i++) {
    const y = outcome[i] ?? 0;
    const onIndex = y * (2 * (rank[i] ?? 0) - 1) + mean - (doubleCurve[i] ?? 0) - 2 * absolute;
    const influence = onIndex - share * (y - mean);
    sum += (counts[i] ?? 0) * influence * influence;
  }
  return sum;
}

function scaleOf(kind: ConcentrationKind): number {
  return kind.kind === 'erreygers' ? 4 / (kind.highest - kind.lowest) : 1;
}

function requireKind({ outcome, mean }: RankedOutcome, kind: ConcentrationKind): void {
  if (kind.kind === 'relative' && !(mean > 0 && outcome.every((y) => y >= 0))) {
    throw new RangeError('outcome must be at least 0 and not 0 throughout; use the absolute index');
  }
  if (kind.kind !== 'erreygers') return;
  const { lowest, highest } = kind;
  if (!(highest > lowest)) throw new RangeError(`highest must exceed lowest, got ${lowest}..${highest}`);
  if (!outcome.every((y) => y >= lowest && y <= highest)) {
    throw new RangeError(`outcome must lie within ${lowest}..${highest}`);
  }
}
