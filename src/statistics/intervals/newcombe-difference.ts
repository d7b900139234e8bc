import type { Estimate } from '../estimate.ts';
import type { IntervalOptions } from './arguments.ts';
import { type Share, wilsonInterval } from './wilson-interval.ts';

/**
 * Difference of two independent shares, first minus second (-1..1), with Newcombe's hybrid score interval: the two
 * Wilson intervals joined by squaring and adding. Never leaves -1..1 and does not collapse when a share is 0 or 1.
 * Throws RangeError as wilsonInterval does.
 * Newcombe, R. G. (1998), Statistics in Medicine 17, 873-890, method 10.
 */
export function newcombeDifference(first: Share, second: Share, options: IntervalOptions = {}): Estimate {
  return squareAndAdd(wilsonInterval(first, options), wilsonInterval(second, options));
}

/**
 * First minus second of two independent estimates of one level: the distances to their limits are joined by squaring and adding, so that
 * the difference leans as its parts do.
 * Zou, G. Y. & Donner, A. (2008), Statistics in Medicine 27, 1693-1702.
 */
export function squareAndAdd(first: Estimate, second: Estimate): Estimate {
  const value = first.value - second.value;
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
    level: first.level,
  };
}
