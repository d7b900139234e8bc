export const LOYALTIES_DEFAULTS = {
  /** Points out of 100 by which one loyalty lies below the mean of the other three: it matters. */
  relevantLag: 8,
  /** Odds of leaving, ten points less of the weakest loyalty against as many more, at an equal mean: it matters. */
  relevantOdds: 1.1,
  /** A customer's weakest loyalty lies this far below the other three: such customers are listed. */
  listedLag: 30,
  minimumRespondents: 100,
  minimumExits: 200,
  minimumBehaviour: 300,
  /** Lower reliability of a scale: its items are read one by one and give no level. */
  minimumAlpha: 0.7,
};
export type LoyaltiesSettings = typeof LOYALTIES_DEFAULTS;
