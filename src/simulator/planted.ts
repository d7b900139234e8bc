/** The mechanisms that can be planted, by number. */
export const MECHANISMS = [
  'G1',
  'G2',
  'G3',
  'G4',
  'G5',
  'G6',
  'G7',
  'G8',
  'G9',
  'G10',
  'G11',
  'G12',
  'G13',
  'G14',
  'G15',
  'G16',
  'G17',
  'G18',
  'G19',
  'G20',
  'G21',
  'G22',
  'G23',
  'G24',
  'G25',
  'G26',
] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** Sources through which customers arrive, in the order of the arrays below. */
export const SOURCES = ['portal', 'bait', 'organic', 'recommendation', 'winback'] as const;
export type Source = (typeof SOURCES)[number];

const everySource = (portal: number, bait: number, organic: number, recommendation: number, winback: number) => ({
  portal,
  bait,
  organic,
  recommendation,
  winback,
});

/**
 * What world A plants. `strength` scales the effect; off means the neutral value beside it, never a gap in the data.
 * Money in cents, shares 0..1, waits in seconds, effects on the monthly logit of leaving unless a name says otherwise.
 */
export const PLANTED = {
  G1: {
    title: 'price walking',
    on: true,
    strength: 1,
    yearlyRate: 0.035,
    firstRenewal: 2,
    cap: 0.28,
    ratePerAttention: -0.01,
    exitPerGap: 1.6,
  },
  G2: {
    title: 'new-only offers',
    on: true,
    strength: 1,
    bonusCents: [12_000, 15_000, 18_000],
    regionsShare: 0.4,
    introDiscount: 0.18,
    introMonths: 12,
    introBonusCents: 12_000,
    newcomerMonths: 24,
  },
  G3: { title: 'conditions gradient', on: true, strength: 1, valueExponent: -0.5, yearlyShare: 0.35, giftCents: 1_800 },
  G4: {
    title: 'two queues',
    on: true,
    strength: 1,
    salesWaitSeconds: 45,
    serviceWaitSeconds: 450,
    neutralWaitSeconds: 240,
    salesTechnicalWaitSeconds: 880,
    serviceTechnicalWaitSeconds: 1285,
    neutralTechnicalWaitSeconds: 1000,
    patienceSeconds: 360,
    longWaitSeconds: 600,
    exitAfterLongWait: 0.3,
    longWaitMonths: 2,
  },
  G5: {
    title: 'only burdens after sale',
    on: true,
    strength: 1,
    courtshipPerYear: 1.8,
    afterPerYear: 0.15,
    courtshipDays: 90,
    sellingBeforePerYear: 3,
    sellingAfterPerYear: 1.2,
    rememberedShare: 0.565,
    everThoughtOfShare: 0.8,
    droughtMonths: 12,
    exitInDrought: 0.22,
  },
  G6: {
    title: 'nagging pays',
    on: true,
    strength: 1,
    unaskedPerYear: 0.03,
    grantedByAsk: [0.45, 0.7, 0.85],
    sizePerPrice: 0.12,
    centsPerAsk: 900,
    nagPerGap: 2.5,
    months: 12,
  },
  G7: { title: 'nag learning', on: true, strength: 1, rewardedHazardRatio: 1.6, leniency: 0.12 },
  G8: {
    title: 'silent overpayers',
    on: true,
    strength: 1,
    gapAbove: 0.1,
    noticeHazardRatio: 2.2,
    months: 3,
  },
  G9: {
    title: 'sleeping dogs',
    on: true,
    strength: 1,
    smallGapBelow: 0.08,
    smallGapEffect: 0.015,
    largeGapAbove: 0.15,
    largeGapEffect: -0.025,
    months: 3,
    treatedShare: 0.5,
  },
  G10: {
    title: 'bait cohorts',
    on: true,
    strength: 1,
    halfLifeMonths: everySource(22, 17, 48, 66, 22),
    // Fitted so that the half-lives above come out with every other mechanism of world A on.
    logit: everySource(-0.5, -0.9, 1.5, 1.05, -0.5),
    termEndLogit: everySource(3.25, 4.1, 0, 0, 3.25),
    // Felt from the last months of the first term until then, and for some months less and less.
    termEndFromMonth: 11,
    termEndUntilMonth: everySource(25, 19, 25, 25, 25),
    termEndFadesMonths: 2,
    rejoinShareOfBait: 0.11,
    rejoinWithinMonths: 12,
    identityKept: 0.85,
  },
  G11: { title: 'back door', on: true, strength: 1, hazardRatio: 1.15, months: 2, exposedShare: 0.6 },
  G12: { title: 'spend', on: true, strength: 1, acquisitionShare: 0.71, neutralAcquisitionShare: 0.15 },
  G13: {
    title: 'staff gap',
    on: true,
    strength: 1,
    payRatio: 0.62,
    trainingHours: { acquisition: 40, care: 10 },
    careNeverTrained: 0.46,
    recognitionRatio: 0.2,
    yearlyTurnover: { acquisition: 0.09, care: 0.24 },
    limitCents: { acquisition: 50_000, care: 2_500 },
    neutral: { trainingHours: 24, neverTrained: 0.12, yearlyTurnover: 0.12, limitCents: 20_000 },
  },
  G14: {
    title: 'change of contact person',
    on: true,
    strength: 1,
    windows: [
      [3, 1.8],
      [6, 1.4],
      [12, 1.1],
    ],
    cold: 1.3,
    warm: 0.8,
    weakShare: 0.3,
    weakRatio: 0.9,
  },
  G15: {
    title: 'sales and after-sales',
    on: true,
    strength: 1,
    yesYes: 0.88,
    noYes: 0.41,
    yesNo: 0.17,
    noNo: 0.05,
    halo: 0.3,
    satisfiedSale: 0.75,
    satisfiedAfter: 0.6,
    neutral: 0.62,
  },
  G16: {
    title: 'rule corset',
    on: true,
    strength: 1,
    approvalShare: 0.31,
    neutralApprovalShare: 0.06,
    medianHours: 26,
    neutralMedianHours: 3,
    rules: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'],
    idleRules: ['R3', 'R7'],
    idleGranted: 0.96,
    usefulGranted: 0.72,
    repeatAfterApproval: 0.34,
    repeatOtherwise: 0.18,
    exitUnresolved: 0.45,
    unresolvedMonths: 3,
  },
  G17: {
    title: 'moments of truth',
    on: true,
    strength: 1,
    penalties: { claim: -1.2, 'price-letter': -0.8, cancellation: -0.7, moving: -0.5 },
    delights: { 'thank-you': 0.5, 'saving-tip': 0.4 },
    exitAfterRefusal: 0.25,
  },
  G18: { title: 'four loyalties', on: true, strength: 1, perMean: 0.25, perMinimum: 0.35 },
  G19: {
    title: 'advocacy',
    on: true,
    strength: 1,
    unknownSource: 0.22,
    unknownIfReferred: 0.4,
    sayDoGap: 0.78,
    kFactor: 0.11,
    conversion: 0.3,
  },
  G20: { title: 'contagion', on: true, strength: 1, oddsRatio: 1.35, months: 3 },
  G21: {
    title: 'reward',
    on: true,
    strength: 1,
    yearlyEffect: { thanks: -0.01, upgrade: -0.016, money: -0.012 },
    moneyRebound: 0.008,
    exitIfRecognised: -0.15,
    anniversaryYear: 3,
  },
  G22: {
    title: 'promise gap',
    on: true,
    strength: 1,
    keptShare: 0.58,
    neutralKeptShare: 0.93,
    managementScore: 8.4,
    customerScore: 5.1,
    neutralScore: 7.2,
  },
  G23: { title: 'public voice', on: true, strength: 1, lagDays: 60, fakePositiveShare: 0.09, perExit: 0.06 },
  G24: { title: 'staff know', on: true, strength: 1, truePractices: 14, namedByStaff: 9, falseReports: 3 },
  G25: {
    title: 'commission stop',
    on: true,
    strength: 1,
    years: 3,
    coveredBefore: 0.71,
    coveredAfter: 0.29,
    neutralCovered: 0.5,
  },
  G26: {
    title: 'fixes',
    on: true,
    strength: 1,
    callBack: -0.3,
    welcome: 0,
    moreMail: 0.35,
    oneQueue: -0.2,
    freeze: -0.25,
    tidyLetters: 0,
  },
} as const;

type Widened<T> = T extends number
  ? number
  : T extends boolean
    ? boolean
    : T extends string
      ? string
      : { readonly [K in keyof T]: Widened<T[K]> };
export type Planted = Widened<typeof PLANTED>;

/** The same parameters with the named mechanisms switched off. */
export function without(planted: Planted, names: readonly Mechanism[]): Planted {
  const changed: Record<string, unknown> = { ...planted };
  for (const name of names) changed[name] = { ...planted[name], on: false };
  return { ...planted, ...changed };
}

/** How strongly a mechanism acts: its strength, or nothing when it is off. */
export function force(mechanism: { readonly on: boolean; readonly strength: number }): number {
  return mechanism.on ? mechanism.strength : 0;
}
