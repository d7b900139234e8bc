import type { AssessInput } from '../check.ts';

export const SPEND_DEFAULTS = {
  /** Parity of spend below this, or above its inverse, matters; 1 is in proportion to the margin that existing customers bring. */
  relevantParity: 0.8,
  minimumMonths: 12,
  /** Months of the twelve that may pass before the first line ever booked of one side, as where lines come once a quarter. */
  toleratedLate: 2,
};
export type SpendSettings = typeof SPEND_DEFAULTS;
export type SpendInput = AssessInput<SpendSettings, 'spend' | 'values' | 'contracts' | 'parties' | 'forgone'>;
