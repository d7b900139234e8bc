/** Posterior of a customer who is alive: rate gamma(shape, scale), chance of leaving at a purchase beta(a, b). */
export interface AlivePosterior {
  readonly shape: number;
  readonly scale: number;
  readonly a: number;
  readonly b: number;
}

/** Above this, chances of leaving are so small that two terms around their mean are exact to rounding. */
const LARGE_B = 1e7;
const MOST_TERMS = 1_000_000;

/**
 * Expected purchases within `time` of a customer who is alive, in the beta-geometric models: the mean over p of
 * (1 - (1 + p time / scale)^-shape) / p. Written as C (1 - (1-z)^k 2F1(C - shape, k; C; z)) / k with k = a - 1,
 * C = a + b - 1, z = time / (scale + time) (Euler's transformation), and with the division by k and C carried out
 * inside the series, so nothing is lost near a = 1 or a + b = 1 and large counts converge fast.
 * Fader, Hardie & Lee (2005), eq. 9 and 10, after Abramowitz & Stegun 15.3.3.
 */
export function expectedWhileAlive({ shape, scale, a, b }: AlivePosterior, time: number): number {
  if (time === 0) return 0;
  const ratio = time / scale;
  if (b > LARGE_B) return aroundMean(shape, ratio, a, b);
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

function aroundMean(shape: number, ratio: number, a: number, b: number): number {
  const mean = a / (a + b);
  const variance = (mean * (1 - mean)) / (a + b + 1);
  const bought = (p: number) => -Math.expm1(-shape * Math.log1p(p * ratio)) / p;
  const step = mean / 16;
  const curvature = (bought(mean + step) - 2 * bought(mean) + bought(mean - step)) / (step * step);
  return bought(mean) + (variance / 2) * curvature;
}
