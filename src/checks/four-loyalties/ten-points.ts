import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { designMatrix } from '#statistics/regression/design-matrix.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import type { Cells } from '../cells.ts';

const POINTS = 10;

/**
 * Departures within twelve months, per answer, that go with the weakest loyalty being what it is instead of ten points higher (and the mean
 * of the four by a quarter of that): the logit of weakestLink, its risks against those with the points added, averaged over the
 * answers that were followed. Interval by leaving out random groups of customers, each with one Newton step. null where it
 * cannot be fitted. What is held equal is tenure, so this describes and does not promise.
 */
export function exitsPerTenPoints(cells: Cells): Estimate | null {
  const at = (name: string) => cells.by.indexOf(name);
  const level = (name: string) => cells.tuples.map((tuple) => Number(tuple[at(name)]));
  const tens = (name: string) => level(name).map((points) => points / POINTS);
  const tenure = cells.tuples.map((tuple) => String(tuple[at('tenure')]));
  const { names, columns } = designMatrix({
    rows: cells.keys,
    terms: [
      { kind: 'intercept' },
      { kind: 'numeric', name: 'mean', values: tens('mean_step') },
      { kind: 'numeric', name: 'weakest', values: tens('weakest_step') },
      { kind: 'category', name: 'tenure', values: tenure, reference: null },
    ],
  });
  const added = level('weakest_step').map((points) => Math.min(POINTS, 100 - points) / POINTS);
  const column = (sums: Float64Array, name: string) => {
    const place = cells.sumNames.indexOf(name);
    return Float64Array.from({ length: cells.keys }, (_, cell) => sums[cell * cells.sums + place] ?? 0);
  };
  const frame = { names, columns, offset: null, cluster: null };
  const coefficientsOf = (sums: Float64Array, start: readonly number[] | null) => {
    const counts = { successes: column(sums, 'left'), trials: column(sums, 'answers') };
    const fit = logisticRegression({ ...frame, ...counts }, start === null ? {} : { start, maximumIterations: 1 });
    const usable = (start !== null || fit.diagnostics.converged) && fit.diagnostics.dropped.length === 0;
    return usable ? fit.coefficients.map(({ estimate }) => estimate.value) : null;
  };
  const whole = coefficientsOf(cells.total, null);
  if (whole === null) return null;
  const isWhole = (sums: Float64Array) => sums.every((value, i) => value === cells.total[i]);
  const theta = (sums: Float64Array) => {
    const own = isWhole(sums) ? whole : coefficientsOf(sums, whole);
    if (own === null) return [Number.NaN];
    const [mean = Number.NaN, weakest = Number.NaN] = ['mean', 'weakest'].map((name) => own[names.indexOf(name)]);
    const answers = column(sums, 'answers');
    let [all, more] = [0, 0];
    for (const [cell, count] of answers.entries()) {
      const odds = columns.reduce((total, values, i) => total + (own[i] ?? 0) * (values[cell] ?? 0), 0);
      const higher = odds + (added[cell] ?? 0) * (weakest + mean / 4);
      all += count;
      more += count * (logistic(odds) - logistic(higher));
    }
    return [more / all];
  };
  return deleteAGroup({ ...cells, theta, scale: 'identity' }).estimates[0] ?? null;
}

const logistic = (odds: number) => 1 / (1 + Math.exp(-odds));
