export const momentsOfTruthDefaults = {
  /** Smallest loss of the overall judgement that matters, in points of ten. */
  relevantLoss: 0.3,
  /** Months of surveys that are used: how much an experience weighs changes more slowly than how often it occurs. */
  surveyMonths: 60,
  /** Days before an overall judgement, or a rating, in which another experience counts for it. */
  experienceDays: 180,
  minimumAnswers: 100,
  /** Ratings from which a touchpoint is judged. */
  minimumRatings: 30,
  /** Disappointed, or delighted, ratings from which their share in the judgement is estimated. */
  minimumEvents: 10,
  /** Touchpoints from which the mood common to all answers of a person can be told from one experience. */
  minimumForMood: 8,
  falseDiscoveryRate: 0.1,
  /** Months after a rating in which leaving counts for it. */
  followMonths: 12,
  /** Rate of leaving after a disappointment, as a multiple, from which it matters: a disappointment is rare, so less moves few. */
  relevantRatio: 1.5,
  /** Points of ten that a mood common to all answers hardly makes: answers that spread by 2 and go together by a half come to less. */
  lossBeyondMood: 2,
  /** Ratio that a mood common to all ratings hardly makes: customers three times as likely to leave and to rate low come to 1.7. */
  ratioBeyondMood: 2,
  /** Ratings with a known stay after them from which leaving after them is told. */
  minimumFollowed: 100,
  /** Departures on either side, seen or to be expected. */
  minimumDepartures: 10,
  /** Share of the time after disappointments with okay ratings to compare with, below which nothing is said, and below which it is noted. */
  minimumOverlap: 0.4,
  fullOverlap: 0.8,
};

export const DAYS_A_YEAR = 365.25;

export type MomentsOfTruthSettings = typeof momentsOfTruthDefaults;
