import { WAIT_EDGES } from '#facts/queue-tally.ts';
import type { Estimate } from '#statistics/estimate.ts';
import type { Chart, ChartPoint } from '../verdict.ts';
import { type WaitFigures, waitFigures } from './wait-figures.ts';
import type { Part } from './wait-strata.ts';

const point = (series: string, x: number | string, { value, low, high }: Estimate): ChartPoint => ({
  series,
  x,
  value,
  low,
  high,
});

/** Share of both groups still waiting, by minute. */
export function waitingChart({ existing, newcomer }: WaitFigures): Chart {
  const line = (series: string, curve: readonly Estimate[]) =>
    curve.map((estimate, i) => point(series, (WAIT_EDGES[i] ?? 0) / 60, estimate));
  const points = [...line('existing', existing.curve), ...line('newcomer', newcomer.curve)];
  return { id: 'waiting', kind: 'curve', unit: 'share', points, benchmark: [] };
}

/** Mean wait of both groups by hour of the day. */
export function hourChart(parts: readonly Part[]): Chart {
  const points = parts.flatMap(({ label, cells }) => {
    const { existing, newcomer } = waitFigures(cells);
    const bar = (series: string, group: typeof existing) => {
      const mean = group.figures.get('mean');
      return mean === undefined ? [] : [point(series, label, mean.estimate)];
    };
    return [...bar('existing', existing), ...bar('newcomer', newcomer)];
  });
  return { id: 'hours', kind: 'bars', unit: 'seconds', points, benchmark: [] };
}
