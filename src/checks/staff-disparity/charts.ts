import { coarse } from '#domain/staff-guard.ts';
import type { Cells } from '../cells.ts';
import type { Chart, ChartPoint } from '../verdict.ts';
import type { Profile } from './profile.ts';

/** Carers share the hue of existing customers, hunters that of newcomers. */
const SERIES_OF_ROLE: Readonly<Record<string, string>> = { care: 'existing', acquisition: 'newcomer' };

/** The profile of ratios, and what staff say in the pulse by role, each item with both roles. */
export function chartsOf({ parities }: Profile, pulse: Cells): readonly Chart[] {
  const ratios = parities.map(({ dimension, ratio }): ChartPoint => {
    const { value, low, high } = ratio(0.95);
    const side = (bound: number) => (Number.isFinite(bound) ? coarse(bound, 'ratio') : null);
    return { series: dimension, x: dimension, value: coarse(value, 'ratio'), low: side(low), high: side(high) };
  });
  const [item, role] = [pulse.by.indexOf('item'), pulse.by.indexOf('role')];
  const [answers, score] = [pulse.sumNames.indexOf('answers'), pulse.sumNames.indexOf('score')];
  const both = (name: string) => pulse.tuples.filter((tuple) => String(tuple[item]) === name).length === 2;
  const points = pulse.tuples.flatMap((tuple, cell): readonly ChartPoint[] => {
    const name = String(tuple[item]);
    const series = SERIES_OF_ROLE[String(tuple[role])];
    if (series === undefined || !both(name)) return [];
    const at = cell * pulse.sums;
    const value = Math.round(((pulse.total[at + score] ?? 0) / (pulse.total[at + answers] ?? 1)) * 10) / 10;
    return [{ series, x: name, value, low: null, high: null }];
  });
  const charts: readonly Chart[] = [
    { id: 'profile', kind: 'bars', unit: 'ratio', points: ratios, benchmark: [] },
    { id: 'pulse', kind: 'bars', unit: 'ratio', points, benchmark: [] },
  ];
  return charts.filter((chart) => chart.points.length > 0);
}
