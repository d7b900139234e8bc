export const rewardEffectDefaults = {
  /** Smallest difference in leaving within a year that matters, 0..1. */
  relevantDifference: 0.01,
  /** Months after the drawing in which leaving is counted; who has not yet been there so long is left out. */
  followUpMonths: 12,
  /** Customers a group needs. */
  minimumPerArm: 30,
  /** Standard errors by which the groups may differ in what was known before the drawing; chance goes beyond once in 1,500 times. */
  balanceLimit: 3.4,
  /** Programmes that are told apart; smaller ones are left out and counted. */
  programmesShown: 12,
};

export type RewardEffectSettings = typeof rewardEffectDefaults;
