export const COURTSHIP_DEFAULTS = {
  /** Smallest drop that matters: a quarter of the contacts before signature, 0..1. */
  relevantDrop: 0.25,
  /** Signatures with at least one courting contact before. */
  minimumSignatures: 100,
  /** People who never signed from which their course can be compared. */
  minimumProspects: 100,
  /** Below this share of signatures with any contact on record before, more contacts afterwards may only mean a log that begins late. */
  minimumLoggedBefore: 0.5,
  /** People courted before as a share of those courted afterwards, below which as many contacts in all do not clear. */
  minimumCourtedBefore: 0.8,
};
export type CourtshipSettings = typeof COURTSHIP_DEFAULTS;

/** Days before and after signature that are compared. */
export const COURTSHIP_DAYS = 90;
/** Spans of thirty days around the signature that are drawn: -3 ends the day before, 0 begins the day after. */
export const SPAN_DAYS = 30;
export const SPANS: readonly number[] = [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
