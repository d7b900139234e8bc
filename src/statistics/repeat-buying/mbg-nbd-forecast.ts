import { forecastBetaGeometric } from './beta-geometric-forecast.ts';
import type { Forecast, Parameter } from './forecast.ts';
import type { PurchaseHistories } from './purchase-histories.ts';

/**
 * P(alive) and expected purchases under the MBG/NBD, given the history. A newcomer is frequency 0, recency 0, age 0.
 * Throws RangeError for impossible histories, parameters or horizons.
 * Batislam, Denizel & Filiztekin (2007), Int. J. Research in Marketing 24(3), 201-209.
 */
export function forecastMbgNbd(input: {
  readonly parameters: {
    readonly r: Parameter;
    readonly alpha: Parameter;
    readonly a: Parameter;
    readonly b: Parameter;
  };
  readonly histories: PurchaseHistories;
  readonly horizons: readonly number[];
}): Forecast {
  return forecastBetaGeometric(input, 'afterFirst');
}
