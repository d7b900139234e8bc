export const ruleCorsetDefaults = {
  /** From this share granted unchanged on, an approval adds delay and no judgement. */
  idleShare: 0.95,
  /** Share changed or refused at which an approval earns its delay; a rule is named only where the data exclude it. */
  usefulYield: 0.15,
  /** Median delay below which a rule keeps nobody waiting, in hours. */
  relevantDelayHours: 1,
  minimumApprovals: 30,
  /** Expected share of rules that are named wrongly. */
  falseDiscoveryRate: 0.1,
};

export type RuleCorsetSettings = typeof ruleCorsetDefaults;
