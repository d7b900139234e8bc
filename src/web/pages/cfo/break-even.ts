/** What giving the overpayment back rests on, as the audit found it. Money a year unless said otherwise. */
export interface Ground {
  /** Paid above the newcomer price, with its interval; null sides are unbounded. */
  readonly overpaid: Sided;
  /** Compared customers' contracts. */
  readonly customers: number;
  /** Exits a year, as a share of them, that giving it all back must avoid under the settings of the audit. */
  readonly breakEvenShare: number;
  readonly marginRate: number;
  readonly discountRate: number;
  readonly horizonMonths: number;
}

export interface Sided {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a reader may turn; shares 0..1. */
export interface Assumptions {
  /** How much of the gap is given back. */
  readonly givenBack: number;
  /** Waterbed: how much of it comes back from newcomers through a higher newcomer price. */
  readonly waterbed: number;
  readonly marginRate: number;
  readonly discountRate: number;
  readonly horizonMonths: number;
}

export interface BreakEven {
  /** Given up a year, less what newcomers bear. */
  readonly cost: Sided;
  /** Margin that one customer who stays would still bring over the horizon, discounted to today. */
  readonly customerValue: number;
  /** Exits a year to be avoided, with the interval of the cost. */
  readonly exits: Sided;
  readonly exitShare: Sided;
}

/** Value today of one unit of money a year over the horizon, paid at the end of each year. */
export function annuityYears(discountRate: number, horizonMonths: number): number {
  const years = horizonMonths / 12;
  return discountRate === 0 ? years : (1 - (1 + discountRate) ** -years) / discountRate;
}

const scaled = ({ value, low, high }: Sided, factor: number): Sided => ({
  value: value * factor,
  low: low === null ? null : low * factor,
  high: high === null ? null : high * factor,
});

/**
 * Exits that giving the overpayment back must avoid to pay for itself: its cost over the margin that a customer who stays still brings.
 * The yearly margin of a customer is read off the break-even of the audit, so that unturned sliders say exactly what the audit says.
 * A planning value: customers are taken to stay over the horizon. null where the audit gives nothing to reckon from.
 */
export function breakEven(ground: Ground, wanted: Assumptions): BreakEven | null {
  const auditValue = ground.overpaid.value / (ground.breakEvenShare * ground.customers);
  const yearlyMargin = auditValue / annuityYears(ground.discountRate, ground.horizonMonths) / ground.marginRate;
  const customerValue = yearlyMargin * wanted.marginRate * annuityYears(wanted.discountRate, wanted.horizonMonths);
  if (!(Number.isFinite(customerValue) && customerValue > 0)) return null;
  const cost = scaled(ground.overpaid, wanted.givenBack * (1 - wanted.waterbed));
  const exits = scaled(cost, 1 / customerValue);
  return { cost, customerValue, exits, exitShare: scaled(exits, 1 / ground.customers) };
}

export interface BalancePoint extends Sided {
  /** Exits avoided in a year. */
  readonly exits: number;
}

/** Balance of a year over the exits avoided, from none to twice the break-even: what is kept less what is given up. */
export function balanceLine({ cost, customerValue, exits }: BreakEven, steps = 8): readonly BalancePoint[] {
  const most = Math.max(1, 2 * exits.value);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const avoided = (most * step) / steps;
    const kept = avoided * customerValue;
    return {
      exits: avoided,
      value: kept - cost.value,
      low: cost.high === null ? null : kept - cost.high,
      high: cost.low === null ? null : kept - cost.low,
    };
  });
}
