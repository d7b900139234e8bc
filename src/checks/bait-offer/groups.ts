import { byText } from '#domain/by-text.ts';
import type { Cells } from '../cells.ts';
import { LAST_MONTH } from './settings.ts';

/** Which cells belong to a group of offers, and to which month of tenure. */
export interface Layout {
  readonly groups: readonly string[];
  readonly groupOf: Int32Array;
  readonly monthOf: Int32Array;
  readonly width: number;
  readonly at: Readonly<Record<string, number>>;
}

export function layoutOf(cells: Cells): Layout {
  const groups = [...new Set(cells.tuples.map(([name]) => String(name)))].sort(byText);
  return {
    groups,
    groupOf: Int32Array.from(cells.tuples, ([name]) => groups.indexOf(String(name))),
    monthOf: Int32Array.from(cells.tuples, ([, month]) => Number(month)),
    width: cells.sums,
    at: Object.fromEntries(cells.sumNames.map((name, index) => [name, index])),
  };
}

export type Keep = (group: string) => boolean;

/** One sum over the chosen groups, all months. */
export function totalOf(layout: Layout, sums: Float64Array, name: string, keep: Keep): number {
  const at = layout.at[name] ?? 0;
  let total = 0;
  for (const [cell, group] of layout.groupOf.entries())
    if (keep(layout.groups[group] ?? '')) total += sums[cell * layout.width + at] ?? 0;
  return total;
}

/** At risk and leaving by month of tenure, months 1 to LAST_MONTH. */
export interface Stays {
  readonly atRisk: Float64Array;
  readonly left: Float64Array;
  readonly voluntary: Float64Array;
}

/** Everybody is seen from the first day; a stay that still runs counts for the part of its last month that was seen. */
export function staysOf(layout: Layout, sums: Float64Array, keep: Keep): Stays {
  const [stays, left, voluntary, unseen] = ['stays', 'left', 'voluntary', 'unseen'].map((name) => {
    const byMonth = new Float64Array(LAST_MONTH + 2);
    const at = layout.at[name] ?? 0;
    for (const [cell, group] of layout.groupOf.entries()) {
      const month = layout.monthOf[cell] ?? 0;
      if (month > 0 && keep(layout.groups[group] ?? ''))
        byMonth[month] = (byMonth[month] ?? 0) + (sums[cell * layout.width + at] ?? 0);
    }
    return byMonth;
  });
  const atRisk = new Float64Array(LAST_MONTH);
  let there = 0;
  for (let month = LAST_MONTH + 1; month >= 1; month--) {
    there += stays?.[month] ?? 0;
    if (month <= LAST_MONTH) atRisk[month - 1] = there - (unseen?.[month] ?? 0);
  }
  const months = (column: Float64Array | undefined) => Float64Array.from(atRisk, (_, i) => column?.[i + 1] ?? 0);
  return { atRisk, left: months(left), voluntary: months(voluntary) };
}

/** Last month up to which at least so many were there all the time. */
export function supportedMonths({ atRisk }: Stays, minimum: number): number {
  let month = 0;
  while (month < atRisk.length && (atRisk[month] ?? 0) >= minimum) month += 1;
  return month;
}
