import { type Forecast, type Parameter, requireHorizons, requireParameters } from './forecast.ts';
import { emptyExitOdds, fillExitOdds } from './pareto-exit-odds.ts';
import { type PurchaseHistories, requireHistories } from './purchase-histories.ts';

/**
 * P(alive) and expected purchases under the Pareto/NBD, given the history. A newcomer is frequency 0, recency 0, age 0.
 * Throws RangeError for impossible histories, parameters or horizons.
 * Schmittlein, Morrison & Colombo (1987), Management Science 33(1), eq. 11-13 and 22.
 */
export function forecastParetoNbd({
  parameters,
  histories,
  horizons,
}: {
  readonly parameters: {
    readonly r: Parameter;
    readonly alpha: Parameter;
    readonly s: Parameter;
    readonly beta: Parameter;
  };
  readonly histories: PurchaseHistories;
  readonly horizons: readonly number[];
}): Forecast {
  requireParameters(parameters);
  requireHistories(histories);
  requireHorizons(horizons);
  const [r, alpha, s, beta] = [parameters.r.value, parameters.alpha.value, parameters.s.value, parameters.beta.value];
  const rows = histories.frequency.length;
  const probabilityAlive = new Float64Array(rows);
  const expectedPurchases = horizons.map(() => new Float64Array(rows));
  const odds = emptyExitOdds();
  for (let row = 0; row < rows; row++) {
    const count = histories.frequency[row] ?? 0;
    const age = histories.age[row] ?? 0;
    fillExitOdds({ r, alpha, s, beta }, count, histories.recency[row] ?? 0, age, odds);
    const alive = 1 / (1 + Math.exp(odds.logOdds));
    probabilityAlive[row] = alive;
    horizons.forEach((horizon, k) => {
      const column = expectedPurchases[k];
      const time = effectiveTime(s, beta + age, horizon);
      if (column !== undefined) column[row] = (alive * (r + count) * time) / (alpha + age);
    });
  }
  return { probabilityAlive, expectedPurchases };
}

/** Expected time as a customer within `time`, leaving rate gamma(s, scale); s = 1 is an ordinary point of it. */
function effectiveTime(s: number, scale: number, time: number): number {
  const log = Math.log1p(time / scale);
  return scale * (s === 1 ? log : -Math.expm1((1 - s) * log) / (s - 1));
}
