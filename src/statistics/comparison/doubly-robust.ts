import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { linearPredictor, rowQuadraticForms } from '../regression/linear-predictor.ts';
import { logisticRegression } from '../regression/logistic-regression.ts';
import { normalEquations, solveLeastSquares } from '../regression/normal-equations.ts';
import { generalisedInverse } from '../regression/robust-variance.ts';
import { influenceInterval } from './influence-interval.ts';
import { fitPropensity } from './propensity-weighting.ts';
import { type CheckedCells, checkTreatmentCells, groupMean, type TreatmentCells } from './treatment-cells.ts';

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
/** A row that its model fits by itself alone must not get an endless residual. */
const MOST_LEVERAGE = 0.9;

/**
 * Augmented inverse probability weighting: right if either the propensity or the outcome model is. Assumes that the
 * columns hold everything that decides both group and outcome, and overlap. The interval uses the efficient influence
 * function with residuals stretched by their leverage (as HC3): exact to first order when both models are right,
 * approximate when only one is.
 * Robins, J. M., Rotnitzky, A. & Zhao, L. P. (1994), JASA 89(427), 846-866; for the treated: Mercatanti, A. & Li, F.
 * (2014), Annals of Applied Statistics 8(4), 2485-2508. Null when a group is empty; RangeError when lengths differ.
 */
export function doublyRobust(input: TreatmentCells, options: DoublyRobustOptions = {}): DoublyRobust | null {
  const cells = checkTreatmentCells(input);
  if (cells === null) return null;
  const { target = 'treated', outcome = 'linear', level = DEFAULT_LEVEL } = options;
  const { treated, counts } = cells;
  const { chance, diagnostics } = fitPropensity(cells);
  const untreated = predictOutcome(cells, 0, outcome);
  const ownModel = target === 'everyone' ? predictOutcome(cells, 1, outcome) : untreated;
  let rows = 0;
  let inTarget = 0;
  for (let i = 0; i < treated.length; i++) {
    rows += counts[i] ?? 0;
    inTarget += (counts[i] ?? 0) * (target === 'everyone' ? 1 : (treated[i] ?? 0));
  }
  const models = { chance, untreated, ownModel, target };
  const terms = contrastTerms(cells, models, false);
  const value = terms.reduce((sum, term, i) => sum + (counts[i] ?? 0) * term, 0) / inTarget;
  const influence = contrastTerms(cells, models, true).map((term, i) => {
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

interface Models {
  readonly chance: Float64Array;
  readonly untreated: OutcomeModel;
  readonly ownModel: OutcomeModel;
  readonly target: 'treated' | 'everyone';
}

/**
 * What each row says about the difference; their mean is the estimate. Stretched, the residuals are as large as if the
 * row had not bent its own model, and the terms give honest influences.
 */
function contrastTerms({ treated, response }: TreatmentCells, models: Models, stretched: boolean): Float64Array {
  const { chance, untreated, ownModel, target } = models;
  const errorOf = (row: number, { mean, leverage }: OutcomeModel): number => {
    const residual = (response[row] ?? 0) - (mean[row] ?? 0);
    return stretched ? residual / (1 - (leverage[row] ?? 0)) : residual;
  };
  return chance.map((e, i) => {
    const isTreated = treated[i] === 1;
    if (target === 'treated') return isTreated ? errorOf(i, untreated) : (-e / (1 - e)) * errorOf(i, untreated);
    const expected = (ownModel.mean[i] ?? 0) - (untreated.mean[i] ?? 0);
    return expected + (isTreated ? errorOf(i, ownModel) / e : -errorOf(i, untreated) / (1 - e));
  });
}

interface OutcomeModel {
  readonly mean: Float64Array;
  /** Pull of each row of the group on its own fitted value; 0 for the other group. */
  readonly leverage: Float64Array;
}

/** What the model of one group's outcome predicts for every cell. */
function predictOutcome(
  { treated, response, counts, names, columns }: CheckedCells,
  group: 0 | 1,
  outcome: 'linear' | 'logistic',
): OutcomeModel {
  const rows = treated.length;
  const weights = Float64Array.from(counts, (count, i) => (treated[i] === group ? count : 0));
  const leverageBy = (inverse: Float64Array, weight: (row: number) => number): Float64Array =>
    rowQuadraticForms(columns, inverse, rows).map((form, i) =>
      treated[i] === group ? Math.min(form * weight(i), MOST_LEVERAGE) : 0,
    );
  if (outcome === 'linear') {
    const equations = normalEquations({ columns, response, weights, replicate: null, replicateCount: 0 });
    const { inverse } = generalisedInverse(equations.total.gram);
    const mean = linearPredictor(columns, solveLeastSquares(equations).coefficients, null, rows);
    return { mean, leverage: leverageBy(inverse, () => 1) };
  }
  const successes = weights.map((weight, i) => weight * (response[i] ?? 0));
  const fit = logisticRegression({ names, columns, successes, trials: weights, offset: null, cluster: null });
  const mean = fit.predictor.map((eta) => 1 / (1 + Math.exp(-eta)));
  return { mean, leverage: leverageBy(fit.covariance, (i) => (mean[i] ?? 0) * (1 - (mean[i] ?? 0))) };
}
