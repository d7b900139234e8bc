import { forecastBetaGeometric } from './beta-geometric-forecast.ts';
import type { Forecast, Parameter } from './forecast.ts';
import type { PurchaseHistories } from './purchase-histories.ts';

export interface BgNbdForecast extends Forecast {
  /** Rows whose probability is 1 only because this model never loses a customer before the first repeat. */
  readonly aliveByConstruction: Uint8Array;
}

/**
 * P(alive) and expected purchases under the BG/NBD, given the history. A newcomer is frequency 0, recency 0, age 0.
 * A list of lost customers must not be built on rows flagged `aliveByConstruction`: their 1 is no evidence.
 * Throws RangeError for impossible histories, parameters or horizons.
 * Fader, Hardie & Lee (2005), eq. 10; Fader, Hardie & Lee (2008), "Computing P(alive) using the BG/NBD model",
 * http://brucehardie.com/notes/021/
 */
export function forecastBgNbd(input: {
  readonly parameters: {
    readonly r: Parameter;
    readonly alpha: Parameter;
    readonly a: Parameter;
    readonly b: Parameter;
  };
  readonly histories: PurchaseHistories;
  readonly horizons: readonly number[];
}): BgNbdForecast {
  const aliveByConstruction = Uint8Array.from(input.histories.frequency, (count) => (count === 0 ? 1 : 0));
  return { ...forecastBetaGeometric(input, 'afterRepeat'), aliveByConstruction };
}
