import { type Adjacency, adjacency, type EdgeList } from './adjacency.ts';
import { type Components, componentsOf } from './component-labels.ts';
import { whole } from './entry.ts';

/**
 * Parts of a directed graph in which everyone reaches everyone, by Tarjan's depth-first search without recursion.
 * Throws RangeError for impossible edges. Tarjan (1972), SIAM J. Computing 1(2), 146-160,
 * https://doi.org/10.1137/0201010
 */
export function strongComponents(edges: EdgeList): Components {
  const graph = adjacency(edges, 'out');
  const search = new TarjanSearch(graph);
  for (let node = 0; node < graph.nodes; node++) search.from(node);
  return componentsOf(search.labels);
}

class TarjanSearch {
  readonly labels: Int32Array;
  readonly #graph: Adjacency;
  readonly #found: Int32Array;
  readonly #lowest: Int32Array;
  readonly #next: Int32Array;
  readonly #path: Int32Array;
  readonly #open: Int32Array;
  #openSize = 0;
  #pathSize = 0;
  #clock = 0;
  #parts = 0;

  constructor(graph: Adjacency) {
    this.#graph = graph;
    this.labels = new Int32Array(graph.nodes).fill(-1);
    this.#found = new Int32Array(graph.nodes).fill(-1);
    this.#lowest = new Int32Array(graph.nodes);
    this.#next = graph.offsets.slice(0, graph.nodes);
    this.#path = new Int32Array(graph.nodes);
    this.#open = new Int32Array(graph.nodes);
  }

  from(start: number): void {
    if (whole(this.#found, start) >= 0) return;
    this.#enter(start);
    while (this.#pathSize > 0) {
      const node = whole(this.#path, this.#pathSize - 1);
      const edge = whole(this.#next, node);
      if (edge < whole(this.#graph.offsets, node + 1)) {
        this.#next[node] = edge + 1;
        this.#follow(node, whole(this.#graph.neighbours, edge));
      } else {
        this.#leave(node);
      }
    }
  }

  #enter(node: number): void {
    this.#found[node] = this.#clock;
    this.#lowest[node] = this.#clock;
    this.#clock += 1;
    this.#path[this.#pathSize++] = node;
    this.#open[this.#openSize++] = node;
  }

  #follow(node: number, neighbour: number): void {
    if (whole(this.#found, neighbour) < 0) this.#enter(neighbour);
    else if (whole(this.labels, neighbour) < 0) this.#lower(node, whole(this.#found, neighbour));
  }

  #leave(node: number): void {
    this.#pathSize -= 1;
    const lowest = whole(this.#lowest, node);
    if (this.#pathSize > 0) this.#lower(whole(this.#path, this.#pathSize - 1), lowest);
    if (lowest < whole(this.#found, node)) return;
    let member = -1;
    while (member !== node) {
      member = whole(this.#open, --this.#openSize);
      this.labels[member] = this.#parts;
    }
    this.#parts += 1;
  }

  #lower(node: number, to: number): void {
    this.#lowest[node] = Math.min(whole(this.#lowest, node), to);
  }
}
