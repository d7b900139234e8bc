import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { inverseHessian, minimise, type Objective } from '../minimise.ts';

/** Parameters are sought within these multiples of their natural size: a wall instead of an overflow. */
const SMALLEST = 1e-10;
const LARGEST = 1e8;
/** An interval from a hundred thousandth to a hundred thousand times the value says nothing. */
const LARGEST_LOG_ERROR = 6;

export interface FitOptions {
  /** Nominal coverage of the parameter intervals, 0..1. */
  readonly level?: number;
}

interface FitDiagnostics {
  readonly converged: boolean;
  readonly iterations: number;
  readonly evaluations: number;
  /**
   * False where the likelihood is flat in some direction, or rises without end: the data do not tell the parameters
   * apart, as when all customers buy equally often.
   */
  readonly identified: boolean;
  /** Distinct histories that the fit cost. */
  readonly distinctCells: number;
  readonly customers: number;
}

/** What every fitted repeat-buying model carries beside its named parameters. */
export interface PositiveFit {
  readonly logLikelihood: number;
  /** In the order of the model's parameters; infinite where not identified. */
  readonly standardErrors: readonly number[];
  /** Row-major covariance of the logarithms of the parameters, null where not identified. */
  readonly logCovariance: Float64Array | null;
  readonly diagnostics: FitDiagnostics;
}

/** A negative log-likelihood with its gradient, in positive parameters. */
export interface PositiveModel {
  readonly objective: Objective;
  readonly start: readonly number[];
  /** Natural size of each parameter: 1 for shapes, a typical time or amount for scales. */
  readonly scale: readonly number[];
  /** The same likelihood on fewer, rounded cells: it decides where the search begins, never where it ends. */
  readonly standIn: Objective | null;
  readonly customers: number;
  readonly distinctCells: number;
}

/**
 * Maximum likelihood of positive parameters. `objective` gives the negative log-likelihood and its gradient in the
 * parameters themselves; the search runs on their logarithms. Standard errors come from the observed information;
 * intervals are normal on the logarithm, so they stay positive.
 */
export function fitPositive(
  model: PositiveModel,
  { level = DEFAULT_LEVEL }: FitOptions,
): { readonly fit: PositiveFit; readonly estimates: readonly Estimate[] } {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`);
  const onLogs = inLogarithms(model.objective, model.scale);
  const { start, curvature } = startOf(model);
  const found = minimise({ objective: onLogs, start }, { inverseHessian: curvature });
  const covariance = inverseHessian(onLogs, found.point);
  const quantile = normalQuantile(0.5 + level / 2, 0, 1);
  const logErrors = Array.from(found.point, (_, k) => logError(covariance, k, model.start.length));
  const estimates = logErrors.map((error, k) => {
    const at = found.point[k] ?? Number.NaN;
    return { value: Math.exp(at), low: Math.exp(at - quantile * error), high: Math.exp(at + quantile * error), level };
  });
  const { converged, iterations, evaluations } = found.diagnostics;
  const { distinctCells, customers } = model;
  const identified = covariance !== null && logErrors.every((error) => error < LARGEST_LOG_ERROR);
  const fit = {
    logLikelihood: -found.value,
    standardErrors: estimates.map(({ value }, k) => value * (logErrors[k] ?? Number.NaN)),
    logCovariance: covariance,
    diagnostics: { converged, iterations, evaluations, identified, distinctCells, customers },
  };
  return { fit, estimates };
}

/**
 * Where the search begins: at the optimum of the cheaper stand-in, with its curvature. Rounding can take away what
 * little bounds a small sample, so a stand-in without a clear optimum is left aside.
 */
function startOf({ start, scale, standIn }: PositiveModel) {
  const plain = { start: Float64Array.from(start, Math.log), curvature: null };
  if (standIn === null) return plain;
  const onLogs = inLogarithms(standIn, scale);
  const found = minimise({ objective: onLogs, start: plain.start }, { tolerance: 1e-5 });
  const curvature = inverseHessian(onLogs, found.point);
  return found.diagnostics.converged && curvature !== null ? { start: found.point, curvature } : plain;
}

/** The estimate of parameter `k`. */
export function estimateAt(estimates: readonly Estimate[], k: number): Estimate {
  const found = estimates[k];
  if (found === undefined) throw new RangeError(`no parameter ${k} among ${estimates.length}`);
  return found;
}

function logError(covariance: Float64Array | null, k: number, size: number): number {
  return covariance === null ? Number.POSITIVE_INFINITY : Math.sqrt(covariance[k * size + k] ?? Number.NaN);
}

/** The objective of the logarithms; not finite so far out that only rounding would decide. */
function inLogarithms(objective: Objective, scale: readonly number[]): Objective {
  const size = scale.length;
  const parameters = new Float64Array(size);
  return (logs, gradient) => {
    for (let k = 0; k < size; k++) parameters[k] = Math.exp(logs[k] ?? 0);
    const inside = scale.every((natural, k) => {
      const relative = (parameters[k] ?? 0) / natural;
      return relative > SMALLEST && relative < LARGEST;
    });
    if (!inside) return Number.POSITIVE_INFINITY;
    const value = objective(parameters, gradient);
    for (let k = 0; k < size; k++) gradient[k] = (gradient[k] ?? 0) * (parameters[k] ?? 0);
    return value;
  };
}
