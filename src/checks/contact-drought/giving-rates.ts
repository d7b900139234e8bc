import { exactStandardisation, type Standardisation } from '#statistics/comparison/exact-standardisation.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { HALVES } from './query.ts';
import type { DroughtSettings } from './settings.ts';

/** Giving contacts a customer-year. */
export interface GivingRates {
  /** Newcomers at the existing customers' mix less existing customers. */
  readonly gap: Estimate;
  /** The same without regard to the mix. */
  readonly naive: Estimate;
  readonly existing: Estimate;
  readonly newcomer: Estimate;
  /** Share of existing customers' time with comparable newcomers, 0..1. */
  readonly overlap: number;
}

type Settings = Pick<DroughtSettings, 'minimumStratumYears'>;

/** Prepares the comparison of the two phases within equal values of the named columns and halves of the window. */
function comparison(
  cells: Cells,
  held: readonly string[],
  { minimumStratumYears }: Settings,
  counted: readonly string[] = ['giving'],
) {
  const columns = held.map((name) => cells.by.indexOf(name));
  const names = new Map<string, number>();
  const stratumOf = cells.tuples.map((tuple) => {
    const name = JSON.stringify(columns.map((column) => tuple[column]));
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  });
  const strata = names.size * HALVES.length;
  const at = (phase: string, half: string, what: string) => cells.sumNames.indexOf(`${phase}_${half}_${what}`);
  // The recent half of every stratum, then the earlier ones.
  const gather = (sums: Float64Array, phase: string, ...whats: readonly string[]) => {
    const column = new Float64Array(strata);
    for (const [h, half] of HALVES.entries()) {
      const from = whats.map((what) => at(phase, half, what));
      for (const [cell, stratum] of stratumOf.entries()) {
        const place = h * names.size + stratum;
        for (const sum of from) column[place] = (column[place] ?? 0) + (sums[cell * cells.sums + sum] ?? 0);
      }
    }
    return column;
  };
  return (sums: Float64Array): Standardisation => {
    const side = (phase: string) => ({ count: gather(sums, phase, 'years'), total: gather(sums, phase, ...counted) });
    const sides = { target: side('existing'), other: side('newcomer') };
    return exactStandardisation(sides, { minimumOther: minimumStratumYears });
  };
}

export function overlapOf(cells: Cells, held: readonly string[], settings: Settings): number {
  return comparison(cells, held, settings)(cells.total).overlapShare;
}

/** The gap if every contact that neither tone nor kind explains had been a giving one, on both sides. */
export function gapIfUntoldGives(cells: Cells, held: readonly string[], settings: Settings): Estimate | null {
  const compare = comparison(cells, held, settings, ['giving', 'untold']);
  return (
    deleteAGroup({ ...cells, scale: ['identity'], theta: (sums) => [-compare(sums).difference] }).estimates[0] ?? null
  );
}

export function givingRates(cells: Cells, held: readonly string[], settings: Settings): GivingRates {
  const compare = comparison(cells, held, settings);
  const { estimates } = deleteAGroup({
    ...cells,
    scale: ['identity', 'identity', 'log', 'log'],
    theta: (sums) => {
      const found = compare(sums);
      return [-found.difference, -found.naiveDifference, found.targetMean, found.otherMean];
    },
  });
  const at = (i: number): Estimate =>
    estimates[i] ?? { value: Number.NaN, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, level: 0.95 };
  return { gap: at(0), naive: at(1), existing: at(2), newcomer: at(3), overlap: compare(cells.total).overlapShare };
}
