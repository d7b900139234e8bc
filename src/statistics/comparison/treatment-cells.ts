import { requireFinite, requireLength, weightsOrOnes } from '../regression/column-check.ts';

/** Two groups to compare, one entry per row, or per cell of rows that are equal in everything given here. */
export interface TreatmentCells {
  /** 1 in the group of interest, 0 in the other. */
  readonly treated: ArrayLike<number>;
  readonly response: ArrayLike<number>;
  /** Rows behind the cell; null for 1. All of them have the same response: split a binary outcome into two cells. */
  readonly counts: ArrayLike<number> | null;
  readonly names: readonly string[];
  /** What the groups may differ in, intercept included. */
  readonly columns: readonly ArrayLike<number>[];
  readonly cluster: ArrayLike<number | string> | null;
}

/** Cells of two groups that both hold somebody, counts filled in. */
export interface CheckedCells extends TreatmentCells {
  readonly counts: ArrayLike<number>;
}

/** Null when one group is empty; RangeError naming the column that does not fit. */
export function checkTreatmentCells(cells: TreatmentCells): CheckedCells | null {
  const rows = cells.treated.length;
  requireLength('response', cells.response, rows);
  requireFinite('response', cells.response);
  if (cells.cluster !== null) requireLength('cluster', cells.cluster, rows);
  const counts = weightsOrOnes(cells.counts, rows);
  const groups = [0, 0];
  for (let i = 0; i < rows; i++) {
    const group = cells.treated[i] ?? -1;
    if (group !== 0 && group !== 1) throw new RangeError(`treated[${i}] is ${group}, expected 0 or 1`);
    groups[group] = (groups[group] ?? 0) + (counts[i] ?? 0);
  }
  return groups.every((count) => count > 0) ? { ...cells, counts } : null;
}

/** Weighted mean of the response in one group. */
export function groupMean(cells: CheckedCells, group: 0 | 1): number {
  let count = 0;
  let total = 0;
  for (let i = 0; i < cells.treated.length; i++) {
    if (cells.treated[i] !== group) continue;
    count += cells.counts[i] ?? 0;
    total += (cells.counts[i] ?? 0) * (cells.response[i] ?? 0);
  }
  return total / count;
}
