import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { Ratio } from './ratios.ts';

/**
 * Margin of the customers who left beyond those who would have left anyway, a year: leavings after a change (in the span that decided) x
 * (1 - 1/ratio) x remaining value. The remaining value is the mean yearly margin of today's customers over the horizon, discounted, with the monthly risk
 * of leaving of those without a change; it is taken as known, so the interval is that of the ratio. Null from too few leavings, or where no
 * margin or price is known.
 */
export function yearlyLoss(
  { estimate, leaves }: Ratio,
  baseRisk: number,
  customers: Cells,
  audit: AuditSettings,
  monthsSeen: number,
): Estimate | null {
  if (leaves < audit.minimumMoneyUnits) return null;
  const margin = yearlyMargin(customers, audit);
  if (margin === null) return null;
  const monthlyDiscount = (1 + audit.discountRate) ** (-1 / 12) * (1 - baseRisk);
  let months = 0;
  for (let k = 1; k <= audit.horizonMonths; k++) months += monthlyDiscount ** k;
  const leavings = (leaves * 12) / monthsSeen;
  const { value, low, high, level } = estimate;
  const lost = (ratio: number) => leavings * (1 - 1 / ratio) * (margin / 12) * months;
  return { value: lost(value), low: lost(low), high: lost(high), level };
}

function yearlyMargin(customers: Cells, audit: AuditSettings): number | null {
  const sum = (name: string) => sumOf(customers, name);
  if (sum('with_margin') >= audit.minimumMoneyUnits) return sum('margin') / sum('with_margin');
  if (sum('with_revenue') < audit.minimumMoneyUnits) return null;
  return (sum('revenue') / sum('with_revenue')) * audit.marginRate;
}
