import { countsOf, requireFiniteColumn } from './paired-columns.ts';

/** A randomised trial, one row per customer or per counted cell, scored by a model that has not seen it. */
export interface UpliftColumns {
  readonly outcome: ArrayLike<number>;
  /** 1 treated, 0 held out. */
  readonly treated: ArrayLike<number>;
  /** Expected uplift; higher means to be treated first. */
  readonly score: ArrayLike<number>;
  readonly counts: ArrayLike<number> | null;
}

/** Checked counts and what the transformed outcome needs. RangeError names the column at fault. */
export function checkedTrial({ outcome, treated, score, counts }: UpliftColumns) {
  if (treated.length !== outcome.length) throw new RangeError('treated must be as long as outcome');
  if (score.length !== outcome.length) throw new RangeError('score must be as long as outcome');
  requireFiniteColumn('outcome', outcome);
  requireFiniteColumn('score', score);
  const weights = countsOf(counts, outcome.length);
  const [heldOut, reached] = [
    { customers: 0, sum: 0 },
    { customers: 0, sum: 0 },
  ];
  weights.forEach((weight, row) => {
    const arm = treated[row] === 1 ? reached : heldOut;
    if (treated[row] !== 1 && treated[row] !== 0) throw new RangeError(`treated[${row}] is ${treated[row]}`);
    arm.customers += weight;
    arm.sum += weight * (outcome[row] ?? 0);
  });
  if (!(heldOut.customers >= 2 && reached.customers >= 2)) throw new RangeError('treated: each arm needs 2 customers');
  const [control, treatment] = [heldOut.sum / heldOut.customers, reached.sum / reached.customers];
  const share = reached.customers / (heldOut.customers + reached.customers);
  return { weights, share, control, treatment };
}
