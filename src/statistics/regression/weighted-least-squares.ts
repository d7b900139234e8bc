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
    /** Rows that decide a coefficient alone (HC3 only, else 0). */
    readonly selfFittedRows: number;
  };
}

/**
 * Linear regression by weighted least squares.
 * Assumes a mean linear in the columns; `classical` also equal variances, HC1/HC3 only independent rows (White 1980,
 * Econometrica 48, 817-838; Long & Ervin 2000, The American Statistician 54, 217-224), CR1/CR3 only independent clusters.
 * Intervals are Wald with Student's t on n - p, with clusters on G - 1 degrees of freedom.
 * With no degree of freedom or fewer than two clusters left, the intervals are unbounded. A row that alone decides a
 * coefficient fits itself: no robust variance sees its chance, and `selfFittedRows` counts it.
 * RangeError when lengths differ or a value is not finite.
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
  const squares = weightedSquares(residuals, weights);
  const work: Work = { ...input, weights, weightsAre, inverse, residuals, count, parameters, coefficients };
  const { covariance, clusters, selfFittedRows } = covarianceOf(variance, work, residualFreedom);
  const degreesOfFreedom = clusters === null ? residualFreedom : clusters - 1;
  return {
    coefficients: coefficientTable({ names, values: coefficients, covariance, level, degreesOfFreedom, dropped }),
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
      selfFittedRows,
    },
  };
}

const MOST_CLUSTERS_LEFT_OUT = 500;
/** Share of its own chance that a row keeps when its leverage is one, but for rounding. */
const SELF_FITTED = 1e-8;

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
  readonly selfFittedRows: number;
}

function covarianceOf(variance: LeastSquaresVariance, work: Work, residualFreedom: number): Covariance {
  if (!(residualFreedom > 0)) return unknownCovariance(work.columns.length, null);
  if (variance === 'classical') {
    const residualVariance = weightedSquares(work.residuals, work.weights) / residualFreedom;
    return { covariance: work.inverse.map((value) => value * residualVariance), clusters: null, selfFittedRows: 0 };
  }
  if (variance === 'HC1' || variance === 'HC3') return rowRobust(variance, work);
  if (work.cluster === null) throw new RangeError(`cluster is null but variance is ${variance}`);
  return variance === 'CR1' ? clusterRobust(work, work.cluster) : clusterJackknife(work, work.cluster);
}

/** The data say nothing about chance. */
function unknownCovariance(size: number, clusters: number | null): Covariance {
  return { covariance: new Float64Array(size * size).fill(Number.POSITIVE_INFINITY), clusters, selfFittedRows: 0 };
}

function rowRobust(variance: 'HC1' | 'HC3', work: Work): Covariance {
  const { columns, residuals, weights, weightsAre, inverse, count, parameters } = work;
  const forms = variance === 'HC3' ? rowQuadraticForms(columns, inverse, residuals.length) : null;
  let selfFittedRows = 0;
  const squared = residuals.map((residual, i) => {
    const weight = weights[i] ?? 0;
    const single = weightsAre === 'counts' ? 1 : weight;
    const shrink = forms === null ? 1 : 1 - single * (forms[i] ?? 0);
    if (shrink < SELF_FITTED) {
      selfFittedRows += weight > 0 ? 1 : 0;
      return 0;
    }
    return weight * single * (residual / shrink) ** 2;
  });
  const covariance = sandwich(inverse, squaredScores(columns, squared));
  const scale = variance === 'HC1' ? count / (count - parameters) : 1;
  return { covariance: covariance.map((value) => value * scale), clusters: null, selfFittedRows };
}

function clusterRobust(work: Work, cluster: ArrayLike<number | string>): Covariance {
  const { columns, residuals, weights, inverse: bread, count, parameters } = work;
  const factors = residuals.map((residual, i) => residual * (weights[i] ?? 0));
  const robust = clusterRobustCovariance({ columns, factors, cluster, bread, rows: count, parameters });
  return { covariance: robust.covariance, clusters: robust.clusterCount, selfFittedRows: 0 };
}

function clusterJackknife(work: Work, cluster: ArrayLike<number | string>): Covariance {
  const { codes, labels } = groupCodes(cluster);
  if (labels.length < 2) return unknownCovariance(work.columns.length, labels.length);
  const { columns, response, weights, coefficients } = work;
  const equations = normalEquations({ columns, response, weights, replicate: codes, replicateCount: labels.length });
  const replicates = replicateSolutions(equations).map((solution) => solution.coefficients);
  return {
    covariance: leaveOneOutCovariance(replicates, coefficients),
    clusters: labels.length,
    selfFittedRows: 0,
  };
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
