import type { Adjacency } from './adjacency.ts';
import { componentsOf } from './component-labels.ts';
import { real, whole } from './entry.ts';

/** Communities become nodes: weights between them add up, weights within become a loop. */
export function aggregateGraph(graph: Adjacency, labels: Int32Array): { graph: Adjacency; community: Int32Array } {
  const { component: community, sizes } = componentsOf(labels);
  const members = membersOf(community, sizes);
  const offsets = new Int32Array(sizes.length + 1);
  const neighbours = new Int32Array(graph.neighbours.length);
  const weights = new Float64Array(graph.neighbours.length);
  const place = new Int32Array(sizes.length).fill(-1);
  let size = 0;
  let member = 0;
  for (let own = 0; own < sizes.length; own++) {
    const start = size;
    for (const end = member + whole(sizes, own); member < end; member++) {
      const node = whole(members, member);
      for (let i = whole(graph.offsets, node); i < whole(graph.offsets, node + 1); i++) {
        const other = whole(community, whole(graph.neighbours, i));
        if (whole(place, other) < start) {
          place[other] = size;
          neighbours[size++] = other;
        }
        weights[whole(place, other)] = real(weights, whole(place, other)) + real(graph.weights, i);
      }
    }
    offsets[own + 1] = size;
  }
  const smaller = {
    nodes: sizes.length,
    offsets,
    neighbours: neighbours.slice(0, size),
    weights: weights.slice(0, size),
  };
  return { graph: smaller, community };
}

/** Nodes sorted by community. */
function membersOf(community: Int32Array, sizes: Int32Array): Int32Array {
  const next = new Int32Array(sizes.length);
  for (let own = 1; own < sizes.length; own++) next[own] = whole(next, own - 1) + whole(sizes, own - 1);
  const members = new Int32Array(community.length);
  community.forEach((own, node) => {
    const at = whole(next, own);
    next[own] = at + 1;
    members[at] = node;
  });
  return members;
}
