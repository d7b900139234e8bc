import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Chart, type ChartPoint, type Detail, quantity, type Stratum } from '../verdict.ts';
import { onLogScale } from './judge.ts';
import type { ContactRatios, Ratio } from './ratios.ts';
import { HANDOVERS, WINDOWS } from './settings.ts';

/** A ratio from fewer leavings than the smallest group shown stays unsaid. */
const shown = ({ estimate, leaves }: Ratio, minimumCell: number) =>
  leaves >= minimumCell && Number.isFinite(estimate.value);

/** Windows and kinds of handover that are large enough to speak of. */
export function strataOf(ratios: ContactRatios, relevantRatio: number, minimumCell: number): readonly Stratum[] {
  const stratum = (key: string, ratio: Ratio | undefined): readonly Stratum[] => {
    if (ratio === undefined || !shown(ratio, minimumCell)) return [];
    const outcome = judgeGap(onLogScale(ratio.estimate), Math.log(relevantRatio));
    return [{ key, effect: quantity(ratio.estimate, 'ratio'), outcome, counts: { leaves: ratio.leaves } }];
  };
  return [
    ...WINDOWS.flatMap(({ label }, i) => stratum(`window:${label}`, ratios.windows[i])),
    ...stratum('window:>12', ratios.later),
    ...HANDOVERS.flatMap((kind, i) => stratum(`handover:${kind}`, ratios.handovers[i])),
  ];
}

export function ratioDetails(ratios: ContactRatios, minimumCell: number): readonly Detail[] {
  const { year, quarter, before, otherLeaves, otherMonths } = ratios;
  const detail = (key: string, ratio: Ratio | undefined): readonly Detail[] =>
    ratio === undefined || !shown(ratio, minimumCell) ? [] : [{ key, quantity: quantity(ratio.estimate, 'ratio') }];
  const { value, low, high, level } = wilsonInterval({ successes: otherLeaves, trials: otherMonths });
  const yearly = (monthly: number) => 1 - (1 - monthly) ** 12;
  const risk = { value: yearly(value), low: yearly(low), high: yearly(high), level };
  return [
    ...detail('ratioYear', year),
    ...detail('ratioFirstMonths', quarter),
    ...detail('ratioBefore', before),
    { key: 'baseRisk', quantity: quantity(risk, 'share') },
  ];
}

export function windowChart(ratios: ContactRatios, minimumCell: number): readonly Chart[] {
  const point = (x: string, ratio: Ratio | undefined): readonly ChartPoint[] => {
    if (ratio === undefined || !shown(ratio, minimumCell)) return [];
    const { value, low, high } = ratio.estimate;
    return [
      { series: 'ratio', x, value, low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null },
    ];
  };
  const points = [
    ...point('−12 – −1', ratios.before),
    ...WINDOWS.flatMap(({ label }, i) => point(label, ratios.windows[i])),
    ...point('>12', ratios.later),
  ];
  return points.length === 0 ? [] : [{ id: 'windows', kind: 'bars', unit: 'ratio', points, benchmark: [] }];
}
