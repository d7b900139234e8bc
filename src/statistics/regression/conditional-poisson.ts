import { DEFAULT_LEVEL } from '../estimate.ts';
import { choleskyFactor, choleskyInverse, choleskySolve, sandwich } from '../linear-algebra.ts';
import { type Coefficient, coefficientTable } from './coefficient-table.ts';
import { requireFinite, requireLength } from './column-check.ts';
import { groupCodes } from './group-codes.ts';
import { independentColumns, keptSquare, spreadSquare } from './independent-columns.ts';
import { linearPredictor } from './linear-predictor.ts';
import { clusterScores, outerProductSum } from './robust-variance.ts';

export interface ConditionalPoissonInput {
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<number>[];
  readonly events: ArrayLike<number>;
  /** Time at risk of the row; null for 1. */
  readonly exposure: ArrayLike<number> | null;
  /** Label whose own rate is absorbed: the person of a case series, the branch of a panel. */
  readonly group: ArrayLike<number | string>;
}

export interface ConditionalPoissonFit {
  /** Log rate ratios within groups. */
  readonly coefficients: readonly Coefficient[];
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  readonly diagnostics: {
    readonly converged: boolean;
    readonly iterations: number;
    readonly dropped: readonly string[];
    /** Groups with at least one event; the others say nothing. */
    readonly groupsWithEvents: number;
  };
}

const LAST_STEP = 1e-16;
const ROUNDING_STEP = 1e-6;
const MAXIMUM_ITERATIONS = 60;
const HALVINGS = 15;

/**
 * Poisson regression with the rate of every group absorbed, by the likelihood of how each group's events fall on its
 * rows given their number. Equals Poisson regression with a dummy per group. Intervals are Wald; `robust` is the sandwich
 * over groups (Wooldridge 1999, J. Econometrics 90, 77-97), which only needs the right mean.
 * Hausman, J., Hall, B. H. & Griliches, Z. (1984), Econometrica 52(4), 909-938.
 */
export function conditionalPoisson(
  input: ConditionalPoissonInput,
  options: { readonly level?: number; readonly variance?: 'model' | 'robust' } = {},
): ConditionalPoissonFit {
  const { names, columns, events, group } = input;
  const rows = events.length;
  const exposure = input.exposure ?? new Float64Array(rows).fill(1);
  requireLength('names', names, columns.length);
  requireFinite('events', events, 0);
  requireLength('exposure', exposure, rows);
  requireFinite('exposure', exposure, 0);
  requireLength('group', group, rows);
  const { codes, labels } = groupCodes(group);
  const problem: Problem = { columns, events, exposure, codes, groups: labels.length };
  let at = evaluate(problem, new Float64Array(columns.length));
  const { kept, dropped } = independentColumns(at.information);
  let iterations = 0;
  let decrement = kept.length === 0 ? 0 : Number.POSITIVE_INFINITY;
  while (decrement > LAST_STEP && iterations < MAXIMUM_ITERATIONS) {
    const move = newtonMove(at, kept);
    const next = move === null ? null : climb(problem, at, move.direction);
    decrement = move?.decrement ?? Number.POSITIVE_INFINITY;
    if (next === null) break;
    at = next;
    iterations += 1;
  }
  const factor = choleskyFactor(keptSquare(at.information, kept));
  const inverse =
    factor === null
      ? at.information.map(() => Number.POSITIVE_INFINITY)
      : spreadSquare(choleskyInverse(factor), kept, columns.length);
  const covariance = options.variance === 'robust' ? robustCovariance(problem, at, inverse) : inverse;
  const level = options.level ?? DEFAULT_LEVEL;
  return {
    coefficients: coefficientTable({
      names,
      values: at.coefficients,
      covariance,
      level,
      degreesOfFreedom: null,
      dropped,
    }),
    covariance,
    logLikelihood: at.logLikelihood,
    diagnostics: {
      converged: decrement < ROUNDING_STEP,
      iterations,
      dropped: dropped.map((j) => names[j] ?? ''),
      groupsWithEvents: at.groupEvents.filter((count) => count > 0).length,
    },
  };
}

interface Problem {
  readonly columns: readonly ArrayLike<number>[];
  readonly events: ArrayLike<number>;
  readonly exposure: ArrayLike<number>;
  readonly codes: Int32Array;
  readonly groups: number;
}

interface Point {
  readonly coefficients: Float64Array;
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
  /** Per row: events less those expected. */
  readonly residual: Float64Array;
  readonly groupEvents: Float64Array;
}

function evaluate({ columns, events, exposure, codes, groups }: Problem, coefficients: Float64Array): Point {
  const size = columns.length;
  const rows = codes.length;
  const predictor = linearPredictor(columns, coefficients, null, rows);
  const largest = new Float64Array(groups).fill(Number.NEGATIVE_INFINITY);
  codes.forEach((g, i) => {
    largest[g] = Math.max(largest[g] ?? 0, predictor[i] ?? 0);
  });
  const mass = predictor.map((eta, i) => (exposure[i] ?? 0) * Math.exp(eta - (largest[codes[i] ?? 0] ?? 0)));
  const groupMass = new Float64Array(groups);
  const groupEvents = new Float64Array(groups);
  codes.forEach((g, i) => {
    groupMass[g] = (groupMass[g] ?? 0) + (mass[i] ?? 0);
    groupEvents[g] = (groupEvents[g] ?? 0) + (events[i] ?? 0);
  });
  let logLikelihood = 0;
  const expected = mass.map((value, i) => {
    const g = codes[i] ?? 0;
    const seen = events[i] ?? 0;
    const share = value / (groupMass[g] ?? 1);
    if (seen > 0) logLikelihood += seen * Math.log(share);
    return share > 0 ? share * (groupEvents[g] ?? 0) : 0;
  });
  const residual = expected.map((value, i) => (events[i] ?? 0) - value);
  // Information: expected squares less, per group, the outer product of the group's expected sums over its events.
  const information = crossProduct(columns, expected);
  const { scores } = clusterScores(columns, expected, codes);
  // A group without events expects none: its sums are 0 and may be divided by anything.
  const scaled = scores.map((value, k) => value / Math.sqrt(groupEvents[Math.floor(k / size)] || 1));
  const between = outerProductSum(scaled, size);
  const score = Float64Array.from(columns, (column) => residual.reduce((sum, r, i) => sum + r * (column[i] ?? 0), 0));
  return {
    coefficients,
    logLikelihood,
    score,
    information: information.map((value, k) => value - (between[k] ?? 0)),
    residual,
    groupEvents,
  };
}

function crossProduct(columns: readonly ArrayLike<number>[], weights: Float64Array): Float64Array {
  const size = columns.length;
  const product = new Float64Array(size * size);
  columns.forEach((left, a) => {
    columns.slice(0, a + 1).forEach((right, b) => {
      const sum = weights.reduce((total, weight, i) => total + weight * (left[i] ?? 0) * (right[i] ?? 0), 0);
      product[a * size + b] = sum;
      product[b * size + a] = sum;
    });
  });
  return product;
}

function newtonMove({ information, score, coefficients }: Point, kept: readonly number[]) {
  const factor = choleskyFactor(keptSquare(information, kept));
  if (factor === null) return null;
  const slope = kept.map((j) => score[j] ?? 0);
  const direction = new Float64Array(coefficients.length);
  let decrement = 0;
  choleskySolve(factor, slope).forEach((value, k) => {
    direction[kept[k] ?? 0] = value;
    decrement += value * (slope[k] ?? 0);
  });
  return { direction, decrement };
}

function climb(problem: Problem, at: Point, direction: Float64Array): Point | null {
  const slack = 1e-10 * (Math.abs(at.logLikelihood) + 1);
  let share = 1;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const next = evaluate(
      problem,
      at.coefficients.map((value, j) => value + share * (direction[j] ?? 0)),
    );
    if (next.logLikelihood >= at.logLikelihood - slack) return next;
    share /= 2;
  }
  return null;
}

function robustCovariance({ columns, codes }: Problem, { residual }: Point, inverse: Float64Array): Float64Array {
  const { scores, clusterCount } = clusterScores(columns, residual, codes);
  const scale = clusterCount / (clusterCount - 1);
  return sandwich(inverse, outerProductSum(scores, columns.length)).map((value) => value * scale);
}
