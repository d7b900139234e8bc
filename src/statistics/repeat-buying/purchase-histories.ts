/** One row per history. Times share one unit of the caller's choice and count from the customer's first purchase. */
export interface PurchaseHistories {
  /** Purchases after the first; whole numbers. */
  readonly frequency: ArrayLike<number>;
  /** Time of the last purchase, 0 for those who never came back. */
  readonly recency: ArrayLike<number>;
  /** Time from the first purchase to the end of observation. */
  readonly age: ArrayLike<number>;
}

/** Histories and how many customers share each. */
export interface CountedHistories extends PurchaseHistories {
  /** Customers in each row; null for 1 each. */
  readonly customers: ArrayLike<number> | null;
}

/** Throws RangeError naming the first column that is impossible. */
export function requireHistories({ frequency, recency, age }: PurchaseHistories): void {
  if (recency.length !== frequency.length) throw new RangeError('recency must be as long as frequency');
  if (age.length !== frequency.length) throw new RangeError('age must be as long as frequency');
  for (let i = 0; i < frequency.length; i++) {
    const fault = faultOf(frequency[i] ?? Number.NaN, recency[i] ?? Number.NaN, age[i] ?? Number.NaN);
    if (fault !== null) throw new RangeError(`row ${i}: ${fault}`);
  }
}

function faultOf(frequency: number, recency: number, age: number): string | null {
  if (!(frequency >= 0 && Number.isInteger(frequency))) return `frequency ${frequency} is not a count`;
  if (!(age >= 0 && age < Number.POSITIVE_INFINITY)) return `age ${age} is not a time`;
  if (!(recency >= 0 && recency <= age)) return `recency ${recency} is not within 0..age ${age}`;
  return frequency === 0 && recency > 0 ? `recency ${recency} although frequency is 0` : null;
}
