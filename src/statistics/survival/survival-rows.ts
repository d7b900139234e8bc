import { requireFinite, requireLength, weightsOrOnes } from '../regression/column-check.ts';
import { countAtRisk } from './curve.ts';
import { firstAfter, firstAtOrAfter } from './moments.ts';

/**
 * One row per person, or per cell of people who share everything (then weights is their number). A row is under
 * observation from entry (exclusive) to exit (inclusive), in any one unit of time.
 */
export interface SurvivalRows {
  /** Null when everyone is seen from time 0; else the delayed entry (left truncation) of each row. */
  readonly entry: ArrayLike<number> | null;
  readonly exit: ArrayLike<number>;
  /** 0 still there at exit (censored), 1 the end that counts; with competing ends their numbers 1, 2, ... */
  readonly event: ArrayLike<number>;
  readonly weights: ArrayLike<number> | null;
}

/** Rows laid on the axis of their distinct exit times. */
interface TimeAxis {
  /** Distinct exit times, ascending. */
  readonly time: Float64Array;
  /** Position of each row's exit on the axis. */
  readonly exitAt: Int32Array;
  /** Last position that each row misses because it enters later; -1 when it misses none. */
  readonly missedTo: Int32Array | null;
  /** Weight under observation just before each time. */
  readonly atRisk: Float64Array;
  readonly weights: ArrayLike<number>;
}

/** Throws RangeError naming the column: unequal lengths, no rows, exit not after entry, event not within 0..causes. */
export function timeAxis(rows: SurvivalRows, causes: number): TimeAxis {
  const weights = checkedWeights(rows, causes);
  const sorted = Float64Array.from(rows.exit).sort();
  const time = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const exitAt = Int32Array.from(rows.exit, (exit) => firstAtOrAfter(time, exit));
  const { entry } = rows;
  const missedTo = entry === null ? null : Int32Array.from(entry, (moment) => firstAfter(time, moment) - 1);
  const leaving = new Float64Array(time.length);
  const missed = new Float64Array(time.length);
  for (let i = 0; i < exitAt.length; i++) {
    const weight = weights[i] ?? 0;
    const exit = exitAt[i] ?? 0;
    leaving[exit] = (leaving[exit] ?? 0) + weight;
    const last = missedTo?.[i] ?? -1;
    if (last >= 0) missed[last] = (missed[last] ?? 0) + weight;
  }
  return { time, exitAt, missedTo, atRisk: countAtRisk(missed, leaving), weights };
}

/** The weights, after checking all columns. Throws RangeError as timeAxis does. */
export function checkedWeights({ entry, exit, event, weights }: SurvivalRows, causes: number): ArrayLike<number> {
  if (exit.length === 0) throw new RangeError('exit has no entries');
  requireLength('event', event, exit.length);
  requireFinite('exit', exit);
  if (entry !== null) {
    requireLength('entry', entry, exit.length);
    for (let i = 0; i < exit.length; i++) {
      if (!((entry[i] ?? 0) < (exit[i] ?? 0))) {
        throw new RangeError(`entry[${i}] is ${entry[i]}: must lie before its exit ${exit[i]}`);
      }
    }
  }
  for (let i = 0; i < event.length; i++) {
    const code = event[i] ?? -1;
    if (!(Number.isInteger(code) && code >= 0 && code <= causes)) {
      throw new RangeError(`event[${i}] is ${code}: must be a whole number within 0..${causes}`);
    }
  }
  return weightsOrOnes(weights, exit.length);
}
