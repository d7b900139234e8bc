export const RECOMMENDATION_DEFAULTS = {
  /** What a newcomer is given beyond what the customer who brought one is given, in money: it matters. */
  relevantGap: 10,
  /** Points of the net promoter score by which existing customers lie below newcomers: it matters. */
  relevantPoints: 10,
  minimumAnswers: 100,
  /** Of newcomers, and of existing customers, each. */
  minimumAnswersEach: 50,
  minimumKnownSource: 100,
  /** Newcomers whose recommender is known. */
  minimumBrought: 30,
  /** Recommended newcomers with twelve months behind them. */
  minimumFollowed: 30,
  /** How long a customer is followed to count whom he or she brings: one turn of recommendations. */
  cycleMonths: 36,
};
export type RecommendationSettings = typeof RECOMMENDATION_DEFAULTS;
