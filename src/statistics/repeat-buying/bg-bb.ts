import type { Estimate } from '../estimate.ts';
import type { Objective } from '../minimise.ts';
import { addBgBbCell, bgBbTables, fillBgBbTables } from './bg-bb-likelihood.ts';
import { type DistinctCells, distinctCells } from './distinct-cells.ts';
import { real } from './entry.ts';
import { estimateAt, type FitOptions, fitPositive, type PositiveFit } from './positive-fit.ts';
import { type CountedHistories, type PurchaseHistories, requireHistories } from './purchase-histories.ts';
import { startingRate } from './starting-rate.ts';

export interface BgBbFit extends PositiveFit {
  readonly model: 'BG/BB';
  readonly parameters: {
    readonly alpha: Estimate;
    readonly beta: Estimate;
    readonly gamma: Estimate;
    readonly delta: Estimate;
  };
}

/**
 * BG/BB: at each occasion (a year's appeal, a cruise, a renewal with a choice) a customer who still is one buys with a
 * probability that is beta(alpha, beta) over customers, and before each occasion is lost for good with a probability
 * that is beta(gamma, delta). Recency and age count occasions after the first purchase and are whole numbers.
 * Intervals: observed information, normal on the logarithm. RangeError for impossible histories or when nobody
 * came back.
 * Fader, Hardie & Shang (2010), Marketing Science 29(6), 1086-1108, https://doi.org/10.1287/mksc.1100.0580
 */
export function fitBgBb(histories: CountedHistories, options: FitOptions = {}): BgBbFit {
  requireOccasions(histories);
  const { frequency, recency, age, customers } = histories;
  const cells = distinctCells([frequency, recency, age], customers);
  startingRate(cells);
  const { fit, estimates } = fitPositive(
    {
      objective: bgBbLikelihood(cells),
      standIn: null,
      start: [1, 1, 1, 2],
      scale: [1, 1, 1, 1],
      customers: cells.totalCustomers,
      distinctCells: cells.size,
    },
    options,
  );
  const parameters = {
    alpha: estimateAt(estimates, 0),
    beta: estimateAt(estimates, 1),
    gamma: estimateAt(estimates, 2),
    delta: estimateAt(estimates, 3),
  };
  return { model: 'BG/BB', ...fit, parameters };
}

/** Throws RangeError unless the histories count whole occasions and hold no more purchases than occasions. */
export function requireOccasions(histories: PurchaseHistories): void {
  requireHistories(histories);
  for (let row = 0; row < histories.frequency.length; row++) {
    const recency = histories.recency[row] ?? 0;
    if (!Number.isInteger(recency)) throw new RangeError(`row ${row}: recency ${recency} is not whole`);
    if (!Number.isInteger(histories.age[row])) throw new RangeError(`row ${row}: age is not whole`);
    const frequency = histories.frequency[row] ?? 0;
    if (frequency > recency) throw new RangeError(`row ${row}: frequency ${frequency} exceeds recency ${recency}`);
  }
}

function bgBbLikelihood({ columns, customers }: DistinctCells): Objective {
  const [frequency = new Float64Array(), recency = new Float64Array(), age = new Float64Array()] = columns;
  const tables = bgBbTables(age.reduce((most, occasions) => Math.max(most, occasions), 0));
  return (parameters, gradient) => {
    gradient.fill(0);
    fillBgBbTables(tables, parameters);
    let value = 0;
    for (let i = 0; i < customers.length; i++) {
      const weight = real(customers, i);
      const cell = { frequency: real(frequency, i), recency: real(recency, i), occasions: real(age, i), weight };
      value += addBgBbCell(tables, cell, real(parameters, 2), gradient);
    }
    for (let k = 0; k < 4; k++) gradient[k] = -real(gradient, k);
    return -value;
  };
}
