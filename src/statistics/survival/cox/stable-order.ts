import { firstAtOrAfter } from '../moments.ts';

/** Row numbers stratum by stratum (one stratum when null), in each the largest value first, ties in the order of the rows. */
export function stableOrder(stratum: ArrayLike<number> | null, value: ArrayLike<number>): Int32Array {
  const rows = Int32Array.from({ length: value.length }, (_, i) => i);
  const latestFirst = countingSort(rows, ranksOf(value, -1));
  return stratum === null ? latestFirst : countingSort(latestFirst, ranksOf(stratum, 1));
}

/** Rank 0.. of each entry among the distinct values, rising (direction 1) or falling (-1). */
function ranksOf(column: ArrayLike<number>, direction: 1 | -1): Int32Array {
  const sorted = Float64Array.from(column).sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const ranks = new Int32Array(column.length);
  for (let i = 0; i < ranks.length; i++) {
    const rank = firstAtOrAfter(distinct, column[i] ?? 0);
    ranks[i] = direction === 1 ? rank : distinct.length - 1 - rank;
  }
  return ranks;
}

/** The rows in the order of their ranks, keeping the given order among equals. */
function countingSort(rows: Int32Array, rank: Int32Array): Int32Array {
  const place = new Int32Array(rows.length + 1);
  for (const row of rows) place[(rank[row] ?? 0) + 1] = (place[(rank[row] ?? 0) + 1] ?? 0) + 1;
  for (let k = 1; k < place.length; k++) place[k] = (place[k] ?? 0) + (place[k - 1] ?? 0);
  const order = new Int32Array(rows.length);
  for (const row of rows) {
    const at = place[rank[row] ?? 0] ?? 0;
    order[at] = row;
    place[rank[row] ?? 0] = at + 1;
  }
  return order;
}
