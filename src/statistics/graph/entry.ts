/** Entry of a typed column at a position that is known to exist; one function per kind keeps the reads fast. */
export function real(column: Float64Array, position: number): number {
  return column[position] ?? Number.NaN;
}

/** Entry of a column of whole numbers at a position that is known to exist. */
export function whole(column: Int32Array, position: number): number {
  return column[position] ?? -1;
}

/** The whole numbers 0 .. size - 1. */
export function range(size: number): Int32Array {
  const numbers = new Int32Array(size);
  for (let i = 0; i < size; i++) numbers[i] = i;
  return numbers;
}
