import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Estimate } from '#statistics/estimate.ts';

/**
 * Yearly exits that giving up the overpayment must avoid, as a share of the compared customers, before it pays for itself: repricing cost
 * over the number of customers times the margin that one of them would still bring over the horizon. A planning value: the margin rate is
 * assumed, and customers are taken to stay.
 */
export function breakEvenExits(
  gap: { readonly overpaid: Estimate; readonly existing: number; readonly meanPrice: number },
  audit: Pick<AuditSettings, 'marginRate' | 'discountRate' | 'horizonMonths'>,
): Estimate {
  const years = (1 - (1 + audit.discountRate) ** (-audit.horizonMonths / 12)) / audit.discountRate;
  const remaining = gap.meanPrice * audit.marginRate * years;
  const scale = (value: number) => value / (gap.existing * remaining);
  const { value, low, high, level } = gap.overpaid;
  return { value: scale(value), low: scale(low), high: scale(high), level };
}
