import { expect, test } from 'vitest';
import type { Objective } from '../minimise.ts';
import { betaGeometricLikelihood } from './beta-geometric-likelihood.ts';
import { distinctCells } from './distinct-cells.ts';
import { paretoNbdLikelihood } from './pareto-nbd-likelihood.ts';

const cells = distinctCells(
  [
    [0, 2, 1, 40, 900],
    [0, 30, 3, 38, 12],
    [39, 39, 27, 38, 33],
  ],
  [50, 3, 7, 1, 1],
);

test.each<[string, Objective]>([
  ['BG/NBD', betaGeometricLikelihood(cells, 'afterRepeat')],
  ['MBG/NBD', betaGeometricLikelihood(cells, 'afterFirst')],
  ['Pareto/NBD', paretoNbdLikelihood(cells)],
])('%s: the analytic gradient is the slope of the likelihood', (_, objective) => {
  for (const point of [
    [0.5, 5, 0.8, 2],
    [3, 0.4, 12, 0.3],
  ]) {
    const gradient = new Float64Array(4);
    const unused = new Float64Array(4);
    objective(Float64Array.from(point), gradient);
    point.forEach((at, k) => {
      const moved = (by: number) => Float64Array.from(point, (value, j) => (j === k ? value + by : value));
      const step = 1e-5 * at;
      const slope = (objective(moved(step), unused) - objective(moved(-step), unused)) / (2 * step);
      expect(Math.abs((gradient[k] ?? 0) / slope - 1)).toBeLessThan(1e-5);
    });
  }
});
