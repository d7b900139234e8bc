import { HORIZON_SECONDS } from '#facts/queue-tally.ts';
import type { Estimate } from '#statistics/estimate.ts';
import type { DeleteAGroupResult } from '#statistics/jackknife/delete-a-group.ts';
import type { Scale } from '#statistics/jackknife/scale.ts';

/** What is known of a gap where a group has no waits. */
export const UNKNOWN: Estimate = { value: Number.NaN, low: Number.NaN, high: Number.NaN, level: 0.95 };

/**
 * The gap and what its interval is made of. The root of the pace of answers varies alike whether few or many seconds are waited; an
 * interval symmetric about the gap itself is short exactly where a group seems fast by chance, and accuses too often.
 */
export const gapTheta = (meanExisting: number, meanNewcomer: number) => [
  meanExisting - meanNewcomer,
  meanExisting,
  meanNewcomer,
  rootPace(meanExisting),
  rootPace(meanNewcomer),
];
export const GAP_SCALES: readonly Scale[] = ['identity', 'identity', 'identity', 'identity', 'identity'];

// One second more, so that a group that never waits has a pace too.
const rootPace = (seconds: number) => 1 / Math.sqrt(seconds + 1);
const secondsAt = (root: number) =>
  root > 0 ? Math.min(Math.max(1 / root ** 2 - 1, 0), HORIZON_SECONDS) : HORIZON_SECONDS;

/**
 * Interval of a difference out of those of its two parts and their correlation, since both share the congestion of the days.
 * Zou & Donner (2008), Statistics in Medicine 27, 1693-1702; with correlation Zou (2007), Psychological Methods 12, 399-413.
 */
export function gapOf({ estimates, standardErrors }: DeleteAGroupResult): Estimate {
  const [gap, existing, newcomer, rootExisting, rootNewcomer] = estimates;
  if (!(gap && existing && newcomer && rootExisting && rootNewcomer)) return UNKNOWN;
  if (!Number.isFinite(gap.high - gap.low)) return gap;
  const [ofGap = 0, ofExisting = 0, ofNewcomer = 0] = standardErrors;
  const variances = ofExisting ** 2 + ofNewcomer ** 2;
  const correlation = ofExisting * ofNewcomer > 0 ? (variances - ofGap ** 2) / (2 * ofExisting * ofNewcomer) : 0;
  const reach = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one ** 2 + other ** 2 - 2 * correlation * one * other));
  const below = (mean: Estimate, root: Estimate) => mean.value - secondsAt(root.high);
  const above = (mean: Estimate, root: Estimate) => secondsAt(root.low) - mean.value;
  return {
    ...gap,
    low: gap.value - reach(below(existing, rootExisting), above(newcomer, rootNewcomer)),
    high: gap.value + reach(above(existing, rootExisting), below(newcomer, rootNewcomer)),
  };
}
