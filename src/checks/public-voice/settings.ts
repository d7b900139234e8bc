export const publicVoiceDefaults = {
  /** Share of customers' mentions that complain of how existing customers are treated, from which on it matters. */
  relevantShare: 0.2,
  minimumMentions: 30,
  /** Stars of five lost in a year from which on a fall matters: less is how moods and seasons sway. */
  relevantFall: 0.3,
  /** Months with ratings from which a trend is told: in less than a year it may be the season. */
  minimumMonths: 12,
  /** Mentions of a reason from which it is listed; they are public, so the least cell of customers does not bind. */
  minimumPerReason: 5,
  /** Mentions younger than this may still be replied to, in days. */
  replyDays: 14,
};

export type PublicVoiceSettings = typeof publicVoiceDefaults;
