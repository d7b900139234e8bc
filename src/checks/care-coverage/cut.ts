import { exactStandardisation, type Standardisation } from '#statistics/comparison/exact-standardisation.ts';
import { DEFAULT_LEVEL, type Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, selectCells, sumOf } from '../cells.ts';
import { LOOK_MONTHS } from './settings.ts';

/** Coverage before a contract month less coverage after it. */
interface CutDrop {
  readonly cut: number;
  readonly before: number;
  readonly after: number;
  readonly drop: Estimate;
}

/** Where coverage changes most, found in one half of the customers and measured in the other. */
export interface FoundCut {
  readonly cut: number;
  /** Contract months that the first half cannot tell from it. */
  readonly from: number;
  readonly to: number;
  readonly drop: Estimate;
  readonly coverageBefore: Estimate;
  readonly coverageAfter: Estimate;
  readonly customers: number;
  /** Drops at contract months a year and more away, where nothing should be. */
  readonly placebos: readonly CutDrop[];
}

const OPEN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};
/** A cut whose drop is this close to the largest cannot be told from it. */
const AS_LARGE = 0.9;

function standardised(cells: Cells, sums: Float64Array): Standardisation {
  const column = (name: string) => {
    const at = cells.sumNames.indexOf(name);
    return Float64Array.from({ length: cells.keys }, (_, cell) => sums[cell * cells.sums + at] ?? 0);
  };
  const target = { count: column('after_count'), total: column('after_covered') };
  return exactStandardisation({ target, other: { count: column('before_count'), total: column('before_covered') } });
}

const atCut = (cells: Cells, cut: number) => selectCells(cells, (tuple) => tuple[cells.by.indexOf('cut')] === cut);
const inHalf = (cells: Cells, half: number) => selectCells(cells, (tuple) => tuple[cells.by.indexOf('half')] === half);

const sizesOf = (cells: Cells) => ({ before: sumOf(cells, 'before_count'), after: sumOf(cells, 'after_count') });

function dropAt(cells: Cells, level: number = DEFAULT_LEVEL) {
  const { estimates } = deleteAGroup(
    {
      ...cells,
      scale: 'identity',
      theta: (sums) => {
        const { targetMean, otherMean } = standardised(cells, sums);
        return [otherMean - targetMean, otherMean, targetMean];
      },
    },
    { level },
  );
  return { drop: estimates[0] ?? OPEN, before: estimates[1] ?? OPEN, after: estimates[2] ?? OPEN };
}

/** The contract months with enough customers on both sides, in order. */
function cutsOf(cells: Cells, minimum: number): readonly number[] {
  const cuts = [...new Set(cells.tuples.map((tuple) => Number(tuple[cells.by.indexOf('cut')])))].sort((a, b) => a - b);
  return cuts.filter((cut) => {
    const { before, after } = sizesOf(atCut(cells, cut));
    return Math.min(before, after) >= minimum;
  });
}

/** The largest change; of the neighbours as large the full contract year nearest to it, since terms end with years. */
function chooseCut(changes: ReadonlyMap<number, number>) {
  const cuts = [...changes.keys()];
  const size = (cut: number) => Math.abs(changes.get(cut) ?? 0);
  const best = cuts.reduce((a, b) => (size(b) > size(a) ? b : a));
  const alike = (cut: number) =>
    size(cut) >= AS_LARGE * size(best) && Math.sign(changes.get(cut) ?? 0) === Math.sign(changes.get(best) ?? 0);
  let from = cuts.indexOf(best);
  let to = from;
  while (from > 0 && alike(cuts[from - 1] ?? 0)) from -= 1;
  while (to < cuts.length - 1 && alike(cuts[to + 1] ?? 0)) to += 1;
  const plateau = cuts.slice(from, to + 1);
  const years = plateau.filter((cut) => cut % 12 === 0);
  const near = years.length > 0 ? years : [best];
  const cut = near.reduce((a, b) => (Math.abs(b - best) < Math.abs(a - best) ? b : a));
  return { cut, from: plateau[0] ?? cut, to: plateau.at(-1) ?? cut };
}

/**
 * Searches the contract month at which coverage changes most. Looking for the largest change and measuring it on the same customers would
 * find something everywhere; so one half searches and the other measures. Each look is twelve months long, so that a call a year counts
 * the same on both sides. null where no month has enough customers on both sides in both halves.
 * Sample splitting: Cox, D. R. (1975), Biometrika 62(2), 441-444.
 */
export function findCut(cells: Cells, minimum: number): FoundCut | null {
  const [searching, measuring] = [inHalf(cells, 0), inHalf(cells, 1)];
  const measured = new Set(cutsOf(measuring, minimum));
  const shared = cutsOf(searching, minimum).filter((cut) => measured.has(cut));
  if (shared.length === 0) return null;
  const changes = new Map(
    shared.map((cut) => {
      const there = atCut(searching, cut);
      const { targetMean, otherMean } = standardised(there, there.total);
      return [cut, otherMean - targetMean] as const;
    }),
  );
  const { cut, from, to } = chooseCut(changes);
  const there = atCut(measuring, cut);
  const { drop, before, after } = dropAt(there);
  return {
    cut,
    from,
    to,
    drop,
    coverageBefore: before,
    coverageAfter: after,
    customers: sizesOf(there).after,
    placebos: placebosOf(measuring, shared, from, to),
  };
}

/** A year apart from each other and from the cut, so that no look holds the change. All of them together are wrong once in twenty. */
function placebosOf(cells: Cells, cuts: readonly number[], from: number, to: number): readonly CutDrop[] {
  const apart: number[] = [];
  for (const cut of cuts) {
    const near = cut > from - LOOK_MONTHS && cut < to + LOOK_MONTHS;
    if (!near && cut - (apart.at(-1) ?? Number.NEGATIVE_INFINITY) >= LOOK_MONTHS) apart.push(cut);
  }
  const level = 1 - (1 - DEFAULT_LEVEL) / Math.max(apart.length, 1);
  return apart.map((cut) => {
    const { drop, before, after } = dropAt(atCut(cells, cut), level);
    return { cut, before: before.value, after: after.value, drop };
  });
}

/** Nothing elsewhere: no placebo shows a change that matters and is clear of zero. */
export function placebosPass(placebos: readonly CutDrop[], relevant: number): boolean {
  const speaks = ({ drop }: CutDrop) => (drop.low > 0 || drop.high < 0) && Math.abs(drop.value) >= relevant / 2;
  return placebos.length > 0 && !placebos.some(speaks);
}
