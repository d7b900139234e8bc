import { DEFAULT_LEVEL } from '../estimate.ts';
import { sandwich } from '../linear-algebra.ts';
import { type Coefficient, coefficientTable } from './coefficient-table.ts';
import { requireFinite, requireLength } from './column-check.ts';
import { type IrlsFit, irls } from './irls.ts';
import type { ResponseFamily } from './response-family.ts';
import { clusterRobustCovariance, squaredScores } from './robust-variance.ts';

/** Options that logistic and Poisson regression share. */
export interface GeneralisedLinearOptions {
  readonly level?: number;
  /**
   * none: maximum likelihood. firth: bias-reduced, finite under separation. A number: ridge of that strength on
   * columns scaled to unit variance, constant columns left free. auto (default): none, but Firth where the data are
   * separated or bring fewer than ten events per parameter.
   */
  readonly penalty?: 'none' | 'firth' | 'auto' | number;
  /** model: inverse information; robust: sandwich over rows; cluster (default when clusters are given): over clusters. */
  readonly variance?: 'model' | 'robust' | 'cluster';
  /** Coefficients to start from. With `maximumIterations: 1` this is the Newton step of a replicate from the full fit. */
  readonly start?: ArrayLike<number>;
  /** Given, it also switches the fall-back to Firth off: what stops early has not failed. */
  readonly maximumIterations?: number;
}

export interface GeneralisedLinearFit {
  /** On the scale of the linear predictor: log odds or log rates. */
  readonly coefficients: readonly Coefficient[];
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  /** Log odds or log rate of each row. */
  readonly predictor: Float64Array;
  /** Per row: observed minus expected, and the weight in the information; what a replicate step needs. */
  readonly score: Float64Array;
  readonly weight: Float64Array;
  /** Ridge penalty per column as used, null without. */
  readonly penalties: Float64Array | null;
  readonly diagnostics: {
    readonly converged: boolean;
    readonly iterations: number;
    /** Columns that others already determine; their coefficient is 0. */
    readonly dropped: readonly string[];
    readonly separated: boolean;
    readonly penalty: 'none' | 'firth' | 'ridge';
    readonly eventsPerParameter: number;
    readonly rows: number;
    readonly clusters: number | null;
  };
}

export interface GeneralisedLinearProblem {
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<number>[];
  readonly offset: ArrayLike<number> | null;
  readonly cluster: ArrayLike<number | string> | null;
  readonly family: ResponseFamily;
  /** Rows behind each cell: weights of the scaling of ridge columns. */
  readonly size: ArrayLike<number>;
  /** The rarer outcome: what carries information about a parameter. */
  readonly events: number;
  /** Sum over the rows of a cell of (observed - expected)^2, for the row-robust variance. */
  readonly squaredResidual: (row: number, predictor: number, score: number) => number;
}

/** Below this, estimates are biased and intervals too short (Peduzzi et al. 1996, J. Clin. Epidemiol. 49, 1373-1379). */
const MINIMUM_EVENTS_PER_PARAMETER = 10;

/** Fits, falls back where told to, and wraps the result; the families' front doors give the statistics their names. */
export function fitGeneralisedLinear(
  problem: GeneralisedLinearProblem,
  options: GeneralisedLinearOptions,
): GeneralisedLinearFit {
  requireProblem(problem);
  const { penalty = 'auto', level = DEFAULT_LEVEL } = options;
  const penalties = typeof penalty === 'number' ? ridgePenalties(problem, penalty) : null;
  let used = usedPenalty(penalty);
  let fit = run(problem, options, { penalties, firth: used === 'firth' });
  const eventsPerParameter = problem.events / Math.max(fit.kept.length, 1);
  const thin = fit.separated || !fit.converged || eventsPerParameter < MINIMUM_EVENTS_PER_PARAMETER;
  if (penalty === 'auto' && thin && options.maximumIterations === undefined) {
    used = 'firth';
    fit = run(problem, { ...options, start: undefined }, { penalties: null, firth: true });
  }
  const { covariance, clusters } = covarianceOf(problem, options, fit);
  const degreesOfFreedom = clusters === null ? null : clusters - 1;
  return {
    coefficients: coefficientTable({
      names: problem.names,
      values: fit.coefficients,
      covariance,
      level,
      degreesOfFreedom,
      dropped: fit.dropped,
    }),
    covariance,
    logLikelihood: fit.logLikelihood,
    predictor: fit.predictor,
    score: fit.score,
    weight: fit.weight,
    penalties,
    diagnostics: {
      converged: fit.converged,
      iterations: fit.iterations,
      dropped: fit.dropped.map((j) => problem.names[j] ?? ''),
      separated: fit.separated,
      penalty: used,
      eventsPerParameter,
      rows: problem.family.rows,
      clusters,
    },
  };
}

function usedPenalty(penalty: 'none' | 'firth' | 'auto' | number): 'none' | 'firth' | 'ridge' {
  if (typeof penalty === 'number') return 'ridge';
  return penalty === 'firth' ? 'firth' : 'none';
}

function run(
  { columns, offset, family }: GeneralisedLinearProblem,
  {
    start,
    maximumIterations = 50,
  }: { readonly start?: ArrayLike<number> | undefined; readonly maximumIterations?: number },
  penalisation: { readonly penalties: Float64Array | null; readonly firth: boolean },
): IrlsFit {
  return irls({ columns, offset, family, ...penalisation, start: start ?? null, maximumIterations, lastStep: null });
}

function requireProblem({ names, columns, offset, cluster, family }: GeneralisedLinearProblem): void {
  requireLength('names', names, columns.length);
  columns.forEach((column, j) => {
    requireLength(`columns[${j}]`, column, family.rows);
  });
  if (offset !== null) {
    requireLength('offset', offset, family.rows);
    requireFinite('offset', offset);
  }
  if (cluster !== null) requireLength('cluster', cluster, family.rows);
}

/** strength * variance of the column: equal shrinkage whatever the unit. */
function ridgePenalties({ columns, size }: GeneralisedLinearProblem, strength: number): Float64Array {
  if (!(strength >= 0)) throw new RangeError(`penalty is ${strength}, expected 0 or more`);
  return Float64Array.from(columns, (column) => {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < column.length; i++) {
      const rows = size[i] ?? 0;
      count += rows;
      sum += rows * (column[i] ?? 0);
      squares += rows * (column[i] ?? 0) ** 2;
    }
    return strength * Math.max(squares / count - (sum / count) ** 2, 0);
  });
}

function covarianceOf(
  problem: GeneralisedLinearProblem,
  options: GeneralisedLinearOptions,
  fit: IrlsFit,
): { readonly covariance: Float64Array; readonly clusters: number | null } {
  const { columns, cluster } = problem;
  const variance = options.variance ?? (cluster === null ? 'model' : 'cluster');
  if (variance === 'model') return { covariance: fit.inverse, clusters: null };
  if (variance === 'robust') {
    const squares = fit.score.map((score, i) => problem.squaredResidual(i, fit.predictor[i] ?? 0, score));
    return { covariance: sandwich(fit.inverse, squaredScores(columns, squares)), clusters: null };
  }
  if (cluster === null) throw new RangeError('cluster is null but variance is cluster');
  const robust = clusterRobustCovariance({
    columns,
    factors: fit.score,
    cluster,
    bread: fit.inverse,
    rows: null,
    parameters: fit.kept.length,
  });
  return { covariance: robust.covariance, clusters: robust.clusterCount };
}
