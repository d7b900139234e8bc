import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { choleskyFactor, choleskySolve, quadraticForm, sandwich } from '../linear-algebra.ts';
import { waldInterval } from '../regression/coefficient-table.ts';
import { requireFinite, requireLength, weightsOrOnes } from '../regression/column-check.ts';
import { linearPredictor } from '../regression/linear-predictor.ts';
import { normalEquations, solveLeastSquares } from '../regression/normal-equations.ts';
import { clusterRobustCovariance, generalisedInverse, squaredScores } from '../regression/robust-variance.ts';

export interface InstrumentalInput {
  readonly response: ArrayLike<number>;
  /** What may be confounded with the response. */
  readonly exposure: ArrayLike<number>;
  /** What moves the exposure and touches the response through nothing else. */
  readonly instruments: readonly ArrayLike<number>[];
  /** Everything held fixed, intercept included. */
  readonly columns: readonly ArrayLike<number>[];
  /** Rows behind each cell of equal rows; null for 1. */
  readonly counts: ArrayLike<number> | null;
  readonly cluster: ArrayLike<number | string> | null;
}

export interface InstrumentalEstimate {
  readonly effect: Estimate;
  readonly standardError: number;
  /** Least squares without the instruments, for the naive number beside it. */
  readonly naive: number;
  readonly firstStageF: number;
  /** First-stage F below 10: the effect and its interval cannot be trusted; use `weakRobust`. */
  readonly weak: boolean;
  /** Anderson-Rubin interval, honest however weak the instrument; infinite ends where the data do not bound the effect.
   *  null with more than one instrument. */
  readonly weakRobust: Estimate | null;
  readonly diagnostics: { readonly rows: number; readonly clusters: number | null };
}

const WEAK_BELOW = 10;

/**
 * Two-stage least squares of one exposure, robust to unequal variances (HC1) or clustered (CR1).
 * Assumes valid instruments and a linear effect; with unequal effects it is the mean over those whom the instrument moves.
 * Angrist, J. D. & Imbens, G. W. (1995), JASA 90(430), 431-442; Staiger, D. & Stock, J. H. (1997), Econometrica 65,
 * 557-586 (weakness, here by the robust F); Anderson, T. W. & Rubin, H. (1949), Ann. Math. Stat. 20, 46-63.
 */
export function instrumentalVariable(
  input: InstrumentalInput,
  options: { readonly level?: number } = {},
): InstrumentalEstimate {
  const { response, exposure, instruments, columns, cluster } = input;
  const level = options.level ?? DEFAULT_LEVEL;
  const rows = response.length;
  if (instruments.length === 0) throw new RangeError('instruments is empty');
  requireLength('exposure', exposure, rows);
  requireFinite('exposure', exposure);
  requireFinite('response', response);
  const counts = weightsOrOnes(input.counts, rows);
  const count = Array.from(counts).reduce((sum, n) => sum + n, 0);
  const shared: Shared = { counts, count, cluster, rows };
  const stage = [...instruments, ...columns];
  const exposureFit = regress(stage, exposure, shared);
  const predicted = linearPredictor(stage, exposureFit.coefficients, null, rows);
  const second = regress([predicted, ...columns], response, shared);
  const coefficients = second.coefficients;
  const actual = linearPredictor([exposure, ...columns], coefficients, null, rows);
  const residual = actual.map((value, i) => (response[i] ?? 0) - value);
  const { covariance, clusters } = robust([predicted, ...columns], residual, second.inverse, shared);
  const standardError = Math.sqrt(covariance[0] ?? 0);
  const degreesOfFreedom = clusters === null ? null : clusters - 1;
  const effect = coefficients[0] ?? 0;
  const firstStageF = waldF(exposureFit, stage, instruments.length, shared);
  const responseFit = regress(stage, response, shared);
  return {
    effect: waldInterval(effect, standardError, { level, degreesOfFreedom }),
    standardError,
    naive: regress([exposure, ...columns], response, shared).coefficients[0] ?? 0,
    firstStageF,
    weak: firstStageF < WEAK_BELOW,
    weakRobust:
      instruments.length === 1 ? andersonRubin({ stage, exposureFit, responseFit, shared, level, effect }) : null,
    diagnostics: { rows: count, clusters },
  };
}

interface Shared {
  readonly counts: ArrayLike<number>;
  readonly count: number;
  readonly cluster: ArrayLike<number | string> | null;
  readonly rows: number;
}

interface Regression {
  readonly coefficients: Float64Array;
  readonly residual: Float64Array;
  readonly inverse: Float64Array;
}

function regress(columns: readonly ArrayLike<number>[], response: ArrayLike<number>, shared: Shared): Regression {
  const equations = normalEquations({ columns, response, weights: shared.counts, replicate: null, replicateCount: 0 });
  const { coefficients } = solveLeastSquares(equations);
  const fitted = linearPredictor(columns, coefficients, null, shared.rows);
  const { inverse } = generalisedInverse(equations.total.gram);
  return { coefficients, residual: fitted.map((value, i) => (response[i] ?? 0) - value), inverse };
}

function robust(columns: readonly ArrayLike<number>[], residual: Float64Array, bread: Float64Array, shared: Shared) {
  const { counts, count, cluster } = shared;
  const parameters = columns.length;
  if (cluster !== null) {
    const factors = residual.map((value, i) => value * (counts[i] ?? 0));
    const { covariance, clusterCount } = clusterRobustCovariance({
      columns,
      factors,
      cluster,
      bread,
      rows: count,
      parameters,
    });
    return { covariance, clusters: clusterCount };
  }
  const squares = residual.map((value, i) => (counts[i] ?? 0) * value * value);
  const scale = count / (count - parameters);
  return { covariance: sandwich(bread, squaredScores(columns, squares)).map((v) => v * scale), clusters: null };
}

/** Robust Wald statistic of the first `tested` coefficients, divided by their number. */
function waldF(fit: Regression, columns: readonly ArrayLike<number>[], tested: number, shared: Shared): number {
  const { covariance } = robust(columns, fit.residual, fit.inverse, shared);
  const block = new Float64Array(tested * tested);
  for (let row = 0; row < tested; row++) {
    for (let column = 0; column < tested; column++) {
      block[row * tested + column] = covariance[row * columns.length + column] ?? 0;
    }
  }
  const factor = choleskyFactor(block);
  if (factor === null) return 0;
  const values = fit.coefficients.slice(0, tested);
  return choleskySolve(factor, values).reduce((sum, value, k) => sum + value * (values[k] ?? 0), 0) / tested;
}

/**
 * All effects b for which the instrument has no significant coefficient in the regression of response - b * exposure.
 * Coefficient and residual are linear in b and the variance quadratic, so the ends solve a quadratic equation.
 */
function andersonRubin(parts: {
  readonly stage: readonly ArrayLike<number>[];
  readonly exposureFit: Regression;
  readonly responseFit: Regression;
  readonly shared: Shared;
  readonly level: number;
  readonly effect: number;
}): Estimate {
  const { stage, exposureFit, responseFit, shared, level, effect } = parts;
  const variance = (b: number): number => {
    const residual = responseFit.residual.map((value, i) => value - b * (exposureFit.residual[i] ?? 0));
    return quadraticForm(robust(stage, residual, responseFit.inverse, shared).covariance, firstUnit(stage.length));
  };
  const reduced = responseFit.coefficients[0] ?? 0;
  const first = exposureFit.coefficients[0] ?? 0;
  const critical = chisquareQuantile(level, 1);
  const [at0, atPlus, atMinus] = [variance(0), variance(1), variance(-1)];
  const quadratic = (atPlus + atMinus) / 2 - at0;
  const linear = (atPlus - atMinus) / 2;
  const a = first ** 2 - critical * quadratic;
  const halfB = -reduced * first - (critical * linear) / 2;
  const c = reduced ** 2 - critical * at0;
  const discriminant = halfB ** 2 - a * c;
  if (!(a > 0) || discriminant < 0) {
    return { value: effect, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, level };
  }
  const reach = Math.sqrt(discriminant) / a;
  return { value: effect, low: -halfB / a - reach, high: -halfB / a + reach, level };
}

function firstUnit(size: number): Float64Array {
  const unit = new Float64Array(size);
  unit[0] = 1;
  return unit;
}
