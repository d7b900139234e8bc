import type { AssessInput } from '../check.ts';

export const SPEND_DEFAULTS = {
  /** Parity of spend below this, or above its inverse, matters; 1 is in proportion to the margin that existing customers bring. */
  relevantParity: 0.8,
  minimumMonths: 12,
};
export type SpendSettings = typeof SPEND_DEFAULTS;
export type SpendInput = AssessInput<SpendSettings, 'spend' | 'values' | 'contracts' | 'parties' | 'forgone'>;
