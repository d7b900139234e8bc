import type { Random } from '../random.ts';
import { type Adjacency, strength } from './adjacency.ts';
import { range, real, whole } from './entry.ts';

/** A move must gain more than this share of the node's strength; rounding alone must not keep nodes moving. */
const SMALLEST_GAIN = 1e-12;

/**
 * One level of the Louvain method: nodes move to the neighbouring community that gains most modularity until none
 * wants to. Only nodes whose neighbourhood changed are looked at again (queue of Traag 2015).
 */
export class LouvainLevel {
  readonly community: Int32Array;
  readonly #graph: Adjacency;
  readonly #strength: Float64Array;
  readonly #held: Float64Array;
  readonly #links: Float64Array;
  readonly #touched: Int32Array;
  readonly #perStrength: number;
  #touchedSize = 0;

  /** Starts from `community`, which takes on the result. */
  constructor(graph: Adjacency, resolution: number, community: Int32Array) {
    this.#graph = graph;
    this.#strength = strength(graph);
    this.community = community;
    this.#held = new Float64Array(graph.nodes);
    community.forEach((own, node) => {
      this.#held[own] = real(this.#held, own) + real(this.#strength, node);
    });
    this.#links = new Float64Array(graph.nodes).fill(-1);
    this.#touched = new Int32Array(graph.nodes);
    this.#perStrength = resolution / this.#strength.reduce((sum, own) => sum + own, 0);
  }

  /** Moves nodes until none gains. Returns how many moves were made. */
  run(random: Random): number {
    const { nodes } = this.#graph;
    const queue = shuffled(nodes, random);
    const waiting = new Uint8Array(nodes).fill(1);
    let moves = 0;
    let head = 0;
    for (let left = nodes; left > 0; left--) {
      const node = whole(queue, head);
      waiting[node] = 0;
      const slot = head;
      head = head + 1 === nodes ? 0 : head + 1;
      if (!this.#improve(node)) continue;
      moves += 1;
      left += this.#enqueueNeighbours(node, queue, slot, left, waiting);
    }
    return moves;
  }

  #enqueueNeighbours(node: number, queue: Int32Array, slot: number, left: number, waiting: Uint8Array): number {
    const { nodes, offsets, neighbours } = this.#graph;
    const own = whole(this.community, node);
    let added = 0;
    for (let i = whole(offsets, node); i < whole(offsets, node + 1); i++) {
      const neighbour = whole(neighbours, i);
      if (waiting[neighbour] === 1 || neighbour === node || whole(this.community, neighbour) === own) continue;
      waiting[neighbour] = 1;
      queue[(slot + left + added) % nodes] = neighbour;
      added += 1;
    }
    return added;
  }

  #improve(node: number): boolean {
    const own = whole(this.community, node);
    const strengthOfNode = real(this.#strength, node);
    this.#countLinks(node, own);
    this.#held[own] = real(this.#held, own) - strengthOfNode;
    const cost = strengthOfNode * this.#perStrength;
    let best = own;
    let bestGain = real(this.#links, own) - cost * real(this.#held, own) + SMALLEST_GAIN * strengthOfNode;
    for (let k = 0; k < this.#touchedSize; k++) {
      const candidate = whole(this.#touched, k);
      const gain = real(this.#links, candidate) - cost * real(this.#held, candidate);
      this.#links[candidate] = -1;
      if (gain <= bestGain) continue;
      best = candidate;
      bestGain = gain;
    }
    this.#held[best] = real(this.#held, best) + strengthOfNode;
    this.community[node] = best;
    return best !== own;
  }

  /** Weight of the node's edges to each neighbouring community, the own one always among them; loops do not count. */
  #countLinks(node: number, own: number): void {
    const { offsets, neighbours, weights } = this.#graph;
    const links = this.#links;
    links[own] = 0;
    this.#touched[0] = own;
    let size = 1;
    for (let i = whole(offsets, node); i < whole(offsets, node + 1); i++) {
      const neighbour = whole(neighbours, i);
      if (neighbour === node) continue;
      const candidate = whole(this.community, neighbour);
      const before = real(links, candidate);
      if (before < 0) {
        this.#touched[size++] = candidate;
        links[candidate] = real(weights, i);
      } else {
        links[candidate] = before + real(weights, i);
      }
    }
    this.#touchedSize = size;
  }
}

function shuffled(size: number, random: Random): Int32Array {
  const order = range(size);
  for (let i = size - 1; i > 0; i--) {
    const chosen = random.integer(i + 1);
    const kept = whole(order, i);
    order[i] = whole(order, chosen);
    order[chosen] = kept;
  }
  return order;
}
