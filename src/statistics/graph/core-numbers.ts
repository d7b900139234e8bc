import { adjacency, type EdgeList } from './adjacency.ts';
import { range, whole } from './entry.ts';

/**
 * Core number of each node: the largest k such that the node lies in a part where everyone has at least k neighbours.
 * Directions and weights are ignored; parallel edges count each, loops are dropped. Linear time.
 * Throws RangeError for impossible edges.
 * Batagelj & Zaversnik (2011), Advances in Data Analysis and Classification 5, 129-145, https://arxiv.org/abs/cs/0310049
 */
export function coreNumbers(edges: EdgeList): Int32Array {
  const { nodes, offsets, neighbours } = adjacency(withoutLoops(edges), 'both');
  const degree = Int32Array.from({ length: nodes }, (_, node) => whole(offsets, node + 1) - whole(offsets, node));
  const { start, order, place } = sortByDegree(degree);
  for (const node of order) {
    for (let i = whole(offsets, node); i < whole(offsets, node + 1); i++) {
      const neighbour = whole(neighbours, i);
      const own = whole(degree, neighbour);
      if (own <= whole(degree, node)) continue;
      // The neighbour swaps places with the first of its bin, then the bin begins one later.
      const head = whole(start, own);
      const first = whole(order, head);
      order[whole(place, neighbour)] = first;
      place[first] = whole(place, neighbour);
      order[head] = neighbour;
      place[neighbour] = head;
      start[own] = head + 1;
      degree[neighbour] = own - 1;
    }
  }
  return degree;
}

function withoutLoops(edges: EdgeList): EdgeList {
  const kept = range(edges.sources.length).filter((edge) => edges.sources[edge] !== edges.targets[edge]);
  const column = (from: ArrayLike<number>) => Int32Array.from(kept, (edge) => from[edge] ?? -1);
  return { nodes: edges.nodes, sources: column(edges.sources), targets: column(edges.targets), weights: null };
}

/** Nodes in ascending degree; `start` is where each degree's bin begins, `place` where each node stands. */
function sortByDegree(degree: Int32Array) {
  const highest = degree.reduce((most, own) => Math.max(most, own), 0);
  const start = new Int32Array(highest + 2);
  for (const own of degree) start[own + 1] = whole(start, own + 1) + 1;
  for (let own = 0; own <= highest; own++) start[own + 1] = whole(start, own + 1) + whole(start, own);
  const next = start.slice();
  const order = new Int32Array(degree.length);
  const place = new Int32Array(degree.length);
  degree.forEach((own, node) => {
    const at = whole(next, own);
    next[own] = at + 1;
    order[at] = node;
    place[node] = at;
  });
  return { start, order, place };
}
