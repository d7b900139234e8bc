import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type IntervalOptions, levelOf } from '../intervals/arguments.ts';
import { requireRiskTable } from './require-risk-table.ts';
import type { RiskTable } from './risk-table.ts';

/** Columns of equal length, one entry per time of the risk table. */
export interface NelsonAalen {
  readonly time: ArrayLike<number>;
  /** Expected number of ends per person up to each time, were people replaced. */
  readonly cumulativeHazard: Float64Array;
  readonly standardError: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly level: number;
}

/**
 * Cumulative hazard with Poisson variance (sum of events / atRisk^2) and pointwise interval on the log scale. Assumes
 * that entry and censoring say nothing about the end to come.
 * Throws RangeError when times do not ascend or more leave than were there.
 * Aalen (1978), Annals of Statistics 6, 701-726; Klein (1991), Scandinavian J. of Statistics 18, 333-340.
 */
export function nelsonAalen(table: RiskTable, options: IntervalOptions = {}): NelsonAalen {
  const level = levelOf(options);
  const { time, atRisk, events } = table;
  requireRiskTable(time, atRisk, [events]);
  const quantile = normalQuantile(0.5 + level / 2, 0, 1);
  const cumulativeHazard = new Float64Array(time.length);
  const standardError = new Float64Array(time.length);
  const low = new Float64Array(time.length);
  const high = new Float64Array(time.length);
  let hazard = 0;
  let variance = 0;
  for (let i = 0; i < time.length; i++) {
    const ending = events[i] ?? 0;
    const there = atRisk[i] ?? 0;
    if (ending > 0) {
      hazard += ending / there;
      variance += ending / there ** 2;
    }
    const factor = hazard > 0 ? Math.exp((quantile * Math.sqrt(variance)) / hazard) : 1;
    cumulativeHazard[i] = hazard;
    standardError[i] = Math.sqrt(variance);
    low[i] = hazard / factor;
    high[i] = hazard * factor;
  }
  return { time, cumulativeHazard, standardError, low, high, level };
}
