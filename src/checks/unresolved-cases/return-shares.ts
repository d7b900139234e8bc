import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';

/** Which sums hold the matters and those that returned. */
export interface Counted {
  readonly matters: string;
  readonly returned: string;
}

export interface Gap {
  /** Share that returns, first group minus the other at the first group's mix of strata. */
  readonly gap: Estimate;
  readonly naive: Estimate;
  readonly share: Estimate;
  readonly otherShare: Estimate;
  /** Share of the first group's matters with enough of the other group in their stratum, 0..1. */
  readonly overlap: number;
  readonly compared: number;
}

/** Which columns make the strata; the others are summed over. */
export function returnGap(
  cells: Cells,
  groups: { readonly by: string; readonly first: string; readonly other: string; readonly strata: readonly string[] },
  counted: Counted,
  minimumOther: number,
): Gap {
  const column = cells.by.indexOf(groups.by);
  const held = groups.strata.map((name) => cells.by.indexOf(name));
  const [matters, returned] = [counted.matters, counted.returned].map((name) => cells.sumNames.indexOf(name));
  const names = cells.tuples.map((tuple) => JSON.stringify(held.map((at) => tuple[at])));
  const strata = [...new Set(names)].sort();
  const places = cells.tuples.map((tuple, key) => ({
    group: String(tuple[column] ?? ''),
    stratum: strata.indexOf(names[key] ?? ''),
  }));
  const compare = (sums: Float64Array) => {
    const both = [groups.first, groups.other].map((group) => {
      const count = new Float64Array(strata.length);
      const total = new Float64Array(strata.length);
      for (const [key, place] of places.entries()) {
        if (place.group !== group) continue;
        count[place.stratum] = (count[place.stratum] ?? 0) + (sums[key * cells.sums + (matters ?? -1)] ?? 0);
        total[place.stratum] = (total[place.stratum] ?? 0) + (sums[key * cells.sums + (returned ?? -1)] ?? 0);
      }
      return { count, total };
    });
    const [target, other] = both;
    if (target === undefined || other === undefined) throw new RangeError('two groups are compared');
    return exactStandardisation({ target, other }, { minimumOther });
  };
  const { estimates } = deleteAGroup({
    ...cells,
    scale: ['identity', 'identity', 'logit', 'logit'],
    theta: (sums) => {
      const { difference, naiveDifference, targetMean, otherMean } = compare(sums);
      return [difference, naiveDifference, targetMean, otherMean];
    },
  });
  const whole = compare(cells.total);
  const at = (i: number): Estimate =>
    estimates[i] ?? { value: Number.NaN, low: Number.NaN, high: Number.NaN, level: 0.95 };
  return {
    gap: at(0),
    naive: at(1),
    share: at(2),
    otherShare: at(3),
    overlap: whole.overlapShare,
    compared: whole.targetCountInOverlap,
  };
}

/** Share that returns among all who are not in the group left out. */
export function returnShare(cells: Cells, leftOut: string, counted: Counted): Estimate {
  const column = cells.by.indexOf('caller');
  const [matters, returned] = [counted.matters, counted.returned].map((name) => cells.sumNames.indexOf(name));
  const keys = cells.tuples.flatMap((tuple, key) => (tuple[column] === leftOut ? [] : [key]));
  const { estimates } = deleteAGroup({
    ...cells,
    scale: 'logit',
    theta: (sums) => {
      let count = 0;
      let came = 0;
      for (const key of keys) {
        count += sums[key * cells.sums + (matters ?? -1)] ?? 0;
        came += sums[key * cells.sums + (returned ?? -1)] ?? 0;
      }
      return [came / count];
    },
  });
  const all = (at: number | undefined) =>
    keys.reduce((sum, key) => sum + (cells.total[key * cells.sums + (at ?? -1)] ?? 0), 0);
  const [trials, successes] = [all(matters), all(returned)];
  // At the edge the replicates all agree and bound nothing.
  if (trials > 0 && (successes === 0 || successes === trials)) return wilsonInterval({ successes, trials });
  return estimates[0] ?? { value: Number.NaN, low: 0, high: 1, level: 0.95 };
}
