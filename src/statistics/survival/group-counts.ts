import { type SurvivalRows, timeAxis } from './survival-rows.ts';

/** Counts per distinct time and group: entry t * groups + g. */
export interface GroupCounts {
  readonly times: number;
  /** Weight that leaves at the time less weight that enters there; summed from the end it is the weight at risk. */
  readonly leaving: Float64Array;
  readonly events: Float64Array;
}

/** Lays the chosen rows on the axis of their distinct exit times, group by group. Throws RangeError as timeAxis does. */
export function groupCounts(
  rows: SurvivalRows,
  group: ArrayLike<number>,
  chosen: Int32Array,
  groups: number,
): GroupCounts {
  const { exitAt, missedTo, time, weights } = timeAxis(pickRows(rows, chosen), 1);
  const leaving = new Float64Array(time.length * groups);
  const events = new Float64Array(time.length * groups);
  for (const [row, source] of chosen.entries()) {
    const code = group[source] ?? 0;
    const weight = weights[row] ?? 0;
    const at = (exitAt[row] ?? 0) * groups + code;
    leaving[at] = (leaving[at] ?? 0) + weight;
    events[at] = (events[at] ?? 0) + weight * (rows.event[source] ?? 0);
    const missed = (missedTo?.[row] ?? -1) * groups + code;
    if (missed >= 0) leaving[missed] = (leaving[missed] ?? 0) - weight;
  }
  return { times: time.length, leaving, events };
}

function pickRows(rows: SurvivalRows, chosen: Int32Array): SurvivalRows {
  const pick = (column: ArrayLike<number>) => Float64Array.from(chosen, (i) => column[i] ?? 0);
  return {
    entry: rows.entry === null ? null : pick(rows.entry),
    exit: pick(rows.exit),
    event: pick(rows.event),
    weights: rows.weights === null ? null : pick(rows.weights),
  };
}
