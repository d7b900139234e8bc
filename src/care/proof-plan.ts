import { detectableDifference } from '#statistics/planning/detectable-difference.ts';
import { powerTwoShares } from '#statistics/planning/power-two-shares.ts';
import { sampleSizeTwoShares } from '#statistics/planning/sample-size-two-shares.ts';

export interface ProofSize {
  readonly customers: number;
  /** Part that stays as before, 0..1. */
  readonly holdoutShare: number;
  /** Share with the outcome today, 0..1. */
  readonly shareToday: number;
  /** Smallest difference of shares that would matter, 0..1. */
  readonly smallestDifference: number;
}

export interface ProofPlan {
  readonly treated: number;
  readonly holdout: number;
  /** Chance to tell the smallest difference from none; null where no such difference is possible. */
  readonly power: number | null;
  /** Customers for a power of 0.8 at the same holdout; null as above. */
  readonly neededCustomers: number | null;
  /** Smallest difference that these customers find with a power of 0.8; null where none is found. */
  readonly findable: number | null;
}

const within = (share: number) => share > 0 && share < 1;
const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** What a proof of this size can find, by a two-sided test at 0.95. Fewer of the outcome is planned for, more where fewer is impossible. */
export function proofPlan({ customers, holdoutShare, shareToday, smallestDifference }: ProofSize): ProofPlan {
  const holdout = Math.round(customers * holdoutShare);
  const treated = customers - holdout;
  const direction = shareToday - smallestDifference > 0 ? 'lower' : 'higher';
  const share = direction === 'lower' ? shareToday - smallestDifference : shareToday + smallestDifference;
  if (
    !(within(share) && within(shareToday) && within(holdoutShare) && treated > 0 && holdout > 0) ||
    share === shareToday
  )
    return { treated, holdout, power: null, neededCustomers: null, findable: null };
  const otherPerOne = holdoutShare / (1 - holdoutShare);
  const needed = sampleSizeTwoShares({ share, otherShare: shareToday, otherPerOne });
  return {
    treated,
    holdout,
    power: powerTwoShares({ share, otherShare: shareToday, size: treated, otherSize: holdout }),
    neededCustomers: finite(needed.size + needed.otherSize),
    findable: detectableDifference({ otherShare: shareToday, size: treated, otherSize: holdout, direction }),
  };
}
