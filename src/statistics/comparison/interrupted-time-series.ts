import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { quadraticForm } from '../linear-algebra.ts';
import { autoregressiveErrors } from '../regression/autoregressive-errors.ts';
import { waldInterval } from '../regression/coefficient-table.ts';
import { requireFinite } from '../regression/column-check.ts';
import { linearPredictor } from '../regression/linear-predictor.ts';
import { neweyWestCovariance } from '../regression/newey-west.ts';
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
    readonly errors: 'autoregressive' | 'neweyWest';
    /** Correlation of neighbouring errors; near 1 the series is too sluggish to tell a step from a drift. */
    readonly autocorrelation: number;
    readonly degreesOfFreedom: number;
    readonly dropped: readonly string[];
  };
}

/**
 * Segmented regression of one series before and after a change, with season as harmonics. Assumes that the old line would
 * have gone on and nothing else changed at that time. Errors are taken to remember the period before (default, see
 * autoregressiveErrors), or `neweyWest`: least squares with lag 4 (n/100)^(2/9), n/(n-p) and Student's t, which needs no
 * model of the errors but is too short below some hundred periods.
 * Wagner, A. K. et al. (2002), J. Clinical Pharmacy and Therapeutics 27, 299-309; Bernal, J. L. et al. (2017), Int. J.
 * Epidemiology 46(1), 348-355. RangeError with fewer than three periods on a side.
 */
export function interruptedTimeSeries(
  input: InterruptedSeriesInput,
  options: {
    readonly level?: number;
    readonly errors?: 'autoregressive' | 'neweyWest';
    readonly lag?: number;
  } = {},
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
  const meanReach = (n - 1 - changeAt) / 2;
  const contrasts = [contrast(1, 0), contrast(0, 1), contrast(1, meanReach)].map((full) => {
    return [...full, ...waves.map(() => 0)];
  });
  const shared: Shared = { columns, response, contrasts, coefficients, residual, inverse, kept, degreesOfFreedom };
  const level = options.level ?? DEFAULT_LEVEL;
  const errors = options.errors ?? 'autoregressive';
  const { estimates, autocorrelation } =
    errors === 'neweyWest' ? byNeweyWest(shared, level, options.lag ?? null) : byAutoregression(shared, level);
  const [step = UNKNOWN, slope = UNKNOWN, meanEffect = UNKNOWN] = estimates;
  return {
    level: step,
    slope,
    meanEffect,
    diagnostics: {
      errors,
      autocorrelation,
      degreesOfFreedom,
      dropped: dropped.map((j) => (j < 4 ? (['one', 'time', 'level', 'slope'][j] ?? '') : `season ${j - 3}`)),
    },
  };
}

const UNKNOWN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0,
};

interface Shared {
  readonly columns: readonly (readonly number[])[];
  readonly response: ArrayLike<number>;
  readonly contrasts: readonly (readonly number[])[];
  readonly coefficients: Float64Array;
  readonly residual: Float64Array;
  readonly inverse: Float64Array;
  readonly kept: readonly number[];
  readonly degreesOfFreedom: number;
}

interface Judged {
  readonly estimates: readonly Estimate[];
  readonly autocorrelation: number;
}

function byAutoregression({ columns, response, contrasts, kept }: Shared, level: number): Judged {
  const pick = <Part>(values: readonly Part[]): Part[] => values.filter((_, j) => kept.includes(j));
  return autoregressiveErrors({ columns: pick(columns), response, contrasts: contrasts.map(pick) }, { level });
}

function byNeweyWest(shared: Shared, level: number, givenLag: number | null): Judged {
  const { columns, contrasts, coefficients, residual, inverse, degreesOfFreedom } = shared;
  const n = residual.length;
  const lag = givenLag ?? Math.floor(4 * (n / 100) ** (2 / 9));
  const covariance = neweyWestCovariance({ columns, residual, inverse, lag }).map((v) => (v * n) / degreesOfFreedom);
  const estimates = contrasts.map((weights) => {
    const value = weights.reduce((sum, weight, j) => sum + weight * (coefficients[j] ?? 0), 0);
    const standardError = Math.sqrt(Math.max(quadraticForm(covariance, weights), 0));
    return waldInterval(value, standardError, { level, degreesOfFreedom });
  });
  return { estimates, autocorrelation: neighbourCorrelation(residual) };
}

/** Weights on intercept, time, level and slope. */
function contrast(onLevel: number, onSlope: number): readonly number[] {
  return [0, 0, onLevel, onSlope];
}

function harmonics(time: readonly number[], season: number): readonly (readonly number[])[] {
  if (!(season >= 2)) throw new RangeError(`season is ${season}, expected at least 2`);
  return [1, 2].flatMap((wave) => {
    const angle = (t: number): number => (2 * Math.PI * wave * t) / season;
    return [time.map((t) => Math.sin(angle(t))), time.map((t) => Math.cos(angle(t)))];
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
