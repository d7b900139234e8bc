export const promiseGapDefaults = {
  /** Share of occasions that may go wrong where a promise names no share of its own. */
  toleratedBroken: 0.1,
  /** ... and where it does. */
  toleratedBelowShare: 0.02,
  minimumOccasions: 30,
  /** Months after a promise fell due in which leaving counts for it. */
  followMonths: 12,
  /** Smallest difference of the two ratings that matters, in points of ten. */
  relevantPoints: 1,
  /** Managers are staff: no mean of fewer is shown. */
  minimumManagers: 7,
  minimumCustomers: 30,
};

export type PromiseGapSettings = typeof promiseGapDefaults;
