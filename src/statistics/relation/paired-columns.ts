/** Two numbers per customer, or per counted cell. */
export interface PairedColumns {
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  /** Customers in each row; null for 1 each. */
  readonly counts: ArrayLike<number> | null;
}

/** Counts as numbers, after refusing by name what is no finite number or of unequal length. */
export function checkedCounts({ left, right, counts }: PairedColumns): Float64Array {
  if (right.length !== left.length) throw new RangeError('right must be as long as left');
  requireFiniteColumn('left', left);
  requireFiniteColumn('right', right);
  return countsOf(counts, left.length);
}

/** One count per row, 1 for null. RangeError when negative, not finite or of another length. */
export function countsOf(counts: ArrayLike<number> | null, rows: number): Float64Array {
  if (counts === null) return new Float64Array(rows).fill(1);
  if (counts.length !== rows) throw new RangeError(`counts has ${counts.length} rows, expected ${rows}`);
  return Float64Array.from(counts, (count, row) => {
    if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) throw new RangeError(`counts[${row}] is ${count}`);
    return count;
  });
}

export function requireFiniteColumn(name: string, column: ArrayLike<number>): void {
  for (let row = 0; row < column.length; row++) {
    if (!Number.isFinite(column[row])) throw new RangeError(`${name}[${row}] is ${column[row]}`);
  }
}
