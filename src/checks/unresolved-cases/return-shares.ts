import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { squareAndAdd } from '#statistics/intervals/newcombe-difference.ts';
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

/**
 * Which columns make the strata; the others are summed over. A few newcomers whose share happens to be small look surer of it than they
 * are, which accuses too often; so the gap takes its limits from those of the two shares, each on its own scale.
 */
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
    scale: ['identity', 'logit', 'logit'],
    theta: (sums) => {
      const { naiveDifference, targetMean, otherMean } = compare(sums);
      return [naiveDifference, targetMean, otherMean];
    },
  });
  const whole = compare(cells.total);
  const [naive = OPEN, ofFirst = OPEN, ofOther = OPEN] = estimates;
  const share = offTheEdge(ofFirst, whole.targetCountInOverlap);
  const otherShare = offTheEdge(ofOther, whole.otherEffectiveCount);
  return {
    gap: squareAndAdd(share, otherShare),
    naive,
    share,
    otherShare,
    overlap: whole.overlapShare,
    compared: whole.targetCountInOverlap,
  };
}

const OPEN: Estimate = { value: Number.NaN, low: Number.NaN, high: Number.NaN, level: 0.95 };

/** At the edge the replicates all agree and bound nothing. */
const offTheEdge = (share: Estimate, trials: number): Estimate =>
  trials > 0 && (share.value === 0 || share.value === 1)
    ? wilsonInterval({ successes: share.value * trials, trials })
    : share;

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
  const trials = keys.reduce((sum, key) => sum + (cells.total[key * cells.sums + (matters ?? -1)] ?? 0), 0);
  return offTheEdge(estimates[0] ?? { ...OPEN, low: 0, high: 1 }, trials);
}
