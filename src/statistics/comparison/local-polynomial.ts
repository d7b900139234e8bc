import { sandwich } from '../linear-algebra.ts';
import { rowQuadraticForms } from '../regression/linear-predictor.ts';
import { normalEquations, solveLeastSquares } from '../regression/normal-equations.ts';
import { generalisedInverse, squaredScores } from '../regression/robust-variance.ts';

export interface LocalPolynomialInput {
  /** Distance from the point of interest, same sign throughout for a boundary. */
  readonly distance: ArrayLike<number>;
  readonly response: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  readonly bandwidth: number;
  readonly degree: number;
}

export interface LocalPolynomial {
  /** Coefficients of distance^0, distance^1, ... */
  readonly coefficients: Float64Array;
  /** Row-major HC3 covariance of the coefficients. */
  readonly covariance: Float64Array;
  readonly rowsUsed: number;
}

/**
 * Polynomial fitted to the rows nearer than the bandwidth, weighted by a triangular kernel; variance HC3, which allows
 * for unequal spread and few rows. Null with too few distinct distances for the degree.
 * Fan, J. & Gijbels, I. (1996), Local Polynomial Modelling and Its Applications, chapter 3.
 */
export function localPolynomial(input: LocalPolynomialInput): LocalPolynomial | null {
  const { distance, response, counts, bandwidth, degree } = input;
  const near: number[] = [];
  for (let i = 0; i < distance.length; i++) {
    if (Math.abs(distance[i] ?? 0) < bandwidth && (counts[i] ?? 0) > 0) near.push(i);
  }
  const scaled = near.map((i) => (distance[i] ?? 0) / bandwidth);
  const kernel = scaled.map((u) => 1 - Math.abs(u));
  const weights = near.map((i, k) => (counts[i] ?? 0) * (kernel[k] ?? 0));
  const outcome = near.map((i) => response[i] ?? 0);
  const columns = Array.from({ length: degree + 1 }, (_, power) => Float64Array.from(scaled, (u) => u ** power));
  const equations = normalEquations({ columns, response: outcome, weights, replicate: null, replicateCount: 0 });
  const { coefficients, dropped } = solveLeastSquares(equations);
  if (dropped.length > 0) return null;
  const { inverse } = generalisedInverse(equations.total.gram);
  const leverage = rowQuadraticForms(columns, inverse, near.length);
  const squares = Float64Array.from(outcome, (y, k) => {
    const fitted = columns.reduce((sum, column, j) => sum + (column[k] ?? 0) * (coefficients[j] ?? 0), 0);
    const shrink = Math.max(1 - (kernel[k] ?? 0) * (leverage[k] ?? 0), 1e-9);
    return (counts[near[k] ?? 0] ?? 0) * ((kernel[k] ?? 0) * ((y - fitted) / shrink)) ** 2;
  });
  const covariance = sandwich(inverse, squaredScores(columns, squares));
  const size = degree + 1;
  return {
    coefficients: coefficients.map((value, j) => value / bandwidth ** j),
    covariance: covariance.map((value, at) => value / bandwidth ** (Math.floor(at / size) + (at % size))),
    rowsUsed: near.reduce((sum, i) => sum + (counts[i] ?? 0), 0),
  };
}
