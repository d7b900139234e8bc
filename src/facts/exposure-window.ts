/**
 * Months of the exposure window, numbered from 0; the last one ends on the day of the audit, and the number MONTHS is the month to come.
 * Sets of months are bits of an unsigned 64-bit number, so that a person's whole history of an exposure is one value.
 */
export const WINDOW_MONTHS = 'toInt32(least(36, greatest(12, {windowMonths:Float64})))';

const CLOSE = '(toDate32({asOf:Date}) + 1)';
// Where the audit does not fall on a month's end, all months begin on the day of the month after it.
const SHIFT = `(toDayOfMonth(${CLOSE}) - 1)`;

/** Number of the month in which a day lies; below 0 before the window. */
export const monthOfSql = (day: string) =>
  `(${WINDOW_MONTHS} + dateDiff('month', ${CLOSE} - ${SHIFT}, toDate32(${day}) - ${SHIFT}))`;

/** First day of a month of the window. */
export const monthStartSql = (month: string) =>
  `(addMonths(${CLOSE} - ${SHIFT}, ${month} - ${WINDOW_MONTHS}) + ${SHIFT})`;

/** The months from..to (inclusive) after a month, as bits; those before the window fall away. */
export const monthsAfterSql = (month: string, from: number, to: number) => {
  const bits = `toUInt64(${2 ** (to - from + 1) - 1})`;
  return `bitShiftRight(bitShiftLeft(${bits}, toUInt8(least(63, greatest(0, ${month} + ${from})))), toUInt8(least(63, greatest(0, -(${month} + ${from})))))`;
};

/** How many months before and at most after its event an exposure is followed. */
export const LONGEST_REACH = 12;
