import type { Estimate } from '../estimate.ts';
import type { KaplanMeier } from './kaplan-meier.ts';
import { firstAfter } from './moments.ts';

/** Share still there at a moment, read off a fitted curve with its pointwise interval; certainty before the first time. */
export function survivalShare(curve: KaplanMeier, moment: number): Estimate {
  const at = firstAfter(curve.time, moment) - 1;
  return {
    value: curve.survival[at] ?? 1,
    low: curve.low[at] ?? 1,
    high: curve.high[at] ?? 1,
    level: curve.level,
  };
}
