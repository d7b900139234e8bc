import { adjacency, type EdgeList, strength } from './adjacency.ts';
import { real, whole } from './entry.ts';

/**
 * Modularity of a division into communities, edges taken without direction: the share of weight within communities
 * less `resolution` times what the nodes' strengths alone would put there. 0 for a graph without edges.
 * Throws RangeError for impossible edges or when `community` does not name one community per node.
 * Newman & Girvan (2004), Physical Review E 69, 026113, https://doi.org/10.1103/PhysRevE.69.026113
 */
export function modularity(
  edges: EdgeList,
  { community, resolution = 1 }: { readonly community: Int32Array; readonly resolution?: number },
): number {
  if (community.length !== edges.nodes) throw new RangeError('community must name one community per node');
  const graph = adjacency(edges, 'both');
  const strengths = strength(graph);
  const total = strengths.reduce((sum, own) => sum + own, 0);
  if (total === 0) return 0;
  const members = new Map<number, number>();
  let inside = 0;
  for (let node = 0; node < graph.nodes; node++) {
    const own = whole(community, node);
    members.set(own, (members.get(own) ?? 0) + real(strengths, node));
    for (let i = whole(graph.offsets, node); i < whole(graph.offsets, node + 1); i++) {
      if (whole(community, whole(graph.neighbours, i)) === own) inside += real(graph.weights, i);
    }
  }
  let expected = 0;
  for (const sum of members.values()) expected += (sum / total) ** 2;
  return inside / total - resolution * expected;
}
