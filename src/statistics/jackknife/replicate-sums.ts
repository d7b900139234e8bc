/** The rows of one replicate: which keys it touches and what it adds to each of their sums. */
export interface Replicate {
  /** Row numbers of the key, 0..keys-1; a key may occur more than once. */
  readonly key: Int32Array;
  /** key.length x sums, row by row. */
  readonly values: Float64Array;
}

/** Sums per key in total and per replicate, the form in which the engine hands over counted data. */
export interface ReplicateSums {
  /** Number of keys (cells, strata, times). */
  readonly keys: number;
  /** Number of sums kept per key. */
  readonly sums: number;
  /** keys x sums, row by row. */
  readonly total: Float64Array;
  readonly replicates: readonly Replicate[];
}

/** Throws RangeError naming the part whose size or index does not fit. */
export function requireReplicateSums({ keys, sums, total, replicates }: ReplicateSums): void {
  if (total.length !== keys * sums) throw new RangeError(`total must hold keys x sums = ${keys * sums} numbers`);
  for (const { key, values } of replicates) {
    if (values.length !== key.length * sums) throw new RangeError('replicates: values must hold one row per key');
    for (const row of key) {
      if (!(row >= 0 && row < keys)) throw new RangeError(`replicates: key ${row} lies outside 0..${keys - 1}`);
    }
  }
}

/** True when deleting the replicate would change anything. */
export function holdsData({ values }: Replicate): boolean {
  return values.some((value) => value !== 0);
}

/**
 * Calls visit with the total less one replicate, in place and back again, once per replicate. The same array is handed
 * over each time: visit must read it, never keep or change it.
 */
export function withoutEach(data: ReplicateSums, visit: (sums: Float64Array, replicate: number) => void): void {
  const { sums, total, replicates } = data;
  const left = Float64Array.from(total);
  for (const [g, replicate] of replicates.entries()) {
    subtract(left, total, replicate, sums);
    visit(left, g);
    // Copying back instead of adding back: sums of fractions would drift with the order of the replicates.
    for (const k of replicate.key) for (let i = k * sums; i < (k + 1) * sums; i++) left[i] = total[i] ?? 0;
  }
}

function subtract(left: Float64Array, total: Float64Array, { key, values }: Replicate, sums: number): void {
  for (let row = 0; row < key.length; row++) {
    const start = (key[row] ?? 0) * sums;
    for (let s = 0; s < sums; s++) {
      const at = start + s;
      const rest = (left[at] ?? 0) - (values[row * sums + s] ?? 0);
      // A cell emptied by subtraction keeps rounding dust; dust over dust would pass for a finite ratio.
      left[at] = Math.abs(rest) <= 1e-12 * Math.abs(total[at] ?? 0) ? 0 : rest;
    }
  }
}
