import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Estimate } from '#statistics/estimate.ts';

export interface Worth {
  /** Margin that a customer who stays still brings, over the horizon, discounted. */
  readonly remainingValue: number;
  /** What giving it brought per customer, less its cost; in money. */
  readonly netPerHead: Estimate;
  /** The same over the cost; null where it cost nothing. */
  readonly netPerMoney: Estimate | null;
}

/**
 * What a customer kept is worth: the yearly margin m over the horizon, paid while they stay at the holdouts' own rate and discounted,
 * sum over months of m/12 (S / (1 + d))^(k/12). The margin is price times the assumed rate.
 */
export function worthOf(
  kept: Estimate,
  yearlyPrice: number,
  leavingShare: number,
  costPerHead: number,
  audit: Pick<AuditSettings, 'marginRate' | 'horizonMonths' | 'discountRate'>,
): Worth {
  const monthly = ((1 - leavingShare) / (1 + audit.discountRate)) ** (1 / 12);
  let remainingValue = 0;
  for (let month = 1; month <= audit.horizonMonths; month++)
    remainingValue += ((yearlyPrice * audit.marginRate) / 12) * monthly ** month;
  const net = (share: number) => share * remainingValue - costPerHead;
  const over = (share: number) => net(share) / costPerHead;
  const spread = (of: (share: number) => number): Estimate => ({
    value: of(kept.value),
    low: of(kept.low),
    high: of(kept.high),
    level: kept.level,
  });
  return { remainingValue, netPerHead: spread(net), netPerMoney: costPerHead > 0 ? spread(over) : null };
}
