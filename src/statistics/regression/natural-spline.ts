import { requireFinite, requireLength, weightsOrOnes } from './column-check.ts';

/**
 * Basis of a natural cubic spline (cubic between the knots, straight beyond the outer ones) without its constant:
 * knots.length - 1 columns, the first of which is the variable itself. Scaled by the squared range of the knots, so
 * that the columns stay of one size. Harrell, F. E. (2015), Regression Modeling Strategies, 2nd ed., section 2.4.5.
 * RangeError with fewer than two knots or knots that do not rise.
 */
export function naturalSplineBasis(values: ArrayLike<number>, knots: readonly number[]): readonly Float64Array[] {
  requireFinite('values', values);
  const last = knots.at(-1) ?? 0;
  const first = knots[0] ?? 0;
  const beforeLast = knots.at(-2) ?? 0;
  if (knots.length < 2) throw new RangeError('knots has fewer than two entries');
  knots.forEach((knot, k) => {
    if (k > 0 && !(knot > (knots[k - 1] ?? knot))) throw new RangeError('knots must rise');
  });
  const columns = [Float64Array.from(values)];
  const scale = (last - first) ** 2;
  for (const knot of knots.slice(0, -2)) {
    const share = (last - knot) / (last - beforeLast);
    columns.push(
      Float64Array.from(values, (value) => {
        const bend =
          cubeAbove(value, knot) - share * cubeAbove(value, beforeLast) + (share - 1) * cubeAbove(value, last);
        return bend / scale;
      }),
    );
  }
  return columns;
}

function cubeAbove(value: number, knot: number): number {
  return value > knot ? (value - knot) ** 3 : 0;
}

/**
 * Knots for a natural spline with the given degrees of freedom: both ends of the data and equally spaced weighted
 * quantiles between them. Values that tie many rows can give fewer knots than asked for, never equal ones.
 */
export function splineKnots(
  values: ArrayLike<number>,
  options: { readonly weights: ArrayLike<number> | null; readonly degreesOfFreedom: number },
): readonly number[] {
  const weights = weightsOrOnes(options.weights, values.length);
  requireLength('weights', weights, values.length);
  if (!(options.degreesOfFreedom >= 1)) throw new RangeError(`degreesOfFreedom is ${options.degreesOfFreedom}`);
  const order = Array.from({ length: values.length }, (_, i) => i)
    .filter((i) => (weights[i] ?? 0) > 0)
    .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const total = order.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
  const knots: number[] = [];
  let cumulative = 0;
  let step = 0;
  for (const i of order) {
    cumulative += weights[i] ?? 0;
    const value = values[i] ?? 0;
    // The first knot is the smallest value, the last the largest; a value that spans several quantiles is one knot.
    while (step <= options.degreesOfFreedom && cumulative >= (total * step) / options.degreesOfFreedom - 1e-9 * total) {
      if (knots.at(-1) !== value) knots.push(value);
      step += 1;
    }
  }
  return knots;
}
