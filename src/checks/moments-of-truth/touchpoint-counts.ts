import { type Cells, sumOf } from '../cells.ts';

export interface TouchpointCounts {
  readonly place: string;
  readonly name: string;
  /** How often a customer meets it in a year, as the register says; 0 unknown. */
  readonly frequency: number;
  readonly ratings: number;
  readonly disappointed: number;
  readonly delighted: number;
}

export function touchpointCounts(cells: Cells): readonly TouchpointCounts[] {
  const at = (name: string) => cells.by.indexOf(name);
  return cells.tuples.map((tuple, key) => {
    const only = (candidate: readonly unknown[]) => candidate === cells.tuples[key];
    return {
      place: String(tuple[at('place')]),
      name: String(tuple[at('name')]),
      frequency: Number(tuple[at('frequency')] ?? 0),
      ratings: sumOf(cells, 'ratings', only),
      disappointed: sumOf(cells, 'disappointed', only),
      delighted: sumOf(cells, 'delighted', only),
    };
  });
}

/** Disappointments of a touchpoint in a year (or among the ratings) times the points each goes with: what to look at first. */
export function priorityOf(counts: TouchpointCounts, loss: number, all: readonly TouchpointCounts[]): number {
  const reach = all.every(({ frequency }) => frequency > 0) ? counts.frequency : counts.ratings;
  return reach * (counts.disappointed / counts.ratings) * Math.max(0, loss);
}
