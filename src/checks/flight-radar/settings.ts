export const RADAR_DEFAULTS = {
  /** Share of the expected exits that goes with what the company does, from which on it matters. */
  relevantShare: 0.05,
  /** Exits from which on a model is made; below there is no ranking of anybody. */
  minimumModelExits: 200,
  /** Exits from which on rates are told. */
  minimumTableExits: 50,
  /** Exits in the months kept back for the test. */
  minimumTestExits: 20,
  /** Share of a kind of event that is followed by the exit within three months, from which on it knows the exit already. */
  leakShare: 0.5,
  leakEvents: 20,
};
export type RadarSettings = typeof RADAR_DEFAULTS;
