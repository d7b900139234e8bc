import { countAtRisk } from '#statistics/survival/curve.ts';
import type { RiskTable } from '#statistics/survival/risk-table.ts';
import type { CellKey, Cells } from '../cells.ts';

/** Counts by month of tenure: the voluntary ends, the other ends, and who was there. */
export interface TenureTable {
  readonly voluntary: RiskTable;
  readonly otherwise: Float64Array;
  readonly spells: number;
  readonly ends: number;
}

type Keep = (tuple: readonly CellKey[]) => boolean;

/** Adds one sum over the chosen cells by month of tenure; position 0 is the first month. */
function byMonth(cells: Cells, name: string, months: number, keep: Keep): Float64Array {
  const at = cells.sumNames.indexOf(name);
  const counts = new Float64Array(months);
  for (const [cell, tuple] of cells.tuples.entries()) {
    if (!keep(tuple)) continue;
    const month = Number(tuple[tuple.length - 1]) - 1;
    counts[month] = (counts[month] ?? 0) + (cells.total[cell * cells.sums + at] ?? 0);
  }
  return counts;
}

const total = (counts: Float64Array) => counts.reduce((sum, count) => sum + count, 0);

/**
 * At risk and leaving by month of tenure. A spell counts for the part of its first and last month that was under observation, an end for
 * a whole one: exact where ends fall on whole months, unbiased between them (life table; Cutler & Ederer 1958, J. Chronic Dis. 8, 699-712).
 */
export function tenureTable(leaving: Cells, entering: Cells, keep: Keep = () => true): TenureTable {
  const months = leaving.tuples.reduce((last, tuple) => Math.max(last, Number(tuple[tuple.length - 1])), 0);
  const spells = byMonth(leaving, 'spells', months, keep);
  const voluntary = byMonth(leaving, 'voluntary', months, keep);
  const otherwise = byMonth(leaving, 'otherwise', months, keep);
  const unseen = byMonth(leaving, 'unseen', months, keep);
  const seen = byMonth(entering, 'seen', months, keep);
  const there = countAtRisk(byMonth(entering, 'spells', months, keep), spells);
  const atRisk = there.map((count, i) => count - (unseen[i] ?? 0) + (seen[i] ?? 0));
  const time = Float64Array.from(spells, (_, i) => i + 1);
  return { voluntary: { time, atRisk, events: voluntary }, otherwise, spells: total(spells), ends: total(voluntary) };
}

/** Last month up to which at least so many were there all the time; 0 when there never were. */
export function lastSupportedMonth({ voluntary: { atRisk } }: TenureTable, minimum: number): number {
  let month = 0;
  while (month < atRisk.length && (atRisk[month] ?? 0) >= minimum) month += 1;
  return month;
}
