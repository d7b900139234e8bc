import { choleskyFactor, choleskySolve } from '../linear-algebra.ts';
import { requireLength, weightsOrOnes } from './column-check.ts';
import type { CrossProduct } from './gram.ts';
import { independentColumns, keptSquare } from './independent-columns.ts';

/** Columns of a weighted least-squares problem; one entry per cell (or row). */
export interface NormalEquationsInput {
  readonly columns: readonly ArrayLike<number>[];
  /** Mean response of the cell. */
  readonly response: ArrayLike<number>;
  /** Rows that the cell stands for, or any other weight; null for 1. */
  readonly weights: ArrayLike<number> | null;
  /** Replicate 0..replicateCount-1 of the cell; null when no replicates are wanted. */
  readonly replicate: ArrayLike<number> | null;
  readonly replicateCount: number;
}

/** X'WX and X'Wy in total and per replicate: all that re-fitting without a replicate needs. */
export interface NormalEquations {
  readonly size: number;
  readonly total: CrossProduct;
  readonly replicates: readonly CrossProduct[];
}

/** Coefficients in the order of the columns; a dropped column has 0 and stands in `dropped` (positions). */
export interface LeastSquaresSolution {
  readonly coefficients: Float64Array;
  readonly dropped: readonly number[];
}

/** One pass over the cells. Zero entries cost nothing, so one-hot columns are cheap. RangeError on lengths or replicates that do not fit. */
export function normalEquations(input: NormalEquationsInput): NormalEquations {
  const { columns, response, replicate, replicateCount } = input;
  const size = columns.length;
  const rows = response.length;
  const weights = weightsOrOnes(input.weights, rows);
  columns.forEach((column, j) => {
    requireLength(`columns[${j}]`, column, rows);
  });
  if (replicate !== null) requireLength('replicate', replicate, rows);
  const sums = Array.from({ length: replicate === null ? 1 : replicateCount }, () => emptyCrossProduct(size));
  const at = new Int32Array(size);
  const value = new Float64Array(size);
  for (let i = 0; i < rows; i++) {
    const group = replicate === null ? 0 : (replicate[i] ?? -1);
    const sum = sums[group];
    if (sum === undefined) throw new RangeError(`replicate[${i}] is ${group}, expected 0..${replicateCount - 1}`);
    const filled = nonZeroEntries(columns, i, at, value);
    addRow(sum, { at, value, filled, weight: weights[i] ?? 0, response: response[i] ?? Number.NaN });
  }
  for (const { gram } of sums) mirror(gram, size);
  const total = emptyCrossProduct(size);
  for (const sum of sums) addInto(total, sum, 1);
  return { size, total, replicates: replicate === null ? [] : sums };
}

/**
 * Solves the equations, of all cells (`without: null`) or of all cells but one replicate. `penalties` (one per column)
 * are added to the diagonal of X'WX: ridge.
 */
export function solveLeastSquares(
  equations: NormalEquations,
  options: { readonly without: number | null; readonly penalties?: ArrayLike<number> } = { without: null },
): LeastSquaresSolution {
  const { gram, moment } = remaining(equations, options.without);
  const { kept, dropped } = independentColumns(gram);
  const small = keptSquare(gram, kept);
  for (let k = 0; k < kept.length; k++)
    small[k * kept.length + k] = (small[k * kept.length + k] ?? 0) + (options.penalties?.[kept[k] ?? 0] ?? 0);
  const factor = choleskyFactor(small);
  if (factor === null) throw new RangeError('columns are too close to dependent to be solved');
  const solved = choleskySolve(
    factor,
    kept.map((column) => moment[column] ?? 0),
  );
  const coefficients = new Float64Array(equations.size);
  kept.forEach((column, k) => {
    coefficients[column] = solved[k] ?? 0;
  });
  return { coefficients, dropped };
}

/** Coefficients without each replicate in turn, exact, one solve each. */
export function replicateSolutions(equations: NormalEquations): readonly LeastSquaresSolution[] {
  return equations.replicates.map((_, without) => solveLeastSquares(equations, { without }));
}

function remaining({ total, replicates, size }: NormalEquations, without: number | null): CrossProduct {
  if (without === null) return total;
  const left = replicates[without];
  if (left === undefined) throw new RangeError(`without is ${without}, expected 0..${replicates.length - 1}`);
  const rest = emptyCrossProduct(size);
  addInto(rest, total, 1);
  addInto(rest, left, -1);
  return rest;
}

function emptyCrossProduct(size: number): CrossProduct {
  return { gram: new Float64Array(size * size), moment: new Float64Array(size) };
}

function nonZeroEntries(
  columns: readonly ArrayLike<number>[],
  row: number,
  at: Int32Array,
  value: Float64Array,
): number {
  let filled = 0;
  for (let j = 0; j < columns.length; j++) {
    const entry = columns[j]?.[row] ?? Number.NaN;
    if (entry !== 0) {
      at[filled] = j;
      value[filled] = entry;
      filled += 1;
    }
  }
  return filled;
}

interface SparseRow {
  readonly at: Int32Array;
  readonly value: Float64Array;
  readonly filled: number;
  readonly weight: number;
  readonly response: number;
}

/** Adds one row to the lower triangle. */
function addRow({ gram, moment }: CrossProduct, { at, value, filled, weight, response }: SparseRow): void {
  const size = moment.length;
  for (let a = 0; a < filled; a++) {
    const row = at[a] ?? 0;
    const weighted = weight * (value[a] ?? 0);
    moment[row] = (moment[row] ?? 0) + weighted * response;
    for (let b = 0; b <= a; b++) {
      const place = row * size + (at[b] ?? 0);
      gram[place] = (gram[place] ?? 0) + weighted * (value[b] ?? 0);
    }
  }
}

function mirror(gram: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) gram[column * size + row] = gram[row * size + column] ?? 0;
  }
}

function addInto(into: CrossProduct, from: CrossProduct, sign: number): void {
  from.gram.forEach((value, k) => {
    into.gram[k] = (into.gram[k] ?? 0) + sign * value;
  });
  from.moment.forEach((value, k) => {
    into.moment[k] = (into.moment[k] ?? 0) + sign * value;
  });
}
