import { requireAbove0 } from './design-question.ts';

export interface ClusterPlan {
  /** Customers per cluster (team, branch, day), on average. */
  readonly meanSize: number;
  /** Standard deviation of the cluster sizes over their mean; 0 for equal sizes. */
  readonly sizeVariation: number;
  /** Correlation of two customers of one cluster, 0..1. */
  readonly withinCorrelation: number;
}

/**
 * Factor by which a sample must grow when whole clusters are assigned together: 1 + ((1 + cv^2) m - 1) * rho.
 * Divide a sample by it to get the number of independent customers it is worth. Kish, L. (1965), Survey Sampling,
 * section 5.4; unequal sizes: Eldridge, S., Ashby, D. & Kerry, S. (2006), Int. J. Epidemiology 35(5), 1292-1300.
 */
export function designEffect({ meanSize, sizeVariation, withinCorrelation }: ClusterPlan): number {
  requireAbove0('meanSize', meanSize);
  if (!(sizeVariation >= 0)) throw new RangeError(`sizeVariation is ${sizeVariation}, expected 0 or more`);
  if (!(withinCorrelation >= 0 && withinCorrelation <= 1)) {
    throw new RangeError(`withinCorrelation is ${withinCorrelation}, expected 0..1`);
  }
  return 1 + ((1 + sizeVariation ** 2) * meanSize - 1) * withinCorrelation;
}
