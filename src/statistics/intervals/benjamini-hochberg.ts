/** Entries in the order of the p-values given. */
export interface FalseDiscovery {
  /** Smallest rate at which each would be flagged. */
  readonly adjusted: Float64Array;
  readonly flagged: readonly boolean[];
}

/**
 * Flags among many cells with a bound on the expected share of false flags. Assumes independent or positively dependent
 * p-values. Throws RangeError when a p-value or the rate lies outside 0..1.
 * Benjamini & Hochberg (1995), JRSS B 57(1), 289-300.
 */
export function benjaminiHochberg(
  pValues: ArrayLike<number>,
  options: { readonly falseDiscoveryRate?: number } = {},
): FalseDiscovery {
  const rate = options.falseDiscoveryRate ?? 0.1;
  if (!(rate > 0 && rate < 1)) throw new RangeError(`falseDiscoveryRate must lie between 0 and 1, got ${rate}`);
  const count = pValues.length;
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = new Float64Array(count);
  let least = 1;
  order.forEach((i, step) => {
    const p = pValues[i] ?? Number.NaN;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`pValues[${i}] is ${p}: must lie within 0..1`);
    least = Math.min(least, (p * count) / (count - step));
    adjusted[i] = least;
  });
  return { adjusted, flagged: Array.from(adjusted, (p) => p <= rate) };
}
