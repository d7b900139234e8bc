import { z } from 'zod';
import type { Answer, KnownTruth } from './company-result.ts';
import type { Comparison } from './comparisons.ts';

const ByRole = z.object({ acquisition: z.number(), care: z.number() });
const Planted = z.looseObject({
  G13: z.looseObject({
    on: z.boolean(),
    payRatio: z.number(),
    trainingHours: ByRole,
    careNeverTrained: z.number(),
    recognitionRatio: z.number(),
    yearlyTurnover: ByRole,
    limitCents: ByRole,
    neutral: z.looseObject({ neverTrained: z.number() }),
  }),
  G14: z.looseObject({
    on: z.boolean(),
    windows: z.array(z.tuple([z.number(), z.number()])),
    cold: z.number(),
    warm: z.number(),
    weakShare: z.number(),
    weakRatio: z.number(),
  }),
});
type Planted = z.infer<typeof Planted>;

const planted = (read: (found: Planted) => number) => (truth: KnownTruth) => {
  const found = Planted.safeParse(truth['parameters']);
  return found.success ? read(found.data) : null;
};
const stratum = (key: string) => (answer: Answer) => answer.strata.find((one) => one.key === key)?.effect ?? null;

/** How the simulator hands over: in person, on paper only, the rest not at all. */
const [WARM, COLD] = [0.35, 0.45];

/** Mean over ties and handovers of the planted odds in the window that ends with a month; 1 where nothing is planted. */
const meanOdds =
  (until: number) =>
  ({ G14 }: Planted): number => {
    const window = G14.windows.find(([month]) => month === until);
    if (!G14.on || window === undefined) return 1;
    const handed = WARM * G14.warm + COLD * G14.cold + 1 - WARM - COLD;
    return (1 - G14.weakShare) * window[1] * handed + G14.weakShare * G14.weakRatio;
  };

const after = (key: string, until: number): Comparison => ({
  check: 'contact-person-change',
  what: `risk of leaving in months ${key} after a change, as a multiple`,
  unit: 'number',
  estimate: stratum(`window:${key}`),
  truth: planted(meanOdds(until)),
  alike: ['C'],
  differs:
    'truth: odds of a single customer; check: of a base of very unlike customers, in which ratios come out smaller',
});

const ratioOf = (key: string, what: string, read: (staff: Planted['G13']) => number): Comparison => ({
  check: 'staff-disparity',
  what: `${what}, care over acquisition`,
  unit: 'number',
  estimate: stratum(key),
  truth: planted(({ G13 }) => (G13.on ? read(G13) : 1)),
  alike: ['A', 'B', 'C', 'D'],
  differs: '',
});

export const COMPARISONS_D4: readonly Comparison[] = [
  ratioOf('pay', 'pay', ({ payRatio }) => payRatio),
  ratioOf('training', 'hours of training', ({ trainingHours }) => trainingHours.care / trainingHours.acquisition),
  ratioOf(
    'trained',
    'ever trained in service',
    ({ careNeverTrained, neutral }) => (1 - careNeverTrained) / (1 - neutral.neverTrained),
  ),
  ratioOf('recognition', 'recognition', ({ recognitionRatio }) => recognitionRatio),
  ratioOf('limit', 'decision limit', ({ limitCents }) => limitCents.care / limitCents.acquisition),
  ratioOf('turnover', 'turnover', ({ yearlyTurnover }) => yearlyTurnover.care / yearlyTurnover.acquisition),
  after('1-3', 3),
  after('4-6', 6),
  after('7-12', 12),
];
