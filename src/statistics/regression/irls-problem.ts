import { choleskyFactor, choleskyInverse, choleskyLogDeterminant, choleskySolve } from '../linear-algebra.ts';
import { CrossProductSum, forEachBlock, type RowBlock } from './gram.ts';
import { independentColumns, keptSquare, spreadSquare } from './independent-columns.ts';
import { linearPredictor, rowQuadraticForms } from './linear-predictor.ts';
import type { ResponseFamily } from './response-family.ts';

export interface IrlsInput {
  readonly columns: readonly ArrayLike<number>[];
  readonly offset: ArrayLike<number> | null;
  readonly family: ResponseFamily;
  /** Ridge penalty per column (added to the diagonal of the information); null for none. */
  readonly penalties: ArrayLike<number> | null;
  /** Adds half the log determinant of the information to the log-likelihood (Firth 1993). */
  readonly firth: boolean;
  /** Coefficients to start from; null to start from the data. */
  readonly start: ArrayLike<number> | null;
  readonly maximumIterations: number;
  /** Squared length in standard errors of the step that is the last; null for full accuracy. */
  readonly lastStep: number | null;
}

const HALVINGS = 12;

/** The sums at one set of coefficients. */
export interface Point {
  readonly coefficients: Float64Array;
  readonly gram: Float64Array;
  readonly moment: Float64Array;
  readonly logLikelihood: number;
  readonly objective: number;
  readonly score: Float64Array;
  readonly weight: Float64Array;
  readonly predictor: Float64Array;
}

export interface Move {
  readonly direction: Float64Array;
  /** Squared length in standard errors: twice the gain that a quadratic objective would bring. */
  readonly decrement: number;
}

/** Likelihood, its derivatives and the moves between points; irls.ts decides when to stop. */
export class IrlsProblem {
  readonly #input: IrlsInput;
  readonly #size: number;
  readonly #rows: number;

  constructor(input: IrlsInput) {
    this.#input = input;
    this.#size = input.columns.length;
    this.#rows = input.family.rows;
  }

  startingPoint(start: ArrayLike<number> | null): Point & { kept: readonly number[]; dropped: readonly number[] } {
    if (start !== null) {
      const given = this.#evaluate(Float64Array.from(start), null);
      const split = independentColumns(given.gram);
      return { ...given, objective: this.#objective(given, split.kept), ...split };
    }
    const raw = this.#evaluate(new Float64Array(this.#size), (block, predictor) => {
      this.#input.family.startPredictor(block.start, block.rows, predictor);
    });
    const split = independentColumns(raw.gram);
    const coefficients = this.#firstCoefficients(raw, split.kept);
    const point = this.#evaluate(coefficients, null);
    return { ...point, objective: this.#objective(point, split.kept), ...split };
  }

  /** Weighted least squares of the working response at the predictor that the data suggest. */
  #firstCoefficients(raw: Point, kept: readonly number[]): Float64Array {
    const { columns, offset } = this.#input;
    const working = raw.predictor.map(
      (eta, i) => (raw.weight[i] ?? 0) * (eta - (offset?.[i] ?? 0)) + (raw.score[i] ?? 0),
    );
    const sum = new CrossProductSum(this.#size);
    forEachBlock(columns, this.#rows, (block) => {
      sum.addMoment(block, working.subarray(block.start, block.start + block.rows));
    });
    const coefficients = new Float64Array(this.#size);
    const factor = this.#informationFactor(raw.gram, kept);
    if (factor === null) return coefficients;
    const { moment } = sum.total();
    choleskySolve(factor, pick(moment, kept)).forEach((value, k) => {
      coefficients[kept[k] ?? 0] = value;
    });
    return coefficients;
  }

  step(at: Point, kept: readonly number[]): Move | null {
    const factor = this.#informationFactor(at.gram, kept);
    if (factor === null) return null;
    const penalised = this.#input.firth ? this.#firthMoment(at, factor, kept) : at.moment;
    const slope = kept.map((j) => {
      const penalty = (this.#input.penalties?.[j] ?? 0) * (at.coefficients[j] ?? 0);
      return (penalised[j] ?? 0) - penalty;
    });
    const solved = choleskySolve(factor, slope);
    const direction = new Float64Array(this.#size);
    let decrement = 0;
    solved.forEach((value, k) => {
      direction[kept[k] ?? 0] = value;
      decrement += value * (slope[k] ?? 0);
    });
    return Number.isFinite(decrement) ? { direction, decrement } : null;
  }

  /** The full step, or the largest half, quarter, ... of it that does not lose ground; null when none does. */
  searchAlong(at: Point, move: Move, kept: readonly number[]): Point | null {
    const slack = 1e-10 * (Math.abs(at.objective) + 1);
    let share = 1;
    for (let halving = 0; halving <= HALVINGS; halving++) {
      const coefficients = at.coefficients.map((value, j) => value + share * (move.direction[j] ?? 0));
      const point = this.#evaluate(coefficients, null);
      const objective = this.#objective(point, kept);
      if (objective >= at.objective - slack) return { ...point, objective };
      share /= 2;
    }
    return null;
  }

  /** Largest change of any row's predictor along the direction. */
  largestShift(direction: Float64Array): number {
    const shifts = linearPredictor(this.#input.columns, direction, null, this.#rows);
    return shifts.reduce((largest, shift) => Math.max(largest, Math.abs(shift)), 0);
  }

  inverseInformation(gram: Float64Array, kept: readonly number[]): Float64Array {
    const factor = this.#informationFactor(gram, kept);
    if (factor === null) return new Float64Array(this.#size ** 2).fill(Number.NaN);
    return spreadSquare(choleskyInverse(factor), kept, this.#size);
  }

  #informationFactor(gram: Float64Array, kept: readonly number[]): Float64Array | null {
    const small = keptSquare(gram, kept);
    kept.forEach((j, k) => {
      small[k * kept.length + k] = (small[k * kept.length + k] ?? 0) + (this.#input.penalties?.[j] ?? 0);
    });
    return choleskyFactor(small);
  }

  #objective(point: Point, kept: readonly number[]): number {
    const { penalties, firth } = this.#input;
    let objective = point.logLikelihood;
    if (penalties !== null) {
      point.coefficients.forEach((value, j) => {
        objective -= 0.5 * (penalties[j] ?? 0) * value * value;
      });
    }
    if (!firth) return objective;
    const factor = choleskyFactor(keptSquare(point.gram, kept));
    return factor === null ? Number.NEGATIVE_INFINITY : objective + choleskyLogDeterminant(factor) / 2;
  }

  #firthMoment(at: Point, factor: Float64Array, kept: readonly number[]): Float64Array {
    const { columns, family } = this.#input;
    const inverse = spreadSquare(choleskyInverse(factor), kept, this.#size);
    const pull = rowQuadraticForms(columns, inverse, this.#rows).map((form, i) => form * (at.weight[i] ?? 0));
    family.firthPull(0, at.predictor, pull);
    const sum = new CrossProductSum(this.#size);
    forEachBlock(columns, this.#rows, (block) => {
      sum.addMoment(block, pull.subarray(block.start, block.start + block.rows));
    });
    return sum.total().moment.map((value, j) => value + (at.moment[j] ?? 0));
  }

  /** One pass over the rows. `fill` writes the predictor of a block when it does not come from the coefficients. */
  #evaluate(coefficients: Float64Array, fill: ((block: RowBlock, predictor: Float64Array) => void) | null): Point {
    const { columns, offset, family } = this.#input;
    const score = new Float64Array(this.#rows);
    const weight = new Float64Array(this.#rows);
    const predictor = new Float64Array(this.#rows);
    const sum = new CrossProductSum(this.#size);
    let logLikelihood = 0;
    forEachBlock(columns, this.#rows, (block) => {
      const end = block.start + block.rows;
      const part = {
        start: block.start,
        rows: block.rows,
        predictor: predictor.subarray(block.start, end),
        score: score.subarray(block.start, end),
        weight: weight.subarray(block.start, end),
      };
      if (fill === null) predictBlock(block, coefficients, offset, part.predictor);
      else fill(block, part.predictor);
      logLikelihood += family.evaluate(part);
      sum.addMoment(block, part.score);
      sum.addGram(block, part.weight);
    });
    return { ...sum.total(), coefficients, logLikelihood, objective: logLikelihood, score, weight, predictor };
  }
}

function predictBlock(
  block: RowBlock,
  coefficients: Float64Array,
  offset: ArrayLike<number> | null,
  into: Float64Array,
): void {
  const { values, stride, rows, start } = block;
  for (let i = 0; i < rows; i++) into[i] = offset === null ? 0 : (offset[start + i] ?? 0);
  coefficients.forEach((coefficient, j) => {
    const at = j * stride;
    for (let i = 0; i < rows; i++) into[i] = (into[i] ?? 0) + coefficient * (values[at + i] ?? 0);
  });
}

function pick(values: Float64Array, kept: readonly number[]): number[] {
  return kept.map((j) => values[j] ?? 0);
}
