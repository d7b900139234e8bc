import type { ReportCheck } from '../../parts/report-shape.ts';
import type { Sided } from './break-even.ts';

export interface OfferAccount {
  readonly offer: string;
  /** First-year price of a contract won. */
  readonly naive: number;
  readonly full: Sided;
}

/** Naive and full account of each offer, from the chart that the check hands over; worst full account first. */
export function offerAccounts({ charts }: Pick<ReportCheck, 'charts'>): readonly OfferAccount[] {
  const points = charts.find(({ id }) => id === 'accounts')?.points ?? [];
  return points
    .flatMap((point) => {
      const naive = points.find(({ series, x }) => series === 'naive' && x === point.x);
      return point.series === 'full' && naive !== undefined
        ? [{ offer: String(point.x), naive: naive.value, full: point }]
        : [];
    })
    .sort((a, b) => a.full.value - b.full.value);
}
