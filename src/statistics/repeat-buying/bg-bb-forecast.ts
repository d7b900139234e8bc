import { requireOccasions } from './bg-bb.ts';
import { addBgBbCell, bgBbTables, fillBgBbTables } from './bg-bb-likelihood.ts';
import { real } from './entry.ts';
import { type Forecast, type Parameter, requireHorizons, requireParameters } from './forecast.ts';
import type { PurchaseHistories } from './purchase-histories.ts';

/**
 * Under the BG/BB, given the history: probability of still being a customer at the next occasion, and expected
 * purchases in the next so many occasions (whole horizons). A newcomer is frequency 0, recency 0, age 0. Sums over the
 * coming occasions, so gamma = 1 is an ordinary point.
 * Throws RangeError for impossible histories, parameters or horizons.
 * Fader, Hardie & Shang (2010), Marketing Science 29(6), eq. 11-13.
 */
export function forecastBgBb({
  parameters,
  histories,
  horizons,
}: {
  readonly parameters: {
    readonly alpha: Parameter;
    readonly beta: Parameter;
    readonly gamma: Parameter;
    readonly delta: Parameter;
  };
  readonly histories: PurchaseHistories;
  readonly horizons: readonly number[];
}): Forecast {
  requireParameters(parameters);
  requireOccasions(histories);
  requireHorizons(horizons);
  if (!horizons.every(Number.isInteger)) throw new RangeError('horizons must count whole occasions');
  const point = Float64Array.of(
    parameters.alpha.value,
    parameters.beta.value,
    parameters.gamma.value,
    parameters.delta.value,
  );
  const rows = histories.frequency.length;
  const longest = Math.max(0, ...horizons);
  let occasions = 0;
  for (let row = 0; row < rows; row++) occasions = Math.max(occasions, histories.age[row] ?? 0);
  const tables = bgBbTables(occasions + longest + 1);
  fillBgBbTables(tables, point);
  const probabilityAlive = new Float64Array(rows);
  const expectedPurchases = horizons.map(() => new Float64Array(rows));
  const unused = new Float64Array(4);
  const stayed = (count: number) => real(tables.stay.value, count) - real(tables.life.value, count);
  for (let row = 0; row < rows; row++) {
    const [frequency, recency] = [histories.frequency[row] ?? 0, histories.recency[row] ?? 0];
    const seen = histories.age[row] ?? 0;
    const history = { frequency, recency, occasions: seen, weight: 1 };
    const likelihood = addBgBbCell(tables, history, real(point, 2), unused);
    const bought = (more: number) =>
      real(tables.buy.value, frequency + more) +
      real(tables.skip.value, seen - frequency) -
      real(tables.chance.value, seen + more);
    probabilityAlive[row] = Math.exp(bought(0) + stayed(seen + 1) - likelihood);
    const perOccasion = Array.from({ length: longest }, (_, k) =>
      Math.exp(bought(1) + stayed(seen + k + 1) - likelihood),
    );
    horizons.forEach((horizon, k) => {
      const column = expectedPurchases[k];
      if (column !== undefined) column[row] = perOccasion.slice(0, horizon).reduce((sum, one) => sum + one, 0);
    });
  }
  return { probabilityAlive, expectedPurchases };
}
