/**
 * Present value of a customer's purchases still to come: sum over periods k = 1 .. H of the expected purchases in the
 * period times the value of a purchase, discounted to today by (1 + rate)^-k. In the unit of `valuePerPurchase`.
 * `cumulativePurchases` holds, per period end, the expected purchases from now until then, one entry per customer (the
 * `expectedPurchases` of a forecast with horizons at the ends of the periods). Contribution, not revenue, is what
 * `valuePerPurchase` should carry.
 * Throws RangeError when columns differ in length or the rate is not above -1.
 * Fader, Hardie & Lee (2005), "RFM and CLV", J. Marketing Research 42(4), 415-430.
 */
export function residualValue({
  cumulativePurchases,
  valuePerPurchase,
  discountPerPeriod,
}: {
  readonly cumulativePurchases: readonly ArrayLike<number>[];
  readonly valuePerPurchase: ArrayLike<number>;
  readonly discountPerPeriod: number;
}): Float64Array {
  if (!(discountPerPeriod > -1)) throw new RangeError(`discountPerPeriod is ${discountPerPeriod}`);
  const customers = valuePerPurchase.length;
  const value = new Float64Array(customers);
  const before = new Float64Array(customers);
  cumulativePurchases.forEach((until, period) => {
    if (until.length !== customers) throw new RangeError(`cumulativePurchases[${period}] has ${until.length} rows`);
    const factor = (1 + discountPerPeriod) ** -(period + 1);
    for (let row = 0; row < customers; row++) {
      const bought = until[row] ?? Number.NaN;
      value[row] = (value[row] ?? 0) + factor * (bought - (before[row] ?? 0)) * (valuePerPurchase[row] ?? Number.NaN);
      before[row] = bought;
    }
  });
  return value;
}
