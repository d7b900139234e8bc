import { WAIT_EDGES } from '#facts/queue-tally.ts';

const BINS = WAIT_EDGES.length;

/** Weights by class of waiting time, with the exact seconds waited (cut at half an hour). */
export interface BinnedWaits {
  readonly answered: Float64Array;
  readonly answeredSeconds: Float64Array;
  readonly left: Float64Array;
  readonly leftSeconds: Float64Array;
  /** Squared weights of all callers of the class: how few they really are when some stand for many. */
  readonly squares: Float64Array;
}

export function noWaits(): BinnedWaits {
  return {
    answered: new Float64Array(BINS),
    answeredSeconds: new Float64Array(BINS),
    left: new Float64Array(BINS),
    leftSeconds: new Float64Array(BINS),
    squares: new Float64Array(BINS),
  };
}

/** The waits of several kinds of calls taken together. */
export function addedUp(groups: readonly BinnedWaits[]): BinnedWaits {
  const all = noWaits();
  for (const group of groups) {
    for (const key of ['answered', 'answeredSeconds', 'left', 'leftSeconds', 'squares'] as const)
      for (const [b, value] of group[key].entries()) all[key][b] = (all[key][b] ?? 0) + value;
  }
  return all;
}

/** Weight of all callers. */
export const everybody = ({ answered, left }: BinnedWaits) => sum(answered) + sum(left);

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
