export const PENALTY_DEFAULTS = {
  /** A smaller mean gap does not matter (share of the newcomer's price). */
  relevantGap: 0.02,
  /** A customer pays clearly more (or less) from this gap on; the people behind the number are those. */
  clearlyMore: 0.05,
  minimumExisting: 30,
  minimumNewcomers: 30,
  /** Below this overlap the claim is restricted to the comparable customers ... */
  goodOverlap: 0.8,
  /** ... and below this one it is refused. */
  leastOverlap: 0.4,
};
export type PenaltySettings = typeof PENALTY_DEFAULTS;

export const BANDS = ['0', '1', '2', '3-4', '5-8', '9+'] as const;

/** The band that a completed contract year belongs to. */
export function bandOf(year: number): (typeof BANDS)[number] {
  if (year < 1) return '0';
  if (year < 2) return '1';
  if (year < 3) return '2';
  if (year < 5) return '3-4';
  return year < 9 ? '5-8' : '9+';
}
