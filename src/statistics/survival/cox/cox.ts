import type { Estimate } from '../../estimate.ts';
import { type IntervalOptions, levelOf } from '../../intervals/arguments.ts';
import { choleskyFactor, choleskyInverse, choleskySolve, sandwich } from '../../linear-algebra.ts';
import { type Coefficient, coefficientTable } from '../../regression/coefficient-table.ts';
import { requireLength } from '../../regression/column-check.ts';
import { groupCodes } from '../../regression/group-codes.ts';
import { independentColumns, spreadSquare } from '../../regression/independent-columns.ts';
import { outerProductSum } from '../../regression/robust-variance.ts';
import { chiSquareTail } from '../chi-square-tail.ts';
import { type CoxLikelihood, coxLikelihood, linearPredictor } from './cox-likelihood.ts';
import type { CoxRows, Ties, WeightMeaning } from './cox-rows.ts';
import { climb, type NewtonFit } from './newton.ts';
import { type RiskOrder, riskOrder } from './risk-order.ts';
import type { SweepOptions } from './risk-sweep.ts';
import { scoreResiduals } from './score-residuals.ts';

export interface CoxInput extends CoxRows {
  /** Rows with the same label are one person, household, branch; null for the model variance. */
  readonly cluster: ArrayLike<number | string> | null;
}

export interface CoxOptions extends IntervalOptions {
  /** Default efron. */
  readonly ties?: Ties;
  /** Default counts. */
  readonly weightMeaning?: WeightMeaning;
  /** Largest relative change of the log-likelihood that counts as none; default 1e-9. */
  readonly tolerance?: number;
  readonly maximumIterations?: number;
}

/** Log hazard ratio with the hazard ratio beside it. A dropped column has 0 and 1. */
interface CoxCoefficient extends Coefficient {
  readonly hazardRatio: Estimate;
}

interface ChiSquareTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

export interface CoxFit {
  readonly coefficients: readonly CoxCoefficient[];
  /** Row-major; robust when clusters were given. */
  readonly covariance: Float64Array;
  readonly modelCovariance: Float64Array;
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly likelihoodRatioTest: ChiSquareTest;
  /** Of all coefficients against 0 at 0; with one group column and no ties it is the log-rank test. */
  readonly scoreTest: ChiSquareTest;
  /** Log hazard of each row against a row with average (or, for mostly empty columns, zero) values. */
  readonly predictor: Float64Array;
  readonly diagnostics: {
    readonly converged: boolean;
    readonly iterations: number;
    /** Columns that others already determine. */
    readonly dropped: readonly string[];
    /** Columns whose coefficient runs away to plus or minus infinity. */
    readonly diverging: readonly string[];
    /** Weight of the ends; fewer than ten per column is thin. */
    readonly events: number;
    readonly clusters: number | null;
  };
}

/**
 * Proportional hazards regression: log hazard linear in the columns, baseline free within each stratum. Assumes hazard
 * ratios constant in time (test: proportionalHazards) and entry and censoring that say nothing about the end to come
 * given the columns. Efron's ties; delayed entry and start-stop rows; Wald intervals, from the inverse information, or
 * from the grouped jackknife (Lin & Wei) with t on clusters - 1 where clusters are given.
 * Throws RangeError naming the column that cannot be, when nobody ends, or with fewer than two clusters.
 * Cox (1972), JRSS B 34, 187-220; Efron (1977), JASA 72, 557-565; Lin & Wei (1989), JASA 84, 1074-1078.
 */
export function cox(input: CoxInput, options: CoxOptions = {}): CoxFit {
  const level = levelOf(options);
  const { weightMeaning = 'counts', ties = 'efron' } = options;
  const sweep = { ties, weightMeaning };
  const everything = riskOrder(input);
  const events = requireEvents(everything, weightMeaning);
  const whole = coxLikelihood(everything, new Float64Array(everything.size), sweep);
  const { kept, dropped } = independentColumns(whole.information);
  const chosen = kept.map((j) => input.columns[j] ?? []);
  const order =
    dropped.length === 0
      ? everything
      : riskOrder({ ...input, names: kept.map((j) => input.names[j] ?? ''), columns: chosen });
  const start = dropped.length === 0 ? whole : coxLikelihood(order, new Float64Array(order.size), sweep);
  const { tolerance = 1e-9, maximumIterations = 30 } = options;
  const fit = climb(order, start, { ...sweep, tolerance, maximumIterations });
  const modelCovariance = inverseInformation(fit.at);
  const robust =
    input.cluster === null ? null : robustCovariance({ order, fit, cluster: input.cluster, modelCovariance }, sweep);
  const size = input.names.length;
  const spread = (matrix: Float64Array) => spreadSquare(matrix, kept, size);
  const covariance = spread(robust?.covariance ?? modelCovariance);
  const values = new Float64Array(size);
  kept.forEach((j, k) => {
    values[j] = fit.beta[k] ?? 0;
  });
  return {
    coefficients: coxCoefficients({
      names: input.names,
      values,
      covariance,
      level,
      degreesOfFreedom: robust === null ? null : robust.clusters - 1,
    }),
    covariance,
    modelCovariance: spread(modelCovariance),
    logLikelihood: fit.at.logLikelihood,
    nullLogLikelihood: start.logLikelihood,
    likelihoodRatioTest: chiSquareTest(2 * (fit.at.logLikelihood - start.logLikelihood), kept.length),
    scoreTest: chiSquareTest(scoreStatistic(start), kept.length),
    predictor: inRowOrder(order, linearPredictor(order, fit.beta)),
    diagnostics: {
      converged: fit.converged,
      iterations: fit.iterations,
      dropped: dropped.map((j) => input.names[j] ?? ''),
      diverging: kept.filter((_, k) => diverges(fit, k)).map((j) => input.names[j] ?? ''),
      events,
      clusters: robust?.clusters ?? null,
    },
  };
}

function requireEvents({ weights, event }: RiskOrder, meaning: WeightMeaning): number {
  let events = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0;
    if (meaning === 'counts' && !Number.isInteger(weight)) {
      throw new RangeError(`weights holds ${weight}: counts must be whole numbers`);
    }
    events += weight * (event[at] ?? 0);
  }
  if (!(events > 0)) throw new RangeError('event marks no end: there is nothing to fit');
  return events;
}

function inverseInformation({ information }: CoxLikelihood): Float64Array {
  const factor = choleskyFactor(information);
  return factor === null ? new Float64Array(information.length).fill(Number.NaN) : choleskyInverse(factor);
}

interface RobustInput {
  readonly order: RiskOrder;
  readonly fit: NewtonFit;
  readonly cluster: ArrayLike<number | string>;
  readonly modelCovariance: Float64Array;
}

function robustCovariance({ order, fit, cluster, modelCovariance }: RobustInput, sweep: SweepOptions) {
  requireLength('cluster', cluster, order.rows);
  const { codes, labels } = groupCodes(cluster);
  if (labels.length < 2) throw new RangeError('cluster holds fewer than two clusters');
  const residuals = scoreResiduals(order, fit.beta, sweep);
  const { size } = order;
  const sums = new Float64Array(labels.length * size);
  order.source.forEach((row, at) => {
    for (let j = 0; j < size; j++) {
      const cell = (codes[row] ?? 0) * size + j;
      sums[cell] = (sums[cell] ?? 0) + (residuals[at * size + j] ?? 0);
    }
  });
  return { covariance: sandwich(modelCovariance, outerProductSum(sums, size)), clusters: labels.length };
}

function coxCoefficients(input: Parameters<typeof coefficientTable>[0]): readonly CoxCoefficient[] {
  return coefficientTable(input).map((coefficient) => {
    const { value, low, high, level } = coefficient.estimate;
    return { ...coefficient, hazardRatio: { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high), level } };
  });
}

function scoreStatistic({ information, score }: CoxLikelihood): number {
  const factor = choleskyFactor(information);
  if (factor === null) return Number.NaN;
  return choleskySolve(factor, score).reduce((sum, value, j) => sum + value * (score[j] ?? 0), 0);
}

function chiSquareTest(chiSquare: number, degreesOfFreedom: number): ChiSquareTest {
  const pValue = degreesOfFreedom > 0 ? chiSquareTail(chiSquare, degreesOfFreedom) : Number.NaN;
  return { chiSquare, degreesOfFreedom, pValue };
}

// The likelihood has settled while the coefficient still moves: it has no finite maximum. Same rule as R's coxph.
function diverges({ nextStep, beta }: NewtonFit, j: number): boolean {
  const step = Math.abs(nextStep[j] ?? 0);
  return step > 1e-4 && step > 3e-5 * Math.abs(beta[j] ?? 0);
}

function inRowOrder({ source }: RiskOrder, byPosition: Float64Array): Float64Array {
  const byRow = new Float64Array(byPosition.length);
  source.forEach((row, at) => {
    byRow[row] = byPosition[at] ?? 0;
  });
  return byRow;
}
