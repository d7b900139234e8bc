import type { Cells } from '../cells.ts';
import { binOf } from './wait-bins.ts';
import { type BinnedWaits, noWaits } from './waiting-curve.ts';

export interface BothWaits {
  readonly existing: BinnedWaits;
  readonly newcomer: BinnedWaits;
}

/** Which sums of the cells hold the weights, the weighted seconds and the squared weights, and whose an unknown caller's wait is. */
export interface Reading {
  readonly weight: string;
  readonly seconds: string;
  readonly squares: string;
  readonly unknownAs: 'existing' | 'newcomer';
}

export const COMPARED: Reading = { weight: 'weight', seconds: 'seconds', squares: 'squares', unknownAs: 'existing' };

/** Prepares the reading of sums by caller, class of waiting time and outcome; the result is called once per replicate. */
export function readerOf(
  cells: Cells,
  { weight, seconds, squares, unknownAs }: Reading,
): (sums: Float64Array) => BothWaits {
  const weightAt = cells.sumNames.indexOf(weight);
  const secondsAt = cells.sumNames.indexOf(seconds);
  const squaresAt = cells.sumNames.indexOf(squares);
  const [caller, bin, answered] = ['caller', 'bin', 'answered'].map((name) => cells.by.indexOf(name));
  const places = cells.tuples.map((tuple) => {
    const who = tuple[caller ?? -1];
    const isExisting = who === 'existing' || (who === 'unknown' && unknownAs === 'existing');
    return { isExisting, bin: binOf(tuple[bin ?? -1]), isAnswered: Number(tuple[answered ?? -1]) === 1 };
  });
  return (sums) => {
    const both = { existing: noWaits(), newcomer: noWaits() };
    for (const [key, place] of places.entries()) {
      const waits = place.isExisting ? both.existing : both.newcomer;
      const at = key * cells.sums;
      add(place.isAnswered ? waits.answered : waits.left, place.bin, sums[at + weightAt]);
      add(place.isAnswered ? waits.answeredSeconds : waits.leftSeconds, place.bin, sums[at + secondsAt]);
      add(waits.squares, place.bin, sums[at + squaresAt]);
    }
    return both;
  };
}

function add(values: Float64Array, at: number, more: number | undefined): void {
  values[at] = (values[at] ?? 0) + (more ?? 0);
}
