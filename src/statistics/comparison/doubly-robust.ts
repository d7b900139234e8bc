import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { linearPredictor } from '../regression/linear-predictor.ts';
import { logisticRegression } from '../regression/logistic-regression.ts';
import { normalEquations, solveLeastSquares } from '../regression/normal-equations.ts';
import { influenceInterval } from './influence-interval.ts';
import { fitPropensity } from './propensity-weighting.ts';
import { groupMean, requireTreatmentCells, type TreatmentCells } from './treatment-cells.ts';

export interface DoublyRobustOptions {
  /** Whose mean difference: the treated (default) or everyone. */
  readonly target?: 'treated' | 'everyone';
  /** Model of the outcome within each group: linear (default), or logistic for outcomes of 0 and 1. */
  readonly outcome?: 'linear' | 'logistic';
  readonly level?: number;
}

export interface DoublyRobust {
  readonly difference: Estimate;
  readonly standardError: number;
  readonly naiveDifference: number;
  readonly diagnostics: {
    readonly converged: boolean;
    readonly iterations: number;
    readonly smallestPropensity: number;
    readonly largestPropensity: number;
    /** Share of rows whose chance of being in either group is below 1 %: the weights stand on few there. */
    readonly extremeShare: number;
  };
}

const EXTREME_PROPENSITY = 0.01;

/**
 * Augmented inverse probability weighting: right if either the propensity or the outcome model is. Assumes that the
 * columns hold everything that decides both group and outcome, and overlap. The interval uses the efficient influence
 * function: exact to first order when both models are right, approximate when only one is.
 * Robins, J. M., Rotnitzky, A. & Zhao, L. P. (1994), JASA 89(427), 846-866; for the treated: Mercatanti, A. & Li, F.
 * (2014), Annals of Applied Statistics 8(4), 2485-2508.
 */
export function doublyRobust(input: TreatmentCells, options: DoublyRobustOptions = {}): DoublyRobust {
  const cells = requireTreatmentCells(input);
  const { target = 'treated', outcome = 'linear', level = DEFAULT_LEVEL } = options;
  const { treated, response, counts } = cells;
  const { chance, diagnostics } = fitPropensity(cells);
  const untreatedMean = predictOutcome(cells, 0, outcome);
  const treatedMean = target === 'everyone' ? predictOutcome(cells, 1, outcome) : untreatedMean;
  let rows = 0;
  let inTarget = 0;
  for (let i = 0; i < treated.length; i++) {
    rows += counts[i] ?? 0;
    inTarget += (counts[i] ?? 0) * (target === 'everyone' ? 1 : (treated[i] ?? 0));
  }
  const terms = chance.map((e, i) => {
    const y = response[i] ?? 0;
    const m0 = untreatedMean[i] ?? 0;
    const isTreated = treated[i] === 1;
    if (target === 'treated') return isTreated ? y - m0 : (-e / (1 - e)) * (y - m0);
    const m1 = treatedMean[i] ?? 0;
    return m1 - m0 + (isTreated ? (y - m1) / e : -(y - m0) / (1 - e));
  });
  const value = terms.reduce((sum, term, i) => sum + (counts[i] ?? 0) * term, 0) / inTarget;
  const influence = terms.map((term, i) => {
    const member = target === 'everyone' ? 1 : (treated[i] ?? 0);
    return (term - member * value) / inTarget;
  });
  const { estimate, standardError } = influenceInterval({ value, influence, counts, cluster: cells.cluster, level });
  const extreme = chance.reduce(
    (sum, e, i) => sum + (Math.min(e, 1 - e) < EXTREME_PROPENSITY ? (counts[i] ?? 0) : 0),
    0,
  );
  return {
    difference: estimate,
    standardError,
    naiveDifference: groupMean(cells, 1) - groupMean(cells, 0),
    diagnostics: {
      ...diagnostics,
      smallestPropensity: chance.reduce((least, e) => Math.min(least, e), 1),
      largestPropensity: chance.reduce((most, e) => Math.max(most, e), 0),
      extremeShare: extreme / rows,
    },
  };
}

/** Outcome that the model of one group predicts for every cell. */
function predictOutcome(
  { treated, response, counts, names, columns }: ReturnType<typeof requireTreatmentCells>,
  group: 0 | 1,
  outcome: 'linear' | 'logistic',
): Float64Array {
  const rows = treated.length;
  const weights = Float64Array.from(counts, (count, i) => (treated[i] === group ? count : 0));
  if (outcome === 'linear') {
    const equations = normalEquations({ columns, response, weights, replicate: null, replicateCount: 0 });
    return linearPredictor(columns, solveLeastSquares(equations).coefficients, null, rows);
  }
  const successes = weights.map((weight, i) => weight * (response[i] ?? 0));
  const fit = logisticRegression({ names, columns, successes, trials: weights, offset: null, cluster: null });
  return fit.predictor.map((eta) => 1 / (1 + Math.exp(-eta)));
}
