export const COVERAGE_DEFAULTS = {
  /** Smallest difference in coverage that matters, as a share of the customers. */
  relevantDrop: 0.1,
  /** Customers on each side of a cut, in each half of the customers; and in each group of commission. */
  minimumGroup: 50,
  /** Staff behind each group of commission: people are never shown singly. */
  minimumStaff: 7,
  /** Share of customers without commission who have a comparable customer with it. */
  minimumOverlap: 0.4,
  fullOverlap: 0.8,
};
export type CoverageSettings = typeof COVERAGE_DEFAULTS;

/** Contract months at which coverage is looked at before and after, and the length of each look. */
export const CUT_STEP_MONTHS = 3;
export const FIRST_CUT_MONTHS = 12;
export const LAST_CUT_MONTHS = 120;
export const LOOK_MONTHS = 12;
/** Older history says little about today. */
export const HISTORY_MONTHS = 60;
/** Parties from which the search for a cut draws a sample, so that it costs the same however many there are. */
export const SEARCHED_PARTIES = 300_000;
