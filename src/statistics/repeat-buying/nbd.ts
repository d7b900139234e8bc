import type { Estimate } from '../estimate.ts';
import type { Objective } from '../minimise.ts';
import { type DistinctCells, distinctCells } from './distinct-cells.ts';
import { distinctIndex } from './distinct-index.ts';
import { emptyLogRise, fillLogRise } from './log-rise.ts';
import { estimateAt, type FitOptions, fitPositive, type PositiveFit } from './positive-fit.ts';
import { type CountedHistories, requireHistories } from './purchase-histories.ts';
import { meanAge, startingRate } from './starting-rate.ts';

export interface NbdFit extends PositiveFit {
  readonly model: 'NBD';
  readonly parameters: { readonly r: Estimate; readonly alpha: Estimate };
}

/**
 * NBD: everybody stays for good and buys at a constant rate; rates are gamma(r, alpha) over customers. The yardstick
 * that a model with leaving has to beat. Likelihood of the purchase times, so it compares with BG/NBD and Pareto/NBD;
 * recency does not enter. Intervals: observed information, normal on the logarithm. RangeError for impossible
 * histories or when nobody came back.
 * Ehrenberg (1959), Applied Statistics 8(1), 26-41, https://doi.org/10.2307/2985810
 */
export function fitNbd(histories: Omit<CountedHistories, 'recency'>, options: FitOptions = {}): NbdFit {
  const { frequency, age, customers } = histories;
  requireHistories({ frequency, age, recency: new Float64Array(frequency.length) });
  const cells = distinctCells([frequency, age], customers);
  const { fit, estimates } = fitPositive(
    {
      objective: nbdLikelihood(cells),
      standIn: null,
      start: startingRate(cells),
      scale: [1, meanAge(cells)],
      customers: cells.totalCustomers,
      distinctCells: cells.size,
    },
    options,
  );
  return { model: 'NBD', ...fit, parameters: { r: estimateAt(estimates, 0), alpha: estimateAt(estimates, 1) } };
}

function nbdLikelihood({ columns, customers }: DistinctCells): Objective {
  const [frequency = new Float64Array(), age = new Float64Array()] = columns;
  const counts = distinctIndex(frequency);
  const rate = emptyLogRise(counts.values.length);
  return (parameters, gradient) => {
    const [r = 0, alpha = 0] = parameters;
    fillLogRise(r, counts.values, rate);
    let value = 0;
    let slopeR = 0;
    let slopeAlpha = 0;
    for (let cell = 0; cell < frequency.length; cell++) {
      const weight = customers[cell] ?? 0;
      const count = frequency[cell] ?? 0;
      const at = counts.index[cell] ?? 0;
      const end = alpha + (age[cell] ?? 0);
      const kept = Math.log(alpha / end);
      value += weight * ((rate.value[at] ?? 0) + r * kept - count * Math.log(end));
      slopeR += weight * ((rate.slope[at] ?? 0) + kept);
      slopeAlpha += weight * (r / alpha - (r + count) / end);
    }
    gradient[0] = -slopeR;
    gradient[1] = -slopeAlpha;
    return -value;
  };
}
