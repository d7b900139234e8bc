import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { codeNodes } from '#statistics/graph/code-nodes.ts';
import { louvain } from '#statistics/graph/louvain.ts';
import { pageRank } from '#statistics/graph/page-rank.ts';
import { createRandom } from '#statistics/random.ts';
import { type BenchRow, bestOf, compared } from './best-of.ts';

const FILE = '../shared/data/soc_epinions1.csv';
/** igraph on 405,739 edges, two cores; used where Python has no igraph. */
const REFERENCE = { louvain: 480, pageRank: 12 };

/** igraph's times on the very same edges, given to it as pairs on standard input. */
const PYTHON = `
import json, sys, time, igraph
numbers = [int(number) for number in sys.stdin.read().split()]
graph = igraph.Graph(edges=list(zip(numbers[::2], numbers[1::2])))
def best(work):
    times = []
    for _ in range(5):
        start = time.perf_counter(); result = work(); times.append((time.perf_counter() - start) * 1000)
    return min(times), result
louvain, communities = best(graph.community_multilevel)
rank, _ = best(lambda: graph.pagerank(directed=False))
print(json.dumps({"louvain": louvain, "pageRank": rank, "modularity": communities.modularity, "version": igraph.__version__}))
`;
const Peer = z.object({ louvain: z.number(), pageRank: z.number(), modularity: z.number(), version: z.string() });

interface Edges {
  readonly nodes: number;
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  readonly weights: null | ArrayLike<number>;
}

function readEdges(): Edges {
  const pairs = readFileSync(FILE, 'utf8').trim().split('\n').slice(1);
  const numbers = pairs.map((line) => line.split(',').map(Number));
  return codeNodes({
    sources: numbers.map(([source = 0]) => source),
    targets: numbers.map(([, target = 0]) => target),
    weights: null,
  });
}

/** As many edges between nodes of very unequal degree, where the file is not at hand. */
function simulateEdges(): Edges {
  const random = createRandom(405_739);
  const nodes = 75_877;
  const end = () => Math.floor(nodes * random.uniform() ** 3);
  return {
    nodes,
    sources: Int32Array.from({ length: 405_739 }, end),
    targets: Int32Array.from({ length: 405_739 }, end),
    weights: null,
  };
}

function measurePeer({ sources, targets }: Edges) {
  const input = Array.from(sources, (source, edge) => `${source} ${targets[edge] ?? 0}`).join('\n');
  const ran = spawnSync(process.env['PYTHON'] ?? 'python3', ['-c', PYTHON], {
    input,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  if (ran.status !== 0) return { ...REFERENCE, peer: 'igraph, reference machine' };
  const { version, modularity, ...times } = Peer.parse(JSON.parse(ran.stdout));
  return { ...times, peer: `igraph ${version}, here (modularity ${modularity.toFixed(4)})` };
}

export async function run(): Promise<BenchRow[]> {
  const [edges, source] = existsSync(FILE) ? [readEdges(), 'Epinions'] : [simulateEdges(), 'simulated'];
  const peer = measurePeer(edges);
  const size = `${source}, ${edges.sources.length} edges`;
  const { modularity } = louvain(edges, { random: createRandom(1) });
  const milliseconds = bestOf(5, () => louvain(edges, { random: createRandom(1) }));
  return [
    compared(
      { name: `Louvain, ${size} (modularity ${modularity.toFixed(4)})`, milliseconds },
      { peer: peer.peer, peerMilliseconds: peer.louvain, target: 3 },
    ),
    compared(
      { name: `PageRank, ${size}`, milliseconds: bestOf(10, () => pageRank(edges, { directed: false })) },
      { peer: peer.peer, peerMilliseconds: peer.pageRank, target: 3 },
    ),
  ];
}
