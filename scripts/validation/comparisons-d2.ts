import { z } from 'zod';
import type { Answer, KnownTruth } from './company-result.ts';
import type { Comparison } from './comparisons.ts';

const Realised = z.looseObject({
  contacts: z.looseObject({
    droughtShare: z.number(),
    onlyBurdenShare: z.number(),
    givingAfterOverBefore: z.number(),
    sellingAfterOverBefore: z.number(),
  }),
  coverage: z.looseObject({ commissionRunning: z.number(), commissionEnded: z.number() }),
});
const Planted = z.looseObject({
  G5: z.looseObject({
    on: z.boolean(),
    courtshipPerYear: z.number(),
    afterPerYear: z.number(),
    rememberedShare: z.number(),
  }),
  G25: z.looseObject({ on: z.boolean(), years: z.number(), coveredBefore: z.number(), coveredAfter: z.number() }),
});

const realised = (read: (found: z.infer<typeof Realised>) => number) => (truth: KnownTruth) => {
  const found = Realised.safeParse(truth.realised);
  return found.success ? read(found.data) : null;
};
const planted = (read: (found: z.infer<typeof Planted>) => number | null) => (truth: KnownTruth) => {
  const found = Planted.safeParse(truth['parameters']);
  return found.success ? read(found.data) : null;
};
const effect = (answer: Answer) => answer.effect;
const detail = (key: string) => (answer: Answer) => answer.details.find((one) => one.key === key)?.quantity ?? null;

const EVERYWHERE: Comparison['alike'] = ['A', 'B', 'C', 'D'];

/** Contacts and coverage. */
export const COMPARISONS_D2: readonly Comparison[] = [
  {
    check: 'contact-drought',
    what: 'existing customers without a giving contact for a year',
    unit: 'percent',
    estimate: detail('dryShare'),
    truth: realised(({ contacts }) => contacts.droughtShare),
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'contact-drought',
    what: 'existing customers with nothing but burdens since signature',
    unit: 'percent',
    estimate: detail('onlyBurdenShare'),
    truth: realised(({ contacts }) => contacts.onlyBurdenShare),
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'contact-drought',
    what: 'giving contacts a year, newcomers less existing customers',
    unit: 'number',
    estimate: effect,
    truth: planted(({ G5 }) => (G5.on ? G5.courtshipPerYear - G5.afterPerYear - G5.rememberedShare : 0)),
    alike: ['C', 'D'],
    differs: 'truth: as planted; those in a drought leave more often, so the remembered are more among those who stay',
  },
  {
    check: 'courtship-drop',
    what: 'giving contacts after signature for one before',
    unit: 'number',
    estimate: detail('givingRatio'),
    truth: realised(({ contacts }) => contacts.givingAfterOverBefore),
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'courtship-drop',
    what: 'selling contacts after signature for one before',
    unit: 'number',
    estimate: detail('sellingRatio'),
    truth: realised(({ contacts }) => contacts.sellingAfterOverBefore),
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'care-coverage',
    what: 'contract month at which coverage drops',
    unit: 'months',
    estimate: detail('cutMonth'),
    truth: planted(({ G25 }) => (G25.on ? 12 * G25.years : null)),
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'care-coverage',
    what: 'drop of coverage at that month',
    unit: 'percent',
    estimate: effect,
    truth: planted(({ G25 }) => (G25.on ? G25.coveredBefore - G25.coveredAfter : 0)),
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'care-coverage',
    what: 'covered in the year before that month',
    unit: 'percent',
    estimate: detail('coverageBefore'),
    truth: realised(({ coverage }) => coverage.commissionRunning),
    alike: [],
    differs: 'truth: customers of today; check: those who passed that month',
  },
];
