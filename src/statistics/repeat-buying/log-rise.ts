import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';

/** log Gamma(base + n) - log Gamma(base) and its derivative in base, one entry per step asked for. */
export interface LogRise {
  readonly value: Float64Array;
  readonly slope: Float64Array;
}

/** Up to this many factors a product is cheaper and more exact than a difference of two log-gammas. */
const LONGEST_PRODUCT = 32;

/**
 * Fills `into` with the logarithm of the rising factorial base (base + 1) ... (base + n - 1) for every n of `steps`,
 * which ascend and are whole. Sums of logarithms lose nothing to cancellation for small base; across wide gaps
 * between steps Gamma takes over.
 */
export function fillLogRise(base: number, steps: ArrayLike<number>, into: LogRise): void {
  let at = 0;
  let value = 0;
  let slope = 0;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] ?? 0;
    if (step - at > LONGEST_PRODUCT) {
      value += gammaln(base + step) - gammaln(base + at);
      slope += digamma(base + step) - digamma(base + at);
    } else {
      for (let k = at; k < step; k++) {
        value += Math.log(base + k);
        slope += 1 / (base + k);
      }
    }
    at = step;
    into.value[i] = value;
    into.slope[i] = slope;
  }
}

/** Room for the results of `fillLogRise` on `size` steps. */
export function emptyLogRise(size: number): LogRise {
  return { value: new Float64Array(size), slope: new Float64Array(size) };
}
