import type { CellKey, Cells } from '../cells.ts';

/** Months with and without the exposure in one stratum, and how many of them ended in leaving. */
interface Table {
  exposedLeaves: number;
  exposedMonths: number;
  otherLeaves: number;
  otherMonths: number;
}

export interface Comparison {
  readonly cells: Cells;
  /** The cells that are compared at all. */
  readonly keep: (tuple: readonly CellKey[]) => boolean;
  readonly exposed: (tuple: readonly CellKey[]) => boolean;
  /** What must be equal. */
  readonly stratum: (tuple: readonly CellKey[]) => string;
}

function tablesOf({ cells, keep, exposed, stratum }: Comparison, sums: ArrayLike<number>): readonly Table[] {
  const tables = new Map<string, Table>();
  const months = cells.sumNames.indexOf('months');
  const leaves = cells.sumNames.indexOf('leaves');
  for (const [i, tuple] of cells.tuples.entries()) {
    if (!keep(tuple)) continue;
    const key = stratum(tuple);
    const table = tables.get(key) ?? { exposedLeaves: 0, exposedMonths: 0, otherLeaves: 0, otherMonths: 0 };
    tables.set(key, table);
    const lived = sums[i * cells.sums + months] ?? 0;
    const left = sums[i * cells.sums + leaves] ?? 0;
    if (exposed(tuple)) {
      table.exposedMonths += lived;
      table.exposedLeaves += left;
    } else {
      table.otherMonths += lived;
      table.otherLeaves += left;
    }
  }
  return [...tables.values()];
}

/**
 * Odds of leaving with the exposure against without, like compared with like: the common odds ratio of the strata. Sparse strata are
 * welcome; one without both sides has no weight. NaN where nobody can be compared.
 * Mantel, N. & Haenszel, W. (1959), J. National Cancer Institute 22(4), 719-748; a plain number, intervals by the caller's jackknife.
 */
export function stratifiedOddsRatio(comparison: Comparison, sums: ArrayLike<number>): number {
  let [forIt, against] = [0, 0];
  for (const { exposedLeaves, exposedMonths, otherLeaves, otherMonths } of tablesOf(comparison, sums)) {
    const all = exposedMonths + otherMonths;
    if (all === 0) continue;
    forIt += (exposedLeaves * (otherMonths - otherLeaves)) / all;
    against += ((exposedMonths - exposedLeaves) * otherLeaves) / all;
  }
  return against === 0 ? Number.NaN : forIt / against;
}

/** Share of the exposed months that have unexposed ones in their stratum, 0..1. */
export function overlapOf(comparison: Comparison): number {
  let [within, all] = [0, 0];
  for (const { exposedMonths, otherMonths } of tablesOf(comparison, comparison.cells.total)) {
    all += exposedMonths;
    if (otherMonths > 0) within += exposedMonths;
  }
  return all === 0 ? 0 : within / all;
}
