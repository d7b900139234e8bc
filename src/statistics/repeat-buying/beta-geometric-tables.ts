import type { DistinctCells } from './distinct-cells.ts';
import { distinctIndex } from './distinct-index.ts';
import { real, whole } from './entry.ts';
import { emptyLogRise, type LogRise } from './log-rise.ts';

/** When a customer may leave for good: only after a repeat purchase (BG), or after the first one as well (MBG). */
export type FirstExit = 'afterRepeat' | 'afterFirst';

/** The cells of a beta-geometric model, coded by distinct counts and times, with room for one value per distinct. */
export interface BetaGeometricTables {
  readonly counts: Float64Array;
  /** Chances to leave that a customer with each count has passed. */
  readonly flips: Float64Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly perCount: Float64Array;
  readonly perEnd: Float64Array;
  readonly purchasesPerEnd: Float64Array;
  /** Cells that may have left already, as positions in counts, starts and ends. */
  readonly exits: {
    readonly count: Int32Array;
    readonly start: Int32Array;
    readonly end: Int32Array;
    readonly customers: Float64Array;
  };
  readonly rate: LogRise;
  readonly stay: LogRise;
  readonly both: LogRise;
  readonly logStart: Float64Array;
  readonly inverseStart: Float64Array;
  readonly logEnd: Float64Array;
  readonly inverseEnd: Float64Array;
  readonly logExit: Float64Array;
}

/** Prepares distinct (frequency, recency, age) cells for `betaGeometricLikelihood`. */
export function betaGeometricTables({ columns, customers }: DistinctCells, firstExit: FirstExit): BetaGeometricTables {
  const [frequency = new Float64Array(), recency = new Float64Array(), age = new Float64Array()] = columns;
  const counts = distinctIndex(frequency);
  const starts = distinctIndex(recency);
  const ends = distinctIndex(age);
  const flips = counts.values.map((count) => count + (firstExit === 'afterFirst' ? 1 : 0));
  const purchases = customers.map((weight, cell) => weight * real(frequency, cell));
  const leaving = counts.index.map((_, cell) => cell).filter((cell) => real(flips, whole(counts.index, cell)) > 0);
  return {
    counts: counts.values,
    flips,
    starts: starts.values,
    ends: ends.values,
    perCount: sumsBy(counts.index, counts.values.length, customers),
    perEnd: sumsBy(ends.index, ends.values.length, customers),
    purchasesPerEnd: sumsBy(ends.index, ends.values.length, purchases),
    exits: {
      count: leaving.map((cell) => whole(counts.index, cell)),
      start: leaving.map((cell) => whole(starts.index, cell)),
      end: leaving.map((cell) => whole(ends.index, cell)),
      customers: Float64Array.from(leaving, (cell) => real(customers, cell)),
    },
    rate: emptyLogRise(counts.values.length),
    stay: emptyLogRise(counts.values.length),
    both: emptyLogRise(counts.values.length),
    logStart: new Float64Array(starts.values.length),
    inverseStart: new Float64Array(starts.values.length),
    logEnd: new Float64Array(ends.values.length),
    inverseEnd: new Float64Array(ends.values.length),
    logExit: new Float64Array(counts.values.length),
  };
}

function sumsBy(index: Int32Array, size: number, weights: Float64Array): Float64Array {
  const total = new Float64Array(size);
  index.forEach((at, row) => {
    total[at] = real(total, at) + real(weights, row);
  });
  return total;
}
