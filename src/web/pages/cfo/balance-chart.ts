import type { ChartData } from '../../charts/chart-shape.ts';
import { type BreakEven, balanceLine } from './break-even.ts';

/** The balance over exits avoided as a chart; the line of no gain and no loss is its benchmark. */
export function balanceChart(found: BreakEven): ChartData {
  const line = balanceLine(found);
  const even = (x: number) => ({ series: 'even', x, value: 0, low: null, high: null });
  return {
    id: 'balance',
    kind: 'curve',
    unit: 'money/year',
    points: line.map(({ exits, value, low, high }) => ({
      series: 'balance',
      x: Math.round(exits * 10) / 10,
      value,
      low,
      high,
    })),
    benchmark: [even(0), even(Math.round((line.at(-1)?.exits ?? 0) * 10) / 10)],
  };
}
