import { z } from 'zod';
import type { Answer, KnownTruth } from './company-result.ts';
import type { Comparison } from './comparisons.ts';

const Advocacy = z.looseObject({
  advocacy: z.looseObject({ recommendedShare: z.number(), kFactorPerThreeYears: z.number(), sayDoGap: z.number() }),
});
const Planted = z.looseObject({
  G3: z.looseObject({ on: z.boolean(), valueExponent: z.number() }),
  G18: z.looseObject({ on: z.boolean(), perMinimum: z.number() }),
  G19: z.looseObject({ conversion: z.number() }),
});

const advocacy = (read: (found: z.infer<typeof Advocacy>['advocacy']) => number) => (truth: KnownTruth) => {
  const found = Advocacy.safeParse(truth.realised);
  return found.success ? read(found.data.advocacy) : null;
};
const planted = (read: (found: z.infer<typeof Planted>) => number | null) => (truth: KnownTruth) => {
  const found = Planted.safeParse(truth['parameters']);
  return found.success ? read(found.data) : null;
};
const detail = (key: string) => (answer: Answer) => answer.details.find((one) => one.key === key)?.quantity ?? null;

/** The index of gifts that go with the square root of volume (lognormal, sigma 0.5), 2 Phi(0.25 / sqrt 2) - 1. */
const ROOT_OF_VOLUME = 0.1403162048;

/** M03, M17 and M18. */
export const COMPARISONS_D6: readonly Comparison[] = [
  {
    check: 'value-gradient',
    what: 'concentration index of gifts by value',
    unit: 'number',
    estimate: detail('index_gifts'),
    truth: planted(({ G3 }) => (G3.on ? 2 * G3.valueExponent * ROOT_OF_VOLUME : 0)),
    alike: ['A', 'C', 'D'],
    differs: 'few customers, thus few gifts',
  },
  {
    check: 'value-gradient',
    what: 'concentration index of the price beside the newcomer price',
    unit: 'number',
    estimate: detail('index_price'),
    truth: () => 0,
    alike: ['A', 'C', 'D'],
    differs: 'prices are negotiated',
  },
  {
    check: 'four-loyalties',
    what: 'odds of leaving within a year per ten points less of the weakest loyalty',
    unit: 'number',
    estimate: detail('weakestOdds'),
    truth: planted(({ G18 }) => (G18.on ? Math.exp(G18.perMinimum) : 1)),
    alike: ['C'],
    differs: 'truth: of the true level, a month; check: of the answered level, twelve months',
  },
  {
    check: 'recommendation',
    what: 'newcomers who came by recommendation (interval: what the unknown leave open)',
    unit: 'percent',
    estimate: detail('referralRate'),
    truth: advocacy((found) => found.recommendedShare),
    alike: [],
    differs: 'value: newcomers of known source, 24 months; truth: all, all years; only the bounds can hold it',
  },
  {
    check: 'recommendation',
    what: 'recommendations that became a contract',
    unit: 'percent',
    estimate: detail('conversion'),
    truth: planted(({ G19 }) => G19.conversion),
    alike: [],
    differs: 'check: recommendations on record, of which the unsuccessful are complete and the successful are not',
  },
  {
    check: 'recommendation',
    what: 'newcomers brought per customer in three years (K)',
    unit: 'number',
    estimate: detail('kFactor'),
    truth: advocacy((found) => found.kFactorPerThreeYears),
    alike: [],
    differs: 'truth: all years; check: 24 months, when there were more customers',
  },
  {
    check: 'recommendation',
    what: 'promoters without a deed',
    unit: 'percent',
    estimate: detail('sayDoGap'),
    truth: advocacy((found) => found.sayDoGap),
    alike: [],
    differs: 'truth: deeds until the answer; check: until the day of the audit',
  },
];
