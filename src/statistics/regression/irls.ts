import { type IrlsInput, IrlsProblem, type Move, type Point } from './irls-problem.ts';
import { everyNth } from './response-family.ts';

export interface IrlsFit {
  readonly coefficients: Float64Array;
  /** Inverse of the (penalised) information; zero rows and columns for dropped columns. */
  readonly inverse: Float64Array;
  /** Log-likelihood without any penalty. */
  readonly logLikelihood: number;
  /** Per row: d log-likelihood / d predictor and its negative second derivative. */
  readonly score: Float64Array;
  readonly weight: Float64Array;
  readonly predictor: Float64Array;
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  readonly converged: boolean;
  readonly iterations: number;
  /** Some columns predict perfectly: the likelihood has no maximum, coefficients run off. */
  readonly separated: boolean;
}

/** Squared length of a Newton step in standard errors below which it is the last one: what is left is its square. */
const LAST_STEP = 1e-16;
/**
 * A long table is spared the pass that would only polish digits far below its standard errors: steps shrink the faster
 * the more rows there are. About the stopping rule of R's `glm`, a change of 1e-8 of the deviance.
 */
const LAST_STEP_PER_ROW = 5e-8;
/** Firth's penalty is not in the curvature, so the steps shrink by a factor only, not by squaring. */
const LAST_FIRTH_STEP = 1e-14;
/** A start need not be closer to the maximum than chance is. */
const GOOD_START = 0.1;
/** Where rounding stops the search for a better point, a step this short still counts as arrived. */
const ROUNDING_STEP = 1e-6;
/** A last step that still moves some predictor by this much means that the data are separated. */
const SEPARATED_SHIFT = 0.01;
/** Above this many rows the fit of every 16th row is the start. */
const THIN_ABOVE_ROWS = 100_000;
const THIN_STRIDE = 16;

/**
 * Maximum (penalised) likelihood of a canonical generalised linear model by Newton steps, halved when they overshoot.
 * McCullagh, P. & Nelder, J. A. (1989), Generalized Linear Models, 2nd ed., section 2.5; Firth, D. (1993),
 * Biometrika 80(1), 27-38.
 */
export function irls(input: IrlsInput): IrlsFit {
  const problem = new IrlsProblem(input);
  let at = problem.startingPoint(input.start ?? thinnedStart(input));
  const { kept, dropped } = at;
  const lastStep = input.lastStep ?? lastStepFor(input);
  let iterations = 0;
  let converged = false;
  let lastShift = 0;
  while (!converged && iterations < input.maximumIterations) {
    const move = problem.step(at, kept);
    if (move === null) break;
    iterations += 1;
    converged = move.decrement < lastStep;
    if (converged) lastShift = problem.largestShift(move.direction);
    const next = converged ? nudge(at, move) : problem.searchAlong(at, move, kept);
    if (next === null) {
      converged = move.decrement < ROUNDING_STEP;
      break;
    }
    at = { ...next, kept, dropped };
  }
  const inverse = problem.inverseInformation(at.gram, kept);
  return {
    coefficients: at.coefficients,
    inverse,
    logLikelihood: at.logLikelihood,
    score: at.score,
    weight: at.weight,
    predictor: at.predictor,
    kept,
    dropped,
    converged,
    iterations,
    separated: lastShift > SEPARATED_SHIFT || !Number.isFinite(inverse[0] ?? 0),
  };
}

function lastStepFor({ firth, family }: IrlsInput): number {
  if (firth) return LAST_FIRTH_STEP;
  return family.rows < THIN_ABOVE_ROWS ? LAST_STEP : LAST_STEP_PER_ROW * family.rows;
}

/** The last step is so short that the sums need no new pass: its gain is half its squared length. */
function nudge(at: Point, { direction, decrement }: Move): Point {
  const coefficients = at.coefficients.map((value, j) => value + (direction[j] ?? 0));
  return { ...at, coefficients, logLikelihood: at.logLikelihood + decrement / 2 };
}

/** A fit on a sixteenth of the rows lands within a few standard errors: it saves passes over all of them. */
function thinnedStart(input: IrlsInput): ArrayLike<number> | null {
  const { columns, offset, family } = input;
  if (family.rows < THIN_ABOVE_ROWS || input.maximumIterations < 5) return null;
  const thin = irls({
    ...input,
    columns: columns.map((column) => everyNth(column, THIN_STRIDE)),
    offset: offset === null ? null : everyNth(offset, THIN_STRIDE),
    family: family.thinned(THIN_STRIDE),
    start: null,
    maximumIterations: 25,
    lastStep: GOOD_START,
  });
  return thin.converged && thin.dropped.length === 0 ? thin.coefficients : null;
}
