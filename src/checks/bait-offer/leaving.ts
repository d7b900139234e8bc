import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import type { Keep } from './groups.ts';
import { TENURE_BANDS } from './settings.ts';

/** How fast those won by an offer leave, against those won without one. */
export interface LeavingRatio {
  readonly ratio: Estimate;
  /** The same with nothing held equal. */
  readonly crude: number;
  /** Share of their time that has comparable time of the others, 0..1. */
  readonly overlap: number;
  /** Whether those who came by the same channel were compared. */
  readonly channelHeld: boolean;
  readonly ends: number;
  /** Chance of such a ratio if it were no more than the one that matters. */
  readonly chance: number;
}

/** A stratum of fewer months without a single end would pass for one where nobody leaves. */
const MINIMUM_OTHER_MONTHS = 60;

interface Limits {
  readonly minimumEnds: number;
  readonly minimumOverlap: number;
  readonly relevantRatio: number;
}

/**
 * Voluntary ends per month of the chosen offers over those without any, at equal product, year of the start, channel and tenure, in the
 * mix of the offers' customers; interval by delete-a-group jackknife over parties. Where an offer is a channel of its own, nobody could be
 * compared: then the channel is not held equal. null with fewer ends on either side than `minimumEnds`, or less overlap than `minimumOverlap`.
 */
export function leavingRatio(cells: Cells, keep: Keep, limits: Limits): LeavingRatio | null {
  const atEqualChannel = ratioAt(cells, keep, limits, true);
  return atEqualChannel !== null && atEqualChannel.overlap >= limits.minimumOverlap
    ? atEqualChannel
    : withOverlap(ratioAt(cells, keep, limits, false), limits);
}

/** A ratio among a few of an offer's customers says nothing of the others, who hold what nobody without the offer holds. */
const withOverlap = (found: LeavingRatio | null, { minimumOverlap }: Limits) =>
  found !== null && found.overlap >= minimumOverlap ? found : null;

function ratioAt(cells: Cells, keep: Keep, limits: Limits, channelHeld: boolean): LeavingRatio | null {
  const channelAt = cells.by.indexOf('top_channel');
  const strata = new Map<string, number>();
  const stratumOf = Int32Array.from(cells.tuples, (tuple) => {
    const name = JSON.stringify(tuple.filter((_, at) => at > 0 && (channelHeld || at !== channelAt)));
    const known = strata.get(name) ?? strata.size;
    strata.set(name, known);
    return known;
  });
  const side = cells.tuples.map(([name]) => sideOf(String(name), keep));
  const endsAt = cells.sumNames.indexOf('ends_0');
  const monthsAt = cells.sumNames.indexOf('months_0');
  const compare = (sums: Float64Array) => {
    const columns = { target: empty(strata.size), other: empty(strata.size) };
    for (const [cell, of] of side.entries()) {
      if (of === 'none') continue;
      const first = (stratumOf[cell] ?? 0) * TENURE_BANDS;
      addBands(columns[of], first, sums, cell * cells.sums + endsAt, cell * cells.sums + monthsAt);
    }
    return { ...exactStandardisation(columns, { minimumOther: MINIMUM_OTHER_MONTHS }), columns };
  };
  const whole = compare(cells.total);
  const ends = (total: Float64Array) => total.reduce((sum, count) => sum + count, 0);
  const own = ends(whole.columns.target.total);
  if (own < limits.minimumEnds || ends(whole.columns.other.total) < limits.minimumEnds) return null;
  const theta = (sums: Float64Array) => [Math.log(compare(sums).ratio)];
  const { estimates, standardErrors, replicatesUsed } = deleteAGroup({ ...cells, theta, scale: 'identity' });
  const [log] = estimates;
  const error = standardErrors[0] ?? Number.NaN;
  if (log === undefined || !Number.isFinite(log.value) || !(error > 0)) return null;
  return {
    ratio: { value: Math.exp(log.value), low: Math.exp(log.low), high: Math.exp(log.high), level: log.level },
    crude: whole.naiveRatio,
    overlap: whole.overlapShare,
    channelHeld,
    ends: own,
    chance: 1 - tCdf((log.value - Math.log(limits.relevantRatio)) / error, Math.max(1, replicatesUsed - 1)),
  };
}

function empty(strata: number) {
  return { count: new Float64Array(strata * TENURE_BANDS), total: new Float64Array(strata * TENURE_BANDS) };
}

function sideOf(name: string, keep: Keep): 'target' | 'other' | 'none' {
  if (name === '') return 'other';
  return keep(name) ? 'target' : 'none';
}

/** Adds ends and months of every band of tenure; the two alternate in the row of sums. */
function addBands(
  { count, total }: ReturnType<typeof empty>,
  first: number,
  sums: Float64Array,
  ends: number,
  months: number,
): void {
  for (let band = 0; band < TENURE_BANDS; band++) {
    const at = first + band;
    count[at] = (count[at] ?? 0) + Math.max(0, sums[months + 2 * band] ?? 0);
    total[at] = (total[at] ?? 0) + (sums[ends + 2 * band] ?? 0);
  }
}
