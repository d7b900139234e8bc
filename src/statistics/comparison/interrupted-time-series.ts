import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { quadraticForm, sandwich } from '../linear-algebra.ts';
import { waldInterval } from '../regression/coefficient-table.ts';
import { requireFinite, requireLength } from '../regression/column-check.ts';
import { linearPredictor } from '../regression/linear-predictor.ts';
import { normalEquations, solveLeastSquares } from '../regression/normal-equations.ts';
import { generalisedInverse } from '../regression/robust-variance.ts';

export interface InterruptedSeriesInput {
  /** One value per period, in order, no period missing. */
  readonly response: ArrayLike<number>;
  /** Position of the first period after the change. */
  readonly changeAt: number;
  /** Periods in a season (12 for months in years): two waves are fitted; null for none. */
  readonly season: number | null;
}

export interface InterruptedSeries {
  /** Step at the change, and change of the slope per period. */
  readonly level: Estimate;
  readonly slope: Estimate;
  /** Mean distance of the periods after the change from where the old line would have led. */
  readonly meanEffect: Estimate;
  readonly diagnostics: {
    readonly lag: number;
    /** Correlation of neighbouring residuals; near 1 the series is too sluggish for this interval. */
    readonly autocorrelation: number;
    readonly degreesOfFreedom: number;
    readonly dropped: readonly string[];
  };
}

/**
 * Segmented regression of one series before and after a change, with season as harmonics. Assumes that the old line would
 * have gone on and nothing else changed at that time. Standard errors allow for correlated neighbours (Newey & West 1987,
 * Econometrica 55, 703-708; lag 4 (n/100)^(2/9)) with n/(n-p) and Student's t; with long memory they are too small.
 * Wagner, A. K. et al. (2002), J. Clinical Pharmacy and Therapeutics 27, 299-309; Bernal, J. L. et al. (2017), Int. J.
 * Epidemiology 46(1), 348-355. RangeError with fewer than three periods on a side.
 */
export function interruptedTimeSeries(
  input: InterruptedSeriesInput,
  options: { readonly level?: number; readonly lag?: number } = {},
): InterruptedSeries {
  const { response, changeAt, season } = input;
  const n = response.length;
  requireFinite('response', response);
  if (!(Number.isInteger(changeAt) && changeAt >= 3 && changeAt <= n - 3)) {
    throw new RangeError(`changeAt is ${changeAt}, expected at least three periods on either side of ${n}`);
  }
  const time = Array.from({ length: n }, (_, t) => t);
  const waves = season === null ? [] : harmonics(time, season);
  const columns = [
    time.map(() => 1),
    time,
    time.map((t) => (t >= changeAt ? 1 : 0)),
    time.map((t) => (t >= changeAt ? t - changeAt : 0)),
    ...waves,
  ];
  const equations = normalEquations({ columns, response, weights: null, replicate: null, replicateCount: 0 });
  const { coefficients } = solveLeastSquares(equations);
  const { inverse, kept, dropped } = generalisedInverse(equations.total.gram);
  const residual = linearPredictor(columns, coefficients, null, n).map((fitted, t) => (response[t] ?? 0) - fitted);
  const degreesOfFreedom = n - kept.length;
  if (degreesOfFreedom < 1) throw new RangeError('response has too few periods for the season');
  const lag = options.lag ?? Math.floor(4 * (n / 100) ** (2 / 9));
  const meat = longRunScores(columns, residual, lag);
  const covariance = sandwich(inverse, meat).map((value) => (value * n) / degreesOfFreedom);
  const meanReach = (n - 1 - changeAt) / 2;
  const combine = (onLevel: number, onSlope: number): Estimate => {
    const contrast = columns.map((_, j) => weightOf(j, onLevel, onSlope));
    const value = contrast.reduce((sum, weight, j) => sum + weight * (coefficients[j] ?? 0), 0);
    const standardError = Math.sqrt(Math.max(quadraticForm(covariance, contrast), 0));
    return waldInterval(value, standardError, { level: options.level ?? DEFAULT_LEVEL, degreesOfFreedom });
  };
  return {
    level: combine(1, 0),
    slope: combine(0, 1),
    meanEffect: combine(1, meanReach),
    diagnostics: {
      lag,
      autocorrelation: neighbourCorrelation(residual),
      degreesOfFreedom,
      dropped: dropped.map((j) => (j < 4 ? (['one', 'time', 'level', 'slope'][j] ?? '') : `season ${j - 3}`)),
    },
  };
}

function weightOf(column: number, onLevel: number, onSlope: number): number {
  if (column === 2) return onLevel;
  return column === 3 ? onSlope : 0;
}

function harmonics(time: readonly number[], season: number): readonly (readonly number[])[] {
  if (!(season >= 2)) throw new RangeError(`season is ${season}, expected at least 2`);
  return [1, 2].flatMap((wave) => {
    const angle = (t: number): number => (2 * Math.PI * wave * t) / season;
    return [time.map((t) => Math.sin(angle(t))), time.map((t) => Math.cos(angle(t)))];
  });
}

/** Bartlett-weighted sum of the scores' products up to `lag` periods apart. */
function longRunScores(columns: readonly (readonly number[])[], residual: Float64Array, lag: number): Float64Array {
  requireLength('residual', residual, columns[0]?.length ?? 0);
  const size = columns.length;
  const meat = new Float64Array(size * size);
  for (let apart = 0; apart <= lag; apart++) {
    const weight = 1 - apart / (lag + 1);
    for (let t = apart; t < residual.length; t++) {
      const product = weight * (residual[t] ?? 0) * (residual[t - apart] ?? 0);
      addSymmetric(meat, columns, product, [t, t - apart]);
    }
  }
  return meat;
}

function addSymmetric(
  meat: Float64Array,
  columns: readonly (readonly number[])[],
  product: number,
  [late, early]: readonly [number, number],
): void {
  const size = columns.length;
  columns.forEach((left, a) => {
    columns.forEach((right, b) => {
      const forward = (left[late] ?? 0) * (right[early] ?? 0);
      const backward = late === early ? 0 : (left[early] ?? 0) * (right[late] ?? 0);
      meat[a * size + b] = (meat[a * size + b] ?? 0) + product * (forward + backward);
    });
  });
}

function neighbourCorrelation(residual: Float64Array): number {
  let products = 0;
  let squares = 0;
  residual.forEach((value, t) => {
    squares += value * value;
    if (t > 0) products += value * (residual[t - 1] ?? 0);
  });
  return squares === 0 ? 0 : products / squares;
}
