import type { AssessInput } from '../check.ts';

export const BAIT_DEFAULTS = {
  /** Customers won by an offer leave this many times as fast as those won without one: it matters. */
  relevantRatio: 1.25,
  /** Share of the newcomers of an offer who had left within the twelve months before: it matters. */
  relevantRejoin: 0.05,
  /** An offer falls short of an equal customer won without it by this share of what that one brings: it matters. */
  relevantShortfall: 0.25,
  minimumAdds: 100,
  minimumAtRisk: 30,
  minimumEnds: 20,
  /** Where less of their time has others who came by the same channel, channel and offer are one: it is not held equal. Where that still leaves less, nobody is compared. */
  minimumOverlap: 0.4,
  minimumFollowUpMonths: 12,
  /** Below this share of newcomers with a key that recognises them, returning under a new number is not told. */
  minimumKeyed: 0.7,
};
export type BaitSettings = typeof BAIT_DEFAULTS;
export type BaitInput = AssessInput<BaitSettings, 'stays' | 'rates' | 'scene'>;

/** Months of tenure that are kept apart; longer stays count as being there at the last one. */
export const LAST_MONTH = 60;

/** Bands of tenure in months; within a band the rate of leaving counts as constant. */
export const TENURE_EDGES = [0, 3, 6, 11, 13, 18, 24, 36, 60, 1200] as const;
export const TENURE_BANDS = TENURE_EDGES.length - 1;
