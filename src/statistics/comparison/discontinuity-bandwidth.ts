import { normalEquations, solveLeastSquares } from '../regression/normal-equations.ts';
import { localPolynomial } from './local-polynomial.ts';

export interface BandwidthInput {
  /** Distance from the threshold. */
  readonly distance: ArrayLike<number>;
  readonly response: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

/** Edge constant of the triangular kernel. */
const TRIANGULAR = 3.4375;
const PILOT_DENSITY = 1.84;
const PILOT_CURVATURE = 3.56;
const REGULARISATION = 2160;
const FEWEST_ROWS = 10;

/**
 * Bandwidth with the least mean squared error for a jump estimated by local lines, with regularisation.
 * Imbens, G. & Kalyanaraman, K. (2012), Review of Economic Studies 79(3), 933-959, section 4.2; cubic pilot included.
 * Null when a side holds fewer than ten rows.
 */
export function discontinuityBandwidth(input: BandwidthInput): number | null {
  const { distance, response, counts } = input;
  const all = sidesOf(input, Number.POSITIVE_INFINITY);
  const n = all.left.count + all.right.count;
  if (Math.min(all.left.count, all.right.count) < FEWEST_ROWS) return null;
  const spread = standardDeviation(distance, counts);
  const pilot = PILOT_DENSITY * spread * n ** -0.2;
  const near = sidesOf(input, pilot);
  const density = (near.left.count + near.right.count) / (2 * n * pilot);
  const leftVariance = near.left.count > 1 ? near.left.variance : all.left.variance;
  const rightVariance = near.right.count > 1 ? near.right.variance : all.right.variance;
  const thirdDerivative = globalThirdDerivative(input);
  const curve = (variance: number, count: number, side: 1 | -1) => {
    const steep = Math.max(thirdDerivative ** 2, 0.01 * (variance / spread ** 6));
    const width = PILOT_CURVATURE * (variance / (density * steep)) ** (1 / 7) * count ** (-1 / 7);
    const keep = Float64Array.from(counts, (c, i) => (onSide(distance[i] ?? 0, side) ? c : 0));
    const fit = localPolynomial({ distance, response, counts: keep, bandwidth: width, degree: 2 });
    const within = side === 1 ? sidesOf(input, width).right.count : sidesOf(input, width).left.count;
    return {
      second: fit === null ? 0 : 2 * (fit.coefficients[2] ?? 0),
      penalty: (REGULARISATION * variance) / (Math.max(within, 1) * width ** 4),
    };
  };
  const left = curve(leftVariance, all.left.count, -1);
  const right = curve(rightVariance, all.right.count, 1);
  const bend = (right.second - left.second) ** 2 + left.penalty + right.penalty;
  return TRIANGULAR * ((leftVariance + rightVariance) / (density * bend)) ** 0.2 * n ** -0.2;
}

function onSide(distance: number, side: 1 | -1): boolean {
  return side === 1 ? distance >= 0 : distance < 0;
}

function sidesOf(input: BandwidthInput, within: number) {
  return { left: momentsOf(input, within, -1), right: momentsOf(input, within, 1) };
}

function momentsOf({ distance, response, counts }: BandwidthInput, within: number, side: 1 | -1) {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < distance.length; i++) {
    const at = distance[i] ?? 0;
    if (Math.abs(at) > within || !onSide(at, side)) continue;
    const rows = counts[i] ?? 0;
    count += rows;
    sum += rows * (response[i] ?? 0);
    squares += rows * (response[i] ?? 0) ** 2;
  }
  const variance = Math.max((squares - sum ** 2 / Math.max(count, 1)) / Math.max(count - 1, 1), Number.MIN_VALUE);
  return { count, variance };
}

function standardDeviation(values: ArrayLike<number>, counts: ArrayLike<number>): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    count += counts[i] ?? 0;
    sum += (counts[i] ?? 0) * (values[i] ?? 0);
    squares += (counts[i] ?? 0) * (values[i] ?? 0) ** 2;
  }
  return Math.sqrt((squares - sum ** 2 / count) / (count - 1));
}

/** Of a cubic with a jump, fitted to everything. */
function globalThirdDerivative({ distance, response, counts }: BandwidthInput): number {
  const powers = [0, 1, 2, 3].map((power) => Float64Array.from(distance, (x) => x ** power));
  const columns = [...powers, Float64Array.from(distance, (x) => (x >= 0 ? 1 : 0))];
  const equations = normalEquations({ columns, response, weights: counts, replicate: null, replicateCount: 0 });
  return 6 * (solveLeastSquares(equations).coefficients[3] ?? 0);
}
