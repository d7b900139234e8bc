import { requirePositive } from '../../intervals/arguments.ts';
import { logSurvival, type RetentionParameters } from './retention-likelihood.ts';

/** Share still there after each of the periods 0..periods, and the share of those left who stay through each. */
export interface RetentionCurve {
  /** Entry t is after period t; entry 0 is 1. */
  readonly survival: Float64Array;
  /** Entry t is the share of those there after t who are still there after t + 1; one entry fewer. */
  readonly retention: Float64Array;
}

/**
 * The curve that fitted parameters imply, beyond the observed periods too. Throws RangeError unless all are above 0.
 * Fader & Hardie (2007), equation 8.
 */
export function retentionCurve(parameters: RetentionParameters, periods: number): RetentionCurve {
  requirePositive('alpha', parameters.alpha);
  requirePositive('beta', parameters.beta);
  requirePositive('shape', parameters.shape);
  if (!(Number.isInteger(periods) && periods >= 0)) throw new RangeError(`periods must be 0 or more, got ${periods}`);
  const logs = Float64Array.from({ length: periods + 1 }, (_, t) => (t === 0 ? 0 : logSurvival(parameters, t)));
  return {
    survival: logs.map(Math.exp),
    retention: Float64Array.from({ length: periods }, (_, t) => Math.exp((logs[t + 1] ?? 0) - (logs[t] ?? 0))),
  };
}
