import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';

export interface RejoinCounts {
  /** Newcomers of the offer whose past would be on record. */
  readonly newcomers: number;
  /** Of them, those whose party had left within twelve months before. */
  readonly rejoined: number;
  /** Of them, those with a key that recognises them under a new number. */
  readonly keyed: number;
  /** Share of the leavers whom a key would recognise, 0..1. */
  readonly leaversKeyed: number;
}

/** Share of an offer's newcomers who had left within twelve months before, and the most it can be. */
export interface Rejoin extends Estimate {
  /** All the unrecognised had left before. */
  readonly most: number;
}

/**
 * The value is corrected for keys that are missing by chance; the interval (Wilson) runs from the share as counted to that of the corrected
 * one. Without any key only equal customer numbers are recognised: the share is then a lower bound and the upper side open.
 */
export function rejoinShare({ newcomers, rejoined, keyed, leaversKeyed }: RejoinCounts): Rejoin {
  const seen = wilsonInterval({ successes: rejoined, trials: newcomers });
  const share = rejoined / newcomers;
  if (keyed === 0 || leaversKeyed === 0) return { ...seen, value: share, high: 1, most: 1 };
  const recognised = (keyed / newcomers) * leaversKeyed;
  const most = Math.min(1, (rejoined + newcomers - keyed) / newcomers / leaversKeyed);
  return {
    value: Math.min(share / recognised, most),
    low: seen.low,
    high: Math.min(1, seen.high / recognised),
    level: seen.level,
    most,
  };
}
