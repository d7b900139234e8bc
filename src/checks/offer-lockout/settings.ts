import type { AssessInput } from '../check.ts';

export const LOCKOUT_DEFAULTS = {
  /** Share of the existing customers who may be left without an offer of equal worth before it matters. */
  tolerated: 0.05,
};
export type LockoutSettings = typeof LOCKOUT_DEFAULTS;
export type LockoutInput = AssessInput<LockoutSettings, 'customers' | 'offers' | 'record'>;

/** Offers with a line of their own in the report. */
export const SHOWN_OFFERS = 12;
