/** Weight that appears (or, negative, disappears) at a moment, at a rank of the score. */
export interface RankedChange {
  readonly moment: Int32Array;
  readonly rank: Int32Array;
  readonly weight: Float64Array;
}

/** Questions: of the weight that changed before a moment, how much lies below, on and above a rank. */
export interface RankedQuery {
  readonly moment: Int32Array;
  readonly rank: Int32Array;
}

export interface RankedSums {
  readonly below: Float64Array;
  readonly tied: Float64Array;
  readonly total: Float64Array;
}

/** Answers all questions in one walk through the moments: n log n. */
export function rankedSums(changes: RankedChange, queries: RankedQuery, ranks: number): RankedSums {
  const answers = {
    below: new Float64Array(queries.moment.length),
    tied: new Float64Array(queries.moment.length),
    total: new Float64Array(queries.moment.length),
  };
  const tree = fenwickTree(ranks);
  const atRank = new Float64Array(ranks);
  let total = 0;
  const changeOrder = byMoment(changes.moment);
  let next = 0;
  for (const query of byMoment(queries.moment)) {
    const moment = queries.moment[query] ?? 0;
    for (; next < changeOrder.length; next++) {
      const change = changeOrder[next] ?? 0;
      if ((changes.moment[change] ?? 0) >= moment) break;
      const weight = changes.weight[change] ?? 0;
      const rank = changes.rank[change] ?? 0;
      total += weight;
      atRank[rank] = (atRank[rank] ?? 0) + weight;
      tree.add(rank, weight);
    }
    const rank = queries.rank[query] ?? 0;
    answers.below[query] = tree.below(rank);
    answers.tied[query] = atRank[rank] ?? 0;
    answers.total[query] = total;
  }
  return answers;
}

/** Fenwick, P. M. (1994), Software: Practice and Experience 24, 327-336. */
function fenwickTree(ranks: number) {
  const tree = new Float64Array(ranks + 1);
  return {
    add(rank: number, weight: number): void {
      for (let node = rank + 1; node <= ranks; node += node & -node) tree[node] = (tree[node] ?? 0) + weight;
    },
    below(rank: number): number {
      let sum = 0;
      for (let node = rank; node > 0; node -= node & -node) sum += tree[node] ?? 0;
      return sum;
    },
  };
}

// Moments are small whole numbers, so counting them sorts them.
function byMoment(moment: Int32Array): Int32Array {
  const least = moment.reduce((low, value) => Math.min(low, value), 0);
  const most = moment.reduce((high, value) => Math.max(high, value), 0);
  const place = new Int32Array(most - least + 2);
  for (const value of moment) place[value - least + 1] = (place[value - least + 1] ?? 0) + 1;
  for (let k = 1; k < place.length; k++) place[k] = (place[k] ?? 0) + (place[k - 1] ?? 0);
  const order = new Int32Array(moment.length);
  moment.forEach((value, i) => {
    const at = place[value - least] ?? 0;
    order[at] = i;
    place[value - least] = at + 1;
  });
  return order;
}
