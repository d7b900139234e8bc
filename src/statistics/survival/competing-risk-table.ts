import { type SurvivalRows, timeAxis } from './survival-rows.ts';

/** Who was there and who left by which end, per distinct time. */
export interface CompetingRiskTable {
  /** Strictly ascending. */
  readonly time: ArrayLike<number>;
  /** Weight under observation just before each time. */
  readonly atRisk: ArrayLike<number>;
  /** One column per cause, in the order of their numbers from 1. */
  readonly eventsByCause: readonly ArrayLike<number>[];
}

/**
 * Counts at risk and leaving by cause, from rows or weighted cells whose event is 0 or the number of the cause, 1..causes.
 * Throws RangeError naming the column that cannot be.
 */
export function competingRiskTable(rows: SurvivalRows, causes: number): CompetingRiskTable {
  if (!(Number.isInteger(causes) && causes > 0)) throw new RangeError(`causes must be a whole number above 0`);
  const { time, exitAt, atRisk, weights } = timeAxis(rows, causes);
  const eventsByCause = Array.from({ length: causes }, () => new Float64Array(time.length));
  for (let i = 0; i < exitAt.length; i++) {
    const column = eventsByCause[(rows.event[i] ?? 0) - 1];
    const at = exitAt[i] ?? 0;
    if (column !== undefined) column[at] = (column[at] ?? 0) + (weights[i] ?? 0);
  }
  return { time, atRisk, eventsByCause };
}
