import type { Cells } from '../cells.ts';
import { BANDS } from './episode-query.ts';
import { strataOf } from './leaving-ratios.ts';
import { DAYS_A_YEAR, type MomentsOfTruthSettings } from './settings.ts';

/** Ratings of one kind with the time after them. */
interface Followed {
  readonly ratings: number;
  readonly years: number;
  readonly departures: number;
}

export interface FollowedTouchpoint {
  readonly place: string;
  readonly disappointing: Followed;
  readonly okay: Followed;
  readonly delighting: Followed;
  /** Share of the time after disappointments with okay ratings in the same stratum, 0..1. */
  readonly overlap: number;
}

export function followedTouchpoints(cells: Cells): readonly FollowedTouchpoint[] {
  const at = (name: string) => cells.by.indexOf(name);
  const sum = (cell: number, name: string) => cells.total[cell * cells.sums + cells.sumNames.indexOf(name)] ?? 0;
  const over = (cell: number, part: 'days' | 'leaves') => BANDS.reduce((all, band) => all + sum(cell, band[part]), 0);
  const places = [...new Set(cells.tuples.map((tuple) => String(tuple[at('place')])))].sort();
  return places.map((place) => {
    const of = (felt: number): Followed => {
      const own = cells.tuples.flatMap((tuple, cell) =>
        String(tuple[at('place')]) === place && Number(tuple[at('felt')]) === felt ? [cell] : [],
      );
      const total = (value: (cell: number) => number) => own.reduce((all, cell) => all + value(cell), 0);
      return {
        ratings: total((cell) => sum(cell, 'ratings')),
        years: total((cell) => over(cell, 'days')) / DAYS_A_YEAR,
        departures: total((cell) => over(cell, 'leaves')),
      };
    };
    let [all, shared] = [0, 0];
    for (const { disappointing, okay } of strataOf(cells, place)) {
      if (disappointing < 0) continue;
      for (const { days } of BANDS) {
        all += sum(disappointing, days);
        if (okay >= 0 && sum(okay, days) > 0) shared += sum(disappointing, days);
      }
    }
    return {
      place,
      disappointing: of(-1),
      okay: of(0),
      delighting: of(1),
      overlap: all === 0 ? 0 : shared / all,
    };
  });
}

export const ratingsOf = ({ disappointing, okay, delighting }: FollowedTouchpoint) =>
  disappointing.ratings + okay.ratings + delighting.ratings;

/**
 * Departures on the thinner side, after ratings of this kind or after okay ones. After the former those to be expected count too: few
 * departures where many were due are an answer, and leaving such touchpoints out would keep the unlucky ones.
 */
export function departuresOf({ okay, ...one }: FollowedTouchpoint, kind: 'disappointing' | 'delighting'): number {
  const own = one[kind];
  const expected = okay.years > 0 ? (okay.departures / okay.years) * own.years : 0;
  return Math.min(okay.departures, Math.max(own.departures, expected));
}

/** Whether leaving after a disappointment can be told at this touchpoint. */
export function isTold(
  one: FollowedTouchpoint,
  { minimumFollowed, minimumDepartures, minimumOverlap }: MomentsOfTruthSettings,
): boolean {
  const enough = ratingsOf(one) >= minimumFollowed && departuresOf(one, 'disappointing') >= minimumDepartures;
  return enough && one.overlap >= minimumOverlap;
}
