import type { AuditSettings } from '#domain/audit-settings.ts';

/** Yearly margins that are still to come: sum over the months of the horizon of the chance to be still there, discounted, in years. */
export function yearsToCome(monthlyExit: number, { horizonMonths, discountRate }: AuditSettings): number {
  let years = 0;
  for (let month = 1; month <= horizonMonths; month++) {
    years += ((1 - monthlyExit) ** month * (1 + discountRate) ** (-month / 12)) / 12;
  }
  return years;
}

/** The yearly value behind each cell; months whose value is not on record count with the mean of the others. */
export function cellValues(
  months: Float64Array,
  value: Float64Array,
  valued: Float64Array,
  rows: readonly number[],
): Float64Array {
  let sum = 0;
  let count = 0;
  for (const row of rows) {
    sum += value[row] ?? 0;
    count += valued[row] ?? 0;
  }
  const mean = count === 0 ? Number.NaN : sum / count;
  return months.map((all, row) => (value[row] ?? 0) + (all - (valued[row] ?? 0)) * mean);
}
