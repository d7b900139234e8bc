import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Estimate } from '../estimate.ts';
import { type IntervalOptions, levelOf, requirePositive } from '../intervals/arguments.ts';
import { areaUnderCurve, survivalCurve } from './curve.ts';
import { logitBounds } from './logit-bounds.ts';
import { firstAtOrAfter } from './moments.ts';
import { requireRiskTable } from './require-risk-table.ts';
import type { RiskTable } from './risk-table.ts';

export interface RestrictedMeanOptions extends IntervalOptions {
  /** Time up to which the mean is taken, in the unit of the table; above 0. */
  readonly horizon: number;
}

export interface RestrictedMean {
  readonly mean: Estimate;
  readonly standardError: number;
  readonly diagnostics: {
    /** Last time with anybody under observation. */
    readonly observedTo: number;
    /** False when some are still there at observedTo < horizon: the curve is then taken as flat, the mean as too long. */
    readonly reachesHorizon: boolean;
  };
}

/**
 * Mean time spent before the end, counted up to a horizon: the area under the Kaplan-Meier curve. Same assumptions as
 * kaplanMeier; unlike the median it always exists. Interval: delta method on the logit of mean / horizon, which covers better
 * in small samples than the plain one and stays within 0..horizon; with no end at all the exact binomial limit.
 * Throws RangeError when horizon is not above 0 or the table cannot be.
 * Irwin (1949), J. Hygiene 47, 188-189; Klein & Moeschberger (2003), Survival Analysis, 2nd ed., section 4.5.
 */
export function restrictedMean(table: RiskTable, options: RestrictedMeanOptions): RestrictedMean {
  const level = levelOf(options);
  const { horizon } = options;
  requirePositive('horizon', horizon);
  const { time, atRisk, events } = table;
  requireRiskTable(time, atRisk, [events]);
  const survival = survivalCurve(atRisk, events);
  const value = areaUnderCurve(time, survival, horizon);
  const standardError = Math.sqrt(areaVariance(table, survival, horizon));
  const tail = (1 - level) / 2;
  const still = atRisk[Math.min(firstAtOrAfter(time, horizon), time.length - 1)] ?? 0;
  const bounds = shareBounds({ share: value / horizon, standardError: standardError / horizon, still, tail });
  const observedTo = time[time.length - 1] ?? 0;
  const reachesHorizon = observedTo >= horizon || survival[survival.length - 1] === 0;
  return {
    mean: { value, low: horizon * bounds.low, high: horizon * bounds.high, level },
    standardError,
    diagnostics: { observedTo, reachesHorizon },
  };
}

interface HorizonShare {
  /** Mean over horizon, 0..1, and its standard error. */
  readonly share: number;
  readonly standardError: number;
  /** Number under observation at the horizon. */
  readonly still: number;
  readonly tail: number;
}

function shareBounds({ share, standardError, still, tail }: HorizonShare) {
  // Were the share still there at the horizon as low as s, the mean could not fall below s times the horizon.
  if (share >= 1) return { low: still > 0 ? tail ** (1 / still) : 0, high: 1 };
  return logitBounds(share, standardError, normalQuantile(1 - tail, 0, 1)) ?? { low: 0, high: 1 };
}

// An end at t moves the curve everywhere after t, hence by the area still to come.
function areaVariance({ time, atRisk, events }: RiskTable, survival: Float64Array, horizon: number): number {
  let areaAfter = 0;
  let variance = 0;
  let until = horizon;
  for (let i = time.length - 1; i >= 0; i--) {
    const moment = time[i] ?? 0;
    if (moment >= horizon) continue;
    areaAfter += (survival[i] ?? 0) * (until - moment);
    until = moment;
    const ending = events[i] ?? 0;
    const there = atRisk[i] ?? 0;
    if (ending > 0 && ending < there) variance += (areaAfter ** 2 * ending) / (there * (there - ending));
  }
  return variance;
}
