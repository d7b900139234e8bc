import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { CellKey, Cells } from '../cells.ts';

/** Sums of one group of subjects by stratum. */
interface Group {
  /** Tuples that belong to the group. */
  readonly holds: (value: (name: string) => CellKey) => boolean;
  readonly count: string;
  readonly total: (sum: (name: string) => number) => number;
}

export interface Contrast {
  readonly target: Estimate;
  readonly other: Estimate;
  /** Other minus target at the target's mix. */
  readonly gap: Estimate;
  readonly naiveGap: Estimate;
  readonly overlap: number;
  readonly targetCount: number;
  readonly otherCount: number;
}

const UNKNOWN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};

/** Means of two groups held against one another within equal strata, at the mix of the target; intervals over replicates. */
export function contrastOf(cells: Cells, strata: readonly string[], target: Group, other: Group): Contrast {
  const index = new Map<string, number>();
  const place = cells.tuples.map((tuple) => {
    const key = JSON.stringify(strata.map((name) => tuple[cells.by.indexOf(name)] ?? null));
    const known = index.get(key) ?? index.size;
    index.set(key, known);
    return known;
  });
  const members = (group: Group) =>
    cells.tuples.flatMap((tuple, cell) => (group.holds((name) => tuple[cells.by.indexOf(name)] ?? null) ? [cell] : []));
  const gather = (sums: Float64Array, group: Group, own: readonly number[]) => {
    const [count, total] = [new Float64Array(index.size), new Float64Array(index.size)];
    for (const cell of own) {
      const sum = (name: string) => sums[cell * cells.sums + cells.sumNames.indexOf(name)] ?? 0;
      const stratum = place[cell] ?? 0;
      count[stratum] = (count[stratum] ?? 0) + sum(group.count);
      total[stratum] = (total[stratum] ?? 0) + group.total(sum);
    }
    return { count, total };
  };
  const [ofTarget, ofOther] = [members(target), members(other)];
  const compared = (sums: Float64Array) =>
    exactStandardisation({ target: gather(sums, target, ofTarget), other: gather(sums, other, ofOther) });
  const theta = (sums: Float64Array) => {
    const { targetMean, otherMean, difference, naiveDifference } = compared(sums);
    return [targetMean, otherMean, -difference, -naiveDifference];
  };
  const { estimates } = deleteAGroup({ ...cells, theta, scale: 'identity' });
  const whole = compared(cells.total);
  const at = (position: number) => estimates[position] ?? UNKNOWN;
  return {
    target: at(0),
    other: at(1),
    gap: at(2),
    naiveGap: at(3),
    overlap: whole.overlapShare,
    targetCount: whole.targetCount,
    otherCount: whole.otherCountInOverlap,
  };
}
