import { DEFAULT_LEVEL } from '../estimate.ts';
import { sandwich } from '../linear-algebra.ts';
import { type Coefficient, coefficientTable } from './coefficient-table.ts';
import { requireFinite, requireLength, weightsOrOnes } from './column-check.ts';
import { groupCodes } from './group-codes.ts';
import { linearPredictor, rowQuadraticForms } from './linear-predictor.ts';
import { normalEquations, replicateSolutions, solveLeastSquares } from './normal-equations.ts';
import {
  clusterRobustCovariance,
  generalisedInverse,
  leaveOneOutCovariance,
  squaredScores,
} from './robust-variance.ts';

export interface LeastSquaresInput {
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<number>[];
  readonly response: ArrayLike<number>;
  readonly weights: ArrayLike<number> | null;
  /** Label of the cluster of each row; needed for CR1 and CR3. */
  readonly cluster: ArrayLike<number | string> | null;
}

type LeastSquaresVariance = 'classical' | 'HC1' | 'HC3' | 'CR1' | 'CR3';

export interface LeastSquaresOptions {
  /** counts: a row stands for that many equal rows; precision: inverse variances. */
  readonly weightsAre?: 'counts' | 'precision';
  /** Default HC3; with clusters CR3, or CR1 beyond 500 clusters, where both agree and CR3 would cost memory. */
  readonly variance?: LeastSquaresVariance;
  readonly level?: number;
  /** Parameters already taken out of the columns, such as absorbed fixed effects; they cost degrees of freedom. */
  readonly absorbedParameters?: number;
}

export interface LeastSquaresFit {
  readonly coefficients: readonly Coefficient[];
  readonly covariance: Float64Array;
  readonly residuals: Float64Array;
  /** Weighted residual sum of squares over its degrees of freedom. */
  readonly residualVariance: number;
  readonly rSquared: number;
  readonly degreesOfFreedom: number;
  readonly diagnostics: {
    readonly converged: boolean;
    readonly iterations: number;
    /** Columns that others already determine; their coefficient is 0. */
    readonly dropped: readonly string[];
    readonly rows: number;
    readonly clusters: number | null;
    readonly variance: LeastSquaresVariance;
  };
}

/**
 * Linear regression by weighted least squares.
 * Assumes a mean linear in the columns; `classical` also equal variances, HC1/HC3 only independent rows (White 1980,
 * Econometrica 48, 817-838; Long & Ervin 2000, The American Statistician 54, 217-224), CR1/CR3 only independent clusters.
 * Intervals are Wald with Student's t on n - p, with clusters on G - 1 degrees of freedom.
 * RangeError when lengths differ, a value is not finite, or no degree of freedom is left.
 */
export function weightedLeastSquares(input: LeastSquaresInput, options: LeastSquaresOptions = {}): LeastSquaresFit {
  const { names, columns, response, cluster } = input;
  const { weightsAre = 'counts', level = DEFAULT_LEVEL, absorbedParameters = 0 } = options;
  const variance = options.variance ?? defaultVariance(cluster);
  const rows = response.length;
  requireLength('names', names, columns.length);
  requireFinite('response', response);
  if (cluster !== null) requireLength('cluster', cluster, rows);
  const weights = weightsOrOnes(input.weights, rows);
  const equations = normalEquations({ columns, response, weights, replicate: null, replicateCount: 0 });
  const { coefficients } = solveLeastSquares(equations);
  const { inverse, kept, dropped } = generalisedInverse(equations.total.gram);
  const fitted = linearPredictor(columns, coefficients, null, rows);
  const residuals = fitted.map((value, i) => (response[i] ?? 0) - value);
  const count = weightsAre === 'counts' ? sum(weights) : countPositive(weights);
  const parameters = kept.length + absorbedParameters;
  const residualFreedom = count - parameters;
  if (!(residualFreedom > 0)) throw new RangeError(`response has ${count} rows for ${parameters} parameters`);
  const squares = weightedSquares(residuals, weights);
  const work: Work = { ...input, weights, weightsAre, inverse, residuals, count, parameters, coefficients };
  const { covariance, clusters } = covarianceOf(variance, work, squares / residualFreedom);
  const degreesOfFreedom = clusters === null ? residualFreedom : clusters - 1;
  return {
    coefficients: coefficientTable({ names, values: coefficients, covariance, level, degreesOfFreedom }),
    covariance,
    residuals,
    residualVariance: squares / residualFreedom,
    rSquared: 1 - squares / centredSquares(response, weights),
    degreesOfFreedom,
    diagnostics: {
      converged: true,
      iterations: 1,
      dropped: dropped.map((j) => names[j] ?? ''),
      rows,
      clusters,
      variance,
    },
  };
}

const MOST_CLUSTERS_LEFT_OUT = 500;

function defaultVariance(cluster: ArrayLike<number | string> | null): LeastSquaresVariance {
  if (cluster === null) return 'HC3';
  return new Set(Array.from(cluster)).size <= MOST_CLUSTERS_LEFT_OUT ? 'CR3' : 'CR1';
}

interface Work extends LeastSquaresInput {
  readonly weights: ArrayLike<number>;
  readonly weightsAre: 'counts' | 'precision';
  readonly inverse: Float64Array;
  readonly residuals: Float64Array;
  readonly count: number;
  readonly parameters: number;
  readonly coefficients: Float64Array;
}

interface Covariance {
  readonly covariance: Float64Array;
  readonly clusters: number | null;
}

function covarianceOf(variance: LeastSquaresVariance, work: Work, residualVariance: number): Covariance {
  if (variance === 'classical') {
    return { covariance: work.inverse.map((value) => value * residualVariance), clusters: null };
  }
  if (variance === 'HC1' || variance === 'HC3') return { covariance: rowRobust(variance, work), clusters: null };
  if (work.cluster === null) throw new RangeError(`cluster is null but variance is ${variance}`);
  return variance === 'CR1' ? clusterRobust(work, work.cluster) : clusterJackknife(work, work.cluster);
}

function rowRobust(variance: 'HC1' | 'HC3', work: Work): Float64Array {
  const { columns, residuals, weights, weightsAre, inverse, count, parameters } = work;
  const forms = variance === 'HC3' ? rowQuadraticForms(columns, inverse, residuals.length) : null;
  const squared = residuals.map((residual, i) => {
    const weight = weights[i] ?? 0;
    const single = weightsAre === 'counts' ? 1 : weight;
    const shrink = forms === null ? 1 : 1 - single * (forms[i] ?? 0);
    return weight * single * (residual / shrink) ** 2;
  });
  const covariance = sandwich(inverse, squaredScores(columns, squared));
  const scale = variance === 'HC1' ? count / (count - parameters) : 1;
  return covariance.map((value) => value * scale);
}

function clusterRobust(work: Work, cluster: ArrayLike<number | string>): Covariance {
  const { columns, residuals, weights, inverse: bread, count, parameters } = work;
  const factors = residuals.map((residual, i) => residual * (weights[i] ?? 0));
  const robust = clusterRobustCovariance({ columns, factors, cluster, bread, rows: count, parameters });
  return { covariance: robust.covariance, clusters: robust.clusterCount };
}

function clusterJackknife(work: Work, cluster: ArrayLike<number | string>): Covariance {
  const { codes, labels } = groupCodes(cluster);
  if (labels.length < 2) throw new RangeError('cluster has fewer than two different values');
  const { columns, response, weights, coefficients } = work;
  const equations = normalEquations({ columns, response, weights, replicate: codes, replicateCount: labels.length });
  const replicates = replicateSolutions(equations).map((solution) => solution.coefficients);
  return { covariance: leaveOneOutCovariance(replicates, coefficients), clusters: labels.length };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}

function countPositive(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) count += (values[i] ?? 0) > 0 ? 1 : 0;
  return count;
}

function weightedSquares(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += (weights[i] ?? 0) * (values[i] ?? 0) ** 2;
  return total;
}

function centredSquares(response: ArrayLike<number>, weights: ArrayLike<number>): number {
  let weighted = 0;
  for (let i = 0; i < response.length; i++) weighted += (weights[i] ?? 0) * (response[i] ?? 0);
  const mean = weighted / sum(weights);
  return weightedSquares(
    Array.from(response, (value) => value - mean),
    weights,
  );
}
