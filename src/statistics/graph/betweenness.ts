import type { Random } from '../random.ts';
import { type Adjacency, adjacency, type EdgeList } from './adjacency.ts';
import { range, real, whole } from './entry.ts';

export interface Betweenness {
  /** Shortest paths between pairs of others that lead through the node, each pair counted once when undirected. */
  readonly centrality: Float64Array;
  /** Standard errors of the sampled numbers, null when every node was a source. */
  readonly standardErrors: Float64Array | null;
  readonly sources: number;
}

/**
 * Betweenness by Brandes' accumulation over shortest paths in hops; weights are ignored, parallel edges multiply paths.
 * Above `sample.above` nodes only `sample.pivots` sources are drawn without replacement and scaled up, with standard
 * errors from the spread between sources.
 * Throws RangeError for impossible edges or fewer than 2 pivots.
 * Brandes (2001), J. Mathematical Sociology 25(2), 163-177, https://doi.org/10.1080/0022250X.2001.9990249;
 * Brandes & Pich (2007), Int. J. Bifurcation and Chaos 17(7), 2303-2318
 */
export function betweenness(
  edges: EdgeList,
  options: {
    readonly directed: boolean;
    readonly sample?: { readonly above: number; readonly pivots: number; readonly random: Random };
  },
): Betweenness {
  const { directed, sample } = options;
  const graph = adjacency(edges, directed ? 'out' : 'both');
  const { nodes } = graph;
  const sampled = sample !== undefined && nodes > sample.above && sample.pivots < nodes;
  const pivots = sampled ? drawPivots(nodes, sample.pivots, sample.random) : null;
  const sources = pivots ?? range(nodes);
  const sums = new Float64Array(nodes);
  const squares = new Float64Array(nodes);
  const paths = new ShortestPaths(graph);
  for (const source of sources) {
    const dependency = paths.dependencies(source);
    for (let node = 0; node < nodes; node++) {
      const through = node === source ? 0 : real(dependency, node);
      sums[node] = real(sums, node) + through;
      squares[node] = real(squares, node) + through * through;
    }
  }
  const used = sources.length;
  const factor = (directed ? 1 : 0.5) * (nodes / Math.max(1, used));
  const error = (sum: number, node: number) => {
    const variance = (real(squares, node) - (sum * sum) / used) / (used - 1);
    return factor * Math.sqrt(Math.max(0, variance) * used * (1 - used / nodes));
  };
  return {
    centrality: sums.map((sum) => sum * factor),
    standardErrors: sampled ? sums.map(error) : null,
    sources: used,
  };
}

function drawPivots(nodes: number, pivots: number, random: Random): Int32Array {
  if (!(Number.isInteger(pivots) && pivots >= 2)) throw new RangeError(`pivots must be at least 2, got ${pivots}`);
  const deck = range(nodes);
  for (let i = 0; i < pivots; i++) {
    const chosen = i + random.integer(nodes - i);
    const kept = whole(deck, i);
    deck[i] = whole(deck, chosen);
    deck[chosen] = kept;
  }
  return deck.slice(0, pivots);
}

class ShortestPaths {
  readonly #graph: Adjacency;
  readonly #distance: Int32Array;
  readonly #count: Float64Array;
  readonly #dependency: Float64Array;
  readonly #order: Int32Array;

  constructor(graph: Adjacency) {
    this.#graph = graph;
    this.#distance = new Int32Array(graph.nodes);
    this.#count = new Float64Array(graph.nodes);
    this.#dependency = new Float64Array(graph.nodes);
    this.#order = new Int32Array(graph.nodes);
  }

  /** Sum over targets of the share of shortest paths from `source` that pass each node. Reused between calls. */
  dependencies(source: number): Float64Array {
    const reached = this.#walk(source);
    this.#dependency.fill(0);
    for (let k = reached - 1; k > 0; k--) this.#collect(whole(this.#order, k));
    return this.#dependency;
  }

  #walk(source: number): number {
    const { offsets, neighbours } = this.#graph;
    this.#distance.fill(-1);
    this.#count.fill(0);
    this.#distance[source] = 0;
    this.#count[source] = 1;
    this.#order[0] = source;
    let reached = 1;
    for (let k = 0; k < reached; k++) {
      const node = whole(this.#order, k);
      const further = whole(this.#distance, node) + 1;
      for (let i = whole(offsets, node); i < whole(offsets, node + 1); i++) {
        const neighbour = whole(neighbours, i);
        if (whole(this.#distance, neighbour) < 0) {
          this.#distance[neighbour] = further;
          this.#order[reached++] = neighbour;
        }
        if (whole(this.#distance, neighbour) === further) {
          this.#count[neighbour] = real(this.#count, neighbour) + real(this.#count, node);
        }
      }
    }
    return reached;
  }

  /** Gathers from the nodes one hop further, whose own dependencies are complete in this order. */
  #collect(node: number): void {
    const { offsets, neighbours } = this.#graph;
    const further = whole(this.#distance, node) + 1;
    let sum = 0;
    for (let i = whole(offsets, node); i < whole(offsets, node + 1); i++) {
      const neighbour = whole(neighbours, i);
      if (whole(this.#distance, neighbour) !== further) continue;
      sum += (1 + real(this.#dependency, neighbour)) / real(this.#count, neighbour);
    }
    this.#dependency[node] = sum * real(this.#count, node);
  }
}
