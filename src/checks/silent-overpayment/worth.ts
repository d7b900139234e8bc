import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Estimate } from '#statistics/estimate.ts';
import type { Figures } from './figures.ts';
import type { Waking } from './waking.ts';

type Rates = Pick<AuditSettings, 'marginRate' | 'horizonMonths' | 'discountRate'>;

/** Margin of a customer over the horizon, discounted, at the assumed rate: what is lost when one of them leaves. */
export function remainingValue(yearlyPrice: number, { marginRate, horizonMonths, discountRate }: Rates): number {
  let value = 0;
  for (let month = 1; month <= horizonMonths; month++)
    value += (yearlyPrice * marginRate) / 12 / (1 + discountRate) ** (month / 12);
  return value;
}

/**
 * Margin that one notice a year puts at risk: silent overpayers, times their departures in a usual quarter, times how many more there are
 * after a notice, times what they are worth. null unless departures after a notice are clearly more.
 */
export function atRiskAfterNotice(found: Figures, exits: Waking, monthsAll: number, value: number): Estimate | null {
  const { ratio, events, eventsAfter, monthsAfter } = exits;
  const overpayerMonths = (monthsAll - monthsAfter) * (found.overpays / Math.max(1, found.compared));
  if (ratio === null || ratio.low <= 1 || overpayerMonths <= 0) return null;
  const quarterly = (3 * (events - eventsAfter)) / overpayerMonths;
  const of = (times: number) => found.people * Math.min(1, quarterly) * (times - 1) * value;
  return { value: of(ratio.value), low: of(ratio.low), high: of(ratio.high), level: ratio.level };
}
