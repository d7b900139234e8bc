/** Time at risk row by row, each on one level of every factor. */
export interface RateRows {
  /** By factor, the level of each row. */
  readonly levels: readonly Int32Array[];
  /** How many levels each factor has. */
  readonly sizes: readonly number[];
}

const ENOUGH = 1e-7;
const MAXIMUM_ROUNDS = 200;

/**
 * Rates as a product of factors, one value a level: the Poisson regression of main effects, fitted by turns (each factor is set so that its
 * levels have as many events as seen). Sparse rows are welcome, unlike with one stratum for every combination. Only ratios within
 * the first factor are determined. A level without events is 0.
 * Breslow, N. E. & Day, N. E. (1975), Journal of Chronic Diseases 28, 289-303.
 */
export function rateFactors(
  rows: RateRows,
  { events, time }: { readonly events: Float64Array; readonly time: Float64Array },
  start: readonly Float64Array[] | null,
): readonly Float64Array[] {
  const values = rows.sizes.map((size, factor) => start?.[factor]?.slice() ?? new Float64Array(size).fill(1));
  const seen = rows.levels.map((level, factor) => totals(level, events, rows.sizes[factor] ?? 0));
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const before = values[0]?.slice() ?? new Float64Array();
    for (const [factor, own] of values.entries()) {
      const due = totals(rows.levels[factor] ?? NO_LEVELS, expected(rows.levels, values, time, factor), own.length);
      own.set(due.map((count, level) => (count > 0 ? (seen[factor]?.[level] ?? 0) / count : 0)));
    }
    if (isSettled(before, values[0] ?? before)) break;
  }
  return values;
}

const NO_LEVELS = new Int32Array();

function isSettled(before: Float64Array, after: Float64Array): boolean {
  return after.every((value, level) => Math.abs(value - (before[level] ?? 0)) <= ENOUGH * value);
}

function totals(level: Int32Array, amounts: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let row = 0; row < level.length; row++)
    sums[level[row] ?? 0] = (sums[level[row] ?? 0] ?? 0) + (amounts[row] ?? 0);
  return sums;
}

/** Events to be expected row by row from all factors but one. */
function expected(
  levels: readonly Int32Array[],
  values: readonly Float64Array[],
  time: Float64Array,
  without: number,
): Float64Array {
  const due = time.slice();
  for (const [factor, own] of values.entries()) {
    const level = levels[factor];
    if (factor === without || level === undefined) continue;
    for (let row = 0; row < due.length; row++) due[row] = (due[row] ?? 0) * (own[level[row] ?? 0] ?? 0);
  }
  return due;
}
