import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { BANDS } from './episode-query.ts';
import { type Effect, type ExperienceEffects, median, type Tested } from './experience-effects.ts';

/** The cells of one touchpoint that may be compared with one another, by how the rating was; -1 where nobody rated so. */
interface Stratum {
  readonly disappointing: number;
  readonly okay: number;
  readonly delighting: number;
}

/** By how the rating was: -1, 0, 1. */
const KINDS = ['disappointing', 'okay', 'delighting'] as const;

export interface LeavingRatios extends ExperienceEffects {
  /** Log ratio after a disappointment from the fourth month on, by touchpoint: who had decided before the rating is gone by then. */
  readonly late: readonly (Effect | null)[];
  /** Log ratios after a disappointment, and of staying after a delight, less the median over the other touchpoints. */
  readonly apart: readonly { readonly loss: Effect | null; readonly gain: Effect | null }[];
}

export function strataOf(cells: Cells, place: string): readonly Stratum[] {
  const [placeAt, feltAt, ...others] = ['place', 'felt', 'line', 'elsewhere', 'half'].map((name) =>
    cells.by.indexOf(name),
  );
  const strata = new Map<string, Record<keyof Stratum, number>>();
  for (const [cell, tuple] of cells.tuples.entries()) {
    if (String(tuple[placeAt ?? -1]) !== place) continue;
    const key = JSON.stringify(others.map((at) => tuple[at]));
    const stratum = strata.get(key) ?? { disappointing: -1, okay: -1, delighting: -1 };
    strata.set(key, stratum);
    stratum[KINDS[Number(tuple[feltAt ?? -1]) + 1] ?? 'okay'] = cell;
  }
  return [...strata.values()];
}

/** Where the sums of a band stand in a cell. */
const placesIn = ({ sumNames }: Cells) =>
  BANDS.map(({ since, days, leaves }) => ({ since, days: sumNames.indexOf(days), leaves: sumNames.indexOf(leaves) }));

/**
 * Log of the rate of leaving after a rating of this kind over the rate after an okay one, in equal strata of time at risk. Sparse strata
 * are welcome; one without both sides has no weight.
 * Rothman, K. J. & Boice, J. D. (1979), Epidemiologic Analysis with a Programmable Calculator, NIH 79-1649 (Mantel-Haenszel for rates)
 */
function logRatio(
  cells: Cells,
  strata: readonly Stratum[],
  kind: 'disappointing' | 'delighting',
  bands: ReturnType<typeof placesIn>,
  sums: Float64Array,
): number {
  let [above, below] = [0, 0];
  for (const stratum of strata) {
    const [own, okay] = [stratum[kind] * cells.sums, stratum.okay * cells.sums];
    if (own < 0 || okay < 0) continue;
    for (const { days, leaves } of bands) {
      const [ownDays, okayDays] = [sums[own + days] ?? 0, sums[okay + days] ?? 0];
      if (ownDays === 0 || okayDays === 0) continue;
      above += ((sums[own + leaves] ?? 0) * okayDays) / (ownDays + okayDays);
      below += ((sums[okay + leaves] ?? 0) * ownDays) / (ownDays + okayDays);
    }
  }
  return Math.log(above / below);
}

/**
 * What leaving goes with, in the form in which experiences are judged: penalty and reward are log ratios of staying against an okay
 * rating of the same touchpoint. With `takeOffMood` the median over the touchpoints is taken off: who is unhappy anyway rates everything low.
 */
export function leavingRatios(cells: Cells, tested: readonly Tested[], takeOffMood: boolean): LeavingRatios {
  const bands = placesIn(cells);
  const lateBands = bands.filter(({ since }) => since === 'late');
  const strata = tested.map(({ place }) => strataOf(cells, place));
  const theta = (sums: Float64Array) => {
    const stays = (kind: 'disappointing' | 'delighting') =>
      strata.map((own, i) => (tested[i]?.[kind] === true ? -logRatio(cells, own, kind, bands, sums) : Number.NaN));
    const [p, r] = [stays('disappointing'), stays('delighting')];
    const [moodOfPenalties, moodOfRewards] = takeOffMood ? [median(p), median(r)] : [0, 0];
    return [
      ...p.map((value) => value - moodOfPenalties),
      ...r.map((value) => value - moodOfRewards),
      ...p.map((value, i) => -value - (r[i] ?? Number.NaN)),
      ...strata.map((own) => logRatio(cells, own, 'disappointing', lateBands, sums) + moodOfPenalties),
      ...p.map((value, i) => median(p.toSpliced(i, 1)) - value),
      ...r.map((value, i) => value - median(r.toSpliced(i, 1))),
      moodOfPenalties,
    ];
  };
  const { estimates, standardErrors, replicatesUsed } = deleteAGroup({ ...cells, scale: 'identity', theta });
  const effect = (at: number): Effect | null => {
    const [estimate, standardError = Number.NaN] = [estimates[at], standardErrors[at]];
    const told = estimate !== undefined && Number.isFinite(estimate.value) && standardError > 0;
    return told ? { estimate, standardError } : null;
  };
  const size = tested.length;
  return {
    effects: tested.map(({ place }, i) => ({
      place,
      penalty: effect(i),
      reward: effect(size + i),
      asymmetry: effect(2 * size + i)?.estimate ?? null,
    })),
    late: tested.map((_, i) => effect(3 * size + i)),
    apart: tested.map((_, i) => ({ loss: effect(4 * size + i), gain: effect(5 * size + i) })),
    mood: estimates[6 * size]?.value ?? 0,
    replicatesUsed,
  };
}
