import { z } from 'zod';
import { RHEINBOGEN } from '../../src/simulator/worlds/a.ts';
import type { Answer, KnownTruth } from './company-result.ts';
import type { Comparison } from './comparisons.ts';

const Planted = z.looseObject({
  G2: z.looseObject({ on: z.boolean(), introDiscount: z.number(), bonusCents: z.array(z.number()) }),
  G12: z.looseObject({ on: z.boolean(), acquisitionShare: z.number(), neutralAcquisitionShare: z.number() }),
});
const Bait = z.looseObject({ rejoinShareOfBait: z.number() });

const planted = (read: (found: z.infer<typeof Planted>) => number | null) => (truth: KnownTruth) => {
  const found = Planted.safeParse(truth['parameters']);
  return found.success ? read(found.data) : null;
};
const detail = (key: string) => (answer: Answer) => answer.details.find((one) => one.key === key)?.quantity ?? null;

/** Cost lines are rounded to the cent each, so shares of their sums are exact to the fourth decimal only. */
const ROUNDING = 5e-5;

/** Counts of the campaigns only: newcomers by the portal's discount are not the planted bait. */
function returnedForBait({ strata, caveats }: Answer) {
  const campaigns = strata.filter(({ key }) => key !== 'offer:Portalrabatt');
  const sum = (name: string) => campaigns.reduce((total, { counts }) => total + (counts[name] ?? 0), 0);
  const keys = caveats.find(({ id }) => id === 'keyCoverage')?.values;
  const newcomers = sum('newcomers');
  if (newcomers === 0 || keys === undefined) return null;
  const recognised = Number(keys['newcomers']) * Number(keys['leavers']);
  const share = sum('rejoined') / newcomers;
  const half = 1.96 * Math.sqrt((share * (1 - share)) / newcomers);
  return { value: share / recognised, low: (share - half) / recognised, high: (share + half) / recognised };
}

const EVERYWHERE: Comparison['alike'] = ['A', 'B', 'C', 'D'];

export const COMPARISONS_D1: readonly Comparison[] = [
  {
    check: 'offer-lockout',
    what: 'share locked out of an offer (one for newcomers runs on the last day)',
    unit: 'percent',
    estimate: detail('lockedOut'),
    truth: planted(({ G2 }) => (G2.on ? 1 : 0)),
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'offer-lockout',
    what: 'best missed offer, mean',
    unit: 'money',
    estimate: detail('bestMissed'),
    truth: planted(({ G2 }) =>
      G2.on ? Math.max(...G2.bonusCents, (RHEINBOGEN.lines[0]?.baseCents ?? 0) * G2.introDiscount) / 100 : null,
    ),
    alike: ['A'],
    differs: '',
  },
  {
    check: 'spend-imbalance',
    what: 'share of keeping in the spend, as booked',
    unit: 'percent',
    estimate: (answer) => {
      const found = detail('keepShareBooked')(answer);
      return found === null
        ? null
        : {
            value: found.value,
            low: (found.low ?? found.value) - ROUNDING,
            high: (found.high ?? found.value) + ROUNDING,
          };
    },
    truth: planted(({ G12 }) => 1 - (G12.on ? G12.acquisitionShare : G12.neutralAcquisitionShare)),
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'spend-imbalance',
    what: 'share of the margin that existing customers bring',
    unit: 'percent',
    estimate: detail('broughtByExisting'),
    truth: ({ realised }) => realised.marginShareOfExisting,
    alike: [],
    differs: 'truth: a year counts whole for whoever is a year old at its end; check: from the first anniversary on',
  },
  {
    check: 'bait-offer',
    what: 'share of the newcomers of campaigns who had just left',
    unit: 'percent',
    estimate: returnedForBait,
    truth: ({ realised }) => {
      const found = Bait.safeParse(realised);
      return found.success ? found.data.rejoinShareOfBait : null;
    },
    alike: [],
    differs: 'truth: all who came for bait, in all years; check: campaigns, those whose year before is on record',
  },
];
