/** A column written as positions in the ascending list of its distinct values. */
export interface DistinctIndex {
  readonly values: Float64Array;
  readonly index: Int32Array;
}

/** Codes a column by its distinct values, so that one logarithm per distinct value serves all rows. */
export function distinctIndex(column: Float64Array): DistinctIndex {
  const sorted = Float64Array.from(column).sort();
  const positions = new Map<number, number>();
  for (const value of sorted) if (!positions.has(value)) positions.set(value, positions.size);
  const index = new Int32Array(column.length);
  column.forEach((value, row) => {
    index[row] = positions.get(value) ?? 0;
  });
  return { values: Float64Array.from(positions.keys()), index };
}
