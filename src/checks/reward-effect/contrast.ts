import type { Estimate } from '#statistics/estimate.ts';
import { newcombeDifference } from '#statistics/intervals/newcombe-difference.ts';
import { COMMON_NAMES } from './query.ts';
import { armOf, type Group } from './trials.ts';

/** Means of the two arms, held equal in the entry period, with the number of customers they are worth. */
export interface ArmMeans {
  readonly treated: number;
  readonly holdout: number;
  readonly treatedCount: number;
  readonly holdoutCount: number;
}

/** What is averaged: a sum over another one, usually over the customers. */
export interface Averaged {
  readonly sum: string;
  readonly over: string;
}

/**
 * Means by arm over strata weighted by how much each can tell (n1 n0 / (n1 + n0), Mantel & Haenszel 1959), so that a share of treated
 * customers that changes over time does not pass for an effect. With a constant share these are the plain means.
 */
export function armMeans(
  groups: readonly Group[],
  { sum, over }: Averaged,
  stratum: (group: Group) => string,
): ArmMeans {
  const strata = new Map<string, { n1: number; n0: number; x1: number; x0: number }>();
  for (const group of groups) {
    const key = stratum(group);
    const at = strata.get(key) ?? { n1: 0, n0: 0, x1: 0, x0: 0 };
    const [n, x] = [group.sums[over] ?? 0, group.sums[sum] ?? 0];
    if (group.arm === 'treated') strata.set(key, { ...at, n1: at.n1 + n, x1: at.x1 + x });
    else strata.set(key, { ...at, n0: at.n0 + n, x0: at.x0 + x });
  }
  let [weights, treated, holdout, spread1, spread0] = [0, 0, 0, 0, 0];
  for (const { n1, n0, x1, x0 } of strata.values()) {
    if (n1 === 0 || n0 === 0) continue;
    const weight = (n1 * n0) / (n1 + n0);
    weights += weight;
    treated += (weight * x1) / n1;
    holdout += (weight * x0) / n0;
    spread1 += weight ** 2 / n1;
    spread0 += weight ** 2 / n0;
  }
  return {
    treated: treated / weights,
    holdout: holdout / weights,
    treatedCount: weights ** 2 / spread1,
    holdoutCount: weights ** 2 / spread0,
  };
}

/** Share among holdouts less share among the treated, Newcombe's interval; NaN and unbounded where an arm is empty. */
export function shareDifference(means: ArmMeans, level = 0.95): Estimate {
  const { treated, holdout, treatedCount, holdoutCount } = means;
  if (!(treatedCount > 0 && holdoutCount > 0)) return { value: Number.NaN, low: -1, high: 1, level };
  const share = (value: number, count: number) => ({
    successes: Math.min(Math.max(value, 0), 1) * count,
    trials: count,
  });
  return newcombeDifference(share(holdout, holdoutCount), share(treated, treatedCount), { level });
}

/** One thing that was known before the drawing, by arm. */
export interface Imbalance {
  readonly id: string;
  readonly treated: number;
  readonly holdout: number;
  /** Standard errors between them. */
  readonly distance: number;
}

const KNOWN_BEFORE = [
  { id: 'tenure', sum: 'tenure', squared: 'tenureSquared' },
  { id: 'contracts', sum: 'contracts', squared: 'contractsSquared' },
  { id: 'askedBefore', sum: 'askedBefore', squared: 'askedBefore' },
  ...['product', 'region'].flatMap((id) =>
    Array.from({ length: COMMON_NAMES }, (_, i) => ({ id, sum: `${id}${i + 1}`, squared: `${id}${i + 1}` })),
  ),
];

/** How far apart the arms were before anything was given; a drawing by lot leaves only chance. */
export function imbalances(groups: readonly Group[], stratum: (group: Group) => string): readonly Imbalance[] {
  return KNOWN_BEFORE.map(({ id, sum, squared }) => {
    const means = armMeans(groups, { sum, over: 'customers' }, stratum);
    const squares = armMeans(groups, { sum: squared, over: 'customers' }, stratum);
    // A lot makes both arms of one kind: what varies in one, such as a few customers of many contracts, may be missing from a small other one by chance.
    const { treatedCount, holdoutCount } = means;
    const pooled = (treated: number, holdout: number) =>
      (treatedCount * treated + holdoutCount * holdout) / (treatedCount + holdoutCount);
    const variance = Math.max(0, pooled(squares.treated, squares.holdout) - pooled(means.treated, means.holdout) ** 2);
    const error = Math.sqrt(variance * (1 / treatedCount + 1 / holdoutCount));
    const gap = Math.abs(means.treated - means.holdout);
    const apart = gap > 1e-9 ? Number.POSITIVE_INFINITY : 0;
    return { id, treated: means.treated, holdout: means.holdout, distance: error > 0 ? gap / error : apart };
  });
}

/** Share of each arm that was no customer any more on the day of the drawing: a list made afterwards shows here. */
export function absence(gone: Readonly<Record<string, { readonly absent: number; readonly all: number }>>): Imbalance {
  const shareOf = (arm: string) => {
    const { absent, all } = gone[arm] ?? { absent: 0, all: 0 };
    return { share: all > 0 ? absent / all : 0, all, absent };
  };
  const [treated, holdout] = [shareOf('treated'), shareOf('holdout')];
  const pooled = (treated.absent + holdout.absent) / (treated.all + holdout.all);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / treated.all + 1 / holdout.all));
  const distance = error > 0 ? Math.abs(treated.share - holdout.share) / error : 0;
  return { id: 'absent', treated: treated.share, holdout: holdout.share, distance };
}

export function customersIn(groups: readonly Group[], arm: 'treated' | 'holdout'): number {
  return armOf(groups, arm).reduce((sum, { sums }) => sum + (sums['customers'] ?? 0), 0);
}
