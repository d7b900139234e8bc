import type { Estimate } from '#statistics/estimate.ts';
import { newcombeDifference } from '#statistics/intervals/newcombe-difference.ts';

export interface ProofResult {
  readonly treatedCustomers: number;
  readonly treatedOutcomes: number;
  readonly holdoutCustomers: number;
  readonly holdoutOutcomes: number;
}

export interface ProofVerdict {
  /** `less`, `more`: of the outcome than in the holdout. `noDifference`: none that matters. `notEnough`: too few customers to tell. */
  readonly outcome: 'less' | 'more' | 'noDifference' | 'notEnough';
  /** Treated less holdout, -1..1, with its 0.95 interval. */
  readonly difference: Estimate;
}

/**
 * What a proof showed. An interval on one side of zero is an effect; one within the smallest difference that was registered says that
 * none matters; anything else is not enough data, never "no effect". null where counts contradict each other.
 */
export function judgeProof(result: ProofResult, smallestDifference: number): ProofVerdict | null {
  const { treatedCustomers, treatedOutcomes, holdoutCustomers, holdoutOutcomes } = result;
  if (treatedOutcomes > treatedCustomers || holdoutOutcomes > holdoutCustomers) return null;
  const difference = newcombeDifference(
    { successes: treatedOutcomes, trials: treatedCustomers },
    { successes: holdoutOutcomes, trials: holdoutCustomers },
  );
  return { outcome: outcomeOf(difference, smallestDifference), difference };
}

function outcomeOf({ low, high }: Estimate, smallestDifference: number): ProofVerdict['outcome'] {
  if (high < 0) return 'less';
  if (low > 0) return 'more';
  return Math.max(-low, high) < smallestDifference ? 'noDifference' : 'notEnough';
}
