import { requireFinite, requireLength } from '../../regression/column-check.ts';
import { checkedWeights } from '../survival-rows.ts';
import type { CoxRows } from './cox-rows.ts';
import { stableOrder } from './stable-order.ts';

/** Rows sorted for one pass: stratum by stratum, last exit first. Positions below count in this order. */
export interface RiskOrder {
  readonly rows: number;
  readonly size: number;
  /** Row number of each position. */
  readonly source: Int32Array;
  /** rows x size, row by row, each column less its offset in `centre`. */
  readonly design: Float64Array;
  readonly centre: Float64Array;
  readonly weights: Float64Array;
  readonly event: Uint8Array;
  readonly blocks: readonly RiskBlock[];
  /** Positions by stratum, last entry first; empty without delayed entry. */
  readonly byEntry: Int32Array;
}

/** All rows that leave at the same time in the same stratum. */
export interface RiskBlock {
  readonly time: number;
  /** Positions from start up to but not including end. */
  readonly start: number;
  readonly end: number;
  /** The part of byEntry that is no longer at risk at this time though it was at the time after. */
  readonly removeFrom: number;
  readonly removeTo: number;
  readonly firstOfStratum: boolean;
}

/** Throws RangeError naming the column that cannot be. */
export function riskOrder(input: CoxRows): RiskOrder {
  const weights = checkedWeights(input, 1);
  const { exit, entry, event } = input;
  const rows = exit.length;
  requireColumns(input, rows);
  const stratum = input.stratum ?? new Float64Array(rows);
  const source = stableOrder(input.stratum, exit);
  const position = new Int32Array(rows);
  source.forEach((row, at) => {
    position[row] = at;
  });
  const byEntry =
    entry === null ? new Int32Array(0) : stableOrder(input.stratum, entry).map((row) => position[row] ?? 0);
  const { design, centre } = sortedDesign(input.columns, source);
  return {
    rows,
    size: input.columns.length,
    source,
    design,
    centre,
    weights: Float64Array.from(source, (row) => weights[row] ?? 0),
    event: Uint8Array.from(source, (row) => event[row] ?? 0),
    blocks: riskBlocks(source, byEntry, { stratum, exit, entry }),
    byEntry,
  };
}

function requireColumns({ names, columns, stratum }: CoxRows, rows: number): void {
  requireLength('names', names, columns.length);
  columns.forEach((column, j) => {
    requireLength(`columns[${j}]`, column, rows);
    requireFinite(`columns[${j}]`, column);
  });
  if (stratum !== null) {
    requireLength('stratum', stratum, rows);
    requireFinite('stratum', stratum);
  }
}

// Columns that are mostly 0 keep their zeros, which the sweep skips; all others lose their mean, so that sums of squares
// do not cancel.
function sortedDesign(columns: readonly ArrayLike<number>[], source: Int32Array) {
  const size = columns.length;
  const design = new Float64Array(source.length * size);
  const centre = new Float64Array(size);
  columns.forEach((column, j) => {
    let sum = 0;
    let zeros = 0;
    for (let i = 0; i < column.length; i++) {
      sum += column[i] ?? 0;
      if (column[i] === 0) zeros += 1;
    }
    const shift = zeros * 2 > column.length ? 0 : sum / column.length;
    centre[j] = shift;
    source.forEach((row, at) => {
      design[at * size + j] = (column[row] ?? 0) - shift;
    });
  });
  return { design, centre };
}

interface BlockColumns {
  readonly stratum: ArrayLike<number>;
  readonly exit: ArrayLike<number>;
  readonly entry: ArrayLike<number> | null;
}

function riskBlocks(source: Int32Array, byEntry: Int32Array, columns: BlockColumns): RiskBlock[] {
  const blocks: RiskBlock[] = [];
  let removed = 0;
  let start = 0;
  while (start < source.length) {
    const first = source[start] ?? 0;
    const firstOfStratum = start === 0 || columns.stratum[source[start - 1] ?? 0] !== columns.stratum[first];
    const end = endOfBlock(source, start, columns);
    // byEntry holds as many rows per stratum as there are positions, so a new stratum starts at the same place in both.
    const removeFrom = firstOfStratum && columns.entry !== null ? start : removed;
    removed = endOfRemoval(source, byEntry, removeFrom, { first, columns });
    blocks.push({ time: columns.exit[first] ?? 0, start, end, removeFrom, removeTo: removed, firstOfStratum });
    start = end;
  }
  return blocks;
}

function endOfBlock(source: Int32Array, start: number, { stratum, exit }: BlockColumns): number {
  const first = source[start] ?? 0;
  let end = start + 1;
  while (
    end < source.length &&
    exit[source[end] ?? 0] === exit[first] &&
    stratum[source[end] ?? 0] === stratum[first]
  ) {
    end += 1;
  }
  return end;
}

function endOfRemoval(
  source: Int32Array,
  byEntry: Int32Array,
  from: number,
  { first, columns: { stratum, exit, entry } }: { readonly first: number; readonly columns: BlockColumns },
): number {
  let to = from;
  while (to < byEntry.length) {
    const row = source[byEntry[to] ?? 0] ?? 0;
    if (stratum[row] !== stratum[first] || (entry?.[row] ?? 0) < (exit[first] ?? 0)) break;
    to += 1;
  }
  return to;
}
