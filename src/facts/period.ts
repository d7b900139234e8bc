/** Periods are written as a year, a quarter or a month: 2024, 2024-Q1, 2024-03. Months that such a period covers; 0 where it is none. */
export const periodMonthsSql = (period: string) =>
  `multiIf(match(toString(${period}), '^[0-9]{4}$'), 12, match(toString(${period}), '^[0-9]{4}-Q[1-4]$'), 3, match(toString(${period}), '^[0-9]{4}-(0[1-9]|1[0-2])$'), 1, 0)`;

/** First day of a period; NULL where it is none. */
export const periodFirstDaySql = (period: string) => {
  const year = `toUInt16OrZero(substring(toString(${period}), 1, 4))`;
  const quarter = `toUInt8OrZero(substring(toString(${period}), 7, 1))`;
  const month = `toUInt8OrZero(substring(toString(${period}), 6, 2))`;
  const months = periodMonthsSql(period);
  return `if(${months} = 0, NULL, makeDate32(${year}, multiIf(${months} = 12, 1, ${months} = 3, 3 * ${quarter} - 2, ${month}), 1))`;
};
