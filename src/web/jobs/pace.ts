/** How far a piece of work was when it was seen. `atMilliseconds` on any steady clock, the same for all sightings. */
export interface Sighting {
  readonly done: number;
  readonly total: number;
  readonly atMilliseconds: number;
}

export interface Pace {
  readonly doneShare: number;
  /** Per second; null while nothing has moved yet. */
  readonly perSecond: number | null;
  readonly remainingSeconds: number | null;
}

/** Too short a time says nothing about the rest. */
const SHORTEST_MILLISECONDS = 1000;

/** Pace between the first and the latest sighting; null while the size of the work is unknown. */
export function paceOf(first: Sighting, latest: Sighting): Pace | null {
  if (latest.total <= 0) return null;
  const doneShare = Math.min(1, latest.done / latest.total);
  const milliseconds = latest.atMilliseconds - first.atMilliseconds;
  const moved = latest.done - first.done;
  if (milliseconds < SHORTEST_MILLISECONDS || moved <= 0) return { doneShare, perSecond: null, remainingSeconds: null };
  const perSecond = (moved * 1000) / milliseconds;
  return { doneShare, perSecond, remainingSeconds: Math.max(0, latest.total - latest.done) / perSecond };
}
