import { real, whole } from './entry.ts';

/** A column written as positions in the ascending list of its distinct values. */
export interface DistinctIndex {
  readonly values: Float64Array;
  readonly index: Int32Array;
}

/** Codes a column by its distinct values, so that one logarithm per distinct value serves all rows. */
export function distinctIndex(column: Float64Array): DistinctIndex {
  const codes = new Map<number, number>();
  const index = new Int32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = real(column, row);
    const code = codes.get(value) ?? codes.size;
    if (code === codes.size) codes.set(value, code);
    index[row] = code;
  }
  const values = Float64Array.from(codes.keys()).sort();
  const position = new Int32Array(values.length);
  values.forEach((value, at) => {
    position[codes.get(value) ?? 0] = at;
  });
  for (let row = 0; row < index.length; row++) index[row] = whole(position, whole(index, row));
  return { values, index };
}
