export const CONTAGION_DEFAULTS = {
  /** Odds of leaving within three months after a tied customer's exit, against those of equals, from which on it matters. */
  relevantRatio: 1.15,
  /** Customers who saw a tied one leave. */
  minimumExposed: 100,
  /** Exits among them. */
  minimumExits: 30,
};
export type ContagionSettings = typeof CONTAGION_DEFAULTS;

/** Months since the latest exit of a tied customer. */
export const SINCE = ['1-3', '4-6', '7-9', '10-12'] as const;

/**
 * Exits of tied customers are looked for so far back. Longer would bring more to compare with, but those whose tied one left long ago had
 * ties that were there for less time, so an exit among them says more about their common temper.
 */
export const SEEN_MONTHS = 12;
