/** Lower edges of the classes of waiting time, in seconds: fine where most waits end. The last class is open. */
export const WAIT_EDGES = [
  0, 1, 5, 10, 15, 20, 30, 45, 60, 80, 100, 120, 150, 180, 210, 240, 300, 360, 420, 480, 600, 720, 900, 1080, 1260,
  1500, 1800,
] as const;

/** Waits are compared up to half an hour. */
export const HORIZON_SECONDS = 1800;

const POSITION: ReadonlyMap<number, number> = new Map(WAIT_EDGES.map((edge, i) => [edge, i]));

/** Position of the class that begins at an edge. @throws RangeError for anything else */
export function binOf(edge: unknown): number {
  const position = POSITION.get(Number(edge));
  if (position === undefined) throw new RangeError(`no class of waits begins at ${String(edge)}`);
  return position;
}
