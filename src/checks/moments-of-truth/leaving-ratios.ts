import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
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

/**
 * What leaving goes with, in the form in which experiences are judged: penalty and reward are log ratios of staying against an okay
 * rating of the same touchpoint, at equal tenure, line, half-year, time since the rating and ratings elsewhere. With `takeOffMood` the median over the touchpoints is taken off: who is unhappy anyway rates everything low.
 */
export function leavingRatios(cells: Cells, tested: readonly Tested[], takeOffMood: boolean): LeavingRatios {
  const [all, late] = [logRatios(cells, 'any'), logRatios(cells, 'late')];
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
      moodOfPenalties,
    ];
  };
  const result = deleteAGroup({ ...cells, scale: 'identity', theta });
  const size = tested.length;
  return {
    ...effectsOf(result, tested, result.estimates[6 * size]?.value ?? 0),
    late: tested.map((_, i) => effectAt(result, 5 * size + i)),
  };
}
