import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { type Cells, sumOf } from '../cells.ts';
import { type Chart, type ChartPoint, type Detail, quantity } from '../verdict.ts';
import type { FoundCut } from './cut.ts';
import { LAST_CUT_MONTHS } from './settings.ts';
import type { Today } from './today.ts';

const detail = (key: string, estimate: Estimate | null, unit: 'share' | 'months' = 'share'): Detail[] =>
  estimate === null || !Number.isFinite(estimate.value) ? [] : [{ key, quantity: quantity(estimate, unit) }];

export function todayDetails(today: Today): readonly Detail[] {
  return [
    ...detail('coveredToday', today.covered),
    ...detail('namedToday', today.named),
    ...detail('touchedToday', today.touched),
    ...detail('coveredValue', today.coveredValue),
  ];
}

export function cutDetails({ cut, from, to, coverageBefore, coverageAfter, placebos }: FoundCut): readonly Detail[] {
  const largest = placebos.reduce<Estimate | null>(
    (most, { drop }) => (most === null || Math.abs(drop.value) > Math.abs(most.value) ? drop : most),
    null,
  );
  return [
    ...detail('cutMonth', { value: cut, low: from, high: to, level: 0.95 }, 'months'),
    ...detail('coverageBefore', coverageBefore),
    ...detail('coverageAfter', coverageAfter),
    ...detail('largestPlacebo', largest),
  ];
}

/** Coverage by contract year; each year's share is that of the customers seen through it and the next. */
export function coverageChart(passing: Cells, minimum: number): Chart {
  const cut = passing.by.indexOf('cut');
  const points: ChartPoint[] = [];
  for (let month = 12; month <= LAST_CUT_MONTHS; month += 12) {
    const sum = (name: string) => sumOf(passing, name, (tuple) => tuple[cut] === month);
    const trials = sum('before_count');
    if (trials < minimum) continue;
    const { value, low, high } = wilsonInterval({ successes: sum('before_covered'), trials });
    points.push({ series: 'coverage', x: month / 12, value, low, high });
  }
  return { id: 'years', kind: 'curve', unit: 'share', points, benchmark: [] };
}
