import { requireLength } from './column-check.ts';
import type { GeneralisedLinearFit } from './generalised-linear.ts';
import { normalEquations, solveLeastSquares } from './normal-equations.ts';

/**
 * Coefficients without each replicate in turn, one Newton step from the full fit (logistic or Poisson). At the maximum
 * the scores of all rows cancel, so the step without replicate g is (I - I_g)^-1 (-U_g): a single pass over the cells and
 * one solve per replicate. Feed them to the delete-a-group variance (G-1)/G sum (b(g) - b)^2.
 * Pregibon, D. (1981), Annals of Statistics 9(4), 705-724. RangeError when `replicate` does not fit the fit.
 */
export function replicateSteps(input: {
  readonly fit: GeneralisedLinearFit;
  readonly columns: readonly ArrayLike<number>[];
  readonly replicate: ArrayLike<number>;
  readonly replicateCount: number;
}): readonly Float64Array[] {
  const { fit, columns, replicate, replicateCount } = input;
  requireLength('replicate', replicate, fit.score.length);
  const { score, weight, penalties } = fit;
  // A row of weight 0 has fitted its outcome to the last bit, or holds nobody: it pulls at nothing.
  const response = score.map((value, i) => ((weight[i] ?? 0) > 0 ? value / (weight[i] ?? 1) : 0));
  const equations = normalEquations({ columns, response, weights: weight, replicate, replicateCount });
  const balanced = { ...equations, total: { ...equations.total, moment: new Float64Array(equations.size) } };
  return equations.replicates.map((_, without) => {
    const step = solveLeastSquares(balanced, { without, ...(penalties === null ? {} : { penalties }) });
    return step.coefficients.map((value, k) => value + (fit.coefficients[k]?.estimate.value ?? 0));
  });
}
