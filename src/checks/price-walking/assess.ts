import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Chart, inconclusive, NO_MONEY, type Note, quantity, type Verdict, verdict } from '../verdict.ts';

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

/** Do prices rise at renewal for reasons other than the newcomer price? Mean step over all who were offered it, leavers included (T2). */
export function assessWalking({
  cells,
  settings,
  audit,
}: AssessInput<WalkingSettings, 'renewals'>): readonly Verdict[] {
  const own = cells.renewals;
  const renewals = sumOf(own, 'renewals');
  const indexed = sumOf(own, 'indexed');
  const years = new Set(own.tuples.map((tuple) => tuple[1])).size;
  const stayed: Keep = (tuple) => !tuple[2];
  const naive = renewals < 10 ? null : quantity(step(estimate(own, ratio(own, 'raw', 'renewals', stayed))), 'share');
  const refused = refusal(renewals, indexed, years, settings, naive);
  if (refused !== null) return [refused];
  const walk = step(estimate(own, ratio(own, 'walk', 'indexed')));
  const recent = sumOf(own, 'recent_price');
  const outcome = outcomeOf(walk, settings.relevantWalk);
  const cycles = [...new Set(own.tuples.map((tuple) => Number(tuple[0])))].sort((a, b) => a - b);
  const strata = cycles
    .filter((cycle) => sumOf(own, 'indexed', (tuple) => tuple[0] === cycle) >= settings.minimumStratum)
    .map((cycle) => {
      const effect = step(
        estimate(
          own,
          ratio(own, 'walk', 'indexed', (tuple) => tuple[0] === cycle),
        ),
      );
      const counts = { renewals: sumOf(own, 'indexed', (tuple) => tuple[0] === cycle) };
      return {
        key: `renewal:${cycle}`,
        effect: quantity(effect, 'share'),
        outcome: outcomeOf(effect, settings.relevantWalk),
        counts,
      };
    });
  const chart: Chart = {
    id: 'stepByRenewal',
    kind: 'bars',
    unit: 'share',
    points: strata.map(({ key, effect }) => ({
      series: 'existing',
      x: key.slice(8),
      value: effect.value,
      low: effect.low,
      high: effect.high,
    })),
    benchmark: [],
  };
  const scaled = { value: walk.value * recent, low: walk.low * recent, high: walk.high * recent, level: walk.level };
  return [
    verdict({
      outcome,
      grade: 'C',
      effect: quantity(walk, 'share'),
      naive,
      strata,
      details: [
        { key: 'raised', quantity: quantity(estimate(own, ratio(own, 'raised', 'renewals')), 'share') },
        { key: 'lowered', quantity: quantity(estimate(own, ratio(own, 'lowered', 'renewals')), 'share') },
        { key: 'rawStep', quantity: quantity(step(estimate(own, ratio(own, 'raw', 'renewals'))), 'share') },
      ],
      counts: { renewals, indexed, thenLeft: sumOf(own, 'renewals', (tuple) => Boolean(tuple[2])) },
      affected: sumOf(own, 'affected'),
      money: { ...NO_MONEY, transfer: outcome === 'finding' && indexed >= audit.minimumMoneyUnits ? scaled : null },
      adjustedFor: ['contract.product_id', 'new_business_price.price'],
      overlap: indexed / renewals,
      caveats: [note('riskMayChange'), note('indexByProduct')],
      overturn: note('overturn'),
      charts: [chart],
    }),
  ];
}
