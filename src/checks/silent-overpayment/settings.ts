export const silentOverpaymentDefaults = {
  /** An overpayment counts from this share above the newcomer price ... */
  relevantGap: 0.1,
  /** ... and from this much money a year. */
  relevantMoney: 50,
  /** Share of regulars that may overpay without a finding, 0..1. */
  toleratedShare: 0.02,
  minimumRegulars: 30,
  /** Fewer people than this are no finding, and are not shown. */
  minimumPeople: 30,
  /** Share of regulars with a known newcomer price below which nothing is said. */
  minimumOverlap: 0.4,
  /** ... and below which the claim holds for those only. */
  fullOverlap: 0.8,
  /** Asks or departures that a statement on waking needs, and of those such as fall into a time after a notice. */
  minimumEvents: 20,
  minimumEventsAfter: 5,
  /** Regulars' months after a notice that it needs. */
  minimumMonthsAfter: 150,
  /** Years before the audit in which waking is looked for. */
  wakingYears: 5,
};

export type SilentOverpaymentSettings = typeof silentOverpaymentDefaults;
