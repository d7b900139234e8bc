import type { Estimate } from '../estimate.ts';
import { fitBetaGeometric } from './beta-geometric-fit.ts';
import type { FitOptions, PositiveFit } from './positive-fit.ts';
import type { CountedHistories } from './purchase-histories.ts';

export interface BgNbdFit extends PositiveFit {
  readonly model: 'BG/NBD';
  readonly parameters: { readonly r: Estimate; readonly alpha: Estimate; readonly a: Estimate; readonly b: Estimate };
  /** Customers who never came back. This model holds every one of them for alive, whatever the silence. */
  readonly aliveByConstruction: number;
}

/**
 * BG/NBD: while alive a customer buys at a constant rate, rates are gamma(r, alpha) over customers; after each repeat
 * purchase he leaves for good with a probability that is beta(a, b) over customers.
 * Assumes rates and leaving are independent and nothing changes with calendar time. Intervals: observed information,
 * normal on the logarithm. RangeError for impossible histories or when nobody came back.
 * Fader, Hardie & Lee (2005), Marketing Science 24(2), 275-284, https://doi.org/10.1287/mksc.1040.0098
 */
export function fitBgNbd(histories: CountedHistories, options: FitOptions = {}): BgNbdFit {
  const { fit, parameters, neverReturned } = fitBetaGeometric(histories, 'afterRepeat', options);
  return { model: 'BG/NBD', ...fit, parameters, aliveByConstruction: neverReturned };
}
