import { choleskyFactor, choleskyInverse } from './linear-algebra.ts';

/** Value of the function at `point`; writes its gradient into `gradient`. Not finite outside the domain. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  /** Stops when every |gradient| * max(|point|, 1) is at most this share of max(|value|, 1). */
  readonly tolerance?: number;
  readonly maximumIterations?: number;
  /** A guess at the inverse of the Hessian at the start, row-major and positive definite. */
  readonly inverseHessian?: Float64Array | null;
}

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly diagnostics: {
    readonly converged: boolean;
    readonly iterations: number;
    readonly evaluations: number;
    /** Largest |gradient| * max(|point|, 1) / max(|value|, 1). */
    readonly relativeGradient: number;
  };
}

/** Where rounding stops the line search, a gradient this small still counts as a minimum. */
const STALLED_TOLERANCE = 1e-6;
const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
const LINE_SEARCH_STEPS = 60;
/** Relative change of the value that rounding alone can make. */
const ROUNDING = 1e-13;

interface State {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  value: number;
}

/**
 * Local minimum of a smooth function by BFGS with a bracketing search for the weak Wolfe conditions.
 * Positive parameters are best given as logarithms. A point where the value is not finite counts as too far.
 * Not converged is a diagnostic, never an exception; RangeError only when the start itself has no finite value.
 * Nocedal & Wright (2006), Numerical Optimization, ch. 6; Lewis & Overton (2013), Math. Program. 141, 135-163;
 * Hager & Zhang (2005), SIAM J. Optimization 16, 170-192.
 */
export function minimise(
  { objective, start }: { readonly objective: Objective; readonly start: ArrayLike<number> },
  options: MinimiseOptions = {},
): Minimum {
  const { tolerance = 1e-10, maximumIterations = 500 } = options;
  const size = start.length;
  const state: State = { point: Float64Array.from(start), gradient: new Float64Array(size), value: 0 };
  state.value = objective(state.point, state.gradient);
  if (!Number.isFinite(state.value)) throw new RangeError(`start has no finite value: ${state.value}`);
  const guess = options.inverseHessian ?? null;
  const inverse = guess === null ? new Float64Array(size * size) : Float64Array.from(guess);
  let evaluations = 1;
  let iterations = 0;
  let fresh = guess === null;
  let slack = relativeGradient(state);
  while (slack > tolerance && iterations < maximumIterations) {
    if (fresh) setIdentity(inverse, size, 1 / Math.max(1, norm(state.gradient)));
    const direction = descentDirection(inverse, state.gradient);
    const step = searchLine(objective, state, direction);
    evaluations += step.evaluations;
    iterations += 1;
    // A failed step along stale curvature deserves one try along the plain gradient before giving up.
    if (step.reached === null && fresh) break;
    if (step.reached === null) {
      fresh = true;
      continue;
    }
    updateInverse(inverse, state, step.reached, fresh);
    fresh = false;
    state.point.set(step.reached.point);
    state.gradient.set(step.reached.gradient);
    state.value = step.reached.value;
    slack = relativeGradient(state);
  }
  const converged = slack <= Math.max(tolerance, iterations < maximumIterations ? STALLED_TOLERANCE : 0);
  return { ...state, diagnostics: { converged, iterations, evaluations, relativeGradient: slack } };
}

/**
 * Inverse of the Hessian at a minimum, by central differences of the gradient (steps of 1e-5 of the scale), or null
 * when the function does not curve upwards in every direction there.
 */
export function inverseHessian(objective: Objective, point: Float64Array): Float64Array | null {
  const size = point.length;
  const hessian = new Float64Array(size * size);
  const moved = Float64Array.from(point);
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const at = point[k] ?? 0;
    const step = 1e-5 * Math.max(1, Math.abs(at));
    moved[k] = at + step;
    objective(moved, above);
    moved[k] = at - step;
    objective(moved, below);
    moved[k] = at;
    for (let j = 0; j < size; j++) hessian[k * size + j] = ((above[j] ?? 0) - (below[j] ?? 0)) / (2 * step);
  }
  for (let k = 0; k < size; k++) {
    for (let j = 0; j < k; j++) {
      const mean = ((hessian[k * size + j] ?? 0) + (hessian[j * size + k] ?? 0)) / 2;
      hessian[k * size + j] = mean;
      hessian[j * size + k] = mean;
    }
  }
  const factor = choleskyFactor(hessian);
  return factor === null ? null : choleskyInverse(factor);
}

/** Weak Wolfe step by doubling and bisection; null when no step lowers the value. */
function searchLine(objective: Objective, from: State, direction: Float64Array) {
  const slope = dot(direction, from.gradient);
  const point = new Float64Array(direction.length);
  const gradient = new Float64Array(direction.length);
  let lower = 0;
  let upper = Number.POSITIVE_INFINITY;
  let length = 1;
  for (let evaluations = 1; evaluations <= LINE_SEARCH_STEPS; evaluations++) {
    for (let k = 0; k < point.length; k++) point[k] = (from.point[k] ?? 0) + length * (direction[k] ?? 0);
    const value = objective(point, gradient);
    const reached = { point, gradient, value };
    const newSlope = dot(direction, gradient);
    if (!(Number.isFinite(newSlope) && isLowEnough(from.value, slope, reached, newSlope, length))) upper = length;
    else if (newSlope < CURVATURE * slope) lower = length;
    else return { reached, evaluations };
    length = upper === Number.POSITIVE_INFINITY ? 2 * lower : (lower + upper) / 2;
  }
  return { reached: null, evaluations: LINE_SEARCH_STEPS };
}

/** Enough decrease; or, where the value is flat to rounding, a slope that says the same (Hager & Zhang 2005). */
function isLowEnough(value: number, slope: number, reached: State, newSlope: number, length: number): boolean {
  if (reached.value <= value + SUFFICIENT_DECREASE * length * slope) return true;
  const flat = reached.value <= value + ROUNDING * Math.max(1, Math.abs(value));
  return flat && newSlope <= (2 * SUFFICIENT_DECREASE - 1) * slope;
}

/** BFGS update of the inverse Hessian from the last step. */
function updateInverse(inverse: Float64Array, from: State, to: State, rescale: boolean): void {
  const size = from.point.length;
  const step = to.point.map((value, k) => value - (from.point[k] ?? 0));
  const change = to.gradient.map((value, k) => value - (from.gradient[k] ?? 0));
  const curvature = dot(step, change);
  if (!(curvature > 0)) return;
  if (rescale) setIdentity(inverse, size, curvature / dot(change, change));
  const image = change.map((_, row) => dot(inverse.subarray(row * size, (row + 1) * size), change));
  const scale = 1 + dot(change, image) / curvature;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [stepRow, stepColumn] = [step[row] ?? 0, step[column] ?? 0];
      const cross = (image[row] ?? 0) * stepColumn + stepRow * (image[column] ?? 0);
      const at = row * size + column;
      inverse[at] = (inverse[at] ?? 0) + (scale * stepRow * stepColumn - cross) / curvature;
    }
  }
}

function descentDirection(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const size = gradient.length;
  return gradient.map((_, row) => -dot(inverse.subarray(row * size, (row + 1) * size), gradient));
}

function relativeGradient({ point, gradient, value }: State): number {
  let largest = 0;
  for (let k = 0; k < point.length; k++) {
    largest = Math.max(largest, Math.abs(gradient[k] ?? 0) * Math.max(1, Math.abs(point[k] ?? 0)));
  }
  return largest / Math.max(1, Math.abs(value));
}

function setIdentity(matrix: Float64Array, size: number, scale: number): void {
  matrix.fill(0);
  for (let k = 0; k < size; k++) matrix[k * size + k] = scale;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < left.length; k++) sum += (left[k] ?? 0) * (right[k] ?? 0);
  return sum;
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
