import { DirectedGraph, UndirectedGraph } from 'graphology';
import { stronglyConnectedComponents } from 'graphology-components';
import { centrality } from 'graphology-metrics';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { betweenness } from './betweenness.ts';
import { codeNodes } from './code-nodes.ts';
import { coreNumbers } from './core-numbers.ts';
import { louvain } from './louvain.ts';
import { modularity } from './modularity.ts';
import { pageRank } from './page-rank.ts';
import { strongComponents } from './strong-components.ts';
import { weakComponents } from './weak-components.ts';

/** A simple random graph: no loops, no parallel edges. */
function randomEdges(nodes: number, edges: number, seed: number) {
  const random = createRandom(seed);
  const seen = new Set<string>();
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  while (sources.length < edges) {
    const [source, target] = [random.integer(nodes), random.integer(nodes)];
    const key = `${Math.min(source, target)} ${Math.max(source, target)}`;
    if (source === target || seen.has(key)) continue;
    seen.add(key);
    sources.push(source);
    targets.push(target);
    weights.push(1 + random.integer(5));
  }
  return { nodes, sources, targets, weights };
}

const edges = randomEdges(200, 420, 41);
const directed = new DirectedGraph();
const undirected = new UndirectedGraph();
for (let node = 0; node < edges.nodes; node++) {
  directed.addNode(node);
  undirected.addNode(node);
}
edges.sources.forEach((source, edge) => {
  const weight = edges.weights[edge] ?? 1;
  directed.addEdge(source, edges.targets[edge], { weight });
  undirected.addEdge(source, edges.targets[edge], { weight });
});

describe('agrees with graphology, written by others', () => {
  test('PageRank, directed, with weights and dead ends', () => {
    const { rank, diagnostics } = pageRank(edges, { directed: true, tolerance: 1e-14 });
    expect(diagnostics.converged).toBe(true);
    expect(rank.reduce((sum, own) => sum + own, 0)).toBeCloseTo(1, 12);
    const other = centrality.pagerank(directed, { getEdgeWeight: 'weight', tolerance: 1e-14, maxIterations: 1000 });
    rank.forEach((own, node) => {
      expect(own).toBeCloseTo(other[node] ?? Number.NaN, 10);
    });
  });

  test('betweenness, both ways', () => {
    for (const [graph, isDirected] of [
      [directed, true],
      [undirected, false],
    ] as const) {
      const other = centrality.betweenness(graph, { normalized: false, getEdgeWeight: null });
      betweenness(edges, { directed: isDirected }).centrality.forEach((own, node) => {
        expect(own).toBeCloseTo(other[node] ?? Number.NaN, 8);
      });
    }
  });

  test('strong components', () => {
    const others = stronglyConnectedComponents(directed).map((part) => part.length);
    expect([...strongComponents(edges).sizes]).toEqual(others.toSorted((left, right) => right - left));
  });
});

describe('components', () => {
  test('two triangles joined by one directed edge: one weak part, two strong ones', () => {
    const triangles = { nodes: 7, sources: [0, 1, 2, 3, 4, 5, 2], targets: [1, 2, 0, 4, 5, 3, 3], weights: null };
    expect([...weakComponents(triangles).component]).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect([...strongComponents(triangles).component]).toEqual([0, 0, 0, 1, 1, 1, 2]);
    expect([...strongComponents(triangles).sizes]).toEqual([3, 3, 1]);
  });

  test('a path of a million nodes overflows no stack', () => {
    const size = 1_000_000;
    const path = {
      nodes: size,
      sources: Int32Array.from({ length: size - 1 }, (_, node) => node),
      targets: Int32Array.from({ length: size - 1 }, (_, node) => node + 1),
      weights: null,
    };
    expect(strongComponents(path).sizes.length).toBe(size);
    expect(weakComponents(path).sizes[0]).toBe(size);
  });
});

describe('core numbers', () => {
  test('a clique of five with a tail: 4 in the clique, 1 on the tail, 0 apart', () => {
    const clique = [0, 1, 2, 3, 4].flatMap((node) =>
      [0, 1, 2, 3, 4].filter((other) => other > node).map((other) => [node, other]),
    );
    const pairs = [...clique, [4, 5], [5, 6], [6, 6]];
    const cores = coreNumbers({
      nodes: 8,
      sources: pairs.map(([source]) => source ?? 0),
      targets: pairs.map(([, target]) => target ?? 0),
      weights: null,
    });
    expect([...cores]).toEqual([4, 4, 4, 4, 4, 1, 1, 0]);
  });

  test('every core is what repeated stripping leaves', () => {
    const cores = coreNumbers(edges);
    for (const k of [1, 2, 3, 4]) {
      let kept = new Set(Array.from({ length: edges.nodes }, (_, node) => node));
      for (let size = -1; size !== kept.size; ) {
        size = kept.size;
        const degree = new Map<number, number>();
        edges.sources.forEach((source, edge) => {
          const target = edges.targets[edge] ?? -1;
          if (!(kept.has(source) && kept.has(target))) return;
          degree.set(source, (degree.get(source) ?? 0) + 1);
          degree.set(target, (degree.get(target) ?? 0) + 1);
        });
        kept = new Set([...kept].filter((node) => (degree.get(node) ?? 0) >= k));
      }
      expect([...cores.keys()].filter((node) => (cores[node] ?? 0) >= k)).toEqual([...kept]);
    }
  });
});

describe('Louvain', () => {
  const blocks = 8;
  const random = createRandom(42);
  const sources: number[] = [];
  const targets: number[] = [];
  const planted = { nodes: 400, sources, targets, weights: null };
  for (let source = 0; source < 400; source++) {
    for (let target = source + 1; target < 400; target++) {
      const together = source % blocks === target % blocks;
      if (random.uniform() >= (together ? 0.3 : 0.005)) continue;
      sources.push(source);
      targets.push(target);
    }
  }

  test('finds eight planted communities', () => {
    const found = louvain(planted, { random: createRandom(1) });
    expect([...found.sizes]).toEqual(Array.from({ length: blocks }, () => 50));
    for (let node = 0; node < 400; node++) expect(found.community[node]).toBe(found.community[node % blocks]);
    expect(found.modularity).toBeCloseTo(modularity(planted, { community: found.community }), 12);
  });

  test('same seed, same communities; more starts are never worse', () => {
    const [once, again] = [1, 1].map((seed) => louvain(edges, { random: createRandom(seed) }));
    expect(again).toEqual(once);
    const best = louvain(edges, { random: createRandom(1), starts: 10 });
    expect(best.modularity).toBeGreaterThanOrEqual(once?.modularity ?? 1);
  });

  test('no single move of one node raises the modularity of what it returns', () => {
    const found = louvain(edges, { random: createRandom(3) });
    edges.sources.forEach((source, edge) => {
      const moved = Int32Array.from(found.community);
      moved[source] = found.community[edges.targets[edge] ?? 0] ?? 0;
      expect(modularity(edges, { community: moved })).toBeLessThanOrEqual(found.modularity + 1e-12);
    });
  });

  test('leaves nodes without edges alone', () => {
    const found = louvain({ nodes: 3, sources: [], targets: [], weights: null }, { random: createRandom(1) });
    expect([...found.sizes]).toEqual([1, 1, 1]);
  });
});

describe('sampled betweenness', () => {
  test('is unbiased, and its standard error is the true spread between samples', () => {
    const exact = betweenness(edges, { directed: false }).centrality;
    const busiest = exact.indexOf(Math.max(...exact));
    const random = createRandom(7);
    const samples = Array.from({ length: 400 }, () =>
      betweenness(edges, { directed: false, sample: { above: 100, pivots: 50, random } }),
    );
    const values = samples.map((one) => one.centrality[busiest] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    expect(Math.abs(mean - (exact[busiest] ?? 0))).toBeLessThan((3 * spread) / Math.sqrt(values.length));
    const claimed = Math.sqrt(
      samples.reduce((sum, one) => sum + (one.standardErrors?.[busiest] ?? 0) ** 2, 0) / samples.length,
    );
    expect(Math.abs(claimed / spread - 1)).toBeLessThan(0.12);
  });

  test('does not sample a graph below the limit', () => {
    const sample = { above: 1000, pivots: 60, random: createRandom(7) };
    expect(betweenness(edges, { directed: false, sample })).toMatchObject({ standardErrors: null, sources: 200 });
  });
});

describe('edges', () => {
  test('labels are numbered in their own order, not that of the rows', () => {
    const forward = codeNodes({ sources: ['c', 'a'], targets: ['a', 'b'], weights: null });
    expect(forward).toMatchObject({ nodes: 3, labels: ['a', 'b', 'c'] });
    expect([...forward.sources]).toEqual([2, 0]);
    expect(codeNodes({ sources: ['a', 'c'], targets: ['b', 'a'], weights: null }).labels).toEqual(forward.labels);
  });

  test('impossible ones are refused by name', () => {
    expect(() => weakComponents({ nodes: 2, sources: [0], targets: [2], weights: null })).toThrow(/targets/);
    expect(() => weakComponents({ nodes: 2, sources: [0.5], targets: [1], weights: null })).toThrow(/sources/);
    expect(() => pageRank({ nodes: 2, sources: [0], targets: [1], weights: [0] }, { directed: true })).toThrow(
      /weights/,
    );
    expect(() => codeNodes({ sources: ['a'], targets: [], weights: null })).toThrow(/targets/);
  });

  test('PageRank throws rather than return ranks that still move', () => {
    expect(() => pageRank(edges, { directed: true, maximumIterations: 3 })).toThrow(/maximumIterations/);
  });
});
