import { type SurvivalRows, timeAxis } from './survival-rows.ts';

/** Who was there and who left, per distinct time. The one input of every one-sample survival estimator. */
export interface RiskTable {
  /** Strictly ascending. */
  readonly time: ArrayLike<number>;
  /** Weight under observation just before each time. */
  readonly atRisk: ArrayLike<number>;
  /** Weight whose end fell on each time; never more than atRisk. */
  readonly events: ArrayLike<number>;
}

/**
 * Counts at risk and leaving from rows or weighted cells, with delayed entry: a row counts from after its entry up to
 * its exit. Throws RangeError naming the column that cannot be.
 */
export function riskTable(rows: SurvivalRows): RiskTable {
  const { time, exitAt, atRisk, weights } = timeAxis(rows, 1);
  const events = new Float64Array(time.length);
  for (let i = 0; i < exitAt.length; i++) {
    const at = exitAt[i] ?? 0;
    if (rows.event[i] === 1) events[at] = (events[at] ?? 0) + (weights[i] ?? 0);
  }
  return { time, atRisk, events };
}
