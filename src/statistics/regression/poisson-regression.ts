import { requireFinite, requireLength } from './column-check.ts';
import {
  fitGeneralisedLinear,
  type GeneralisedLinearFit,
  type GeneralisedLinearOptions,
} from './generalised-linear.ts';
import { poissonFamily } from './response-family.ts';

/** One entry per counted cell. */
export interface PoissonInput {
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<number>[];
  readonly events: ArrayLike<number>;
  /** Time or number at risk in the cell; null for 1. A cell without exposure must have no events. */
  readonly exposure: ArrayLike<number> | null;
  /** Known part of the log rate besides the exposure; null for none. */
  readonly offset: ArrayLike<number> | null;
  readonly cluster: ArrayLike<number | string> | null;
}

/**
 * Poisson regression on counted cells: log rate per unit of exposure, linear in the columns. The coefficients only need
 * a right mean; the model variance also needs variance = mean, else take `robust` or `cluster`. Wald intervals on the
 * log rate. The log-likelihood leaves out log(events!), which no coefficient touches.
 * Frome, E. L. (1983), Biometrics 39(3), 665-674. RangeError when lengths differ or a number is negative.
 */
export function poissonRegression(input: PoissonInput, options: GeneralisedLinearOptions = {}): GeneralisedLinearFit {
  const { events } = input;
  const exposure = input.exposure ?? new Float64Array(events.length).fill(1);
  requireLength('exposure', exposure, events.length);
  requireFinite('events', events, 0);
  requireFinite('exposure', exposure, 0);
  let total = 0;
  for (let i = 0; i < events.length; i++) {
    total += events[i] ?? 0;
    if (exposure[i] === 0 && (events[i] ?? 0) > 0) throw new RangeError(`exposure[${i}] is 0 but events are not`);
  }
  return fitGeneralisedLinear(
    {
      ...input,
      family: poissonFamily(events, exposure),
      size: exposure,
      events: total,
      squaredResidual: (_row, _predictor, score) => score * score,
    },
    options,
  );
}
