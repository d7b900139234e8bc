import { type DesignOptions, designQuantiles, requireAbove0, requireShare } from './design-question.ts';
import { powerTwoShares } from './power-two-shares.ts';

export interface DetectableInput {
  /** Expected share in the other group, 0..1. */
  readonly otherShare: number;
  readonly size: number;
  readonly otherSize: number;
  readonly direction: 'higher' | 'lower';
}

/**
 * Smallest difference of two shares that the groups at hand would find with the given power; null when even the largest
 * possible one would be missed. Found by halving, to twelve digits.
 */
export function detectableDifference(input: DetectableInput, options: DesignOptions = {}): number | null {
  const { otherShare, size, otherSize, direction } = input;
  const { level, power } = designQuantiles(options);
  requireShare('otherShare', otherShare);
  requireAbove0('size', size);
  requireAbove0('otherSize', otherSize);
  const sign = direction === 'higher' ? 1 : -1;
  const reached = (gap: number): boolean =>
    powerTwoShares({ share: otherShare + sign * gap, otherShare, size, otherSize }, { level }) >= power;
  let missed = 0;
  let found = (direction === 'higher' ? 1 - otherShare : otherShare) * (1 - 1e-12);
  if (!reached(found)) return null;
  while (found - missed > 1e-12) {
    const middle = (missed + found) / 2;
    if (reached(middle)) found = middle;
    else missed = middle;
  }
  return found;
}
