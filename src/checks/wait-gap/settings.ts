export const waitGapDefaults = {
  /** Smallest gap in the mean wait that matters, in seconds. */
  relevantGapSeconds: 30,
  /** A wait that customers remember, in seconds. */
  longWaitSeconds: 600,
  minimumContacts: 100,
  minimumDays: 20,
  /** Contacts of a group from which the slowest tenth can be told. */
  minimumForP90: 300,
  /** Newcomers' contacts that a cell of equal hour, day, channel and topic needs to compare with. */
  minimumPerStratum: 3,
  /** Compared contacts of either group from which a topic has curves of its own; topics with fewer share them. */
  minimumPerCurve: 30,
  /** Share of existing customers' contacts with a counterpart below which nothing is said. */
  minimumOverlap: 0.4,
  /** ... and below which the claim holds for the overlap only. */
  fullOverlap: 0.8,
  /** Share of unknown callers from which the answer must hold whoever they are. */
  unknownTolerated: 0.2,
};

export type WaitGapSettings = typeof waitGapDefaults;
