import { exactStandardisation, type Standardisation } from '#statistics/comparison/exact-standardisation.ts';
import { DEFAULT_LEVEL } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { LOOK_MONTHS } from './settings.ts';

/** Coverage after and before, the latter at the mix of those seen after; over all cells or some of them. */
export function standardised(cells: Cells, sums: Float64Array, keys?: readonly number[]): Standardisation {
  const chosen = keys ?? cells.tuples.map((_, key) => key);
  const column = (name: string) => {
    const at = cells.sumNames.indexOf(name);
    return Float64Array.from(chosen, (key) => sums[key * cells.sums + at] ?? 0);
  };
  const target = { count: column('after_count'), total: column('after_covered') };
  return exactStandardisation({ target, other: { count: column('before_count'), total: column('before_covered') } });
}

/** Coverage before each contract month less coverage after it. */
function changesAt(cells: Cells, cuts: readonly number[]): (sums: Float64Array) => number[] {
  const column = cells.by.indexOf('cut');
  const keys = cuts.map((cut) => cells.tuples.flatMap((tuple, key) => (tuple[column] === cut ? [key] : [])));
  return (sums) =>
    keys.map((there) => {
      const { targetMean, otherMean } = standardised(cells, sums, there);
      return otherMean - targetMean;
    });
}

export interface ChosenCut {
  readonly cut: number;
  /** First and last contract month that cannot be told from the one with the largest change. */
  readonly from: number;
  readonly to: number;
  /** The months around it, without a gap, of which that holds. */
  readonly near: { readonly from: number; readonly to: number };
}

/**
 * The contract month with the largest change; of those beside it that the customers cannot tell from it the full contract year nearest to
 * it, since terms end with years. A month is told apart when its change is smaller beyond doubt, in a jackknife of the difference that
 * allows for looking at all months; so the month of the true change stays among the others with 95 % and more, whatever the number of
 * customers and however seldom a call comes. Multiple comparisons with the best: Hsu, J. C. (1981), Annals of Statistics 9(5), 1026-1034;
 * with Bonferroni's bound in place of his constant, for changes that are measured on the same people.
 */
export function chooseCut(cells: Cells, cuts: readonly number[]): ChosenCut {
  const changesOf = changesAt(cells, cuts);
  const changes = changesOf(cells.total);
  const size = (at: number) => Math.abs(changes[at] ?? 0);
  const best = changes.reduce((most, _, at) => (size(at) > size(most) ? at : most), 0);
  const sign = Math.sign(changes[best] ?? 0);
  const { estimates } = deleteAGroup(
    {
      ...cells,
      scale: 'identity',
      // Months side by side are passed by nearly the same customers: few of them make the difference.
      freedom: 'spread',
      theta: (sums) => {
        const all = changesOf(sums);
        return all.map((change) => sign * ((all[best] ?? Number.NaN) - change));
      },
    },
    { level: 1 - (2 * (1 - DEFAULT_LEVEL)) / Math.max(cuts.length - 1, 1) },
  );
  const alike = estimates.map(({ low }) => !(low > 0));
  const month = (at: number) => cuts[at] ?? Number.NaN;
  const distance = (cut: number) => Math.abs(cut - month(best));
  // What lies between two months that may be the one may be it too, even if those few who passed only the one speak against it.
  const beside = cuts.flatMap((cut, at) => (alike[at] && distance(cut) < LOOK_MONTHS ? [at] : []));
  let [from, to] = [beside[0] ?? best, beside.at(-1) ?? best];
  while (alike[from - 1]) from -= 1;
  while (alike[to + 1]) to += 1;
  const years = cuts.slice(from, to + 1).filter((cut) => cut % 12 === 0);
  return {
    cut: years.reduce((a, b) => (distance(b) < distance(a) ? b : a), years[0] ?? month(best)),
    from: month(alike.indexOf(true)),
    to: month(alike.lastIndexOf(true)),
    near: { from: month(from), to: month(to) },
  };
}
