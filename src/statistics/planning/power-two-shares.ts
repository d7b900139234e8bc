import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { designQuantiles, requireAbove0, requireShare } from './design-question.ts';

export interface PowerInput {
  readonly share: number;
  readonly otherShare: number;
  readonly size: number;
  readonly otherSize: number;
}

/**
 * Chance that a two-sided z test tells two shares apart; the reverse question to sampleSizeTwoShares. The chance of
 * being significant in the wrong direction is not counted. RangeError on sizes of 0 or shares outside 0..1.
 */
export function powerTwoShares(input: PowerInput, options: { readonly level?: number } = {}): number {
  const { share, otherShare, size, otherSize } = input;
  const { zLevel } = designQuantiles(options);
  requireShare('share', share);
  requireShare('otherShare', otherShare);
  requireAbove0('size', size);
  requireAbove0('otherSize', otherSize);
  const pooled = (size * share + otherSize * otherShare) / (size + otherSize);
  const underNone = Math.sqrt(pooled * (1 - pooled) * (1 / size + 1 / otherSize));
  const underEffect = Math.sqrt((share * (1 - share)) / size + (otherShare * (1 - otherShare)) / otherSize);
  return normalCdf((Math.abs(share - otherShare) - zLevel * underNone) / underEffect, 0, 1);
}
