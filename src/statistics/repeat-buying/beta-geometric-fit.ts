import { betaGeometricLikelihood } from './beta-geometric-likelihood.ts';
import type { FirstExit } from './beta-geometric-tables.ts';
import { distinctCells } from './distinct-cells.ts';
import { estimateAt, type FitOptions, fitPositive } from './positive-fit.ts';
import { type CountedHistories, requireHistories } from './purchase-histories.ts';
import { roundedCells } from './rounded-cells.ts';
import { meanAge, startingRate } from './starting-rate.ts';

/** The common fit of BG/NBD and MBG/NBD. */
export function fitBetaGeometric(histories: CountedHistories, firstExit: FirstExit, options: FitOptions) {
  requireHistories(histories);
  const { frequency, recency, age, customers } = histories;
  const cells = distinctCells([frequency, recency, age], customers);
  const { fit, estimates } = fitPositive(
    {
      objective: betaGeometricLikelihood(cells, firstExit),
      standIn: betaGeometricLikelihood(roundedCells(cells), firstExit),
      start: [...startingRate(cells), 0.5, 1.5],
      scale: [1, meanAge(cells), 1, 1],
      customers: cells.totalCustomers,
      distinctCells: cells.size,
    },
    options,
  );
  const parameters = {
    r: estimateAt(estimates, 0),
    alpha: estimateAt(estimates, 1),
    a: estimateAt(estimates, 2),
    b: estimateAt(estimates, 3),
  };
  const counts = cells.columns[0] ?? new Float64Array();
  const neverReturned = cells.customers.reduce((sum, count, cell) => (counts[cell] === 0 ? sum + count : sum), 0);
  return { fit, parameters, neverReturned };
}
