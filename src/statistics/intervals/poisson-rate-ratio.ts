import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Estimate } from '../estimate.ts';
import { type IntervalOptions, levelOf, requireNonNegative, requirePositive } from './arguments.ts';
import type { EventCount } from './poisson-rate.ts';

/**
 * Ratio of two independent Poisson rates, first over second, with an interval. Two counts above 0: log-normal, variance
 * of the log 1/events + 1/events. A count of 0: the exact conditional (binomial) bounds, so the interval is one-sided
 * open and never a made-up continuity correction. Both 0: the ratio is NaN between 0 and infinity.
 * Throws RangeError when an exposure is not above 0 or a count is negative.
 * Rothman & Greenland (1998), Modern Epidemiology, 2nd ed., ch. 14; Przyborowski & Wilenski (1940), Biometrika 31.
 */
export function poissonRateRatio(first: EventCount, second: EventCount, options: IntervalOptions = {}): Estimate {
  const level = levelOf(options);
  for (const side of [first, second]) {
    requireNonNegative('events', side.events);
    requirePositive('exposure', side.exposure);
  }
  const exposureRatio = second.exposure / first.exposure;
  const value = (first.events / second.events) * exposureRatio;
  if (first.events === 0 && second.events === 0) return { value, low: 0, high: Number.POSITIVE_INFINITY, level };
  const tail = (1 - level) / 2;
  if (first.events === 0) {
    return { value, low: 0, high: odds(betaQuantile(1 - tail, 1, second.events)) * exposureRatio, level };
  }
  if (second.events === 0) {
    const low = odds(betaQuantile(tail, first.events, 1)) * exposureRatio;
    return { value, low, high: Number.POSITIVE_INFINITY, level };
  }
  const factor = Math.exp(normalQuantile(1 - tail, 0, 1) * Math.sqrt(1 / first.events + 1 / second.events));
  return { value, low: value / factor, high: value * factor, level };
}

function odds(share: number): number {
  return share / (1 - share);
}
