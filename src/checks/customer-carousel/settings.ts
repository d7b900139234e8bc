export const CAROUSEL_DEFAULTS = {
  /** One source of customers loses them this many times as fast as the others: it matters. */
  relevantRatio: 1.25,
  /** Sources are cleared only when it is ruled out that one which seems faster loses customers this many times as fast. */
  excludedRatio: 2,
  /** Newer cohorts leave faster at the same tenure: rise of the log rate per cohort year that matters. */
  relevantTrend: 0.1,
  /** Share of the cohorts' years that those of one product span on average, 0..1, below which holding products equal leaves cohorts uncompared. */
  minimumProductReach: 0.8,
  /** Share of the customers who leave of their own accord in a year that matters. */
  relevantLossRate: 0.15,
  /** Share of the new customers that only replace others, from which on losses count as a carousel. */
  relevantReplacement: 0.5,
  minimumEnds: 50,
  minimumGroupEnds: 20,
  minimumAtRisk: 30,
};
export type CarouselSettings = typeof CAROUSEL_DEFAULTS;

/** Bands of tenure in months; within a band the rate of leaving counts as constant. */
export const TENURE_EDGES = [0, 3, 6, 12, 18, 24, 36, 48, 60, 84, 120, 1200] as const;
export const TENURE_BANDS = TENURE_EDGES.length - 1;

/** Spans of twelve months, counted back from the day of the audit. */
export const SPANS = 10;

/** Cohorts are years of the start; those before the last twelve years are one. */
export const COHORT_YEARS = 12;

/** Above this share of ends on one single day the ends are a snapshot: no rate per year and no trend can be told. */
export const SNAPSHOT_SHARE = 0.5;
