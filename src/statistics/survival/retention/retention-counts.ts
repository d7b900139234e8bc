import { requireFinite, requireLength } from '../../regression/column-check.ts';

/** Contracts that can end only at the end of a period, counted by age; entry t - 1 belongs to period t. */
export interface RetentionCounts {
  /** Contracts that ended at the end of their period t. */
  readonly lost: ArrayLike<number>;
  /** Contracts still there after period t that have been seen no longer (cohorts differ in age). */
  readonly remaining: ArrayLike<number>;
}

/** Throws RangeError naming the column that cannot be, or when nobody was lost. */
export function requireRetentionCounts({ lost, remaining }: RetentionCounts): void {
  if (lost.length === 0) throw new RangeError('lost has no periods');
  requireLength('remaining', remaining, lost.length);
  requireFinite('lost', lost, 0);
  requireFinite('remaining', remaining, 0);
  if (!Array.from(lost).some((count) => count > 0)) throw new RangeError('lost marks no loss: there is nothing to fit');
}
