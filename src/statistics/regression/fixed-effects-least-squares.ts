import { absorbFixedEffects } from './absorb-fixed-effects.ts';
import { groupCodes } from './group-codes.ts';
import {
  type LeastSquaresFit,
  type LeastSquaresInput,
  type LeastSquaresOptions,
  weightedLeastSquares,
} from './weighted-least-squares.ts';

export interface FixedEffectsInput extends LeastSquaresInput {
  /** One label per row and effect; their dummies are absorbed, so no intercept belongs in the columns. */
  readonly effects: readonly ArrayLike<number | string>[];
}

/**
 * Least squares with a dummy for every level of every effect, without ever building the dummies. Columns that do not
 * vary within the effects are dropped and named. Effects nested in the clusters cost no degrees of freedom in the
 * clustered variance, as in Stata's `reghdfe`. Wooldridge, J. M. (2010), Econometric Analysis, 2nd ed., section 10.5.
 */
export function fixedEffectsLeastSquares(
  input: FixedEffectsInput,
  options: Omit<LeastSquaresOptions, 'absorbedParameters'> = {},
): LeastSquaresFit {
  const { columns, response, weights, effects, cluster } = input;
  const absorbed = absorbFixedEffects({ columns: [...columns, response], weights, effects });
  const nested = cluster !== null && effects.every((effect) => isNested(effect, cluster));
  // A column absorbed to dust would look like information: what is left of it must count against what it was.
  const within = absorbed.columns.slice(0, -1).map((column, j) => withoutDust(column, columns[j] ?? []));
  const fit = weightedLeastSquares(
    { ...input, columns: within, response: absorbed.columns.at(-1) ?? [] },
    { ...defaultVariance(cluster !== null, nested), ...options, absorbedParameters: nested ? 1 : absorbed.parameters },
  );
  return { ...fit, diagnostics: { ...fit.diagnostics, ...absorbed.diagnostics } };
}

/** HC3 and CR3 need the pull of each row on its own fit, which absorbed effects that outlive a cluster hide. */
function defaultVariance(clustered: boolean, nested: boolean): LeastSquaresOptions {
  if (nested) return {};
  return { variance: clustered ? 'CR1' : 'HC1' };
}

function isNested(effect: ArrayLike<number | string>, cluster: ArrayLike<number | string>): boolean {
  const { codes, labels } = groupCodes(effect);
  const home = new Array<number | string | null>(labels.length).fill(null);
  for (let i = 0; i < codes.length; i++) {
    const level = codes[i] ?? 0;
    home[level] ??= cluster[i] ?? null;
    if (home[level] !== cluster[i]) return false;
  }
  return true;
}

function withoutDust(left: Float64Array, original: ArrayLike<number>): Float64Array {
  let before = 0;
  let after = 0;
  for (let i = 0; i < left.length; i++) {
    before += (original[i] ?? 0) ** 2;
    after += (left[i] ?? 0) ** 2;
  }
  return after > 1e-16 * before ? left : new Float64Array(left.length);
}
