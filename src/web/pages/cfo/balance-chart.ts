import type { ChartData } from '../../charts/chart-shape.ts';
import { type BreakEven, balanceLine } from './break-even.ts';

const exitsShown = (exits: number) => Math.round(exits * 10) / 10;

/** The balance over exits avoided as a chart, with the line of neither gain nor loss. */
export function balanceChart(found: BreakEven): ChartData {
  const line = balanceLine(found);
  return {
    id: 'balance',
    kind: 'curve',
    unit: 'money',
    points: [
      ...line.map(({ exits, value, low, high }) => ({ series: 'balance', x: exitsShown(exits), value, low, high })),
      ...[0, line.at(-1)?.exits ?? 0].map((exits) => ({
        series: 'even',
        x: exitsShown(exits),
        value: 0,
        low: null,
        high: null,
      })),
    ],
    benchmark: [],
  };
}
