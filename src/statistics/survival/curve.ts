import { firstAfter } from './moments.ts';

/**
 * The bare curve, without intervals and without checks: what the jackknife calls once per replicate, on counts per time
 * that the engine has already put in order.
 */

/** Weight at risk just before each time, from the weights that enter (null: all before the first) and leave there. */
export function countAtRisk(entering: ArrayLike<number> | null, leaving: ArrayLike<number>): Float64Array {
  const atRisk = new Float64Array(leaving.length);
  let remaining = 0;
  for (let i = leaving.length - 1; i >= 0; i--) {
    // Who enters at a time is at risk only after it.
    remaining += (leaving[i] ?? 0) - (entering?.[i] ?? 0);
    atRisk[i] = remaining;
  }
  return atRisk;
}

/** Product-limit share still there after each time. */
export function survivalCurve(atRisk: ArrayLike<number>, events: ArrayLike<number>): Float64Array {
  const survival = new Float64Array(events.length);
  let share = 1;
  for (let i = 0; i < events.length; i++) {
    const ending = events[i] ?? 0;
    if (ending > 0) share *= Math.max(0, 1 - ending / (atRisk[i] ?? 0));
    survival[i] = share;
  }
  return survival;
}

/** Share still there at a moment: 1 before the first time, the last value after the last. */
export function survivalAt(time: ArrayLike<number>, survival: ArrayLike<number>, moment: number): number {
  return survival[firstAfter(time, moment) - 1] ?? 1;
}

/** Area under the curve from 0 to the horizon, in units of time; flat beyond the last time. */
export function areaUnderCurve(time: ArrayLike<number>, survival: ArrayLike<number>, horizon: number): number {
  let area = 0;
  let share = 1;
  let since = 0;
  for (let i = 0; i < time.length; i++) {
    const until = time[i] ?? 0;
    if (until >= horizon) break;
    area += share * (until - since);
    share = survival[i] ?? 0;
    since = until;
  }
  return area + share * (horizon - since);
}

/**
 * First time at which the curve has fallen to the share or below, Infinity when it never does. A curve that rests exactly
 * on the share gives the middle of the flat stretch.
 */
export function timeOfShare(time: ArrayLike<number>, curve: ArrayLike<number>, share: number): number {
  // Products of fractions miss the share by rounding; R's survfit uses the same tolerance.
  const tolerance = 1.5e-8;
  let i = 0;
  while (i < time.length && !((curve[i] ?? 0) <= share + tolerance)) i += 1;
  const reached = time[i] ?? Number.POSITIVE_INFINITY;
  if (Math.abs((curve[i] ?? 0) - share) > tolerance) return reached;
  let next = i + 1;
  while (next < time.length && (curve[next] ?? 0) > share - tolerance) next += 1;
  return (reached + (time[next] ?? reached)) / 2;
}
