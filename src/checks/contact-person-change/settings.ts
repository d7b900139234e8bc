export const contactPersonChangeDefaults = {
  /** Months looked back; enough departures need more than the usual two years ... */
  historyMonths: 60,
  /** ... but not in a base with more stays under contact persons than this, where two years tell enough. */
  largeBase: 400_000,
  largeBaseMonths: 24,
  /** Risk of leaving after a change, as a multiple, from which it matters. */
  relevantRatio: 1.2,
  /** Leavings of customers after a change, and of those without, below which nothing is said. */
  minimumExits: 30,
  /** Persons who left, were on leave or lost their territory, below which nothing is said. */
  minimumDepartures: 10,
  /** Months of others in the same tenure, quarter and product that make a month comparable. */
  minimumPerStratum: 10,
  /** Share of comparable months below which nothing is said, and below which the claim is restricted. */
  minimumOverlap: 0.4,
  fullOverlap: 0.8,
};

export type ContactPersonChangeSettings = typeof contactPersonChangeDefaults;

/** First and last whole month after a change by window; the month of the change itself is neither before nor after. */
export const WINDOWS = [
  { state: 'c1', label: '1-3', from: 1, to: 3 },
  { state: 'c4', label: '4-6', from: 4, to: 6 },
  { state: 'c7', label: '7-12', from: 7, to: 12 },
] as const;

/** Months in which the effect of a change is looked for, and those before a departure in which there must be none. */
export const YEAR_MONTHS = 12;

/** Tenure in months from which a band begins. */
export const TENURE_EDGES = [0, 3, 6, 9, 12, 15, 18, 24, 36, 60] as const;

export const HANDOVERS = ['warm', 'cold', 'none'] as const;
