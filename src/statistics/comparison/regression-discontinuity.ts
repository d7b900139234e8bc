import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { waldInterval } from '../regression/coefficient-table.ts';
import { requireFinite, requireLength, weightsOrOnes } from '../regression/column-check.ts';
import { discontinuityBandwidth } from './discontinuity-bandwidth.ts';
import { localPolynomial } from './local-polynomial.ts';

export interface DiscontinuityInput {
  /** The variable whose threshold decides, such as tenure in days. */
  readonly running: ArrayLike<number>;
  readonly response: ArrayLike<number>;
  readonly threshold: number;
  /** Rows behind each cell of equal rows; null for 1. */
  readonly counts: ArrayLike<number> | null;
}

export interface DiscontinuityOptions {
  /** In units of the running variable; default the Imbens-Kalyanaraman bandwidth. */
  readonly bandwidth?: number;
  readonly level?: number;
}

export interface Discontinuity {
  /** Response just at or above the threshold less response just below; value and interval bias-corrected. */
  readonly jump: Estimate;
  readonly standardError: number;
  /** Plain local lines: least mean squared error, but its interval would ignore the bias. */
  readonly conventionalJump: number;
  readonly bandwidth: number;
  readonly rowsBelow: number;
  readonly rowsAbove: number;
}

/**
 * Sharp regression discontinuity. Assumes that nothing but the treatment changes abruptly at the threshold and nobody
 * chooses a side (see densityDiscontinuity). Local lines with a triangular kernel, bias-corrected with a pilot bandwidth
 * equal to the main one, which is the local parabola; interval by its HC3 standard error.
 * Calonico, S., Cattaneo, M. D. & Titiunik, R. (2014), Econometrica 82(6), 2295-2326, remark 7.
 * RangeError when a side has too few distinct values within the bandwidth.
 */
export function regressionDiscontinuity(input: DiscontinuityInput, options: DiscontinuityOptions = {}): Discontinuity {
  const { running, response, threshold } = input;
  requireLength('response', response, running.length);
  requireFinite('running', running);
  requireFinite('response', response);
  const counts = weightsOrOnes(input.counts, running.length);
  const distance = Float64Array.from(running, (value) => value - threshold);
  const bandwidth = options.bandwidth ?? discontinuityBandwidth({ distance, response, counts });
  if (!(bandwidth > 0)) throw new RangeError(`bandwidth is ${bandwidth}, expected above 0`);
  const above = Float64Array.from(counts, (count, i) => ((distance[i] ?? 0) >= 0 ? count : 0));
  const below = Float64Array.from(counts, (count, i) => ((distance[i] ?? 0) < 0 ? count : 0));
  const edge = (side: Float64Array, degree: number) => {
    const fit = localPolynomial({ distance, response, counts: side, bandwidth, degree });
    if (fit === null) throw new RangeError('running has too few distinct values within the bandwidth');
    return { value: fit.coefficients[0] ?? 0, variance: fit.covariance[0] ?? 0, rows: fit.rowsUsed };
  };
  const [right, left] = [edge(above, 2), edge(below, 2)];
  const standardError = Math.sqrt(right.variance + left.variance);
  const level = options.level ?? DEFAULT_LEVEL;
  return {
    jump: waldInterval(right.value - left.value, standardError, { level, degreesOfFreedom: null }),
    standardError,
    conventionalJump: edge(above, 1).value - edge(below, 1).value,
    bandwidth,
    rowsBelow: left.rows,
    rowsAbove: right.rows,
  };
}
