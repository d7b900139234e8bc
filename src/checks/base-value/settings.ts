export const BASE_VALUE_DEFAULTS = {
  minimumCustomers: 200,
  /** Share of the regulars falls by at least this much a year: it matters. */
  relevantFall: 0.01,
  /** Change of the yearly retention for which the change of the base's value is told. */
  retentionStep: 0.01,
};
export type BaseValueSettings = typeof BASE_VALUE_DEFAULTS;

/** Years as a customer. */
export const TENURE_BANDS: readonly string[] = ['0', '1', '2', '3-4', '5-9', '10+'];

/** Months of the present stay are counted in quarters up to here. */
export const LONGEST_QUARTER = 80;

/** Bands of tenure, in months, within which the rate of leaving counts as constant. */
export const RETENTION_EDGES = [0, 12, 24, 36, 60, 120, 1200] as const;

/** Years back from the day of the audit at which the base is counted. */
export const YEARS_BACK = [0, 1, 2, 3] as const;
