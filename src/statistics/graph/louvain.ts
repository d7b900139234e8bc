import type { Random } from '../random.ts';
import { type Adjacency, adjacency, type EdgeList } from './adjacency.ts';
import { aggregateGraph } from './aggregate-graph.ts';
import { componentsOf } from './component-labels.ts';
import { range, whole } from './entry.ts';
import { LouvainLevel } from './louvain-level.ts';
import { modularity } from './modularity.ts';

export interface Communities {
  /** Community of each node; 0 is the largest. */
  readonly community: Int32Array;
  readonly sizes: Int32Array;
  readonly modularity: number;
  /** Levels of aggregation of the best start. */
  readonly levels: number;
}

/**
 * Communities of a graph (edges taken without direction) by the Louvain method: a heuristic for the division of
 * highest modularity, depending on the order in which nodes are tried. Unlike the original it returns to single nodes
 * after merging, so no node would gain by joining a neighbour's community (Rotta & Noack 2011). The order comes from
 * `random`; of `starts` independent orders the best is kept. Higher resolution gives smaller communities. Nodes without edges stay alone.
 * Throws RangeError for impossible edges, resolution not above 0, or starts below 1.
 * Blondel, Guillaume, Lambiotte & Lefebvre (2008), J. Statistical Mechanics P10008,
 * https://doi.org/10.1088/1742-5468/2008/10/P10008; Traag (2015), Physical Review E 92, 032801;
 * Rotta & Noack (2011), ACM J. Experimental Algorithmics 16, 2.3
 */
export function louvain(
  edges: EdgeList,
  options: { readonly random: Random; readonly resolution?: number; readonly starts?: number },
): Communities {
  const { random, resolution = 1, starts = 1 } = options;
  if (!(resolution > 0)) throw new RangeError(`resolution must be above 0, got ${resolution}`);
  if (!(Number.isInteger(starts) && starts >= 1)) throw new RangeError(`starts must be at least 1, got ${starts}`);
  const graph = adjacency(edges, 'both');
  let best: Communities | null = null;
  for (let start = 0; start < starts; start++) {
    const { labels, levels } = oneRun(graph, resolution, random);
    const { component: community, sizes } = componentsOf(labels);
    const found = { community, sizes, modularity: modularity(edges, { community, resolution }), levels };
    if (best === null || found.modularity > best.modularity) best = found;
  }
  return best ?? { community: new Int32Array(), sizes: new Int32Array(), modularity: 0, levels: 0 };
}

/** Climbs to coarser graphs and comes back to move single nodes again, until not one of them gains by moving. */
function oneRun(graph: Adjacency, resolution: number, random: Random): { labels: Int32Array; levels: number } {
  let labels = range(graph.nodes);
  let levels = 0;
  if (graph.neighbours.length === 0) return { labels, levels };
  while (new LouvainLevel(graph, resolution, labels).run(random) > 0) {
    const climbed = climb(aggregateGraph(graph, labels), resolution, random);
    labels = climbed.community;
    levels = Math.max(levels, climbed.levels);
  }
  return { labels, levels };
}

/** Moves communities as a whole, level upon level. */
function climb(
  start: { readonly graph: Adjacency; readonly community: Int32Array },
  resolution: number,
  random: Random,
): { community: Int32Array; levels: number } {
  let { graph, community } = start;
  for (let levels = 1; ; levels++) {
    const merged = range(graph.nodes);
    if (new LouvainLevel(graph, resolution, merged).run(random) === 0) return { community, levels };
    const next = aggregateGraph(graph, merged);
    community = community.map((own) => whole(next.community, own));
    graph = next.graph;
  }
}
