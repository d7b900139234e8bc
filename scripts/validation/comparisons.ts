import type { Answer, CompanyResult, KnownTruth, WorldName } from './company-result.ts';
import { COMPARISONS_D1 } from './comparisons-d1.ts';
import { COMPARISONS_D2 } from './comparisons-d2.ts';
import { COMPARISONS_D3 } from './comparisons-d3.ts';
import { COMPARISONS_D4 } from './comparisons-d4.ts';
import { COMPARISONS_D5 } from './comparisons-d5.ts';
import { COMPARISONS_D6 } from './comparisons-d6.ts';
import { COMPARISONS_D7 } from './comparisons-d7.ts';
import { COMPARISONS_JOINT } from './comparisons-joint.ts';

type Quantity = NonNullable<Answer['effect']>;
/** An estimate with its interval; null sides are unbounded. */
type Interval = Pick<Quantity, 'value' | 'low' | 'high'>;

/** A number of a check beside the number of truth.json that it should be. */
export interface Comparison {
  readonly check: string;
  readonly what: string;
  readonly unit: 'percent' | 'seconds' | 'months' | 'money' | 'number';
  readonly estimate: (answer: Answer) => Interval | null;
  /** Instead of `estimate`, for a number that no single check gives. */
  readonly ofReport?: (report: CompanyResult['report']) => Interval | null;
  /** null: nothing to be compared with in this company. */
  readonly truth: (truth: KnownTruth) => number | null;
  /** Worlds in which both mean the same; there bias and coverage are told. */
  readonly alike: readonly WorldName[];
  /** Where they do not: what differs. */
  readonly differs: string;
}

const EVERYWHERE: readonly WorldName[] = ['A', 'B', 'C', 'D'];
const effect = (answer: Answer) => answer.effect;
const detail = (key: string) => (answer: Answer) => answer.details.find((one) => one.key === key)?.quantity ?? null;
const stratum = (key: string) => (answer: Answer) => answer.strata.find((one) => one.key === key)?.effect ?? null;
const price = (name: string) => (truth: KnownTruth) => truth.realised.prices[name] ?? null;
const again = (cell: string) => (truth: KnownTruth) => truth.realised.repurchase[cell] ?? null;

const topicGap = (topic: string): Comparison => ({
  check: 'wait-gap',
  what: `gap in the topic ${topic}`,
  unit: 'seconds',
  estimate: stratum(`topic:${topic}`),
  truth: ({ realised: { waits } }) => {
    const found = waits.byTopic[topic];
    return found === undefined ? null : found.customer - found.prospect;
  },
  alike: [],
  differs: 'truth: all hours, all years; check: equal hours, 24 months',
});

const halfLife = (channel: string, source: string): Comparison => ({
  check: 'customer-carousel',
  what: `half-life of those who came by ${channel} (${source})`,
  unit: 'months',
  estimate: stratum(`channel:${channel}`),
  truth: ({ realised }) => realised.halfLifeMonths[source] ?? null,
  alike: [],
  differs: 'truth: month of the decision to leave; check: last day of the contract',
});

const RAN_OUT =
  'truth: terms that ran out; check: who left before then did not buy again, and another product counts as bought';

const rate = (key: string, cell: string): Comparison => ({
  check: 'after-sales-neglect',
  what: `bought again, satisfied with sale/after-sales ${cell}`,
  unit: 'percent',
  estimate: detail(`rate_${key}`),
  truth: again(cell),
  alike: [],
  differs: RAN_OUT,
});

/** Every comparison there is; a check that is not named here has no truth to be compared with. */
export const COMPARISONS: readonly Comparison[] = [
  {
    check: 'loyalty-penalty',
    what: 'mean price gap of existing customers',
    unit: 'percent',
    estimate: effect,
    truth: price('meanGapShare'),
    alike: ['C'],
    differs: 'truth: every party that is there; check: contracts of a year and more',
  },
  {
    check: 'loyalty-penalty',
    what: 'overpaid a year (transfer)',
    unit: 'money',
    estimate: (answer) => answer.money.transfer,
    truth: ({ off, counterfactual }) => (off.includes('G1') ? null : counterfactual.transferEuroPerYear),
    alike: ['A'],
    differs: 'nobody pays more; what is above is the rounding of cents',
  },
  {
    check: 'loyalty-penalty',
    what: 'share that pays at least 5 % more',
    unit: 'percent',
    estimate: detail('shareAbove'),
    truth: price('shareAbove5Percent'),
    alike: ['C'],
    differs: 'truth: parties; check: contracts of a year and more',
  },
  {
    check: 'price-walking',
    what: 'mean step of a renewal beyond the newcomer price',
    unit: 'percent',
    estimate: effect,
    truth: price('walkPerLaterRenewal'),
    alike: [],
    differs:
      'truth: from the second renewal on; check: all renewals, and leavers are priced by the risk class of their last contract year',
  },
  {
    check: 'price-walking',
    what: 'step at the first renewal',
    unit: 'percent',
    estimate: stratum('renewal:1'),
    truth: price('walkAtFirstRenewal'),
    alike: [],
    differs:
      'leavers are priced by the risk class of their last contract year, which was a dearer one; in B prices are negotiated',
  },
  {
    check: 'wait-gap',
    what: 'gap of the mean wait at equal hour and topic',
    unit: 'seconds',
    estimate: effect,
    // Without G4 both lines wait under one law; what is left of the counted gap comes from the hours, which the check holds equal.
    truth: ({ off, realised }) => (off.includes('G4') ? 0 : realised.waits.standardisedGapSeconds),
    alike: ['C'],
    differs: 'truth: topics equal, all hours, all years; check: hours equal too, 24 months',
  },
  topicGap('tariff_advice'),
  topicGap('invoice_question'),
  topicGap('technical_check'),
  halfLife('web', 'bait'),
  halfLife('portal', 'portal'),
  halfLife('shop', 'organic'),
  {
    check: 'customer-carousel',
    what: 'share that leaves of its own will in a year',
    unit: 'percent',
    estimate: detail('lossRate'),
    truth: ({ realised }) => realised.yearlyVoluntaryExitShare['2025'] ?? null,
    alike: [],
    differs: 'truth: calendar year 2025, per customer-year; check: the last twelve months',
  },
  {
    check: 'after-sales-neglect',
    what: 'difference that after-sales makes to repurchase',
    unit: 'percent',
    estimate: effect,
    truth: ({ realised: { repurchase } }) =>
      ((repurchase['yes/yes'] ?? 0) +
        (repurchase['no/yes'] ?? 0) -
        (repurchase['yes/no'] ?? 0) -
        (repurchase['no/no'] ?? 0)) /
      2,
    alike: [],
    differs: RAN_OUT,
  },
  rate('yesYes', 'yes/yes'),
  rate('noYes', 'no/yes'),
  rate('yesNo', 'yes/no'),
  rate('noNo', 'no/no'),
  {
    check: 'after-sales-neglect',
    what: 'correlation of the two answers',
    unit: 'number',
    estimate: detail('halo'),
    truth: ({ realised }) => realised.haloPhi,
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'base-value',
    what: 'share of the margin that existing customers bring',
    unit: 'percent',
    estimate: detail('existingValueShare'),
    truth: ({ realised }) => realised.marginShareOfExisting,
    alike: [],
    differs: 'truth: calendar year 2025, with those who left in it; check: twelve months, customers of today',
  },
  ...COMPARISONS_D1,
  ...COMPARISONS_D2,
  ...COMPARISONS_D4,
  ...COMPARISONS_D3,
  ...COMPARISONS_D5,
  ...COMPARISONS_D6,
  ...COMPARISONS_D7,
  ...COMPARISONS_JOINT,
];

/** The mechanism whose presence a check should find. */
export const MECHANISM_OF: Readonly<Record<string, string>> = {
  'loyalty-penalty': 'G1',
  'price-walking': 'G1',
  'offer-lockout': 'G2',
  'wait-gap': 'G4',
  'nag-premium': 'G6',
  'silent-overpayment': 'G1',
  'contact-drought': 'G5',
  'spend-imbalance': 'G12',
  'bait-offer': 'G10',
  'customer-carousel': 'G10',
  'courtship-drop': 'G5',
  'care-coverage': 'G25',
  'staff-disparity': 'G13',
  'contact-person-change': 'G14',
  'after-sales-neglect': 'G15',
  'rule-corset': 'G16',
  'moments-of-truth': 'G17',
  'network-contagion': 'G20',
  'flight-radar': 'G14',
  'reward-effect': 'G21',
  'promise-gap': 'G22',
  'public-voice': 'G23',
  'value-gradient': 'G3',
  'four-loyalties': 'G18',
  // Whoever brings a newcomer is thanked less than a newcomer is baited: it is the bait that is planted.
  recommendation: 'G2',
};

/** Checks that should say "reversed" in world D; the others cannot be reversed or nothing is reversed for them. */
export const REVERSED_IN_D: readonly string[] = ['loyalty-penalty', 'value-gradient', 'wait-gap', 'silent-overpayment'];
