import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { countsOf, requireFiniteColumn } from './paired-columns.ts';
import { centreColumns, fitSubset } from './subset-fits.ts';

interface ShapleyContribution {
  readonly name: string;
  /** Part of R squared, 0..1; all parts add up to it. */
  readonly contribution: Estimate;
  readonly standardError: number;
  /** The same as a share of R squared. */
  readonly share: number;
}

export interface ShapleyRSquared {
  readonly rSquared: Estimate;
  readonly contributions: readonly ShapleyContribution[];
  readonly customers: number;
}

/** Every subset of predictors is fitted once: 2^15 fits are the most that stays quick. */
const MOST_PREDICTORS = 15;

/**
 * Splits the R squared of a linear regression over its predictors: what each adds, averaged over all orders of entry
 * (LMG, the Shapley value). Exact over all subsets; rows or counted cells. Standard errors from the influence of each
 * customer on each part, which assumes independent customers only; intervals are normal and cut at 0 and 1. Parts are
 * never below 0, so a predictor without effect gets a little of R squared, and 20 customers are too few: see the
 * calibration.
 * Throws RangeError for columns that are not finite or of unequal length, more than 15 predictors, predictors that
 * depend on one another exactly, or a constant outcome.
 * Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate Analysis; Groemping (2007), The American
 * Statistician 61(2), 139-147, https://doi.org/10.1198/000313007X188252
 */
export function shapleyRSquared(
  input: {
    readonly names: readonly string[];
    readonly predictors: readonly ArrayLike<number>[];
    readonly outcome: ArrayLike<number>;
    readonly counts: ArrayLike<number> | null;
  },
  options: { readonly level?: number } = {},
): ShapleyRSquared {
  const { level = DEFAULT_LEVEL } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie strictly between 0 and 1, got ${level}`);
  requireInput(input);
  const { names, predictors, outcome } = input;
  const columns = centreColumns(predictors, outcome, countsOf(input.counts, outcome.length));
  if (!(columns.outcomeVariance > 0)) throw new RangeError('outcome is constant');
  const size = predictors.length;
  const parts = Array.from({ length: size + 1 }, () => ({ value: 0, influence: new Float64Array(outcome.length) }));
  const orders = orderWeights(size);
  for (let subset = 1; subset < 2 ** size; subset++) {
    const chosen = names.map((_, at) => at).filter((at) => (subset >> at) % 2 === 1);
    const fitted = fitSubset(columns, chosen);
    if (fitted === null) throw new RangeError('predictors depend on one another exactly');
    const { rSquared, residuals } = fitted;
    const whole = chosen.length === size ? 1 : 0;
    // Weight of this subset's R squared in each predictor's part, and in the whole.
    const weights = names.map((_, at) =>
      chosen.includes(at) ? (orders[chosen.length - 1] ?? 0) : -(orders[chosen.length] ?? 0),
    );
    [...weights, whole].forEach((weight, at) => {
      const part = parts[at];
      if (part === undefined || weight === 0) return;
      part.value += weight * rSquared;
      addInfluence(part.influence, weight / columns.outcomeVariance, residuals, 1 - rSquared, columns.outcome);
    });
  }
  const quantile = normalQuantile(0.5 + level / 2, 0, 1);
  const finished = parts.map(({ value, influence }) => {
    const squares = columns.counts.reduce((sum, count, row) => sum + count * (influence[row] ?? 0) ** 2, 0);
    const standardError = Math.sqrt(squares) / columns.total;
    const [low, high] = [Math.max(0, value - quantile * standardError), Math.min(1, value + quantile * standardError)];
    return { estimate: { value, low, high, level }, standardError };
  });
  const rSquared = finished.at(-1)?.estimate ?? { value: 0, low: 0, high: 1, level };
  const contributions = names.flatMap((name, at) => {
    const found = finished[at];
    if (found === undefined) return [];
    const { estimate: contribution, standardError } = found;
    return [{ name, contribution, standardError, share: contribution.value / rSquared.value }];
  });
  return { rSquared, contributions, customers: columns.total };
}

/** Share of all orders of entry in which exactly k given predictors precede a given one. */
function orderWeights(size: number): number[] {
  const weights = [1 / Math.max(1, size)];
  for (let k = 1; k < size; k++) weights.push(((weights[k - 1] ?? 0) * k) / (size - k));
  return weights;
}

/** Influence of each row on R squared = 1 - residual over total variance, times `scale` times the total variance. */
function addInfluence(
  into: Float64Array,
  scale: number,
  residuals: Float64Array,
  unexplained: number,
  outcome: Float64Array,
): void {
  for (let row = 0; row < into.length; row++) {
    const [residual, own] = [residuals[row] ?? 0, outcome[row] ?? 0];
    into[row] = (into[row] ?? 0) + scale * (unexplained * own * own - residual * residual);
  }
}

function requireInput({
  names,
  predictors,
  outcome,
}: {
  readonly names: readonly string[];
  readonly predictors: readonly ArrayLike<number>[];
  readonly outcome: ArrayLike<number>;
}): void {
  if (predictors.length === 0 || predictors.length > MOST_PREDICTORS) {
    throw new RangeError(`predictors: between 1 and ${MOST_PREDICTORS} are possible, got ${predictors.length}`);
  }
  if (names.length !== predictors.length) throw new RangeError('names must be as long as predictors');
  requireFiniteColumn('outcome', outcome);
  predictors.forEach((column, at) => {
    if (column.length !== outcome.length) throw new RangeError(`predictors[${at}] has ${column.length} rows`);
    requireFiniteColumn(`predictors[${at}]`, column);
  });
}
