/** The member at an index that must exist. */
export function member<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`no member ${index} of ${list.length}`);
  return found;
}

/** Index chosen by weights at a level in (0, 1). */
export function weighted(weights: ArrayLike<number>, level: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += member(weights, i);
  let left = level * sum;
  for (let i = 0; i < weights.length; i++) {
    left -= member(weights, i);
    if (left <= 0) return i;
  }
  return weights.length - 1;
}

/** Standard logistic function. */
export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
