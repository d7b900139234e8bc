import Graph from 'graphology';
import Sigma from 'sigma';
import { EdgeLineProgram, NodePointProgram } from 'sigma/rendering';
import { degrees, type Places, startingPlaces } from './starting-places.ts';

export interface Network {
  readonly community: readonly number[];
  readonly there: readonly boolean[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export interface NetworkInk {
  readonly there: string;
  readonly left: string;
  readonly tie: string;
}

export interface Drawn {
  readonly nearer: () => void;
  readonly farther: () => void;
  readonly whole: () => void;
  readonly end: () => void;
}

/** With more of them, points become smaller: together they must not hide who stands with whom. */
const ROOMY_NODES = 4000;

interface Found {
  readonly places: Places;
  readonly done: boolean;
}

/** Points that cannot be pointed at: nobody is to be found in the picture, and looking for them would draw everything a second time. */
class Points extends NodePointProgram {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
    super(gl, null, renderer);
  }
}

/** Draws the network into an element and lets a worker arrange it. @throws Error where the browser has no WebGL */
export function drawNetwork(element: HTMLElement, network: Network, ink: NetworkInk, arranged: () => void): Drawn {
  const places = startingPlaces(network.community);
  const ties = degrees(network.community.length, network.from, network.to);
  const graph = new Graph({ multi: true, type: 'undirected' });
  const scale = Math.min(1, Math.sqrt(ROOMY_NODES / network.there.length));
  for (const [node, there] of network.there.entries())
    graph.addNode(node, {
      x: places[2 * node],
      y: places[2 * node + 1],
      // Who left is paler and smaller, so that the colour is not the only sign.
      size: scale * ((there ? 2.4 : 1.4) + Math.min(4, Math.sqrt(ties[node] ?? 0) / 2)),
      color: there ? ink.there : ink.left,
    });
  for (const [i, a] of network.from.entries()) graph.addEdge(a, network.to[i], { size: 0.5, color: ink.tie });
  const sigma = new Sigma(graph, element, {
    renderLabels: false,
    hideEdgesOnMove: graph.size > 5000,
    enableEdgeEvents: false,
    nodeProgramClasses: { circle: Points },
    // A line is one pixel wide at any distance: a third of what a band with soft edges would cover.
    edgeProgramClasses: { line: EdgeLineProgram },
    allowInvalidContainer: true,
  });
  // Moving and enlarging need none of these; each would wait for the graphics card to tell what lies under the mouse.
  sigma.getMouseCaptor().removeAllListeners();
  sigma.getTouchCaptor().removeAllListeners();
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Found>) => {
    graph.updateEachNodeAttributes(
      (node, attributes) => ({
        ...attributes,
        x: data.places[2 * Number(node)],
        y: data.places[2 * Number(node) + 1],
      }),
      { attributes: ['x', 'y'] },
    );
    if (data.done) {
      worker.terminate();
      arranged();
    }
  });
  worker.postMessage({ places, from: network.from, to: network.to });
  const camera = sigma.getCamera();
  return {
    nearer: () => void camera.animatedZoom({ duration: 150 }),
    farther: () => void camera.animatedUnzoom({ duration: 150 }),
    whole: () => void camera.animatedReset({ duration: 150 }),
    end: () => {
      worker.terminate();
      sigma.kill();
    },
  };
}

export function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
