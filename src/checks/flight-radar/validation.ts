import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { fitHazard, type HazardModel, hazards } from './hazard-model.ts';
import type { MonthTable } from './month-cells.ts';

/** One tenth of the test months, by the chance foretold for them. */
interface ReliabilityPoint {
  readonly foretold: number;
  readonly seen: number;
  readonly low: number;
  readonly high: number;
}

interface Forecast {
  /** Mean squared distance between the chance foretold and what happened (Brier 1950). */
  readonly brier: number;
  /** Mean distance between chance foretold and share seen, over tenths of the months. */
  readonly calibrationError: number;
  /** Exits foretold over exits seen. */
  readonly ratio: number;
  readonly points: readonly ReliabilityPoint[];
}

export interface Validation {
  readonly exits: number;
  readonly model: Forecast;
  /** A plain table of rates by tenure, from the same earlier months. */
  readonly table: Forecast;
}

const TENTHS = 10;

function forecast(
  chance: ArrayLike<number>,
  months: ArrayLike<number>,
  leaves: ArrayLike<number>,
  rows: readonly number[],
): Forecast {
  const sorted = [...rows].sort((a, b) => (chance[a] ?? 0) - (chance[b] ?? 0) || a - b);
  const all = rows.reduce((sum, row) => sum + (months[row] ?? 0), 0);
  const bins = Array.from({ length: TENTHS }, () => ({ months: 0, foretold: 0, seen: 0 }));
  let before = 0;
  let squares = 0;
  for (const row of sorted) {
    const [n, p, y] = [months[row] ?? 0, chance[row] ?? 0, leaves[row] ?? 0];
    const bin = bins[Math.min(TENTHS - 1, Math.floor((TENTHS * (before + n / 2)) / all))];
    before += n;
    squares += y * (1 - p) ** 2 + (n - y) * p ** 2;
    if (bin === undefined) continue;
    bin.months += n;
    bin.foretold += n * p;
    bin.seen += y;
  }
  const filled = bins.filter((bin) => bin.months > 0);
  const seen = filled.reduce((sum, bin) => sum + bin.seen, 0);
  return {
    brier: squares / all,
    calibrationError: filled.reduce((sum, bin) => sum + Math.abs(bin.foretold - bin.seen), 0) / all,
    ratio: filled.reduce((sum, bin) => sum + bin.foretold, 0) / seen,
    points: filled.map((bin) => {
      const { low, high } = wilsonInterval({ successes: bin.seen, trials: bin.months });
      return { foretold: bin.foretold / bin.months, seen: bin.seen / bin.months, low, high };
    }),
  };
}

/** Rates of leaving by band of tenure in some rows, as a chance for every row; the overall rate where a band is empty. */
function tableOfRates(
  { tenure, rows }: MonthTable,
  months: ArrayLike<number>,
  leaves: ArrayLike<number>,
  from: readonly number[],
) {
  const bands = new Map<number, { months: number; leaves: number }>();
  const all = { months: 0, leaves: 0 };
  for (const row of from) {
    const band = bands.get(tenure[row] ?? 0) ?? { months: 0, leaves: 0 };
    bands.set(tenure[row] ?? 0, band);
    for (const sums of [band, all]) {
      sums.months += months[row] ?? 0;
      sums.leaves += leaves[row] ?? 0;
    }
  }
  return Float64Array.from({ length: rows }, (_, row) => {
    const band = bands.get(tenure[row] ?? 0);
    const { months: lived, leaves: left } = band === undefined || band.months === 0 ? all : band;
    return left / Math.max(lived, 1);
  });
}

/** Fits on the earlier months and foretells the last half-year, beside a table of rates by tenure. */
export function validate(
  model: HazardModel,
  table: MonthTable,
  months: Float64Array,
  leaves: Float64Array,
): Validation | null {
  const everyRow = Array.from({ length: table.rows }, (_, row) => row);
  const earlier = everyRow.filter((row) => (table.half[row] ?? 0) > 0);
  const test = everyRow.filter((row) => table.half[row] === 0 && (months[row] ?? 0) > 0);
  const exits = test.reduce((sum, row) => sum + (leaves[row] ?? 0), 0);
  if (exits === 0 || earlier.every((row) => leaves[row] === 0)) return null;
  const only = (values: Float64Array) => values.map((value, row) => ((table.half[row] ?? 0) > 0 ? value : 0));
  const fit = fitHazard({ model, table, months: only(months), leaves: only(leaves), from: null });
  const chance = hazards(model, fit.values, table.rows);
  return {
    exits,
    model: forecast(chance, months, leaves, test),
    table: forecast(tableOfRates(table, months, leaves, earlier), months, leaves, test),
  };
}
