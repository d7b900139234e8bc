import gammaln from '@stdlib/math-base-special-gammaln';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** From about shape 600 the library's incomplete gamma function is wrong by up to 3e-4 above its mean. */
const LIBRARY_LIMIT = 200;

/**
 * Value that a gamma variable of the given shape and scale 1 exceeds with probability tail (0 < tail <= 0.5).
 * Wilson-Hilferty start and Newton's method on the continued fraction of the upper incomplete gamma function.
 * Press et al. (2007), Numerical Recipes, 3rd ed., section 6.2.
 */
export function gammaUpperQuantile(tail: number, shape: number): number {
  if (shape < LIBRARY_LIMIT) return gammaQuantile(1 - tail, shape, 1);
  const z = normalQuantile(1 - tail, 0, 1);
  let at = shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  for (let step = 0; step < 20; step++) {
    const density = Math.exp(shape * Math.log(at) - at - gammaln(shape)) / at;
    const change = (density * at * upperFraction(shape, at) - tail) / density;
    at += change;
    if (Math.abs(change) <= 1e-13 * at) break;
  }
  return at;
}

/** Upper incomplete gamma function over x^shape exp(-x), by Lentz's method; converges in a few times sqrt(shape) steps. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  const limit = 1000 + 50 * Math.sqrt(shape);
  for (let k = 1; k < limit; k++) {
    const a = k * (shape - k);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction;
}
