export const unresolvedCasesDefaults = {
  /** Days within which another contact about the same topic counts as a return. */
  returnDays: 7,
  /** Contacts this soon after one another are one contact: transfers, dropped lines, a case opened during the call. */
  sameContactHours: 1,
  /** Share of the cases with a contact on record at their hour or within the next day, from which on contacts open the cases. */
  openingsLogged: 0.75,
  /** Smallest difference in the share that returns that matters. */
  relevantGap: 0.05,
  /** Share of returns that is put up with where no newcomers are there to compare with. */
  toleratedReturn: 0.3,
  minimumCases: 100,
  /** Newcomers' matters that a topic needs to compare with. */
  minimumPerStratum: 3,
  minimumOverlap: 0.4,
  fullOverlap: 0.8,
};

export type UnresolvedCasesSettings = typeof unresolvedCasesDefaults;
