import type { Estimate } from '../estimate.ts';
import { distinctCells } from './distinct-cells.ts';
import { paretoNbdLikelihood } from './pareto-nbd-likelihood.ts';
import { estimateAt, type FitOptions, fitPositive, type PositiveFit } from './positive-fit.ts';
import { type CountedHistories, requireHistories } from './purchase-histories.ts';
import { roundedCells } from './rounded-cells.ts';
import { meanAge, startingRate } from './starting-rate.ts';

export interface ParetoNbdFit extends PositiveFit {
  readonly model: 'Pareto/NBD';
  readonly parameters: {
    readonly r: Estimate;
    readonly alpha: Estimate;
    readonly s: Estimate;
    readonly beta: Estimate;
  };
}

/**
 * Pareto/NBD: while a customer lives he buys at a constant rate, gamma(r, alpha) over customers; he leaves at a constant
 * rate, gamma(s, beta) over customers, seen only as silence. Assumes both rates independent and nothing changing with
 * calendar time. Intervals: observed information, normal on the logarithm. RangeError for impossible histories or when
 * nobody came back.
 * Schmittlein, Morrison & Colombo (1987), Management Science 33(1), 1-24, https://doi.org/10.1287/mnsc.33.1.1
 */
export function fitParetoNbd(histories: CountedHistories, options: FitOptions = {}): ParetoNbdFit {
  requireHistories(histories);
  const { frequency, recency, age, customers } = histories;
  const cells = distinctCells([frequency, recency, age], customers);
  const [r, alpha] = startingRate(cells);
  const time = meanAge(cells);
  const { fit, estimates } = fitPositive(
    {
      objective: paretoNbdLikelihood(cells),
      standIn: paretoNbdLikelihood(roundedCells(cells)),
      start: [r, alpha, 0.5, time / 2],
      scale: [1, time, 1, time],
      customers: cells.totalCustomers,
      distinctCells: cells.size,
    },
    options,
  );
  const parameters = {
    r: estimateAt(estimates, 0),
    alpha: estimateAt(estimates, 1),
    s: estimateAt(estimates, 2),
    beta: estimateAt(estimates, 3),
  };
  return { model: 'Pareto/NBD', ...fit, parameters };
}
