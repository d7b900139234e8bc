import { type DesignOptions, designQuantiles, requireAbove0, requireShare } from './design-question.ts';

export interface TwoShares {
  /** Expected share in each group, 0..1. */
  readonly share: number;
  readonly otherShare: number;
  /** Size of the other group over the size of the group; 1 for equal groups. */
  readonly otherPerOne: number;
}

export interface GroupSizes {
  /** Before rounding up, for further arithmetic such as design effects. */
  readonly exact: number;
  readonly size: number;
  readonly otherSize: number;
}

/**
 * Customers needed in each group to tell two shares apart by a two-sided z test (pooled variance under no difference).
 * Fleiss, J. L., Levin, B. & Paik, M. C. (2003), Statistical Methods for Rates and Proportions, 3rd ed., equation 4.14,
 * without continuity correction. RangeError when the shares are equal or outside 0..1.
 */
export function sampleSizeTwoShares(input: TwoShares, options: DesignOptions = {}): GroupSizes {
  const { share, otherShare, otherPerOne } = input;
  const { zLevel, zPower } = designQuantiles(options);
  requireShare('share', share);
  requireShare('otherShare', otherShare);
  requireAbove0('otherPerOne', otherPerOne);
  if (share === otherShare) throw new RangeError('share equals otherShare: no size can tell them apart');
  const pooled = (share + otherPerOne * otherShare) / (1 + otherPerOne);
  const underNone = Math.sqrt((1 + otherPerOne) * pooled * (1 - pooled));
  const underEffect = Math.sqrt(otherPerOne * share * (1 - share) + otherShare * (1 - otherShare));
  const exact = (zLevel * underNone + zPower * underEffect) ** 2 / (otherPerOne * (share - otherShare) ** 2);
  return { exact, size: Math.ceil(exact), otherSize: Math.ceil(exact * otherPerOne) };
}
