import type { Estimate } from '../estimate.ts';
import { concentrationIndex } from './concentration-index.ts';

export interface Gini {
  /** 0 when all hold the same, towards 1 when one holds all. */
  readonly gini: Estimate;
  readonly standardError: number;
  readonly mean: number;
  readonly customers: number;
}

/**
 * Gini coefficient of values of at least 0, of customers or of counted cells: the concentration index of a value over
 * its own rank, without the n / (n - 1) correction, so that equal copies of the data give the same number. Analytic
 * standard error; t interval with n - 1 degrees of freedom, cut at 0 and 1. Small samples of skewed values look more
 * equal than the truth: see the calibration.
 * Throws RangeError for negative values or values that are 0 throughout.
 * Gini (1914); Kakwani, Wagstaff & van Doorslaer (1997), J. Econometrics 77, 87-103, with the value as its own rank.
 */
export function gini(
  { values, counts }: { readonly values: ArrayLike<number>; readonly counts?: ArrayLike<number> },
  options: { readonly level?: number } = {},
): Gini {
  const columns = { outcome: values, rankBy: values, ...(counts === undefined ? {} : { counts }) };
  const { index, standardError, mean, customers } = concentrationIndex(columns, { kind: 'relative', ...options });
  const { value, low, high, level } = index;
  return { gini: { value, low: Math.max(0, low), high: Math.min(1, high), level }, standardError, mean, customers };
}
