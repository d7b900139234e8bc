export const nagPremiumDefaults = {
  /** Smallest premium of asking that matters, money a year. */
  relevantPremium: 10,
  minimumAsks: 50,
  minimumControls: 200,
  /** Asks followed up that statements on asking again need. */
  minimumRepeat: 100,
  /** Asks of others that a team needs before its leniency is told. */
  minimumPerTeam: 10,
  /** Share of asks with a silent counterpart below which nothing is said. */
  minimumOverlap: 0.4,
  /** ... and below which the claim holds for the overlap only. */
  fullOverlap: 0.8,
};

export type NagPremiumSettings = typeof nagPremiumDefaults;
