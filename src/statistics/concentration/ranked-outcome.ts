/** Rows of customers or of counted cells. */
export interface RankedColumns {
  /** What is handed out: money, minutes, a share. */
  readonly outcome: ArrayLike<number>;
  /** What customers are ranked by, lowest first. */
  readonly rankBy: ArrayLike<number>;
  /** Customers in each row; null for 1 each. */
  readonly counts: ArrayLike<number> | null;
}

/** Rows in ascending order of rank, ties given the rank of their middle. */
export interface RankedOutcome {
  readonly outcome: Float64Array;
  readonly counts: Float64Array;
  /** Fractional mid-rank of each row, strictly between 0 and 1. */
  readonly rank: Float64Array;
  /** Share of the mean that lies with lower ranks, plus that including the own ties: twice the curve's height there. */
  readonly doubleCurve: Float64Array;
  readonly mean: number;
  readonly total: number;
  readonly distinctRanks: number;
}

/**
 * Sorts rows by rank and gives ties their mid-rank. `doubleCurve` is in the unit of the outcome (not divided by the
 * mean), so that it exists for outcomes that are negative or average 0.
 * Throws RangeError for columns of different length, numbers that are not finite, or counts that add up to less than 2.
 */
export function rankOutcome({ outcome, rankBy, counts }: RankedColumns): RankedOutcome {
  requireColumns(outcome, rankBy, counts);
  const keys = Float64Array.from(rankBy);
  const kept = Int32Array.from(keys.keys()).filter((row) => countAt(counts, row) > 0);
  const order = kept.sort((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0));
  const size = order.length;
  const sorted = {
    outcome: Float64Array.from(order, (row) => outcome[row] ?? 0),
    counts: Float64Array.from(order, (row) => countAt(counts, row)),
    rank: new Float64Array(size),
    doubleCurve: new Float64Array(size),
  };
  const total = sorted.counts.reduce((sum, count) => sum + count, 0);
  if (!(total >= 2)) throw new RangeError(`counts must add up to at least 2 customers, got ${total}`);
  let distinctRanks = 0;
  let [before, curve] = [0, 0];
  for (let start = 0; start < size; distinctRanks++) {
    const key = keys[order[start] ?? 0];
    let end = start;
    let [members, held] = [0, 0];
    for (; end < size && keys[order[end] ?? 0] === key; end++) {
      members += sorted.counts[end] ?? 0;
      held += (sorted.counts[end] ?? 0) * (sorted.outcome[end] ?? 0);
    }
    sorted.rank.fill((before + members / 2) / total, start, end);
    sorted.doubleCurve.fill((2 * curve + held) / total, start, end);
    before += members;
    curve += held;
    start = end;
  }
  return { ...sorted, mean: curve / total, total, distinctRanks };
}

function countAt(counts: ArrayLike<number> | null, row: number): number {
  return counts === null ? 1 : (counts[row] ?? Number.NaN);
}

function requireColumns(outcome: ArrayLike<number>, rankBy: ArrayLike<number>, counts: ArrayLike<number> | null): void {
  if (rankBy.length !== outcome.length) throw new RangeError('rankBy must be as long as outcome');
  if (counts !== null && counts.length !== outcome.length) throw new RangeError('counts must be as long as outcome');
  for (let row = 0; row < outcome.length; row++) {
    if (!Number.isFinite(outcome[row])) throw new RangeError(`outcome[${row}] is ${outcome[row]}`);
    if (!Number.isFinite(rankBy[row])) throw new RangeError(`rankBy[${row}] is ${rankBy[row]}`);
    const count = countAt(counts, row);
    if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) throw new RangeError(`counts[${row}] is ${count}`);
  }
}
