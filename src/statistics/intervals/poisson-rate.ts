import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import type { Estimate } from '../estimate.ts';
import { type IntervalOptions, levelOf, requireNonNegative, requirePositive } from './arguments.ts';
import { gammaUpperQuantile } from './gamma-upper-quantile.ts';

/** Events in an exposure (customer-years, contract-months, calls); the rate comes out per unit of the exposure. */
export interface EventCount {
  readonly events: number;
  readonly exposure: number;
}

/**
 * Rate of events per unit of exposure with the exact interval of a Poisson count. Assumes events independent of each
 * other; the coverage is at least nominal, often a little more.
 * Throws RangeError when exposure is not above 0 or events is negative.
 * Garwood, F. (1936), Biometrika 28, 437-442.
 */
export function poissonRate({ events, exposure }: EventCount, options: IntervalOptions = {}): Estimate {
  const level = levelOf(options);
  requireNonNegative('events', events);
  requirePositive('exposure', exposure);
  const tail = (1 - level) / 2;
  return {
    value: events / exposure,
    low: events === 0 ? 0 : gammaQuantile(tail, events, 1) / exposure,
    high: gammaUpperQuantile(tail, events + 1) / exposure,
    level,
  };
}
