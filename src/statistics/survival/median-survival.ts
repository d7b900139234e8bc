import type { Estimate } from '../estimate.ts';
import { timeOfShare } from './curve.ts';
import { type KaplanMeierOptions, kaplanMeier } from './kaplan-meier.ts';
import type { RiskTable } from './risk-table.ts';

export interface MedianSurvivalOptions extends KaplanMeierOptions {
  /** Share still there whose time is wanted, strictly between 0 and 1; default a half. */
  readonly share?: number;
}

/**
 * Time until half (or another share) are left. Interval: all times whose pointwise interval holds the share. Infinite
 * where the curve, or its upper limit, never falls that far.
 * Throws RangeError as kaplanMeier does, and when share is not strictly between 0 and 1.
 * Brookmeyer & Crowley (1982), Biometrics 38, 29-41.
 */
export function medianSurvival(table: RiskTable, options: MedianSurvivalOptions = {}): Estimate {
  const share = options.share ?? 0.5;
  if (!(share > 0 && share < 1)) throw new RangeError(`share must lie strictly between 0 and 1, got ${share}`);
  const { time, survival, low, high, level } = kaplanMeier(table, options);
  return {
    value: timeOfShare(time, survival, share),
    low: timeOfShare(time, low, share),
    high: timeOfShare(time, high, share),
    level,
  };
}
