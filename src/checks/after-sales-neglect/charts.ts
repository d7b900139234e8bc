import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import type { Chart, ChartPoint } from '../verdict.ts';
import { ANECDOTE, anecdotePoints, fieldPlace } from './benchmark.ts';
import { CONTRASTS, rateContrast, type Step } from './rate-contrast.ts';
import { FIELDS, type Matrix } from './satisfaction-matrix.ts';

const point = (series: string, x: string, { value, low, high }: Estimate): ChartPoint => ({
  series,
  x,
  value,
  low,
  high,
});

/** Share that bought again, by both answers, with the anecdote beside it. */
export function matrixChart(matrix: Matrix): Chart {
  const points = FIELDS.map((name) => {
    const { customers, again } = matrix[name];
    return point('again', fieldPlace(name), wilsonInterval({ successes: again, trials: customers }));
  });
  return { id: 'matrix', kind: 'matrix', unit: 'share', points, benchmark: anecdotePoints };
}

/** How much either satisfaction goes with buying again. */
export function effectChart(lines: readonly Matrix[]): Chart {
  const anecdote = (x: string, steps: readonly Step[]): ChartPoint => {
    const value = steps.reduce((sum, [more, less, weight]) => sum + weight * (ANECDOTE[more] - ANECDOTE[less]), 0);
    return { series: 'anecdote', x, value, low: null, high: null };
  };
  return {
    id: 'effects',
    kind: 'bars',
    unit: 'percentagePoints',
    points: [
      point('difference', 'after', rateContrast(lines, CONTRASTS.after)),
      point('difference', 'sale', rateContrast(lines, CONTRASTS.sale)),
    ].filter(({ value }) => Number.isFinite(value)),
    benchmark: [anecdote('after', CONTRASTS.after), anecdote('sale', CONTRASTS.sale)],
  };
}
