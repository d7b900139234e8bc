import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type IntervalOptions, levelOf } from '../intervals/arguments.ts';
import type { CompetingRiskTable } from './competing-risk-table.ts';
import { requireRiskTable } from './require-risk-table.ts';
import { type SurvivalBand, survivalBounds } from './survival-band.ts';

/** Columns of equal length, one entry per time of the table. */
interface CumulativeIncidence {
  /** Share ended by this cause by each time, 0..1, the others having had their chance first. */
  readonly incidence: Float64Array;
  readonly standardError: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface AalenJohansen {
  readonly time: ArrayLike<number>;
  /** Share with no end of any cause. */
  readonly survival: Float64Array;
  /** One per cause, in the order of the table. At every time they and survival sum to 1. */
  readonly causes: readonly CumulativeIncidence[];
  readonly level: number;
}

/**
 * Cumulative incidence of competing ends. Treating other ends as censoring instead would answer what happens in a world
 * without them and overstates every share. Greenwood-type variance, pointwise interval on the log-log scale of the share
 * not ended by the cause (exact binomial while the cause has not occurred); with a single cause it is the Kaplan-Meier interval. Assumes that entry and censoring say
 * nothing about the ends to come.
 * Throws RangeError when times do not ascend or more leave than were there.
 * Aalen & Johansen (1978), Scandinavian J. of Statistics 5, 141-150; variance: Marubini & Valsecchi (1995), Analysing
 * Survival Data from Clinical Trials, section 10.3.
 */
export function aalenJohansen(table: CompetingRiskTable, options: IntervalOptions = {}): AalenJohansen {
  const level = levelOf(options);
  const { time, atRisk, eventsByCause } = table;
  requireRiskTable(time, atRisk, eventsByCause);
  const events = Float64Array.from(time, (_, i) => eventsByCause.reduce((sum, column) => sum + (column[i] ?? 0), 0));
  const before = new Float64Array(time.length);
  const survival = new Float64Array(time.length);
  let share = 1;
  for (let i = 0; i < time.length; i++) {
    before[i] = share;
    const ending = events[i] ?? 0;
    if (ending > 0) share *= Math.max(0, 1 - ending / (atRisk[i] ?? 0));
    survival[i] = share;
  }
  const tail = (1 - level) / 2;
  const band = { scale: 'logLog', quantile: normalQuantile(1 - tail, 0, 1), tail } as const;
  const causes = eventsByCause.map((own) => incidenceOf({ own, events, atRisk, before }, band));
  return { time, survival, causes, level };
}

interface CauseColumns {
  readonly own: ArrayLike<number>;
  readonly events: Float64Array;
  readonly atRisk: ArrayLike<number>;
  /** Share still there just before each time. */
  readonly before: Float64Array;
}

function incidenceOf({ own, events, atRisk, before }: CauseColumns, band: SurvivalBand): CumulativeIncidence {
  const incidence = new Float64Array(events.length);
  const standardError = new Float64Array(events.length);
  const low = new Float64Array(events.length);
  const high = new Float64Array(events.length);
  const variance = runningVariance();
  let sum = 0;
  let lastLow = 0;
  for (let i = 0; i < events.length; i++) {
    const there = atRisk[i] ?? 0;
    const ending = own[i] ?? 0;
    const all = events[i] ?? 0;
    const stillThere = before[i] ?? 0;
    if (all > 0) {
      sum += (stillThere * ending) / there;
      variance.add({ sum, all, ending, there, stillThere });
    }
    const squared = variance.at(sum);
    incidence[i] = sum;
    standardError[i] = Math.sqrt(squared);
    const bounds = survivalBounds(1 - sum, Math.sqrt(squared) / (1 - sum), there, band);
    // A cumulative share cannot fall, so the last lower limit still holds where no other can be had.
    lastLow = bounds === null ? lastLow : 1 - bounds.high;
    low[i] = lastLow;
    high[i] = bounds === null ? 1 : 1 - bounds.low;
  }
  return { incidence, standardError, low, high };
}

// Var F(t) = sum (F(t) - F(u))^2 a(u) + sum b(u) - 2 sum (F(t) - F(u)) c(u): expanded, so that one pass gives every t.
function runningVariance() {
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let b0 = 0;
  let c0 = 0;
  let c1 = 0;
  return {
    add({ sum, all, ending, there, stillThere }: Record<'sum' | 'all' | 'ending' | 'there' | 'stillThere', number>) {
      // Once everyone has left nothing moves any more, so the undefined term has no weight.
      const a = all < there ? all / (there * (there - all)) : 0;
      const c = (stillThere * ending) / there ** 2;
      a0 += a;
      a1 += a * sum;
      a2 += a * sum * sum;
      b0 += (stillThere ** 2 * ending * (there - ending)) / there ** 3;
      c0 += c;
      c1 += c * sum;
    },
    at: (sum: number) => Math.max(0, sum * sum * a0 - 2 * sum * a1 + a2 + b0 - 2 * (sum * c0 - c1)),
  };
}
