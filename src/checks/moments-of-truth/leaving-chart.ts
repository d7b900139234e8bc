import type { Estimate } from '#statistics/estimate.ts';
import type { Chart, ChartPoint } from '../verdict.ts';
import { DRAWN } from './judged.ts';

interface Ratios {
  readonly name: string;
  readonly leave: Estimate | null;
  readonly stay: Estimate | null;
}

/** Ratios of leaving against an okay rating, after disappointing and after delighting ones. */
export function leavingChart(touchpoints: readonly Ratios[]): readonly Chart[] {
  const bar = (series: string, x: string, ratio: Estimate | null): ChartPoint[] =>
    ratio === null ? [] : [{ series, x, value: ratio.value, low: ratio.low, high: ratio.high }];
  const points = touchpoints
    .slice(0, DRAWN)
    .flatMap(({ name, leave, stay }) => [...bar('disappointing', name, leave), ...bar('delighting', name, stay)]);
  return points.length === 0 ? [] : [{ id: 'leaving', kind: 'bars', unit: 'ratio', points, benchmark: [] }];
}
