import type { Estimate } from '../estimate.ts';
import { fitBetaGeometric } from './beta-geometric-fit.ts';
import type { FitOptions, PositiveFit } from './positive-fit.ts';
import type { CountedHistories } from './purchase-histories.ts';

export interface MbgNbdFit extends PositiveFit {
  readonly model: 'MBG/NBD';
  readonly parameters: { readonly r: Estimate; readonly alpha: Estimate; readonly a: Estimate; readonly b: Estimate };
}

/**
 * MBG/NBD: as BG/NBD, but a customer may already leave right after the first purchase, so those who never came back
 * can be lost. Same assumptions, intervals and errors.
 * Batislam, Denizel & Filiztekin (2007), Int. J. Research in Marketing 24(3), 201-209,
 * https://doi.org/10.1016/j.ijresmar.2006.12.005
 */
export function fitMbgNbd(histories: CountedHistories, options: FitOptions = {}): MbgNbdFit {
  const { fit, parameters } = fitBetaGeometric(histories, 'afterFirst', options);
  return { model: 'MBG/NBD', ...fit, parameters };
}
