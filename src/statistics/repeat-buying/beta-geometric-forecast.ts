import { expectedWhileAlive } from './beta-geometric-expectation.ts';
import type { FirstExit } from './beta-geometric-tables.ts';
import { type Forecast, type Parameter, requireHorizons, requireParameters } from './forecast.ts';
import { type PurchaseHistories, requireHistories } from './purchase-histories.ts';

/** The common forecast of BG/NBD and MBG/NBD. */
export function forecastBetaGeometric(
  input: {
    readonly parameters: {
      readonly r: Parameter;
      readonly alpha: Parameter;
      readonly a: Parameter;
      readonly b: Parameter;
    };
    readonly histories: PurchaseHistories;
    readonly horizons: readonly number[];
  },
  firstExit: FirstExit,
): Forecast {
  const { parameters, histories, horizons } = input;
  requireParameters(parameters);
  requireHistories(histories);
  requireHorizons(horizons);
  const [r, alpha, a, b] = [parameters.r.value, parameters.alpha.value, parameters.a.value, parameters.b.value];
  const rows = histories.frequency.length;
  const probabilityAlive = new Float64Array(rows);
  const expectedPurchases = horizons.map(() => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    const count = histories.frequency[row] ?? 0;
    const flips = count + (firstExit === 'afterFirst' ? 1 : 0);
    const scale = alpha + (histories.age[row] ?? 0);
    const gap = Math.log(scale / (alpha + (histories.recency[row] ?? 0)));
    const alive = flips === 0 ? 1 : 1 / (1 + Math.exp(Math.log(a / (b + flips - 1)) + (r + count) * gap));
    probabilityAlive[row] = alive;
    const posterior = { shape: r + count, scale, a, b: b + flips };
    horizons.forEach((horizon, k) => {
      const column = expectedPurchases[k];
      if (column !== undefined) column[row] = alive * expectedWhileAlive(posterior, horizon);
    });
  }
  return { probabilityAlive, expectedPurchases };
}
