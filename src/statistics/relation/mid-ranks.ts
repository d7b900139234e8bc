/** Rank of each row from 1, where a row of count c takes up c ranks and ties share the mean of theirs. */
export function midRanks(column: ArrayLike<number>, counts: Float64Array): Float64Array {
  const order = Array.from(counts.keys()).sort((one, other) => (column[one] ?? 0) - (column[other] ?? 0));
  const ranks = new Float64Array(order.length);
  let before = 0;
  for (let start = 0; start < order.length; ) {
    const value = column[order[start] ?? 0];
    let end = start;
    let members = 0;
    for (; end < order.length && column[order[end] ?? 0] === value; end++) members += counts[order[end] ?? 0] ?? 0;
    for (const row of order.slice(start, end)) ranks[row] = before + (members + 1) / 2;
    before += members;
    start = end;
  }
  return ranks;
}
