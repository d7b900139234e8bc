export const publicVoiceDefaults = {
  /** Share of customers' mentions that complain of how existing customers are treated, from which on it matters. */
  relevantShare: 0.2,
  minimumMentions: 30,
  /** Mentions of a reason from which it is listed; they are public, so the least cell of customers does not bind. */
  minimumPerReason: 5,
  /** Mentions younger than this may still be replied to, in days. */
  replyDays: 14,
};

export type PublicVoiceSettings = typeof publicVoiceDefaults;
