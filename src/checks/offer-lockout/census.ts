import type { Estimate } from '#statistics/estimate.ts';

/** A count of all customers has no sampling error: its bounds are what the rules leave open, so its level is 1. */
export const census = (value: number, low: number, high: number): Estimate => ({
  value,
  low: Math.min(low, value),
  high: Math.max(high, value),
  level: 1,
});
