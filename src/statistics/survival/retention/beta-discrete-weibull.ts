import type { Estimate } from '../../estimate.ts';
import { estimateAt, type FitOptions, fitPositive, type PositiveFit } from '../../repeat-buying/positive-fit.ts';
import { type RetentionCounts, requireRetentionCounts } from './retention-counts.ts';
import { retentionObjective } from './retention-likelihood.ts';

export interface BetaDiscreteWeibullFit extends PositiveFit {
  readonly alpha: Estimate;
  readonly beta: Estimate;
  /** Below 1: each customer's own chance to leave falls with time. */
  readonly shape: Estimate;
}

/**
 * The shifted beta-geometric with one assumption less: each customer's own chance to leave may fall or rise with time.
 * A shape interval that holds 1 says that the simpler model will do. Maximum likelihood; Wald intervals on the logarithm.
 * Throws RangeError when the counts cannot be or nobody was lost.
 * Fader, Hardie, Liu, Davin & Steenburgh (2018), Marketing Science 37(6), 905-928.
 */
export function betaDiscreteWeibull(counts: RetentionCounts, options: FitOptions = {}): BetaDiscreteWeibullFit {
  requireRetentionCounts(counts);
  const { fit, estimates } = fitPositive(
    {
      objective: retentionObjective(counts),
      start: [1, 1, 1],
      scale: [1, 1, 1],
      standIn: null,
      customers: Array.from(counts.lost, (lost, t) => lost + (counts.remaining[t] ?? 0)).reduce((a, b) => a + b, 0),
      distinctCells: counts.lost.length,
    },
    options,
  );
  return { alpha: estimateAt(estimates, 0), beta: estimateAt(estimates, 1), shape: estimateAt(estimates, 2), ...fit };
}
