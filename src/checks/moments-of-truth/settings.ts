export const momentsOfTruthDefaults = {
  /** Smallest loss of the overall judgement that matters, in points of ten. */
  relevantLoss: 0.3,
  /** Months of surveys that are used: how much an experience weighs changes more slowly than how often it occurs. */
  surveyMonths: 60,
  /** Days before an overall judgement in which an experience counts for it. */
  experienceDays: 180,
  minimumAnswers: 100,
  /** Ratings from which a touchpoint is judged. */
  minimumRatings: 30,
  /** Disappointed, or delighted, ratings from which their share in the judgement is estimated. */
  minimumEvents: 10,
  /** Touchpoints from which the mood common to all answers of a person can be told from one experience. */
  minimumForMood: 8,
  falseDiscoveryRate: 0.1,
};

export type MomentsOfTruthSettings = typeof momentsOfTruthDefaults;
