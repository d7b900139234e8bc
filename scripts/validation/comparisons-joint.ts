import { z } from 'zod';
import type { KnownTruth } from './company-result.ts';
import type { Comparison } from './comparisons.ts';

const Counterfactual = z.looseObject({
  exits: z.looseObject({ expected: z.number(), attributable: z.number() }),
  lossEuro: z.looseObject({ attributable: z.number() }),
});
const known = ({ counterfactual }: KnownTruth) => Counterfactual.safeParse(counterfactual).data ?? null;
const shareOf = (found: z.infer<typeof Counterfactual> | null) =>
  found === null || found.exits.expected === 0 ? null : found.exits.attributable / found.exits.expected;

const joint = {
  check: 'joint-attribution',
  estimate: () => null,
  alike: ['A', 'B', 'C', 'D'],
  differs: '',
} satisfies Partial<Comparison>;

/** The headline total: people with two causes are counted once. */
export const COMPARISONS_JOINT: readonly Comparison[] = [
  {
    ...joint,
    what: 'share of the exits of twelve months that goes with what the company did',
    unit: 'percent',
    ofReport: (report) => report.joint?.share ?? null,
    truth: (truth) => shareOf(known(truth)),
  },
  {
    ...joint,
    what: 'exits that go with it',
    unit: 'number',
    ofReport: (report) => report.joint?.exits ?? null,
    truth: (truth) => known(truth)?.exits.attributable ?? null,
  },
  {
    ...joint,
    what: 'value that left with them',
    unit: 'money',
    ofReport: (report) => report.joint?.money ?? null,
    truth: (truth) => known(truth)?.lossEuro.attributable ?? null,
  },
];
