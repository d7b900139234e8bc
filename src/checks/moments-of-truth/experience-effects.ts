import type { Estimate } from '#statistics/estimate.ts';
import { type DeleteAGroupResult, deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { CrossProduct } from '#statistics/regression/gram.ts';
import { solveLeastSquares } from '#statistics/regression/normal-equations.ts';
import type { Cells } from '../cells.ts';

/** Touchpoint of a column; '' is the constant. */
interface Column {
  readonly place: string;
  readonly felt: 'met' | 'disappointing' | 'delighting';
}

export interface Effect {
  readonly estimate: Estimate;
  readonly standardError: number;
}

/** Points of the overall judgement, against an ordinary experience at the same touchpoint. */
export interface ExperienceEffect {
  readonly place: string;
  /** Null where too few were disappointed, or delighted. */
  readonly penalty: Effect | null;
  readonly reward: Effect | null;
  /** -penalty - reward: above 0 failing weighs more than excelling. Null when either is. */
  readonly asymmetry: Estimate | null;
}

export interface ExperienceEffects {
  readonly effects: readonly ExperienceEffect[];
  /** Penalty common to all touchpoints, taken off each: the mood of the one who answers. 0 where it cannot be told. */
  readonly mood: number;
  /** How far a loss, and a gain, lies beyond the median over the other touchpoints; positive where this one weighs more. */
  readonly apart: readonly { readonly loss: Effect | null; readonly gain: Effect | null }[];
  readonly replicatesUsed: number;
}

export interface Tested {
  readonly place: string;
  readonly disappointing: boolean;
  readonly delighting: boolean;
}

/**
 * Penalty-reward contrasts from cross products: regression of the judgement on three columns a touchpoint (met, disappointing,
 * delighting), intervals by the jackknife over people. With `takeOffMood` the median over the touchpoints is taken off penalties and
 * rewards, since who is in a bad mood rates everything low.
 * Brandt (1987), in Surprenant (ed.), Add Value to Your Service, 61-65; Mikulic & Prebezac (2011), Managing Service Quality 21(1), 46-66
 */
export function experienceEffects(pairs: Cells, tested: readonly Tested[], takeOffMood: boolean): ExperienceEffects {
  const columns: readonly Column[] = [
    { place: '', felt: 'met' },
    ...tested.flatMap(({ place, disappointing, delighting }): Column[] => [
      { place, felt: 'met' },
      ...(disappointing ? [{ place, felt: 'disappointing' } as const] : []),
      ...(delighting ? [{ place, felt: 'delighting' } as const] : []),
    ]),
  ];
  const crossProduct = crossProductOf(pairs, columns);
  const positions = (felt: Column['felt']) =>
    tested.map(({ place }) => columns.findIndex((column) => column.place === place && column.felt === felt));
  const [penalties, rewards] = [positions('disappointing'), positions('delighting')];
  const theta = (sums: Float64Array) => {
    const solved = solveLeastSquares({ size: columns.length, total: crossProduct(sums), replicates: [] });
    const own = (at: number) =>
      at < 0 || solved.dropped.includes(at) ? Number.NaN : (solved.coefficients[at] ?? Number.NaN);
    const [p, r] = [penalties.map(own), rewards.map(own)];
    const [moodOfPenalties, moodOfRewards] = takeOffMood ? [median(p), median(r)] : [0, 0];
    return [
      ...p.map((value) => value - moodOfPenalties),
      ...r.map((value) => value - moodOfRewards),
      ...p.map((value, i) => -value - (r[i] ?? Number.NaN)),
      ...apartOf(p, r),
      moodOfPenalties,
    ];
  };
  const result = deleteAGroup({ ...pairs, scale: 'identity', theta });
  return effectsOf(result, tested, result.estimates[5 * tested.length]?.value ?? 0);
}

/** An estimate that has a spread; null where nothing can be told. */
export function effectAt({ estimates, standardErrors }: DeleteAGroupResult, at: number): Effect | null {
  const [estimate, standardError = Number.NaN] = [estimates[at], standardErrors[at]];
  const told = estimate !== undefined && Number.isFinite(estimate.value) && standardError > 0;
  return told ? { estimate, standardError } : null;
}

/** Losses, then gains, less the median over the other touchpoints. */
export const apartOf = (penalties: readonly number[], rewards: readonly number[]): readonly number[] => [
  ...penalties.map((value, i) => median(penalties.toSpliced(i, 1)) - value),
  ...rewards.map((value, i) => value - median(rewards.toSpliced(i, 1))),
];

/** Penalties, rewards, asymmetries and how far they stand apart, by touchpoint, which stand first in the answer of the jackknife. */
export function effectsOf(result: DeleteAGroupResult, tested: readonly Tested[], mood: number): ExperienceEffects {
  const size = tested.length;
  return {
    effects: tested.map(({ place }, i) => ({
      place,
      penalty: effectAt(result, i),
      reward: effectAt(result, size + i),
      asymmetry: effectAt(result, 2 * size + i)?.estimate ?? null,
    })),
    mood,
    apart: tested.map((_, i) => ({ loss: effectAt(result, 3 * size + i), gain: effectAt(result, 4 * size + i) })),
    replicatesUsed: result.replicatesUsed,
  };
}

/** Of those that are known; NaN without any. */
export function median(values: readonly number[]): number {
  const known = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  const middle = (known.length - 1) / 2;
  return ((known[Math.floor(middle)] ?? Number.NaN) + (known[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** Prepares X'X and X'y as functions of the sums; called once per replicate. */
function crossProductOf(pairs: Cells, columns: readonly Column[]): (sums: Float64Array) => CrossProduct {
  const [place, felt, otherPlace, otherFelt] = pairs.by.map((_, at) => at);
  const columnsOf = (name: unknown, felling: unknown): readonly number[] =>
    columns.flatMap((column, at) => {
      if (column.place !== String(name)) return [];
      const holds = column.felt === 'met' || Number(felling) === (column.felt === 'disappointing' ? -1 : 1);
      return holds ? [at] : [];
    });
  const size = columns.length;
  const entries = pairs.tuples.map((tuple) => {
    const first = columnsOf(tuple[place ?? -1], tuple[felt ?? -1]);
    const second = columnsOf(tuple[otherPlace ?? -1], tuple[otherFelt ?? -1]);
    const below = first.flatMap((a) => second.map((b) => a * size + b));
    const above = first.flatMap((a) => second.map((b) => b * size + a));
    const isItself = tuple[place ?? -1] === tuple[otherPlace ?? -1];
    return { gram: isItself ? below : [...below, ...above], moment: tuple[place ?? -1] === '' ? second : [] };
  });
  return (sums) => {
    const gram = new Float64Array(size * size);
    const moment = new Float64Array(size);
    for (const [key, entry] of entries.entries()) {
      const [count, points] = [sums[key * pairs.sums] ?? 0, sums[key * pairs.sums + 1] ?? 0];
      for (const at of entry.gram) gram[at] = (gram[at] ?? 0) + count;
      for (const at of entry.moment) moment[at] = (moment[at] ?? 0) + points;
    }
    return { gram, moment };
  };
}
