import type { Estimate } from '../../estimate.ts';
import { estimateAt, type FitOptions, fitPositive, type PositiveFit } from '../../repeat-buying/positive-fit.ts';
import { type RetentionCounts, requireRetentionCounts } from './retention-counts.ts';
import { retentionObjective } from './retention-likelihood.ts';

export interface ShiftedBetaGeometricFit extends PositiveFit {
  readonly alpha: Estimate;
  readonly beta: Estimate;
}

/**
 * How long contracts last that can end once a period: every customer has a chance to leave that never changes, and the
 * chances differ between customers like a beta(alpha, beta). Rising retention then comes from the leavers leaving, not
 * from loyalty growing. Maximum likelihood; Wald intervals on the logarithm. Counts may be fractions.
 * Throws RangeError when the counts cannot be or nobody was lost.
 * Fader, P. S. & Hardie, B. G. S. (2007), Journal of Interactive Marketing 21(1), 76-90.
 */
export function shiftedBetaGeometric(counts: RetentionCounts, options: FitOptions = {}): ShiftedBetaGeometricFit {
  requireRetentionCounts(counts);
  const { fit, estimates } = fitPositive(
    {
      objective: retentionObjective(counts),
      start: [1, 1],
      scale: [1, 1],
      standIn: null,
      customers: Array.from(counts.lost, (lost, t) => lost + (counts.remaining[t] ?? 0)).reduce((a, b) => a + b, 0),
      distinctCells: counts.lost.length,
    },
    options,
  );
  return { alpha: estimateAt(estimates, 0), beta: estimateAt(estimates, 1), ...fit };
}
