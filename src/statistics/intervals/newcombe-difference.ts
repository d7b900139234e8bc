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
  const a = wilsonInterval(first, options);
  const b = wilsonInterval(second, options);
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
    level: a.level,
  };
}
