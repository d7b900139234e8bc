import { whole } from './entry.ts';

/** Which part of the graph each node belongs to. Part 0 is the largest; equals are ordered by their first node. */
export interface Components {
  readonly component: Int32Array;
  /** Nodes in each part, descending. */
  readonly sizes: Int32Array;
}

/** Renumbers arbitrary labels of 0..nodes - 1 by size. */
export function componentsOf(labels: Int32Array): Components {
  const counts = new Int32Array(labels.length);
  const first = new Int32Array(labels.length).fill(-1);
  const used: number[] = [];
  labels.forEach((label, node) => {
    if (whole(counts, label) === 0) {
      used.push(label);
      first[label] = node;
    }
    counts[label] = whole(counts, label) + 1;
  });
  used.sort((left, right) => whole(counts, right) - whole(counts, left) || whole(first, left) - whole(first, right));
  const position = new Int32Array(labels.length);
  used.forEach((label, place) => {
    position[label] = place;
  });
  return {
    component: labels.map((label) => whole(position, label)),
    sizes: Int32Array.from(used, (label) => whole(counts, label)),
  };
}
