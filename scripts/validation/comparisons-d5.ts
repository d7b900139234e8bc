import { z } from 'zod';
import type { Answer, KnownTruth } from './company-result.ts';
import type { Comparison } from './comparisons.ts';

const Cases = z.looseObject({
  cases: z.looseObject({
    approvalShare: z.number(),
    repeatAfterApproval: z.number(),
    repeatOtherwise: z.number(),
    grantedByRule: z.record(z.string(), z.number()),
  }),
});
const Planted = z.looseObject({
  G16: z.looseObject({ on: z.boolean(), medianHours: z.number(), neutralMedianHours: z.number() }),
  G17: z.looseObject({ on: z.boolean(), penalties: z.record(z.string(), z.number()) }),
  G22: z.looseObject({ on: z.boolean(), managementScore: z.number(), customerScore: z.number() }),
});

const cases = (read: (found: z.infer<typeof Cases>['cases']) => number | undefined) => (truth: KnownTruth) => {
  const found = Cases.safeParse(truth.realised);
  return found.success ? (read(found.data.cases) ?? null) : null;
};
const planted = (read: (found: z.infer<typeof Planted>) => number) => (truth: KnownTruth) => {
  const found = Planted.safeParse(truth['parameters']);
  return found.success ? read(found.data) : null;
};
const detail = (key: string) => (answer: Answer) => answer.details.find((one) => one.key === key)?.quantity ?? null;
const stratum = (key: string) => (answer: Answer) => answer.strata.find((one) => one.key === key)?.effect ?? null;

const EVERYWHERE: Comparison['alike'] = ['A', 'B', 'C', 'D'];
const WINDOW = 'truth: all years; check: 24 months';

const granted = (rule: string): Comparison => ({
  check: 'rule-corset',
  what: `granted unchanged under ${rule}`,
  unit: 'percent',
  estimate: stratum(`rule:${rule}`),
  truth: cases(({ grantedByRule }) => grantedByRule[rule]),
  alike: EVERYWHERE,
  differs: '',
});

const returned = (what: string, key: string, read: Parameters<typeof cases>[0]): Comparison => ({
  check: 'unresolved-cases',
  what,
  unit: 'percent',
  estimate: detail(key),
  truth: cases(read),
  alike: EVERYWHERE,
  differs: '',
});

const weighs = (place: string, name: string): Comparison => ({
  check: 'moments-of-truth',
  what: `points lost when ${place} disappoints`,
  unit: 'number',
  estimate: stratum(`loss:${name}`),
  truth: planted(({ G17 }) => (G17.on ? -(G17.penalties[place] ?? 0) : 0)),
  alike: place === 'claim' ? [] : EVERYWHERE,
  differs: place === 'claim' ? 'the check bears the weight of the damage too, which the survey does not know' : '',
});

/** M14, M15 and M27. What the public says (M25) has no counted truth in truth.json. */
export const COMPARISONS_D5: readonly Comparison[] = [
  returned('came again where a permission was needed', 'returnAfterApproval', (found) => found.repeatAfterApproval),
  returned('came again where none was needed', 'returnWithoutApproval', (found) => found.repeatOtherwise),
  {
    check: 'rule-corset',
    what: 'cases that need a permission',
    unit: 'percent',
    estimate: detail('approvalShare'),
    truth: cases((found) => found.approvalShare),
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'rule-corset',
    what: 'median hours until a decision',
    unit: 'number',
    estimate: detail('medianDelay'),
    truth: planted(({ G16 }) => (G16.on ? G16.medianHours : G16.neutralMedianHours)),
    alike: EVERYWHERE,
    differs: '',
  },
  ...['R1', 'R3', 'R5', 'R7'].map(granted),
  weighs('claim', 'Schaden- und Störungsbearbeitung'),
  weighs('price-letter', 'Preisanpassungsschreiben'),
  weighs('cancellation', 'Kündigungsprozess'),
  weighs('moving', 'Umzugsservice'),
  weighs('invoice', 'Rechnung'),
  {
    check: 'promise-gap',
    what: 'how much better the management rates itself, points of ten',
    unit: 'number',
    estimate: (answer) => (answer.reference === 'selfRating' ? answer.effect : null),
    truth: planted(({ G22 }) => (G22.on ? G22.managementScore - G22.customerScore : 0)),
    alike: EVERYWHERE,
    differs: WINDOW,
  },
];
