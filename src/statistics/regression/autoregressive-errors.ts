import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { choleskyFactor, choleskyInverse, choleskyLogDeterminant, quadraticForm } from '../linear-algebra.ts';
import { linearPredictor } from './linear-predictor.ts';
import { normalEquations, solveLeastSquares } from './normal-equations.ts';

/** Correlations that count for less than this move no digit of the interval. */
const NEGLIGIBLE_SHARE = 1e-7;

export interface AutoregressiveInput {
  /** Independent columns of the design, rows in order of time, none missing. */
  readonly columns: readonly ArrayLike<number>[];
  readonly response: ArrayLike<number>;
  /** Combinations of the coefficients to estimate. */
  readonly contrasts: readonly (readonly number[])[];
}

export interface AutoregressiveFit {
  readonly estimates: readonly Estimate[];
  /** Mean correlation of neighbouring errors that the series supports. */
  readonly autocorrelation: number;
}

/** Correlations that are weighed; errors with more memory than the last cannot be told from a drift. */
const CORRELATIONS = Array.from({ length: 53 }, (_, k) => -0.6 + 0.03 * k);

/**
 * Regression of one time series whose errors remember the period before (AR(1)). The unknown correlation is not plugged
 * in but averaged over: each value counts by its restricted likelihood, so that not knowing it widens the interval, which
 * is what short series need. Flat priors on coefficients, log spread and correlation; intervals are quantiles of the
 * resulting mixture of Student's t. Zellner, A. & Tiao, G. C. (1964), JASA 59(307), 763-778.
 * RangeError when no degree of freedom is left or columns depend on each other.
 */
export function autoregressiveErrors(
  { columns, response, contrasts }: AutoregressiveInput,
  options: { readonly level?: number } = {},
): AutoregressiveFit {
  const level = options.level ?? DEFAULT_LEVEL;
  const degreesOfFreedom = response.length - columns.length;
  if (degreesOfFreedom < 1) throw new RangeError('response has no more periods than columns');
  const worlds = CORRELATIONS.map((correlation) => fitGiven(correlation, columns, response));
  const best = worlds.reduce((most, world) => Math.max(most, world.logWeight), Number.NEGATIVE_INFINITY);
  const weights = worlds.map((world) => Math.exp(world.logWeight - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const estimates = contrasts.map((contrast) => {
    const parts = worlds.map((world, k) => ({
      share: (weights[k] ?? 0) / total,
      centre: contrast.reduce((sum, weight, j) => sum + weight * (world.coefficients[j] ?? 0), 0),
      scale: Math.sqrt(world.variance * quadraticForm(world.inverse, contrast)),
    }));
    const value = parts.reduce((sum, { share, centre }) => sum + share * centre, 0);
    const likely = parts.filter(({ share }) => share > NEGLIGIBLE_SHARE);
    const quantile = (chance: number): number => mixtureQuantile(likely, degreesOfFreedom, chance);
    return { value, low: quantile((1 - level) / 2), high: quantile((1 + level) / 2), level };
  });
  const autocorrelation = CORRELATIONS.reduce((sum, r, k) => sum + (r * (weights[k] ?? 0)) / total, 0);
  return { estimates, autocorrelation };
}

/** Least squares after taking the predictable part of every error out (Prais & Winsten 1954). */
function fitGiven(correlation: number, columns: readonly ArrayLike<number>[], response: ArrayLike<number>) {
  const whiten = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from(values, (value, t) =>
      t === 0 ? value * Math.sqrt(1 - correlation ** 2) : value - correlation * (values[t - 1] ?? 0),
    );
  const own = columns.map(whiten);
  const outcome = whiten(response);
  const equations = normalEquations({
    columns: own,
    response: outcome,
    weights: null,
    replicate: null,
    replicateCount: 0,
  });
  const { coefficients } = solveLeastSquares(equations);
  const factor = choleskyFactor(equations.total.gram);
  if (factor === null) throw new RangeError('columns depend on each other');
  const rows = response.length;
  const fitted = linearPredictor(own, coefficients, null, rows);
  const squares = Math.max(
    fitted.reduce((sum, value, t) => sum + ((outcome[t] ?? 0) - value) ** 2, 0),
    Number.MIN_VALUE,
  );
  const freedom = rows - columns.length;
  const logWeight =
    Math.log(1 - correlation ** 2) / 2 - choleskyLogDeterminant(factor) / 2 - (freedom / 2) * Math.log(squares);
  return { coefficients, inverse: choleskyInverse(factor), variance: squares / freedom, logWeight };
}

interface MixturePart {
  readonly share: number;
  readonly centre: number;
  readonly scale: number;
}

/** Where the mixture's distribution function reaches `chance`: bracketed secant steps (Illinois rule). */
function mixtureQuantile(parts: readonly MixturePart[], degreesOfFreedom: number, chance: number): number {
  const excess = (at: number): number =>
    parts.reduce((sum, { share, centre, scale }) => sum + share * tCdf((at - centre) / scale, degreesOfFreedom), 0) -
    chance;
  const ends = parts.flatMap(({ centre, scale }) => [centre - 4 * scale, centre + 4 * scale]);
  let low = Math.min(...ends);
  let high = Math.max(...ends);
  const width = high - low;
  while (excess(low) > 0) low -= width;
  while (excess(high) < 0) high += width;
  let atLow = excess(low);
  let atHigh = excess(high);
  let middle = low;
  for (let step = 0; step < 60 && high - low > 1e-9 * width; step++) {
    middle = (low * atHigh - high * atLow) / (atHigh - atLow);
    const value = excess(middle);
    if (Math.abs(value) < 1e-9) break;
    if (value < 0) {
      low = middle;
      atLow = value;
      atHigh /= 2;
    } else {
      high = middle;
      atHigh = value;
      atLow /= 2;
    }
  }
  return middle;
}
