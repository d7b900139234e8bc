import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

interface Asked {
  readonly places: Float32Array;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Rounds of forces: fewer where each takes long, for communities stand together from the start. */
const roundsFor = (nodes: number) => Math.round(Math.max(24, Math.min(120, 600_000 / nodes)));
/** Rounds between two pictures; a large one takes the page long to take up. */
const roundsAtOnce = (nodes: number) => (nodes > 10_000 ? 8 : 6);

// Forces are reckoned here, so that the page stays free to be read and moved meanwhile.
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { places, from, to } = data;
  const graph = new Graph({ multi: true, type: 'undirected' });
  const nodes = places.length / 2;
  for (let node = 0; node < nodes; node++) graph.addNode(node, { x: places[2 * node], y: places[2 * node + 1] });
  for (const [i, a] of from.entries()) graph.addEdge(a, to[i]);
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: nodes > 500, adjustSizes: false };
  const [rounds, atOnce] = [roundsFor(nodes), roundsAtOnce(nodes)];
  for (let round = 0; round < rounds; round += atOnce) {
    forceAtlas2.assign(graph, { iterations: atOnce, settings });
    const found = new Float32Array(places.length);
    graph.forEachNode((node, { x, y }) => {
      found[2 * Number(node)] = Number(x);
      found[2 * Number(node) + 1] = Number(y);
    });
    self.postMessage({ places: found, done: round + atOnce >= rounds });
  }
});
