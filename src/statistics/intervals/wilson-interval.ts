import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Estimate } from '../estimate.ts';
import { type IntervalOptions, levelOf, requireNonNegative, requirePositive } from './arguments.ts';

/** Successes among trials. Both may be sums of weights; 0 <= successes <= trials. */
export interface Share {
  readonly successes: number;
  readonly trials: number;
}

/**
 * Share of successes (0..1) with its Wilson score interval. Assumes independent trials; nested ones belong in the
 * jackknife. Chosen over Wald because audit samples are small and shares lie near 0 or 1, and over Clopper-Pearson
 * because the mean coverage is nominal rather than above it.
 * Throws RangeError when trials is not above 0 or successes is not within 0..trials.
 * Wilson, E. B. (1927), JASA 22(158), 209-212, https://doi.org/10.2307/2276774
 */
export function wilsonInterval({ successes, trials }: Share, options: IntervalOptions = {}): Estimate {
  const level = levelOf(options);
  requirePositive('trials', trials);
  requireNonNegative('successes', successes);
  if (successes > trials) throw new RangeError(`successes must not exceed trials, got ${successes} of ${trials}`);
  const z2 = normalQuantile(0.5 + level / 2, 0, 1) ** 2;
  const value = successes / trials;
  const centre = successes + z2 / 2;
  const half = Math.sqrt(z2 * (successes * (1 - value) + z2 / 4));
  return {
    value,
    // At the edges the exact bound is the edge itself; rounding must not push it inside.
    low: successes === 0 ? 0 : (centre - half) / (trials + z2),
    high: successes === trials ? 1 : (centre + half) / (trials + z2),
    level,
  };
}
