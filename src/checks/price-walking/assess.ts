import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { judgeGap } from '../judge-gap.ts';
import {
  type Chart,
  inconclusive,
  NO_MONEY,
  type Note,
  quantity,
  type Stratum,
  type Verdict,
  verdict,
} from '../verdict.ts';

export const WALKING_DEFAULTS = {
  /** A smaller yearly step does not matter. */
  relevantWalk: 0.01,
  /** A smaller change of price is none: a cent is not a price change. */
  deadBand: 0.005,
  /** A step up or down by more than this factor is a typing error. */
  implausibleStep: 4,
  minimumRenewals: 100,
  minimumYears: 2,
  minimumStratum: 30,
};
export type WalkingSettings = typeof WALKING_DEFAULTS;
type Keep = (tuple: Cells['tuples'][number]) => boolean;

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

/** Ratio of two sums over some cells, as a function of the sums. */
function ratio(cells: Cells, top: string, bottom: string, keep: Keep = () => true) {
  const chosen = [...cells.tuples.entries()].filter(([, tuple]) => keep(tuple)).map(([cell]) => cell * cells.sums);
  const [a, b] = [cells.sumNames.indexOf(top), cells.sumNames.indexOf(bottom)];
  return (sums: Float64Array) => {
    let [over, under] = [0, 0];
    for (const at of chosen) {
      over += sums[at + a] ?? 0;
      under += sums[at + b] ?? 0;
    }
    return over / under;
  };
}

const NOTHING: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};
const estimate = (cells: Cells, theta: (sums: Float64Array) => number): Estimate =>
  deleteAGroup({ ...cells, scale: 'identity', theta: (sums) => [theta(sums)] }).estimates[0] ?? NOTHING;
const step = ({ value, low, high, level }: Estimate): Estimate => ({
  value: Math.expm1(value),
  low: Math.expm1(low),
  high: Math.expm1(high),
  level,
});

/** Only rising prices accuse; prices that fall against the newcomer price are no walking. */
const outcomeOf = (walk: Estimate, relevant: number) => {
  const judged = judgeGap(walk, relevant);
  return judged === 'reversed' || (judged === 'inconclusive' && walk.high < relevant) ? 'clear' : judged;
};

function refusal(renewals: number, indexed: number, years: number, settings: WalkingSettings, naive: Verdict['naive']) {
  const counts = { renewals, indexed };
  if (renewals < settings.minimumRenewals)
    return inconclusive('tooFewRenewals', { renewals, needed: settings.minimumRenewals }, { counts, naive });
  if (years < settings.minimumYears)
    return inconclusive(
      'oneCycle',
      { years, needed: settings.minimumYears },
      { counts, naive, sharpen: 'price_event.valid_from' },
    );
  if (indexed < 0.4 * renewals)
    return inconclusive(
      'noNewcomerHistory',
      { share: indexed / renewals },
      { counts, naive, sharpen: 'new_business_price.valid_from' },
    );
  return null;
}

/** The mode that carries the verdict: by risk class where the sheet allows it, otherwise by the product's index. */
function modeOf(cells: Cells, settings: WalkingSettings): 'gap' | 'step' {
  const gained = sumOf(cells, 'renewals', (tuple) => tuple[0] === 'gap');
  const offered = sumOf(cells, 'renewals', (tuple) => tuple[0] === 'step');
  return gained >= settings.minimumRenewals && gained >= 0.4 * offered ? 'gap' : 'step';
}

function strataOf(cells: Cells, mode: string, settings: WalkingSettings): readonly Stratum[] {
  const cycles = [...new Set(cells.tuples.filter((tuple) => tuple[0] === mode).map((tuple) => Number(tuple[1])))];
  return cycles
    .sort((a, b) => a - b)
    .flatMap((cycle) => {
      const keep: Keep = (tuple) => tuple[0] === mode && tuple[1] === cycle;
      const subjects = sumOf(cells, 'subjects', keep);
      if (subjects < settings.minimumStratum || sumOf(cells, 'indexed', keep) === 0) return [];
      const effect = step(estimate(cells, ratio(cells, 'walk', 'indexed', keep)));
      const outcome = outcomeOf(effect, settings.relevantWalk);
      return [{ key: `renewal:${cycle}`, effect: quantity(effect, 'share'), outcome, counts: { renewals: subjects } }];
    });
}

const chartOf = (strata: readonly Stratum[]): Chart => ({
  id: 'stepByRenewal',
  kind: 'bars',
  unit: 'share',
  points: strata.flatMap(({ key, effect }) =>
    effect === null
      ? []
      : [{ series: 'existing', x: key.slice(8), value: effect.value, low: effect.low, high: effect.high }],
  ),
  benchmark: [],
});

/** Do prices rise at renewal for reasons other than the newcomer price? Mean step over all who were offered it, leavers included (T2). */
export function assessWalking({
  cells,
  settings,
  audit,
}: AssessInput<WalkingSettings, 'renewals'>): readonly Verdict[] {
  const own = cells.renewals;
  const inStep: Keep = (tuple) => tuple[0] === 'step';
  const renewals = sumOf(own, 'renewals', inStep);
  const years = new Set(own.tuples.filter(inStep).map((tuple) => tuple[2])).size;
  const stayed: Keep = (tuple) => tuple[0] === 'step' && !tuple[3];
  const naive = renewals < 10 ? null : quantity(step(estimate(own, ratio(own, 'raw', 'renewals', stayed))), 'share');
  const mode = modeOf(own, settings);
  const inMode: Keep = (tuple) => tuple[0] === mode;
  const indexed = sumOf(own, 'indexed', inMode);
  const refused = refusal(renewals, indexed, years, settings, naive);
  if (refused !== null) return [refused];
  const walk = step(estimate(own, ratio(own, 'walk', 'indexed', inMode)));
  const outcome = outcomeOf(walk, settings.relevantWalk);
  const strata = strataOf(own, mode, settings);
  const recent = sumOf(own, 'recent_price', inMode);
  const scaled = { value: walk.value * recent, low: walk.low * recent, high: walk.high * recent, level: walk.level };
  const byRisk = mode === 'gap';
  return [
    verdict({
      outcome,
      grade: byRisk ? 'B' : 'C',
      effect: quantity(walk, 'share'),
      naive,
      strata,
      details: [
        { key: 'raised', quantity: quantity(estimate(own, ratio(own, 'raised', 'renewals', inStep)), 'share') },
        { key: 'lowered', quantity: quantity(estimate(own, ratio(own, 'lowered', 'renewals', inStep)), 'share') },
        { key: 'rawStep', quantity: quantity(step(estimate(own, ratio(own, 'raw', 'renewals', inStep))), 'share') },
      ],
      counts: {
        renewals,
        indexed,
        thenLeft: sumOf(own, 'subjects', (tuple) => tuple[0] === mode && Boolean(tuple[3])),
      },
      affected: sumOf(own, 'affected', inMode),
      money: { ...NO_MONEY, transfer: outcome === 'finding' && indexed >= audit.minimumMoneyUnits ? scaled : null },
      adjustedFor: byRisk
        ? [
            'contract.product_id',
            'contract.region',
            'contract.channel',
            'contract.risk_class',
            'new_business_price.price',
          ]
        : ['contract.product_id', 'new_business_price.price'],
      overlap: Math.min(1, indexed / renewals),
      caveats: byRisk ? [note('startedEqual')] : [note('riskMayChange'), note('indexByProduct')],
      overturn: note('overturn'),
      charts: [chartOf(strata)],
    }),
  ];
}
