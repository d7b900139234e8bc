import { adjacency, type EdgeList } from './adjacency.ts';
import { type Components, componentsOf } from './component-labels.ts';
import { range, whole } from './entry.ts';

/**
 * Parts of the graph that hang together when edges count in both directions, by union-find with path halving.
 * Throws RangeError for impossible edges. Tarjan (1975), J. ACM 22(2), 215-225, https://doi.org/10.1145/321879.321884
 */
export function weakComponents(edges: EdgeList): Components {
  const { nodes, offsets, neighbours } = adjacency(edges, 'out');
  const parent = range(nodes);
  for (let node = 0; node < nodes; node++) {
    for (let i = whole(offsets, node); i < whole(offsets, node + 1); i++) {
      const [left, right] = [rootOf(parent, node), rootOf(parent, whole(neighbours, i))];
      // The smaller number becomes the root, so the result does not depend on the order of edges.
      parent[Math.max(left, right)] = Math.min(left, right);
    }
  }
  return componentsOf(parent.map((_, node) => rootOf(parent, node)));
}

function rootOf(parent: Int32Array, node: number): number {
  let at = node;
  while (whole(parent, at) !== at) {
    const above = whole(parent, whole(parent, at));
    parent[at] = above;
    at = above;
  }
  return at;
}
