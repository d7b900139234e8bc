import { requireFinite, requireLength } from './column-check.ts';
import {
  fitGeneralisedLinear,
  type GeneralisedLinearFit,
  type GeneralisedLinearOptions,
} from './generalised-linear.ts';
import { binomialFamily } from './response-family.ts';

/** One entry per counted cell; a single row is a cell of one trial. */
export interface LogisticInput {
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<number>[];
  readonly successes: ArrayLike<number>;
  readonly trials: ArrayLike<number>;
  /** Known part of the log odds; null for none. */
  readonly offset: ArrayLike<number> | null;
  readonly cluster: ArrayLike<number | string> | null;
}

/**
 * Logistic regression on counted cells: log odds of success, linear in the columns; a pooled logistic on person-months is
 * a discrete-time hazard model. Assumes independent rows (model variance), or independent clusters (cluster variance,
 * Liang & Zeger 1986, t on G - 1); intervals are Wald on the log odds. Same answer on cells and on the rows behind them.
 * Cox, D. R. (1958), JRSS B 20(2), 215-242; Heinze, G. & Schemper, M. (2002), Statistics in Medicine 21, 2409-2419 (Firth).
 * RangeError when lengths differ or successes are not within 0..trials.
 */
export function logisticRegression(input: LogisticInput, options: GeneralisedLinearOptions = {}): GeneralisedLinearFit {
  const { successes, trials } = input;
  requireLength('successes', successes, trials.length);
  requireFinite('trials', trials, 0);
  requireFinite('successes', successes, 0);
  let won = 0;
  let tried = 0;
  for (let i = 0; i < trials.length; i++) {
    if ((successes[i] ?? 0) > (trials[i] ?? 0)) {
      throw new RangeError(`successes[${i}] is ${successes[i]} out of ${trials[i]} trials`);
    }
    won += successes[i] ?? 0;
    tried += trials[i] ?? 0;
  }
  const squaredResidual = (i: number, predictor: number): number => {
    const chance = 1 / (1 + Math.exp(-predictor));
    return (successes[i] ?? 0) * (1 - chance) ** 2 + ((trials[i] ?? 0) - (successes[i] ?? 0)) * chance ** 2;
  };
  const family = binomialFamily(successes, trials);
  return fitGeneralisedLinear(
    { ...input, family, size: trials, events: Math.min(won, tried - won), squaredResidual },
    options,
  );
}
