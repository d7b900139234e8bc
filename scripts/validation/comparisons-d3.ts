import { z } from 'zod';
import type { KnownTruth } from './company-result.ts';
import type { Comparison } from './comparisons.ts';

const Asks = z.looseObject({ share: z.number(), meanEuro: z.number() });
const Realised = z.looseObject({
  concessions: z.looseObject({ ask1: Asks, ask2: Asks, ask3: Asks }),
  prices: z.looseObject({ silentOverpayerShare: z.number() }),
});
const Planted = z.looseObject({
  G7: z.looseObject({ rewardedHazardRatio: z.number() }),
  G8: z.looseObject({ noticeHazardRatio: z.number() }),
});

const realised = (read: (found: z.infer<typeof Realised>) => number) => (truth: KnownTruth) => {
  const found = Realised.safeParse(truth.realised);
  return found.success ? read(found.data) : null;
};
/** A planted ratio, 1 where its mechanism is off. */
const ratio = (mechanism: 'G7' | 'G8', read: (found: z.infer<typeof Planted>) => number) => (truth: KnownTruth) => {
  const found = Planted.safeParse(truth['parameters']);
  if (!found.success) return null;
  return truth.off.includes(mechanism) ? 1 : read(found.data);
};
const detail =
  (key: string): Comparison['estimate'] =>
  (answer) =>
    answer.details.find((one) => one.key === key)?.quantity ?? null;

const EVERYWHERE: Comparison['alike'] = ['A', 'B', 'C', 'D'];

const granted = (ask: 1 | 2 | 3): Comparison => ({
  check: 'nag-premium',
  what: `share granted at ask ${ask === 3 ? 'three and on' : ask}`,
  unit: 'percent',
  estimate: detail(`granted${ask}`),
  truth: realised(({ concessions }) => concessions[`ask${ask}`].share),
  alike: EVERYWHERE,
  differs: '',
});

/** Asking, keeping silent and being thanked. */
export const COMPARISONS_D3: readonly Comparison[] = [
  granted(1),
  granted(2),
  granted(3),
  {
    check: 'nag-premium',
    what: 'what the first ask earns',
    unit: 'money',
    estimate: ({ strata }) => strata.find(({ key }) => key === 'ask:1')?.effect ?? null,
    truth: realised(({ concessions: { ask1 } }) => ask1.share * ask1.meanEuro),
    alike: [],
    differs: 'truth: prices of all years, nothing taken off for the silent; check: 24 months, less what the silent get',
  },
  {
    check: 'nag-premium',
    what: 'rate of asking again after a granted ask over that after a refused one',
    unit: 'number',
    estimate: detail('askAgainRatio'),
    truth: ratio('G7', ({ G7 }) => G7.rewardedHazardRatio),
    alike: ['A'],
    differs: 'hardly an ask is granted',
  },
  {
    check: 'silent-overpayment',
    what: 'silent overpayers among existing customers',
    unit: 'percent',
    estimate: detail('shareOfExisting'),
    truth: realised(({ prices }) => prices.silentOverpayerShare),
    alike: ['C'],
    differs:
      'truth: of every party, any amount, silent means no ask; check: existing customers, 50 a year and more, no complaint either',
  },
  {
    check: 'silent-overpayment',
    what: 'asks of overpaying regulars after a letter, over other times',
    unit: 'number',
    estimate: detail('askRatio'),
    truth: ratio('G8', ({ G8 }) => G8.noticeHazardRatio),
    alike: ['A'],
    differs: 'nobody overpays',
  },
  {
    check: 'silent-overpayment',
    what: 'departures of silent overpayers after a letter, over other times',
    unit: 'number',
    estimate: detail('exitRatio'),
    truth: ratio('G8', ({ G8 }) => G8.noticeHazardRatio),
    alike: ['A'],
    differs: 'nobody overpays',
  },
  {
    check: 'reward-effect',
    what: 'fewer departures within a year among those thanked (anniversary)',
    unit: 'percent',
    estimate: ({ reference, effect }) => (reference === '' || reference === 'anniversary' ? effect : null),
    truth: ({ off }) => (off.includes('G21') ? 0 : null),
    alike: EVERYWHERE,
    differs: '',
  },
];
