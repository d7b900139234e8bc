export const staffDisparityDefaults = {
  /** Smallest ratio between the roles that matters: a fifth less, or a quarter more. */
  relevantRatio: 1.25,
  /** Person-years of a role from which a rate of exits is told. */
  minimumPersonYears: 10,
};

export type StaffDisparitySettings = typeof staffDisparityDefaults;

/**
 * Dimensions of the working conditions; `better`: more of it is better (1), worse (-1), or neither (0: shown, never judged). A variable part
 * of the pay is chance and risk at once.
 */
export const DIMENSIONS = [
  { key: 'pay', better: 1 },
  { key: 'training', better: 1 },
  { key: 'trained', better: 1 },
  { key: 'recognition', better: 1 },
  { key: 'limit', better: 1 },
  { key: 'turnover', better: -1 },
  { key: 'variable', better: 0 },
] as const;
export type DimensionKey = (typeof DIMENSIONS)[number]['key'];

/** Dimensions from which the geometric mean is worth showing beside the profile. */
export const COMPOSITE_LEAST = 3;

/** Persons count as part-time below this part of a full-time post. */
export const PART_TIME_BELOW = 0.9;
