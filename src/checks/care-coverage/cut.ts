import { DEFAULT_LEVEL, type Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, selectCells, sumOf } from '../cells.ts';
import { type ChosenCut, chooseCut, standardised } from './cut-search.ts';
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
  /** First and last contract month that the first half cannot tell from it, with 95 %. */
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
  const { cut, from, to, near } = chooseCut(searching, shared);
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
    placebos: placebosOf(measuring, shared, near),
  };
}

/** A year apart from each other and from the cut, so that no look holds the change. All of them together are wrong once in twenty. */
function placebosOf(cells: Cells, cuts: readonly number[], near: ChosenCut['near']): readonly CutDrop[] {
  const apart: number[] = [];
  for (const cut of cuts) {
    const apartFromIt = cut <= near.from - LOOK_MONTHS || cut >= near.to + LOOK_MONTHS;
    if (apartFromIt && cut - (apart.at(-1) ?? Number.NEGATIVE_INFINITY) >= LOOK_MONTHS) apart.push(cut);
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
