import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type IntervalOptions, levelOf } from '../intervals/arguments.ts';
import { survivalCurve } from './curve.ts';
import { requireRiskTable } from './require-risk-table.ts';
import type { RiskTable } from './risk-table.ts';
import { type SurvivalScale, survivalBounds } from './survival-band.ts';

export interface KaplanMeierOptions extends IntervalOptions {
  /** Default logLog. */
  readonly scale?: SurvivalScale;
}

/** Columns of equal length, one entry per time of the risk table. */
export interface KaplanMeier {
  readonly time: ArrayLike<number>;
  readonly atRisk: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  /** Share still there after each time, 0..1. */
  readonly survival: Float64Array;
  /** Of the share; NaN once nobody is left. */
  readonly standardError: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly level: number;
  readonly diagnostics: {
    /** Smallest number at risk at a time with an event; delayed entry can leave a handful early on. */
    readonly smallestAtRisk: number;
  };
}

/**
 * Share still there over time, product-limit estimator with Greenwood's variance and pointwise log-log interval. Assumes
 * that entry and censoring say nothing about the end to come. Once the curve is 0 the interval runs from 0 to the last
 * upper limit; while nobody has ended its lower limit is the exact binomial one. Weights count as numbers of people.
 * Throws RangeError when times do not ascend or more leave than were there.
 * Kaplan & Meier (1958), JASA 53, 457-481; Kalbfleisch & Prentice (2002), section 1.4; delayed entry: Tsai, Jewell &
 * Wang (1987), Biometrika 74, 883-886.
 */
export function kaplanMeier(table: RiskTable, options: KaplanMeierOptions = {}): KaplanMeier {
  const level = levelOf(options);
  const { time, atRisk, events } = table;
  requireRiskTable(time, atRisk, [events]);
  const survival = survivalCurve(atRisk, events);
  const standardError = new Float64Array(time.length);
  const low = new Float64Array(time.length);
  const high = new Float64Array(time.length);
  const tail = (1 - level) / 2;
  const band = { scale: options.scale ?? 'logLog', quantile: normalQuantile(1 - tail, 0, 1), tail };
  let logVariance = 0;
  let smallestAtRisk = Number.POSITIVE_INFINITY;
  let lastHigh = 1;
  for (let i = 0; i < time.length; i++) {
    const ending = events[i] ?? 0;
    const there = atRisk[i] ?? 0;
    if (ending > 0) {
      logVariance += ending / (there * (there - ending));
      smallestAtRisk = Math.min(smallestAtRisk, there);
    }
    const share = survival[i] ?? 0;
    const logStandardError = Math.sqrt(logVariance);
    standardError[i] = share > 0 ? share * logStandardError : Number.NaN;
    // The true curve cannot rise, so the last upper limit still holds where no other can be had.
    const bounds = survivalBounds(share, logStandardError, there, band);
    lastHigh = bounds?.high ?? lastHigh;
    low[i] = bounds?.low ?? 0;
    high[i] = lastHigh;
  }
  return { time, atRisk, events, survival, standardError, low, high, level, diagnostics: { smallestAtRisk } };
}
