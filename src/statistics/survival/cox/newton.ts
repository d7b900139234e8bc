import { choleskyFactor, choleskySolve } from '../../linear-algebra.ts';
import { type CoxLikelihood, coxLikelihood } from './cox-likelihood.ts';
import type { RiskOrder } from './risk-order.ts';
import type { SweepOptions } from './risk-sweep.ts';

export interface NewtonOptions extends SweepOptions {
  /** Largest relative change of the log-likelihood that counts as none. */
  readonly tolerance: number;
  readonly maximumIterations: number;
}

export interface NewtonFit {
  readonly beta: Float64Array;
  readonly at: CoxLikelihood;
  /** Step that would come next; large where a coefficient runs away to infinity. */
  readonly nextStep: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
}

/** Climbs the partial likelihood by Newton's method, halving steps that go down. */
export function climb(order: RiskOrder, start: CoxLikelihood, options: NewtonOptions): NewtonFit {
  let beta = new Float64Array(order.size);
  let at = start;
  let step = newtonStep(at);
  for (let iterations = 1; iterations <= options.maximumIterations; iterations++) {
    let size = 1;
    let next = moved(beta, step, size);
    let there = coxLikelihood(order, next, options);
    // A step that only loses rounding is the top, not a way down.
    while (!(there.logLikelihood >= at.logLikelihood - rounding(at)) && size > 1e-6) {
      size /= 2;
      next = moved(beta, step, size);
      there = coxLikelihood(order, next, options);
    }
    const gain = Math.abs(there.logLikelihood - at.logLikelihood);
    beta = next;
    at = there;
    step = newtonStep(at);
    if (gain <= options.tolerance * Math.abs(at.logLikelihood)) {
      return { beta, at, nextStep: step, converged: size === 1, iterations };
    }
  }
  return { beta, at, nextStep: step, converged: false, iterations: options.maximumIterations };
}

function rounding({ logLikelihood }: CoxLikelihood): number {
  return 1e-12 * Math.abs(logLikelihood);
}

function newtonStep({ information, score }: CoxLikelihood): Float64Array {
  const factor = choleskyFactor(information);
  return factor === null ? new Float64Array(score.length) : choleskySolve(factor, score);
}

function moved(beta: Float64Array, step: Float64Array, size: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(beta, (value, j) => value + size * (step[j] ?? 0));
}
