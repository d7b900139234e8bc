import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';

/** How customers are looked after today, and what the records can show of it. */
export interface Today {
  readonly customers: number;
  readonly judged: number;
  readonly affected: number;
  readonly byContact: boolean;
  readonly byPerson: boolean;
  readonly byName: boolean;
  readonly logEnd: string;
  readonly named: Estimate | null;
  readonly touched: Estimate | null;
  readonly covered: Estimate | null;
  /** Share of what customers bring that comes from covered ones. */
  readonly coveredValue: Estimate | null;
}

export function todayOf(cells: Cells): Today {
  const sum = (name: string) => sumOf(cells, name);
  const flag = (name: string) => Number(cells.tuples[0]?.[cells.by.indexOf(name)] ?? 0) === 1;
  const judged = sum('judged');
  const share = (name: string, known: boolean) =>
    known && judged > 0 ? wilsonInterval({ successes: sum(name), trials: judged }) : null;
  const [byContact, byName] = [flag('by_contact'), flag('by_name')];
  return {
    customers: sum('customers'),
    judged,
    affected: sum('affected'),
    byContact,
    byPerson: flag('by_person'),
    byName,
    logEnd: String(cells.tuples[0]?.[cells.by.indexOf('log_end')] ?? ''),
    named: share('named', byName),
    touched: share('touched', byContact),
    covered: share('covered', byContact || byName),
    coveredValue: valueShare(cells),
  };
}

function valueShare(cells: Cells): Estimate | null {
  const [value, covered] = ['value', 'covered_value'].map((name) => cells.sumNames.indexOf(name));
  if (!(sumOf(cells, 'value') > 0)) return null;
  const total = (sums: Float64Array, at = 0) => {
    let sum = 0;
    for (let cell = 0; cell < cells.keys; cell++) sum += sums[cell * cells.sums + at] ?? 0;
    return sum;
  };
  const { estimates } = deleteAGroup({
    ...cells,
    scale: 'logit',
    theta: (sums) => [total(sums, covered) / total(sums, value)],
  });
  return estimates[0] ?? null;
}

/** Share of customers with a name in the books, before and after a contract month: what the owner field alone would say. */
export function namedDrop(cells: Cells, cut: number): number | null {
  const tenure = cells.by.indexOf('tenure_months');
  const share = (later: boolean) => {
    const side = (name: string) => sumOf(cells, name, (tuple) => Number(tuple[tenure]) >= cut === later);
    return side('named') / side('judged');
  };
  const drop = share(false) - share(true);
  return Number.isFinite(drop) ? drop : null;
}
