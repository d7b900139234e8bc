import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { TENURE_BANDS } from './settings.ts';

export interface CohortTrend {
  /** Change of the log rate of leaving from one cohort year to the next, at equal product and tenure. */
  readonly slope: Estimate;
  /** Voluntary ends by cohort year. */
  readonly ends: ReadonlyMap<number, number>;
}

interface Row {
  readonly cell: number;
  readonly stratum: number;
  readonly cohort: number;
}

interface Moments {
  readonly weight: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly ends: Float64Array;
}

function momentsAt(cells: Cells, rows: readonly Row[], strata: number, sums: Float64Array, slope: number) {
  const size = strata * TENURE_BANDS;
  const moments: Moments = {
    weight: new Float64Array(size),
    first: new Float64Array(size),
    second: new Float64Array(size),
    ends: new Float64Array(size),
  };
  const [endsAt, monthsAt] = [cells.sumNames.indexOf('ends_0'), cells.sumNames.indexOf('months_0')];
  let score = 0;
  for (const { cell, stratum, cohort } of rows) {
    const factor = Math.exp(slope * cohort);
    for (let band = 0; band < TENURE_BANDS; band++) {
      const row = cell * cells.sums + 2 * band;
      const at = stratum * TENURE_BANDS + band;
      const weight = factor * (sums[row + monthsAt] ?? 0);
      const ends = sums[row + endsAt] ?? 0;
      moments.weight[at] = (moments.weight[at] ?? 0) + weight;
      moments.first[at] = (moments.first[at] ?? 0) + weight * cohort;
      moments.second[at] = (moments.second[at] ?? 0) + weight * cohort * cohort;
      moments.ends[at] = (moments.ends[at] ?? 0) + ends;
      score += ends * cohort;
    }
  }
  return { moments, score };
}

/** Poisson regression with a level for every product and band of tenure, reduced to its one slope (Newton's method). */
function slopeOf(cells: Cells, rows: readonly Row[], strata: number, sums: Float64Array, start: number): number {
  let slope = start;
  for (let step = 0; step < 25; step++) {
    const { moments, score } = momentsAt(cells, rows, strata, sums, slope);
    let gradient = score;
    let information = 0;
    for (let at = 0; at < moments.weight.length; at++) {
      const weight = moments.weight[at] ?? 0;
      if (!(weight > 0)) continue;
      const mean = (moments.first[at] ?? 0) / weight;
      gradient -= (moments.ends[at] ?? 0) * mean;
      information += (moments.ends[at] ?? 0) * ((moments.second[at] ?? 0) / weight - mean * mean);
    }
    if (!(information > 1e-9)) return Number.NaN;
    const move = gradient / information;
    slope += Math.max(-1, Math.min(1, move));
    if (Math.abs(move) < 1e-10) break;
  }
  return slope;
}

/**
 * Whether newer cohorts leave faster than older ones did at the same tenure: slope of the log rate over cohort years, interval by
 * delete-a-group jackknife over parties. Cohort and calendar cannot be told apart at equal tenure; the slope holds both. null with fewer
 * than three cohorts that have enough ends. Among the keys: top_product, cohort.
 */
export function cohortTrend(cells: Cells, minimumEnds: number): CohortTrend | null {
  const endsAt = cells.sumNames.indexOf('ends_0');
  const [productAt, cohortAt] = [cells.by.indexOf('top_product'), cells.by.indexOf('cohort')];
  const ends = new Map<number, number>();
  for (const [cell, tuple] of cells.tuples.entries()) {
    const cohort = Number(tuple[cohortAt]);
    for (let band = 0; band < TENURE_BANDS; band++) {
      const own = cells.total[cell * cells.sums + endsAt + 2 * band] ?? 0;
      ends.set(cohort, (ends.get(cohort) ?? 0) + own);
    }
  }
  const kept = [...ends.keys()].filter((cohort) => (ends.get(cohort) ?? 0) >= minimumEnds);
  if (kept.length < 3) return null;
  const products = [...new Set(cells.tuples.map((tuple) => String(tuple[productAt])))];
  const first = Math.min(...kept);
  const rows = [...cells.tuples.entries()]
    .filter(([, tuple]) => kept.includes(Number(tuple[cohortAt])))
    .map(([cell, tuple]) => ({
      cell,
      stratum: products.indexOf(String(tuple[productAt])),
      cohort: Number(tuple[cohortAt]) - first,
    }));
  const whole = slopeOf(cells, rows, products.length, cells.total, 0);
  if (!Number.isFinite(whole)) return null;
  const theta = (sums: Float64Array) => [slopeOf(cells, rows, products.length, sums, whole)];
  const [slope] = deleteAGroup({ ...cells, theta, scale: 'identity' }).estimates;
  return slope === undefined ? null : { slope, ends };
}
