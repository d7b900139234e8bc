import { type Answer, detailOf, type ReportView } from '../../answer/view.ts';
import type { Ground } from './break-even.ts';

/** What the price comparison of the audit gives to reckon a break-even from; null where it does not. */
export function groundOf(answer: Answer | null, { report }: Pick<ReportView, 'report'>): Ground | null {
  const [overpaid, share] = [detailOf(answer, 'overpaid'), detailOf(answer, 'breakEvenExits')];
  const customers = answer?.check.counts['compared'] ?? 0;
  const setting = (name: string) => Number(report.settings[name] ?? Number.NaN);
  if (overpaid === null || share === null || customers === 0) return null;
  return {
    overpaid,
    customers,
    breakEvenShare: share.value,
    marginRate: setting('marginRate'),
    discountRate: setting('discountRate'),
    horizonMonths: setting('horizonMonths'),
  };
}
