// A comparison to the cent takes decimals all the way: a float would judge 0.1 + 0.2 above 0.3.

/** SQL: periods of a price in a year, as a whole number; without a period a price counts as yearly. */
export const periodsSql = (period: string) =>
  `multiIf(${period} = 'month', 12, ${period} = 'quarter', 4, ${period} = 'half_year', 2, 1)`;

/** SQL: a decimal amount with room for products and quotients. */
export const exactSql = (amount: string) => `toDecimal128(${amount}, 8)`;

/** SQL: a stored floating-point number as the decimal that was written. */
export const writtenSql = (number: string) => `toDecimal128(toString(${number}), 8)`;

/** SQL: whole cents of a decimal amount, halves away from zero. */
export const centsSql = (amount: string) => `toInt64(round(${amount}, 2) * 100)`;

/** SQL: a price per period as cents a year. */
export const yearCentsSql = (price: string, period: string) => centsSql(`${exactSql(price)} * ${periodsSql(period)}`);
