import type { Estimate } from '#statistics/estimate.ts';
import type { Account } from './account.ts';

/**
 * Share of the spend that goes into keeping. Books have no sampling error; the bounds put all mixed lines on the one side and on the
 * other, between them they are split as the rest is. The level is therefore 1. null where nothing is left to split by.
 */
function keepShare(acquisition: number, keeping: number, mixed: number): Estimate | null {
  const clear = acquisition + keeping;
  if (!(acquisition >= 0 && keeping >= 0 && clear > 0)) return null;
  const most = Math.max(0, mixed);
  return { value: keeping / clear, low: keeping / (clear + most), high: (keeping + most) / (clear + most), level: 1 };
}

/** Times a factor, bounds too. */
export function scaled({ value, low, high, level }: Estimate, factor: number): Estimate {
  return { value: value * factor, low: low * factor, high: high * factor, level };
}

/** The share as booked, with the price forgone by discounts, and without what is spent only to hold those who are leaving. */
export function sharesOf({ acquisition, retention, save, mixed, forgoneForNewcomers, forgoneForExisting }: Account) {
  return {
    booked: keepShare(acquisition, retention + save, mixed),
    full: keepShare(acquisition + forgoneForNewcomers, retention + save + forgoneForExisting, mixed),
    withoutSave: keepShare(acquisition + forgoneForNewcomers, retention + forgoneForExisting, mixed),
  };
}
