import { type ChartData, type ChartNames, nameOf, precisionOf } from './chart-shape.ts';

/** A line of the table under a chart. `precision`: half the width of the interval. */
export interface ChartRow {
  readonly series: string;
  readonly x: string | number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly precision: number | undefined;
  readonly published: boolean;
}

/** Every number of a chart, measured first, published after. */
export function chartRows(chart: ChartData, names: ChartNames): readonly ChartRow[] {
  const named = (x: string | number) =>
    typeof x === 'number'
      ? x
      : x
          .split('|')
          .map((part) => nameOf(names, part))
          .join(' / ');
  const rows = (points: ChartData['points'], published: boolean) =>
    points.map((point) => ({
      series: nameOf(names, point.series),
      x: named(point.x),
      value: point.value,
      low: point.low,
      high: point.high,
      precision: precisionOf(point),
      published,
    }));
  return [...rows(chart.points, false), ...rows(chart.benchmark, true)];
}
