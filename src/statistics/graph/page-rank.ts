import { type Adjacency, adjacency, type EdgeList, strength } from './adjacency.ts';
import { real, whole } from './entry.ts';

export interface PageRank {
  /** Share of a random walker's time at each node; adds up to 1. */
  readonly rank: Float64Array;
  readonly diagnostics: { readonly converged: true; readonly iterations: number; readonly lastChange: number };
}

/**
 * PageRank by power iteration: a walker follows edges in proportion to their weight, and with probability 1 - damping,
 * or where no edge leads on, jumps to any node.
 * Throws RangeError for impossible edges, damping outside (0, 1), or when the ranks still change by more than
 * `tolerance` in sum after `maximumIterations`: half-walked ranks are never returned.
 * Brin & Page (1998), Computer Networks 30, 107-117, https://doi.org/10.1016/S0169-7552(98)00110-X
 */
export function pageRank(
  edges: EdgeList,
  options: {
    readonly directed: boolean;
    readonly damping?: number;
    readonly tolerance?: number;
    readonly maximumIterations?: number;
  },
): PageRank {
  const { directed, damping = 0.85, tolerance = 1e-10, maximumIterations = 1000 } = options;
  if (!(damping > 0 && damping < 1)) throw new RangeError(`damping must lie strictly between 0 and 1, got ${damping}`);
  const incoming = adjacency(edges, directed ? 'in' : 'both');
  const leaving = directed ? strength(adjacency(edges, 'out')) : strength(incoming);
  let rank = new Float64Array(edges.nodes).fill(1 / edges.nodes);
  let next = new Float64Array(edges.nodes);
  for (let iterations = 1; iterations <= maximumIterations; iterations++) {
    const lastChange = walk(incoming, leaving, damping, rank, next);
    [rank, next] = [next, rank];
    if (lastChange <= tolerance) return { rank, diagnostics: { converged: true, iterations, lastChange } };
  }
  throw new RangeError(`maximumIterations: ranks have not settled to ${tolerance} after ${maximumIterations} rounds`);
}

/** One step of the walker from `rank` to `next`. Returns the sum of changes. */
function walk(
  { nodes, offsets, neighbours, weights }: Adjacency,
  leaving: Float64Array,
  damping: number,
  rank: Float64Array,
  next: Float64Array,
): number {
  const perWeight = rank.map((own, node) => (real(leaving, node) > 0 ? own / real(leaving, node) : 0));
  const stuck = rank.reduce((sum, own, node) => (real(leaving, node) > 0 ? sum : sum + own), 0);
  const jump = (1 - damping + damping * stuck) / nodes;
  let change = 0;
  for (let node = 0; node < nodes; node++) {
    let arrived = 0;
    for (let i = whole(offsets, node); i < whole(offsets, node + 1); i++) {
      arrived += real(weights, i) * real(perWeight, whole(neighbours, i));
    }
    next[node] = jump + damping * arrived;
    change += Math.abs(real(next, node) - real(rank, node));
  }
  return change;
}
