export const DROUGHT_DEFAULTS = {
  /** Smallest gap in giving contacts a year that matters: one contact in three years and a bit. */
  relevantGap: 0.3,
  /** Below this share of existing customers without a giving contact in twelve months nobody speaks of a drought. */
  toleratedDrought: 0.1,
  minimumExisting: 50,
  minimumNewcomers: 50,
  minimumContacts: 200,
  /** Customer-years of newcomers that a group of equal product and consent needs to compare with. */
  minimumStratumYears: 1,
  /** Share of existing customers' time with a counterpart below which nothing is said. */
  minimumOverlap: 0.4,
  /** ... and below which the claim holds for the overlap only. */
  fullOverlap: 0.8,
  /** Share of contacts with a recognised kind from which no giving contact means that none was made. */
  recognisedShare: 0.8,
  /** Existing customers' burdens as a share of those at the newcomers' rate, below which the log does not know existing customers. */
  minimumBurdens: 0.05,
  /** Logged share of the expected invoices below which burdens are understated enough to say so. */
  completeInvoices: 0.95,
};
export type DroughtSettings = typeof DROUGHT_DEFAULTS;

/** Gaps between two invoices that are told apart, in months. */
export const INVOICE_GAPS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 18, 24];
/** Months of drought from which no finer step is drawn. */
export const LONGEST_DROUGHT = 48;
/** Months after signature that the race between the first burden and the first giving contact is followed. */
export const RACE_MONTHS = 36;
