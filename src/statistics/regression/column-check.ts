/** RangeError unless every column has `rows` entries; names the column. */
export function requireLength(name: string, column: ArrayLike<unknown>, rows: number): void {
  if (column.length !== rows) throw new RangeError(`${name} has ${column.length} entries, expected ${rows}`);
}

/** RangeError unless every entry is finite and, where `least` is given, not below it. */
export function requireFinite(name: string, column: ArrayLike<number>, least = Number.NEGATIVE_INFINITY): void {
  for (let i = 0; i < column.length; i++) {
    const value = column[i] ?? Number.NaN;
    if (!Number.isFinite(value) || value < least) {
      throw new RangeError(
        `${name}[${i}] is ${value}: must be finite${least > -Infinity ? ` and at least ${least}` : ''}`,
      );
    }
  }
}

/** Ones where no weights were given, else the weights after checking them. */
export function weightsOrOnes(weights: ArrayLike<number> | null, rows: number): ArrayLike<number> {
  if (weights === null) return new Float64Array(rows).fill(1);
  requireLength('weights', weights, rows);
  requireFinite('weights', weights, 0);
  return weights;
}
