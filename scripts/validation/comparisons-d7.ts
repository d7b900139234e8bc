import { z } from 'zod';
import type { Answer, KnownTruth } from './company-result.ts';
import type { Comparison } from './comparisons.ts';

const Planted = z.looseObject({ G20: z.looseObject({ on: z.boolean(), oddsRatio: z.number() }) });
const Attributed = z.looseObject({
  exits: z.looseObject({ expected: z.number(), shapley: z.record(z.string(), z.number()) }),
});

const effect = (answer: Answer) => answer.effect;
const detail = (key: string) => (answer: Answer) => answer.details.find((one) => one.key === key)?.quantity ?? null;

function contagion(truth: KnownTruth): number | null {
  const found = Planted.safeParse(truth['parameters']);
  if (!found.success) return null;
  return found.data.G20.on ? found.data.G20.oddsRatio : 1;
}

/** Share of the expected exits that goes with what the company did; the price gap apart, whose part no table can tell. */
function ownActs(truth: KnownTruth): number | null {
  const found = Attributed.safeParse(truth.counterfactual);
  if (!found.success) return null;
  const { expected, shapley } = found.data.exits;
  const own = Object.entries(shapley).filter(([name]) => name !== 'price_gap' && name !== 'peer_exit');
  return own.reduce((sum, [, exits]) => sum + exits, 0) / expected;
}

const partOf = (name: string) => (truth: KnownTruth) => {
  const found = Attributed.safeParse(truth.counterfactual);
  return found.success ? (found.data.exits.shapley[name] ?? 0) / found.data.exits.expected : null;
};

const EVERYWHERE: Comparison['alike'] = ['A', 'B', 'C', 'D'];
const COMING = 'truth: the last twelve months; check: the month to come';

const part = (exposure: string, planted: string): Comparison => ({
  check: 'flight-radar',
  what: `part of the exits: ${exposure}`,
  unit: 'percent',
  estimate: detail(`part_${exposure}`),
  truth: partOf(planted),
  alike: ['C'],
  differs: COMING,
});

/** Who leaves, and whether leaving passes on. */
export const COMPARISONS_D7: readonly Comparison[] = [
  {
    check: 'network-contagion',
    what: 'odds of leaving within three months after a tied customer',
    unit: 'number',
    estimate: effect,
    truth: contagion,
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'network-contagion',
    what: 'the same for strangers in the place of the tied',
    unit: 'number',
    estimate: detail('strangers'),
    truth: () => 1,
    alike: EVERYWHERE,
    differs: '',
  },
  {
    check: 'flight-radar',
    what: 'share of the exits that goes with the company’s own acts, price apart',
    unit: 'percent',
    estimate: effect,
    truth: ownActs,
    alike: ['C'],
    differs: COMING,
  },
  part('contact_change', 'contact_change'),
  part('drought', 'drought'),
  part('long_wait', 'long_wait'),
  part('unresolved_case', 'unresolved_case'),
  part('new_only_offer', 'new_only_advertising'),
];
