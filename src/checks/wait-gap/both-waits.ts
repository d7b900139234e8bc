import type { Cells } from '../cells.ts';
import { type BinnedWaits, noWaits } from './binned-waits.ts';
import { binOf } from './wait-bins.ts';

/** Waits of both groups in calls that are alike enough for hanging up to say nothing about the wait to come: one topic on one channel. */
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

/** Prepares the reading of sums by curve, caller, class of waiting time and outcome; the result is called once per replicate. */
export function readerOf(
  cells: Cells,
  { weight, seconds, squares, unknownAs }: Reading,
): (sums: Float64Array) => readonly BothWaits[] {
  const weightAt = cells.sumNames.indexOf(weight);
  const secondsAt = cells.sumNames.indexOf(seconds);
  const squaresAt = cells.sumNames.indexOf(squares);
  const [curve, caller, bin, answered] = ['curve', 'caller', 'bin', 'answered'].map((name) => cells.by.indexOf(name));
  const curves = [...new Set(cells.tuples.map((tuple) => Number(tuple[curve ?? -1])))].sort((a, b) => a - b);
  const places = cells.tuples.map((tuple) => {
    const who = tuple[caller ?? -1];
    const isExisting = who === 'existing' || (who === 'unknown' && unknownAs === 'existing');
    const matter = curves.indexOf(Number(tuple[curve ?? -1]));
    return { matter, isExisting, bin: binOf(tuple[bin ?? -1]), isAnswered: Number(tuple[answered ?? -1]) === 1 };
  });
  return (sums) => {
    const matters = curves.map((): BothWaits => ({ existing: noWaits(), newcomer: noWaits() }));
    for (const [key, place] of places.entries()) {
      const both = matters[place.matter];
      if (both === undefined) continue;
      const waits = place.isExisting ? both.existing : both.newcomer;
      const at = key * cells.sums;
      add(place.isAnswered ? waits.answered : waits.left, place.bin, sums[at + weightAt]);
      add(place.isAnswered ? waits.answeredSeconds : waits.leftSeconds, place.bin, sums[at + secondsAt]);
      add(waits.squares, place.bin, sums[at + squaresAt]);
    }
    return matters;
  };
}

function add(values: Float64Array, at: number, more: number | undefined): void {
  values[at] = (values[at] ?? 0) + (more ?? 0);
}
