import { range, real, whole } from './entry.ts';

/** One row per person (ego). */
export interface ExposureColumns {
  /** 1 when the ego was exposed (a tied customer had left), else 0. */
  readonly exposed: ArrayLike<number>;
  /** What exposed and unexposed must have in common, as one number: usually the propensity to be exposed, or its logit. */
  readonly score: ArrayLike<number>;
  /** Pairs are formed within equal strata only (region, product, month); null for one stratum. */
  readonly stratum: ArrayLike<number | string> | null;
}

export interface ExposurePairs {
  /** Row of the exposed ego of each pair. */
  readonly exposedRows: Int32Array;
  /** Row of its unexposed partner, at the same position. */
  readonly unexposedRows: Int32Array;
  /** Exposed egos without a partner within the caliper: the claim does not reach them. */
  readonly unmatched: number;
  readonly caliper: number;
  /** Difference of mean scores, exposed less unexposed, in standard deviations of the score. */
  readonly imbalanceBefore: number;
  readonly imbalanceAfter: number;
}

/** Austin (2011), Pharmaceutical Statistics 10, 150-161: a fifth of a standard deviation. */
const CALIPER_DEVIATIONS = 0.2;

/**
 * Pairs every exposed ego with the unexposed one of nearest score in its stratum, each used once, highest scores first
 * because they have the fewest partners. Ties take the earlier row, so sort rows by a key that means nothing.
 * Assumes that within a pair exposure is as good as random: that the score holds what makes tied people alike.
 * Throws RangeError for columns of unequal length, exposures other than 0 and 1, or a caliper that is not above 0.
 * Aral, Muchnik & Sundararajan (2009), PNAS 106(51), 21544-21549, https://doi.org/10.1073/pnas.0908800106
 */
export function exposurePairs(columns: ExposureColumns, options: { readonly caliper?: number } = {}): ExposurePairs {
  requireColumns(columns);
  const score = Float64Array.from(columns.score);
  const exposed = Uint8Array.from(columns.exposed);
  const deviation = Math.sqrt(varianceOf(score));
  const caliper = options.caliper ?? CALIPER_DEVIATIONS * deviation;
  if (!(caliper > 0)) throw new RangeError(`caliper must be above 0, got ${caliper}`);
  const partner = new Int32Array(score.length).fill(-1);
  for (const rows of rowsByStratum(columns.stratum, score.length)) pairStratum(rows, exposed, score, caliper, partner);
  const exposedRows = range(score.length).filter((row) => whole(partner, row) >= 0);
  const unexposedRows = exposedRows.map((row) => whole(partner, row));
  const all = range(score.length);
  const isExposed = (row: number) => exposed[row] === 1;
  const standardised = (left: Int32Array, right: Int32Array) =>
    (meanOf(score, left) - meanOf(score, right)) / deviation;
  return {
    exposedRows,
    unexposedRows,
    unmatched: all.filter(isExposed).length - exposedRows.length,
    caliper,
    imbalanceBefore: standardised(
      all.filter(isExposed),
      all.filter((row) => !isExposed(row)),
    ),
    imbalanceAfter: standardised(exposedRows, unexposedRows),
  };
}

/** Greedy pairing of one stratum; free partners to either side are found by path halving. */
function pairStratum(
  rows: Int32Array,
  exposed: Uint8Array,
  score: Float64Array,
  caliper: number,
  partner: Int32Array,
): void {
  const byScore = (left: number, right: number) => real(score, left) - real(score, right) || left - right;
  const free = rows.filter((row) => exposed[row] === 0).sort(byScore);
  const needy = rows.filter((row) => exposed[row] === 1).sort(byScore);
  // Position p + 1 stands for free[p]; 0 and the last one are walls that are never taken.
  const below = range(free.length + 2);
  const above = range(free.length + 2);
  let position = free.length;
  for (let k = needy.length - 1; k >= 0; k--) {
    const row = whole(needy, k);
    const wanted = real(score, row);
    while (position > 0 && real(score, whole(free, position - 1)) > wanted) position -= 1;
    const left = find(below, position);
    const right = find(above, position + 1);
    const leftGap = left === 0 ? Number.POSITIVE_INFINITY : wanted - real(score, whole(free, left - 1));
    const rightGap = right > free.length ? Number.POSITIVE_INFINITY : real(score, whole(free, right - 1)) - wanted;
    if (Math.min(leftGap, rightGap) > caliper) continue;
    const taken = leftGap <= rightGap ? left : right;
    partner[row] = whole(free, taken - 1);
    below[taken] = taken - 1;
    above[taken] = taken + 1;
  }
}

function find(next: Int32Array, from: number): number {
  let at = from;
  while (whole(next, at) !== at) {
    next[at] = whole(next, whole(next, at));
    at = whole(next, at);
  }
  return at;
}

function rowsByStratum(stratum: ArrayLike<number | string> | null, size: number): Iterable<Int32Array> {
  if (stratum === null) return [range(size)];
  const groups = new Map<number | string, number[]>();
  for (let row = 0; row < size; row++) {
    const key = stratum[row] ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group) => Int32Array.from(group));
}

function meanOf(score: Float64Array, rows: Int32Array): number {
  return rows.reduce((sum, row) => sum + real(score, row), 0) / rows.length;
}

function varianceOf(score: Float64Array): number {
  const mean = score.reduce((sum, own) => sum + own, 0) / score.length;
  return score.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (score.length - 1);
}

function requireColumns({ exposed, score, stratum }: ExposureColumns): void {
  if (score.length !== exposed.length) throw new RangeError('score must be as long as exposed');
  if (stratum !== null && stratum.length !== exposed.length) {
    throw new RangeError('stratum must be as long as exposed');
  }
  for (let row = 0; row < exposed.length; row++) {
    if (exposed[row] !== 0 && exposed[row] !== 1) throw new RangeError(`exposed[${row}] is ${exposed[row]}`);
    if (!Number.isFinite(score[row])) throw new RangeError(`score[${row}] is ${score[row]}`);
  }
}
