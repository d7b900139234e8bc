import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { BANDS } from './episode-query.ts';
import { episodeRows } from './episode-rows.ts';
import {
  apartOf,
  type Effect,
  type ExperienceEffects,
  effectAt,
  effectsOf,
  median,
  type Tested,
} from './experience-effects.ts';
import { rateFactors } from './rate-factors.ts';

export interface LeavingRatios extends ExperienceEffects {
  /** Log ratio after a disappointment from the fourth month on, by touchpoint: who had decided before the rating is gone by then. */
  readonly late: readonly (Effect | null)[];
  /** Departures after a disappointment that are more than after as many okay ratings, by touchpoint, over all the time followed. */
  readonly excess: readonly Estimate[];
}

/** Log ratios of leaving after ratings of this kind over okay ones of the same touchpoint, as functions of the sums. */
function logRatios(cells: Cells, since: 'any' | 'late') {
  const rows = episodeRows(cells, since);
  const ratesOf = (sums: Float64Array, start: readonly Float64Array[] | null) =>
    rateFactors(rows, { events: rows.events(sums), time: rows.time(sums) }, start);
  const whole = ratesOf(cells.total, null);
  return (sums: Float64Array) => {
    const rates = ratesOf(sums, whole)[0];
    return (place: string, felt: -1 | 1) => {
      const rate = (kind: number) => rates?.[rows.levelOf(place, kind)] ?? Number.NaN;
      return Math.log(rate(felt) / rate(0));
    };
  };
}

/** Departures after disappointing ratings of these touchpoints; where a group is left out the others stand for it. */
function departuresAfterDisappointment(cells: Cells) {
  const [place, felt] = ['place', 'felt'].map((name) => cells.by.indexOf(name));
  const sumAt = (name: string) => cells.sumNames.indexOf(name);
  const leaves = BANDS.map((band) => sumAt(band.leaves));
  const ratings = (sums: Float64Array) =>
    cells.tuples.reduce((all, _, cell) => all + (sums[cell * cells.sums + sumAt('ratings')] ?? 0), 0);
  const all = ratings(cells.total);
  return (sums: Float64Array, places: readonly string[]) => {
    const left = new Map<string, number>();
    for (const [cell, tuple] of cells.tuples.entries()) {
      if (Number(tuple[felt ?? -1]) !== -1) continue;
      const own = leaves.reduce((sum, at) => sum + (sums[cell * cells.sums + at] ?? 0), 0);
      const name = String(tuple[place ?? -1]);
      left.set(name, (left.get(name) ?? 0) + own);
    }
    const scale = all / ratings(sums);
    return places.map((name) => scale * (left.get(name) ?? 0));
  };
}

/**
 * What leaving goes with, in the form in which experiences are judged: penalty and reward are log ratios of staying against an okay
 * rating of the same touchpoint, at equal tenure, line, half-year, time since the rating and ratings elsewhere. With `takeOffMood` the median over the touchpoints is taken off: who is unhappy anyway rates everything low.
 */
export function leavingRatios(cells: Cells, tested: readonly Tested[], takeOffMood: boolean): LeavingRatios {
  const [all, late] = [logRatios(cells, 'any'), logRatios(cells, 'late')];
  const departures = departuresAfterDisappointment(cells);
  const theta = (sums: Float64Array) => {
    const [ratio, later] = [all(sums), late(sums)];
    const p = tested.map((one) => (one.disappointing ? -ratio(one.place, -1) : Number.NaN));
    const r = tested.map((one) => (one.delighting ? -ratio(one.place, 1) : Number.NaN));
    const [moodOfPenalties, moodOfRewards] = takeOffMood ? [median(p), median(r)] : [0, 0];
    return [
      ...p.map((value) => value - moodOfPenalties),
      ...r.map((value) => value - moodOfRewards),
      ...p.map((value, i) => -value - (r[i] ?? Number.NaN)),
      ...apartOf(p, r),
      ...tested.map(({ place }) => later(place, -1) + moodOfPenalties),
      ...departures(
        sums,
        tested.map(({ place }) => place),
      ).map((left, i) => left * (1 - Math.exp((p[i] ?? Number.NaN) - moodOfPenalties))),
      moodOfPenalties,
    ];
  };
  const result = deleteAGroup({ ...cells, scale: 'identity', theta });
  const size = tested.length;
  return {
    ...effectsOf(result, tested, result.estimates[7 * size]?.value ?? 0),
    late: tested.map((_, i) => effectAt(result, 5 * size + i)),
    excess: result.estimates.slice(6 * size, 7 * size),
  };
}
