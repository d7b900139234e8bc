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
 * its own rank. The value is the plain one, so that copies of the data give the same number; it looks more equal than the
 * truth by about (n - 1) / n. The interval makes up for that: it is that of value n / (n - 1), by the analytic standard
 * error with t on n - 1 degrees of freedom on the logit scale. Few customers with very skewed values still get too short
 * an interval: see the calibration.
 * Throws RangeError for negative values or values that are 0 throughout.
 * Gini (1914); Kakwani, Wagstaff & van Doorslaer (1997), J. Econometrics 77, 87-103, with the value as its own rank;
 * Deltas (2003), Review of Economics and Statistics 85(1), 226-234, on the small-sample factor
 */
export function gini(
  { values, counts }: { readonly values: ArrayLike<number>; readonly counts: ArrayLike<number> | null },
  options: { readonly level?: number } = {},
): Gini {
  const columns = { outcome: values, rankBy: values, counts };
  const plain = concentrationIndex(columns, { kind: 'relative', ...options });
  const { standardError, mean, customers, index } = plain;
  const half = index.high - index.value;
  return { gini: { ...index, ...logitInterval(index.value, half, customers) }, standardError, mean, customers };
}

/** Interval of the corrected value on the logit scale; cut at 0 and 1 where nobody or one alone holds everything. */
function logitInterval(value: number, half: number, customers: number): { low: number; high: number } {
  const factor = customers / (customers - 1);
  const corrected = value * factor;
  if (!(corrected > 0 && corrected < 1)) return { low: Math.max(0, value - half), high: Math.min(1, value + half) };
  const logit = Math.log(corrected / (1 - corrected));
  const reach = (half * factor) / (corrected * (1 - corrected));
  return { low: Math.min(value, logistic(logit - reach)), high: Math.max(value, logistic(logit + reach)) };
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
