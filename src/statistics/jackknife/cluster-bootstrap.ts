import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Estimate } from '../estimate.ts';
import { type IntervalOptions, levelOf } from '../intervals/arguments.ts';
import type { Random } from '../random.ts';
import { type ReplicateSums, requireReplicateSums, withoutEach } from './replicate-sums.ts';

/** One replicate per cluster (customer, day, team): whole clusters are drawn again, never their rows. */
export interface ClusterBootstrapInput extends ReplicateSums {
  /** Pure function of the sums; must not keep or change the array. Always the same number of results. */
  readonly theta: (sums: Float64Array) => Float64Array | readonly number[];
  readonly random: Random;
}

export interface ClusterBootstrapOptions extends IntervalOptions {
  /** bca (default): corrected for bias and skewness; percentile: plain quantiles of the draws. */
  readonly method?: 'bca' | 'percentile';
  /** Default 2000; at least 100. */
  readonly draws?: number;
}

interface BootstrapDiagnostics {
  /** Draws whose result was not a number; they are left out, and when they outnumber a tail the interval is unbounded. */
  readonly notNumbers: number;
  /** Bias and skewness corrections in use; 0 for the percentile method. */
  readonly bias: number;
  readonly acceleration: number;
}

export interface ClusterBootstrap {
  readonly estimates: readonly Estimate[];
  readonly standardErrors: readonly number[];
  readonly diagnostics: readonly BootstrapDiagnostics[];
}

/**
 * Bootstrap interval of any function of sums, by drawing whole clusters with replacement. For medians, ratios and pipelines
 * that are not smooth enough for the jackknife. Assumes independent clusters, better thirty or more; same seed, same
 * interval. The acceleration of BCa comes from leaving out each cluster once.
 * Throws RangeError with fewer than two clusters, fewer than 100 draws, or sizes that do not fit.
 * Efron (1987), JASA 82, 171-185; clusters: Davison & Hinkley (1997), section 3.8.
 */
export function clusterBootstrap(
  input: ClusterBootstrapInput,
  options: ClusterBootstrapOptions = {},
): ClusterBootstrap {
  const level = levelOf(options);
  const { draws = 2000, method = 'bca' } = options;
  requireReplicateSums(input);
  if (input.replicates.length < 2) throw new RangeError('replicates holds fewer than two clusters');
  if (!(Number.isInteger(draws) && draws >= 100)) throw new RangeError(`draws must be 100 or more, got ${draws}`);
  const values = Float64Array.from(input.theta(Float64Array.from(input.total)));
  const drawn = drawResults(input, draws, values.length);
  const skewness = method === 'bca' ? accelerations(input, values.length) : new Float64Array(values.length);
  const judged = drawn.map((column, r) => {
    const value = values[r] ?? Number.NaN;
    const finite = column.filter((result) => !Number.isNaN(result)).sort();
    const bias = method === 'bca' ? medianBias(finite, value) : 0;
    const acceleration = skewness[r] ?? 0;
    const notNumbers = draws - finite.length;
    const bounded = notNumbers < (draws * (1 - level)) / 2 && Number.isFinite(bias);
    const at = (tail: number) => quantileOf(finite, adjustedTail(tail, bias, acceleration));
    const estimate = {
      value,
      low: bounded ? at((1 - level) / 2) : Number.NEGATIVE_INFINITY,
      high: bounded ? at((1 + level) / 2) : Number.POSITIVE_INFINITY,
      level,
    };
    return { estimate, standardError: deviation(finite), diagnostics: { notNumbers, bias, acceleration } };
  });
  return {
    estimates: judged.map(({ estimate }) => estimate),
    standardErrors: judged.map(({ standardError }) => standardError),
    diagnostics: judged.map(({ diagnostics }) => diagnostics),
  };
}

function drawResults(
  { theta, random, replicates, sums, total }: ClusterBootstrapInput,
  draws: number,
  results: number,
) {
  const columns = Array.from({ length: results }, () => new Float64Array(draws));
  const drawn = new Float64Array(total.length);
  for (let b = 0; b < draws; b++) {
    drawn.fill(0);
    for (let c = 0; c < replicates.length; c++) {
      const cluster = replicates[random.integer(replicates.length)];
      if (cluster !== undefined) addCluster(drawn, cluster, sums);
    }
    const result = theta(drawn);
    columns.forEach((column, r) => {
      column[b] = result[r] ?? Number.NaN;
    });
  }
  return columns;
}

function addCluster(into: Float64Array, { key, values }: ReplicateSums['replicates'][number], sums: number): void {
  for (let row = 0; row < key.length; row++) {
    const start = (key[row] ?? 0) * sums;
    for (let s = 0; s < sums; s++) into[start + s] = (into[start + s] ?? 0) + (values[row * sums + s] ?? 0);
  }
}

/** Skewness of the leave-one-cluster-out values, over six; 0 where they do not move or are not finite. */
function accelerations(input: ClusterBootstrapInput, results: number): Float64Array {
  const without = Array.from({ length: results }, () => new Float64Array(input.replicates.length));
  withoutEach(input, (sums, cluster) => {
    const result = input.theta(sums);
    without.forEach((column, r) => {
      column[cluster] = result[r] ?? Number.NaN;
    });
  });
  return Float64Array.from(without, (column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    let squares = 0;
    let cubes = 0;
    for (const value of column) {
      squares += (mean - value) ** 2;
      cubes += (mean - value) ** 3;
    }
    const skewness = cubes / (6 * squares ** 1.5);
    return Number.isFinite(skewness) ? skewness : 0;
  });
}

/** Normal score of the share of draws below the value; draws that tie with it count half. */
function medianBias(sorted: Float64Array, value: number): number {
  let below = 0;
  for (const result of sorted) {
    if (result < value) below += 1;
    else if (result === value) below += 0.5;
  }
  return normalQuantile(below / sorted.length, 0, 1);
}

function adjustedTail(tail: number, bias: number, acceleration: number): number {
  const shifted = bias + normalQuantile(tail, 0, 1);
  return normalCdf(bias + shifted / (1 - acceleration * shifted), 0, 1);
}

function quantileOf(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length + 1) - 1;
  const low = Math.min(Math.max(Math.floor(at), 0), sorted.length - 1);
  const high = Math.min(low + 1, sorted.length - 1);
  const [a, b] = [sorted[low] ?? Number.NaN, sorted[high] ?? Number.NaN];
  // Between equal entries, infinite ones included, there is nothing to interpolate.
  return a === b ? a : a + Math.min(Math.max(at - low, 0), 1) * (b - a);
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
