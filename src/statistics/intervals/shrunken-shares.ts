import gammaln from '@stdlib/math-base-special-gammaln';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Estimate } from '../estimate.ts';
import { requireLength } from '../regression/column-check.ts';
import { type IntervalOptions, levelOf, requireNonNegative, requirePositive } from './arguments.ts';

/** One entry per group. */
export interface GroupShares {
  readonly successes: ArrayLike<number>;
  readonly trials: ArrayLike<number>;
}

export interface ShrunkenShares {
  /** Shares 0..1. */
  readonly estimates: readonly Estimate[];
  readonly commonShare: number;
  /** Trials that the knowledge of the other groups is worth, averaged over what the data allow. */
  readonly priorTrials: number;
}

const STRENGTHS = 40;
const CENTRES = 25;

/**
 * Shares of many groups, pulled towards their common share by as much as their noise deserves; for league tables. Assumes
 * true shares that scatter like a beta distribution. Centre and strength of the scatter are averaged over a grid instead
 * of being taken as known, with equal prior chance for every degree of shrinkage of an average group (uniform shrinkage
 * prior); intervals are equal-tailed, of the beta with the posterior's mean and variance.
 * Throws RangeError with fewer than two groups, without both outcomes overall, or when successes exceed trials.
 * Christiansen & Morris (1997), JASA 92, 618-632; Daniels (1999), Canadian J. of Statistics 27, 567-578.
 */
export function shrunkenShares({ successes, trials }: GroupShares, options: IntervalOptions = {}): ShrunkenShares {
  const level = levelOf(options);
  const { won, tried } = requireShares(successes, trials);
  const groups = trials.length;
  const means = new Float64Array(groups);
  const squares = new Float64Array(groups);
  let commonShare = 0;
  let priorTrials = 0;
  for (const { alpha, beta, weight } of priors({ successes, trials, won, tried })) {
    commonShare += (weight * alpha) / (alpha + beta);
    priorTrials += weight * (alpha + beta);
    for (let i = 0; i < groups; i++) {
      const a = alpha + (successes[i] ?? 0);
      const whole = alpha + beta + (trials[i] ?? 0);
      means[i] = (means[i] ?? 0) + (weight * a) / whole;
      squares[i] = (squares[i] ?? 0) + (weight * a * (a + 1)) / (whole * (whole + 1));
    }
  }
  const tail = (1 - level) / 2;
  const estimates = Array.from(means, (value, i) => {
    const whole = (value * (1 - value)) / ((squares[i] ?? 0) - value ** 2) - 1;
    const [a, b] = [value * whole, (1 - value) * whole];
    return { value, low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b), level };
  });
  return { estimates, commonShare, priorTrials };
}

function requireShares(successes: ArrayLike<number>, trials: ArrayLike<number>) {
  if (trials.length < 2) throw new RangeError('trials has fewer than two groups');
  requireLength('successes', successes, trials.length);
  let won = 0;
  let tried = 0;
  for (let i = 0; i < trials.length; i++) {
    const own = successes[i] ?? 0;
    requirePositive(`trials[${i}]`, trials[i] ?? 0);
    requireNonNegative(`successes[${i}]`, own);
    if (own > (trials[i] ?? 0)) throw new RangeError(`successes[${i}] is ${own} of ${trials[i]} trials`);
    won += own;
    tried += trials[i] ?? 0;
  }
  if (won === 0 || won === tried) throw new RangeError('successes are none or all: shares cannot be compared');
  return { won, tried };
}

interface Pooled extends GroupShares {
  readonly won: number;
  readonly tried: number;
}

/** The grid of beta distributions with their posterior weights, which sum to 1. */
function priors(pooled: Pooled) {
  const average = pooled.tried / pooled.trials.length;
  const share = pooled.won / pooled.tried;
  const found: { alpha: number; beta: number; weight: number }[] = [];
  for (let s = 0; s < STRENGTHS; s++) {
    const shrinkage = (s + 0.5) / STRENGTHS;
    const strength = (average * shrinkage) / (1 - shrinkage);
    // The scatter of the groups limits how well the centre is known; four of its standard errors on either side.
    const variance = (1 / (share * (1 - share)) / pooled.trials.length) * (1 / average + 1 / (strength + 1));
    const reach = 4 * Math.sqrt(variance);
    for (let c = 0; c < CENTRES; c++) {
      const logit = Math.log(share / (1 - share)) + reach * (c / ((CENTRES - 1) / 2) - 1);
      const centre = 1 / (1 + Math.exp(-logit));
      const alpha = strength * centre;
      const beta = strength * (1 - centre);
      // Steps in the centre are wider where the reach is: the sum stands for an integral over the logit.
      found.push({ alpha, beta, weight: Math.log(reach) + logLikelihood(pooled, alpha, beta) });
    }
  }
  const highest = found.reduce((most, { weight }) => Math.max(most, weight), Number.NEGATIVE_INFINITY);
  const whole = found.reduce((sum, { weight }) => sum + Math.exp(weight - highest), 0);
  return found.map(({ alpha, beta, weight }) => ({ alpha, beta, weight: Math.exp(weight - highest) / whole }));
}

function logLikelihood({ successes, trials }: GroupShares, alpha: number, beta: number): number {
  const constant = gammaln(alpha + beta) - gammaln(alpha) - gammaln(beta);
  let sum = constant * trials.length;
  for (let i = 0; i < trials.length; i++) {
    const own = successes[i] ?? 0;
    const all = trials[i] ?? 0;
    sum += gammaln(alpha + own) + gammaln(beta + all - own) - gammaln(alpha + beta + all);
  }
  return sum;
}
