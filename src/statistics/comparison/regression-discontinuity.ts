import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { waldInterval } from '../regression/coefficient-table.ts';
import { requireFinite, requireLength, weightsOrOnes } from '../regression/column-check.ts';
import { discontinuityBandwidth } from './discontinuity-bandwidth.ts';
import { type LocalPolynomial, localPolynomial } from './local-polynomial.ts';

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
 * Null when a side has too few rows or distinct values near the threshold.
 */
export function regressionDiscontinuity(
  input: DiscontinuityInput,
  options: DiscontinuityOptions = {},
): Discontinuity | null {
  const { running, response, threshold } = input;
  requireLength('response', response, running.length);
  requireFinite('running', running);
  requireFinite('response', response);
  const counts = weightsOrOnes(input.counts, running.length);
  const distance = Float64Array.from(running, (value) => value - threshold);
  const bandwidth = options.bandwidth ?? discontinuityBandwidth({ distance, response, counts });
  if (bandwidth === null) return null;
  if (!(bandwidth > 0)) throw new RangeError(`bandwidth is ${bandwidth}, expected above 0`);
  const above = Float64Array.from(counts, (count, i) => ((distance[i] ?? 0) >= 0 ? count : 0));
  const below = Float64Array.from(counts, (count, i) => ((distance[i] ?? 0) < 0 ? count : 0));
  const fitEdge = (side: Float64Array, degree: number) =>
    localPolynomial({ distance, response, counts: side, bandwidth, degree });
  const [right, left, rightLine, leftLine] = [
    fitEdge(above, 2),
    fitEdge(below, 2),
    fitEdge(above, 1),
    fitEdge(below, 1),
  ];
  if (right === null || left === null || rightLine === null || leftLine === null) return null;
  const standardError = Math.sqrt((right.covariance[0] ?? 0) + (left.covariance[0] ?? 0));
  const level = options.level ?? DEFAULT_LEVEL;
  return {
    jump: waldInterval(edgeOf(right) - edgeOf(left), standardError, { level, degreesOfFreedom: null }),
    standardError,
    conventionalJump: edgeOf(rightLine) - edgeOf(leftLine),
    bandwidth,
    rowsBelow: left.rowsUsed,
    rowsAbove: right.rowsUsed,
  };
}

function edgeOf({ coefficients }: LocalPolynomial): number {
  return coefficients[0] ?? Number.NaN;
}
