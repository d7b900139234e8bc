import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { solveLeastSquares } from '#statistics/regression/normal-equations.ts';
import type { Cells } from '../cells.ts';

interface Rung {
  /** First, second, third and further ask. */
  readonly ask: number;
  readonly count: number;
  readonly granted: Estimate;
  /** Mean given per ask, money a year. */
  readonly given: Estimate;
}

/** What each further ask earns, and by how much more than the one before. */
export interface Ladder {
  readonly rungs: readonly Rung[];
  /** Money a year per further ask, at equal price; null with fewer than two rungs. */
  readonly perFurtherAsk: Estimate | null;
}

const ASKS = [1, 2, 3] as const;
const SLOPE_SUMS = ['dose', 'price', 'value', 'count'] as const;

/** Regression of what was given on the number of the ask and the price, from sums. */
function slope(at: (name: string) => number): number {
  const [dose, price, value, count] = SLOPE_SUMS.map(at);
  const centred = (product: string, a = 0, b = 0) => at(product) - (a * b) / (count ?? 1);
  const gram = Float64Array.of(
    centred('dose_x_dose', dose, dose),
    centred('dose_x_price', dose, price),
    centred('dose_x_price', dose, price),
    centred('price_x_price', price, price),
  );
  const moment = Float64Array.of(centred('dose_x_value', dose, value), centred('price_x_value', price, value));
  return solveLeastSquares({ size: 2, total: { gram, moment }, replicates: [] }).coefficients[0] ?? Number.NaN;
}

export function ladderOf(cells: Cells, minimum: number): Ladder {
  const cellOf = (ask: number) => cells.tuples.findIndex(([number]) => Number(number) === ask);
  const index = (name: string) => cells.sumNames.indexOf(name);
  const countOf = (ask: number) => {
    const cell = cellOf(ask);
    return cell < 0 ? 0 : (cells.total[cell * cells.sums + index('count')] ?? 0);
  };
  const shown = ASKS.filter((ask) => countOf(ask) >= minimum);
  const read = (sums: Float64Array, ask: number, name: string) => sums[cellOf(ask) * cells.sums + index(name)] ?? 0;
  const { estimates } = deleteAGroup({
    ...cells,
    scale: 'identity',
    theta: (sums) => [
      ...shown.map((ask) => read(sums, ask, 'value') / read(sums, ask, 'count')),
      slope((name) => shown.reduce((total, ask) => total + read(sums, ask, name), 0)),
    ],
  });
  const none: Estimate = { value: Number.NaN, low: 0, high: 1, level: 0.95 };
  // A customer asks for the first time once: shares of few granted asks keep their exact interval.
  const granted = (ask: number) =>
    wilsonInterval({ successes: Math.round(read(cells.total, ask, 'granted')), trials: countOf(ask) });
  return {
    rungs: shown.map((ask, i) => ({
      ask,
      count: countOf(ask),
      granted: granted(ask),
      given: estimates[i] ?? none,
    })),
    perFurtherAsk: shown.length < 2 ? null : (estimates[shown.length] ?? null),
  };
}
