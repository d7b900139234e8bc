import { WAIT_EDGES } from '#facts/queue-tally.ts';

const POSITION: ReadonlyMap<number, number> = new Map(WAIT_EDGES.map((edge, i) => [edge, i]));

/** Position of the class that begins at an edge. @throws RangeError for anything else */
export function binOf(edge: unknown): number {
  const position = POSITION.get(Number(edge));
  if (position === undefined) throw new RangeError(`no class of waits begins at ${String(edge)}`);
  return position;
}
