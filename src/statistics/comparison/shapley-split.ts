/** Highest number of causes split exactly: 2^12 worlds. */
const MOST_CAUSES = 12;

export interface ShapleySplit {
  /** Part of each cause; the parts add up to `total`. */
  readonly parts: readonly number[];
  /** Value of the world with all causes less that of the world with none. */
  readonly total: number;
  /** What each cause would take away if it alone were removed. They overlap: never add them. */
  readonly alone: readonly number[];
}

/**
 * Splits a total among causes that act on the same people, fairly in the sense of Shapley: each cause gets its mean
 * contribution over all orders in which causes could be added. `worth` gives the value (expected exits, say) of the
 * world in which exactly the causes marked true act; it is called once per combination.
 * Shapley, L. S. (1953), in Contributions to the Theory of Games II, 307-317. RangeError unless 1..12 causes.
 */
export function shapleySplit(causes: number, worth: (active: readonly boolean[]) => number): ShapleySplit {
  if (!(Number.isInteger(causes) && causes >= 1 && causes <= MOST_CAUSES)) {
    throw new RangeError(`causes is ${causes}, expected 1..${MOST_CAUSES}`);
  }
  const worlds = 2 ** causes;
  const values = Float64Array.from({ length: worlds }, (_, world) =>
    worth(Array.from({ length: causes }, (_unused, cause) => hasCause(world, cause))),
  );
  const shareOfOrders = orderShares(causes);
  const everything = values[worlds - 1] ?? 0;
  const parts = Array.from({ length: causes }, (_, cause) => {
    let part = 0;
    for (let world = 0; world < worlds; world++) {
      if (hasCause(world, cause)) continue;
      const gain = (values[world + 2 ** cause] ?? 0) - (values[world] ?? 0);
      part += (shareOfOrders[countCauses(world)] ?? 0) * gain;
    }
    return part;
  });
  const alone = parts.map((_, cause) => everything - (values[worlds - 1 - 2 ** cause] ?? 0));
  return { parts, total: everything - (values[0] ?? 0), alone };
}

function hasCause(world: number, cause: number): boolean {
  return Math.floor(world / 2 ** cause) % 2 === 1;
}

function countCauses(world: number): number {
  let count = 0;
  for (let rest = world; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** Share of all orders in which exactly a given set of that size comes before a given cause: s! (n-s-1)! / n!. */
function orderShares(causes: number): readonly number[] {
  const shares = [1 / causes];
  for (let size = 1; size < causes; size++) shares.push(((shares[size - 1] ?? 0) * size) / (causes - size));
  return shares;
}
