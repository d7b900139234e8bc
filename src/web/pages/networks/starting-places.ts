/** x and y of each node, one after the other. */
export type Places = Float32Array;

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Point number i of a sunflower: evenly spread without a grid. */
function sunflower(i: number, spacing: number): readonly [number, number] {
  const radius = spacing * Math.sqrt(i + 0.5);
  return [radius * Math.cos(i * GOLDEN_ANGLE), radius * Math.sin(i * GOLDEN_ANGLE)];
}

/**
 * Where the nodes stand before forces pull: each community a sunflower of its own, the communities on a larger one, the biggest in the
 * middle. Nodes without a community of their own stand around them. No chance is involved, so the same network looks the same.
 */
export function startingPlaces(community: readonly number[]): Places {
  const members = new Map<number, number[]>();
  for (const [node, own] of community.entries()) {
    const list = members.get(own) ?? [];
    list.push(node);
    members.set(own, list);
  }
  const places = new Float32Array(2 * community.length);
  let taken = 0;
  const outside = members.get(-1) ?? [];
  const inside = [...members].filter(([own]) => own >= 0).sort(([a], [b]) => a - b);
  for (const [, nodes] of inside) {
    // The place of a community grows with those before it, so that large ones do not overlap.
    const [centreX, centreY] = taken === 0 ? [0, 0] : sunflower(taken + nodes.length / 2, 1.6);
    for (const [i, node] of nodes.entries()) {
      const [x, y] = sunflower(i, 0.8);
      places[2 * node] = centreX + x;
      places[2 * node + 1] = centreY + y;
    }
    taken += nodes.length;
  }
  for (const [i, node] of outside.entries()) {
    const [x, y] = sunflower(taken + i, 1.6);
    places[2 * node] = x;
    places[2 * node + 1] = y;
  }
  return places;
}

/** Number of ties of each node. */
export function degrees(nodes: number, from: readonly number[], to: readonly number[]): Uint32Array {
  const count = new Uint32Array(nodes);
  for (const end of [...from, ...to]) count[end] = (count[end] ?? 0) + 1;
  return count;
}
