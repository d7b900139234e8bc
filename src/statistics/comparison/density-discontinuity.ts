import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { waldInterval } from '../regression/coefficient-table.ts';
import { requireFinite, weightsOrOnes } from '../regression/column-check.ts';
import { normalEquations, solveLeastSquares } from '../regression/normal-equations.ts';
import { localPolynomial } from './local-polynomial.ts';

export interface DensityDiscontinuity {
  /** Log of the density just above over just below the threshold; an interval without 0 says that people choose sides. */
  readonly logRatio: Estimate;
  readonly standardError: number;
  readonly binWidth: number;
  readonly bandwidth: number;
}

/** A quartic and a residual need this many. */
const FEWEST_BINS = 6;

/**
 * Does the density of the running variable jump at the threshold? Counts per bin, none of which straddles the threshold,
 * smoothed by local lines on each side. McCrary, J. (2008), J. Econometrics 142(2), 698-714; bin width and bandwidth by
 * his section 3.2. The test has little power against choosing sides in both directions alike.
 * Null when a side has fewer than six bins or nobody next to the threshold.
 */
export function densityDiscontinuity(
  input: { readonly running: ArrayLike<number>; readonly threshold: number; readonly counts: ArrayLike<number> | null },
  options: { readonly level?: number; readonly bandwidth?: number } = {},
): DensityDiscontinuity | null {
  const { running, threshold } = input;
  requireFinite('running', running);
  const counts = weightsOrOnes(input.counts, running.length);
  const { n, deviation, low, high } = spreadOf(running, counts);
  const binWidth = (2 * deviation) / Math.sqrt(n);
  const left = histogram({ running, counts, threshold, binWidth, n, end: low, side: -1 });
  const right = histogram({ running, counts, threshold, binWidth, n, end: high, side: 1 });
  if (Math.min(left.distance.length, right.distance.length) < FEWEST_BINS) return null;
  const bandwidth = options.bandwidth ?? (automaticBandwidth(left) + automaticBandwidth(right)) / 2;
  const edge = ({ distance, density }: Histogram): number => {
    const ones = new Float64Array(distance.length).fill(1);
    const fit = localPolynomial({ distance, response: density, counts: ones, bandwidth, degree: 1 });
    return fit?.coefficients[0] ?? Number.NaN;
  };
  const [above, below] = [edge(right), edge(left)];
  if (!(above > 0 && below > 0)) return null;
  const standardError = Math.sqrt((24 / (5 * n * bandwidth)) * (1 / above + 1 / below));
  const level = options.level ?? DEFAULT_LEVEL;
  return {
    logRatio: waldInterval(Math.log(above / below), standardError, { level, degreesOfFreedom: null }),
    standardError,
    binWidth,
    bandwidth,
  };
}

interface Histogram {
  /** Middle of each bin from the threshold, and share of rows per unit in it. */
  readonly distance: Float64Array;
  readonly density: Float64Array;
}

function spreadOf(running: ArrayLike<number>, counts: ArrayLike<number>) {
  let n = 0;
  let sum = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < running.length; i++) {
    const value = running[i] ?? 0;
    n += counts[i] ?? 0;
    sum += (counts[i] ?? 0) * value;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  let squares = 0;
  for (let i = 0; i < running.length; i++) squares += (counts[i] ?? 0) * ((running[i] ?? 0) - sum / n) ** 2;
  return { n, deviation: Math.sqrt(squares / (n - 1)), low, high };
}

function histogram(input: {
  readonly running: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  readonly threshold: number;
  readonly binWidth: number;
  readonly n: number;
  readonly end: number;
  readonly side: 1 | -1;
}): Histogram {
  const { running, counts, threshold, binWidth, n, end, side } = input;
  const bins = Math.max(Math.floor(((end - threshold) * side) / binWidth) + 1, 0);
  const density = new Float64Array(bins);
  for (let i = 0; i < running.length; i++) {
    const distance = (running[i] ?? 0) - threshold;
    if ((side === 1) !== distance >= 0) continue;
    // Below the threshold a bin owns its far end, so that the threshold itself lies above.
    const bin = side === 1 ? Math.floor(distance / binWidth) : Math.ceil(-distance / binWidth) - 1;
    density[bin] = (density[bin] ?? 0) + (counts[i] ?? 0) / (n * binWidth);
  }
  return { distance: density.map((_, bin) => side * (bin + 0.5) * binWidth), density };
}

/** Rule of thumb from a quartic over the whole side. */
function automaticBandwidth({ distance, density }: Histogram): number {
  const reach = Math.max(Math.abs(distance[distance.length - 1] ?? 0), Number.MIN_VALUE);
  const scaled = distance.map((x) => x / reach);
  const columns = [0, 1, 2, 3, 4].map((power) => scaled.map((x) => x ** power));
  const equations = normalEquations({ columns, response: density, weights: null, replicate: null, replicateCount: 0 });
  const { coefficients } = solveLeastSquares(equations);
  const [, , b2 = 0, b3 = 0, b4 = 0] = coefficients;
  let residual = 0;
  let curvature = 0;
  scaled.forEach((x, i) => {
    const fitted = coefficients.reduce((sum, b, power) => sum + b * x ** power, 0);
    residual += ((density[i] ?? 0) - fitted) ** 2;
    curvature += ((2 * b2 + 6 * b3 * x + 12 * b4 * x * x) / reach ** 2) ** 2;
  });
  const variance = residual / Math.max(density.length - 5, 1);
  return 3.348 * ((variance * reach) / curvature) ** 0.2;
}
