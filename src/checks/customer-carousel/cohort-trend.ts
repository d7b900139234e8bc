import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { TENURE_BANDS } from './settings.ts';

export interface CohortTrend {
  /** Change of the log rate of leaving from one cohort year to the next, at equal product and tenure. */
  readonly slope: Estimate;
  /** The same with products not held equal. */
  readonly crude: Estimate;
  /** Share of the cohorts' years that those of one product span, 0..1: near 0 each cohort has a product of its own, and cohorts are not compared. */
  readonly productReach: number;
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

/** Cohorts with less of a product's months at either end are strays. */
const STRAY_SHARE = 0.025;

function monthsOf(cells: Cells, cell: number): number {
  const at = cell * cells.sums + cells.sumNames.indexOf('months_0');
  let months = 0;
  for (let band = 0; band < TENURE_BANDS; band++) months += cells.total[at + 2 * band] ?? 0;
  return months;
}

/** Years from the first cohort to the last, strays left out. */
function yearsAcross(monthsByCohort: ReadonlyMap<number, number>): number {
  const all = [...monthsByCohort.values()].reduce((sum, months) => sum + months, 0);
  const end = (cohorts: readonly number[]) => {
    let seen = 0;
    return cohorts.find((cohort) => {
      seen += monthsByCohort.get(cohort) ?? 0;
      return seen > STRAY_SHARE * all;
    });
  };
  const cohorts = [...monthsByCohort.keys()].sort((a, b) => a - b);
  return (end(cohorts.toReversed()) ?? 0) - (end(cohorts) ?? 0);
}

/** Mean over the months at risk of the years that the cohorts of a product span, as a share of those that all cohorts span. */
function reachOfProducts(cells: Cells, rows: readonly Row[]): number {
  const byProduct = new Map<number, Map<number, number>>();
  const all = new Map<number, number>();
  let total = 0;
  for (const { cell, stratum, cohort } of rows) {
    const months = monthsOf(cells, cell);
    const own = byProduct.get(stratum) ?? new Map<number, number>();
    own.set(cohort, (own.get(cohort) ?? 0) + months);
    byProduct.set(stratum, own);
    all.set(cohort, (all.get(cohort) ?? 0) + months);
    total += months;
  }
  let weighted = 0;
  for (const own of byProduct.values())
    weighted += yearsAcross(own) * [...own.values()].reduce((sum, months) => sum + months, 0);
  return weighted / total / yearsAcross(all);
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
  const pooled = rows.map((row) => ({ ...row, stratum: 0 }));
  const wholeCrude = slopeOf(cells, pooled, 1, cells.total, 0);
  const theta = (sums: Float64Array) => [
    slopeOf(cells, rows, products.length, sums, whole),
    slopeOf(cells, pooled, 1, sums, wholeCrude),
  ];
  const [slope, crude] = deleteAGroup({ ...cells, theta, scale: 'identity' }).estimates;
  if (slope === undefined || crude === undefined) return null;
  return { slope, crude, productReach: reachOfProducts(cells, rows), ends };
}
