import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { newcombeDifference } from '#statistics/intervals/newcombe-difference.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';

/** Customers whose named person is paid for the portfolio, against those whose named person is not. */
interface CommissionGap {
  readonly running: number;
  readonly ended: number;
  readonly staffRunning: number;
  readonly staffEnded: number;
  readonly gap: Estimate;
  readonly naive: Estimate;
  readonly coverageRunning: Estimate;
  readonly coverageEnded: Estimate;
  readonly overlap: number;
  /** By its place in this list: the first line is its product. */
  readonly held: readonly string[];
}

const OPEN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};

/** Sizes only, for the minimum. */
export function commissionSizes(cells: Cells) {
  const of = (group: string) => {
    const members = cells.tuples.filter(([commission]) => commission === group);
    return {
      customers: sumOf(cells, 'customers', ([commission]) => commission === group),
      staff: members.reduce((most, tuple) => Math.max(most, Number(tuple[1])), 0),
    };
  };
  return { running: of('running'), ended: of('ended') };
}

/**
 * Coverage with commission running less coverage with none, at equal line and value, in the mix of those without. The customers of one
 * carer are one unit. Newcombe's interval for the plain difference.
 */
export function commissionGap(cells: Cells): CommissionGap {
  const strata = new Map<string, number>();
  const place = cells.tuples.map(([, , line, third]) => {
    const name = JSON.stringify([line, third]);
    const at = strata.get(name) ?? strata.size;
    strata.set(name, at);
    return at;
  });
  const ended = cells.tuples.map(([commission]) => commission === 'ended');
  const compare = (sums: Float64Array) => {
    const side = () => ({ count: new Float64Array(strata.size), total: new Float64Array(strata.size) });
    const [target, other] = [side(), side()];
    for (const [cell, at] of place.entries()) {
      const to = ended[cell] ? target : other;
      to.count[at] = (to.count[at] ?? 0) + (sums[cell * cells.sums] ?? 0);
      to.total[at] = (to.total[at] ?? 0) + (sums[cell * cells.sums + 1] ?? 0);
    }
    return exactStandardisation({ target, other });
  };
  const { estimates } = deleteAGroup({
    ...cells,
    scale: ['identity', 'identity', 'identity'],
    theta: (sums) => {
      const { otherMean, targetMean } = compare(sums);
      return [otherMean - targetMean, otherMean, targetMean];
    },
  });
  const sizes = commissionSizes(cells);
  const share = (group: string) => ({
    successes: sumOf(cells, 'covered', ([commission]) => commission === group),
    trials: sumOf(cells, 'customers', ([commission]) => commission === group),
  });
  return {
    running: sizes.running.customers,
    ended: sizes.ended.customers,
    staffRunning: sizes.running.staff,
    staffEnded: sizes.ended.staff,
    gap: estimates[0] ?? OPEN,
    coverageRunning: estimates[1] ?? OPEN,
    coverageEnded: estimates[2] ?? OPEN,
    naive: newcombeDifference(share('running'), share('ended')),
    overlap: compare(cells.total).overlapShare,
    held: ['contract.product_id', 'contract.price'],
  };
}
