/** Posterior of a customer who is alive: rate gamma(shape, scale), chance of leaving at a purchase beta(a, b). */
export interface AlivePosterior {
  readonly shape: number;
  readonly scale: number;
  readonly a: number;
  readonly b: number;
}

/** Beyond these the series below cancels: many more purchases in the prior than chances to leave, or hardly any exit. */
const LARGEST_EXCESS = 8;
const LARGE_B = 1e6;
/** Beyond this the terms of the series overflow before they shrink. */
const LARGE_A = 100;
/** e to the minus this is below rounding. */
const NEGLIGIBLE = 40;
const MOST_TERMS = 1_000_000;

/**
 * Expected purchases within `time` of a customer who is alive, in the beta-geometric models: the mean over p of
 * (1 - (1 + p time / scale)^-shape) / p. Written as C (1 - (1-z)^k 2F1(C - shape, k; C; z)) / k with k = a - 1,
 * C = a + b - 1, z = time / (scale + time) (Euler's transformation), and with the division by k and C carried out
 * inside the series, so nothing is lost near a = 1 or a + b = 1 and large counts converge fast. Where the series would
 * cancel, the mean itself is integrated.
 * Fader, Hardie & Lee (2005), eq. 9 and 10, after Abramowitz & Stegun 15.3.3.
 */
export function expectedWhileAlive({ shape, scale, a, b }: AlivePosterior, time: number): number {
  if (time === 0) return 0;
  const ratio = time / scale;
  if (b > LARGE_B || a > LARGE_A || shape - (a + b - 1) > LARGEST_EXCESS) return logisticTrapezoid(shape, ratio, a, b);
  const k = a - 1;
  const c = a + b - 1;
  const z = time / (scale + time);
  const log = -Math.log1p(ratio);
  const stay = k === 0 ? -log : -Math.expm1(k * log) / k;
  return c * stay - Math.exp(k * log) * tailSeries(c - shape, a, a + b, z);
}

/** Sum over n >= 1 of (first)_n (a)_(n-1) / (total)_(n-1) z^n / n!. */
function tailSeries(first: number, a: number, total: number, z: number): number {
  let term = first * z;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= ((first + n) * (a + n - 1) * z) / ((total + n - 1) * (n + 1));
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(sum) || term === 0) return sum;
  }
  throw new RangeError(`horizon: the expectation does not converge at z = ${z}`);
}

/**
 * The mean over p ~ beta(a, b) by the trapezoidal rule in w = log(p / (1 - p)), where the integrand has no singularity
 * within pi of the real line, so that the rule converges exponentially. Far out, where only e^(a w) or e^(-b w) is left,
 * the sum goes on as a geometric series.
 */
function logisticTrapezoid(shape: number, ratio: number, a: number, b: number): number {
  const peak = Math.log(a / b);
  const step = Math.min(0.5, 0.6 * Math.sqrt((a + b) / (a * b)));
  const logDensity = (w: number) => -a * Math.log1p(Math.exp(-w)) - b * Math.log1p(Math.exp(w));
  const top = logDensity(peak);
  const flatLeft = Math.min(peak, -Math.log(shape * ratio) - NEGLIGIBLE, -NEGLIGIBLE);
  const flatRight = Math.max(peak, NEGLIGIBLE);
  const sums = { mass: 0, mean: 0 };
  const add = (density: number, chance: number): void => {
    sums.mass += density;
    sums.mean += density * (-Math.expm1(-shape * Math.log1p(chance * ratio)) / chance);
  };
  const densityAt = (w: number) => Math.exp(logDensity(w) - top);
  const isNegligible = (w: number) => logDensity(w) - top < -NEGLIGIBLE;
  let right = peak;
  for (; right < flatRight && !isNegligible(right); right += step) add(densityAt(right), 1 / (1 + Math.exp(-right)));
  add(densityAt(right) / -Math.expm1(-b * step), 1);
  let left = peak - step;
  for (; left > flatLeft && !isNegligible(left); left -= step) add(densityAt(left), 1 / (1 + Math.exp(-left)));
  // Chances this small buy in proportion to time: the limit of the integrand at 0.
  const tail = densityAt(left) / -Math.expm1(-a * step);
  return (sums.mean + tail * shape * ratio) / (sums.mass + tail);
}
