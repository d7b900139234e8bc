import { real, whole } from './entry.ts';

/** A graph as columns: edge i leads from sources[i] to targets[i]. Nodes are numbered from 0. */
export interface EdgeList {
  readonly nodes: number;
  readonly sources: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
  /** Above 0; null for 1 each. */
  readonly weights: ArrayLike<number> | null;
}

/** Compressed rows: the neighbours of node v stand from offsets[v] to offsets[v + 1]. */
export interface Adjacency {
  readonly nodes: number;
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  /** One per neighbour. */
  readonly weights: Float64Array;
}

/** out: along the edges. in: against them. both: as if edges had no direction; a loop then stands twice. */
export type EdgeDirection = 'out' | 'in' | 'both';

/**
 * Sorts edges by node. Parallel edges stay apart.
 * Throws RangeError for node numbers outside 0..nodes - 1, weights that are not above 0, or columns of unequal length.
 */
export function adjacency(edges: EdgeList, direction: EdgeDirection): Adjacency {
  requireEdges(edges);
  const { nodes } = edges;
  const sources = Int32Array.from(edges.sources);
  const targets = Int32Array.from(edges.targets);
  const along = edges.weights === null ? new Float64Array(sources.length).fill(1) : Float64Array.from(edges.weights);
  const offsets = new Int32Array(nodes + 1);
  if (direction !== 'in') countEnds(sources, offsets);
  if (direction !== 'out') countEnds(targets, offsets);
  for (let node = 0; node < nodes; node++) offsets[node + 1] = whole(offsets, node + 1) + whole(offsets, node);
  const next = offsets.slice(0, nodes);
  const neighbours = new Int32Array(whole(offsets, nodes));
  const weights = new Float64Array(neighbours.length);
  if (direction !== 'in') place({ from: sources, to: targets, along }, { next, neighbours, weights });
  if (direction !== 'out') place({ from: targets, to: sources, along }, { next, neighbours, weights });
  return { nodes, offsets, neighbours, weights };
}

/** Counts the edges of each node one entry further on, where the offset after it will stand. */
function countEnds(from: Int32Array, offsets: Int32Array): void {
  for (let edge = 0; edge < from.length; edge++) {
    const slot = whole(from, edge) + 1;
    offsets[slot] = whole(offsets, slot) + 1;
  }
}

function place(
  { from, to, along }: { readonly from: Int32Array; readonly to: Int32Array; readonly along: Float64Array },
  into: { readonly next: Int32Array; readonly neighbours: Int32Array; readonly weights: Float64Array },
): void {
  const { next, neighbours, weights } = into;
  for (let edge = 0; edge < from.length; edge++) {
    const node = whole(from, edge);
    const at = whole(next, node);
    next[node] = at + 1;
    neighbours[at] = whole(to, edge);
    weights[at] = real(along, edge);
  }
}

/** Sum of the weights at each node. */
export function strength({ nodes, offsets, weights }: Adjacency): Float64Array {
  const sums = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    let sum = 0;
    for (let i = whole(offsets, node); i < whole(offsets, node + 1); i++) sum += real(weights, i);
    sums[node] = sum;
  }
  return sums;
}

function requireEdges({ nodes, sources, targets, weights }: EdgeList): void {
  if (!(Number.isInteger(nodes) && nodes >= 0)) throw new RangeError(`nodes is ${nodes}: not a count`);
  if (targets.length !== sources.length) throw new RangeError('targets must be as long as sources');
  if (weights !== null && weights.length !== sources.length) {
    throw new RangeError('weights must be as long as sources');
  }
  requireNodes('sources', sources, nodes);
  requireNodes('targets', targets, nodes);
  for (let edge = 0; edge < (weights?.length ?? 0); edge++) {
    const weight = weights?.[edge] ?? Number.NaN;
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`weights[${edge}] is ${weight}`);
  }
}

function requireNodes(name: string, column: ArrayLike<number>, nodes: number): void {
  for (let edge = 0; edge < column.length; edge++) {
    const node = column[edge] ?? Number.NaN;
    if (!(node >= 0 && node < nodes && Number.isInteger(node))) {
      throw new RangeError(`${name}[${edge}] is ${node}: not a node of 0..${nodes - 1}`);
    }
  }
}
