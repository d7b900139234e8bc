import type { Cells } from '../cells.ts';
import { BANDS } from './episode-query.ts';
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
  /** Share of the time after disappointments with okay ratings of customers of the same line and tenure, 0..1. */
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
    return {
      place,
      disappointing: of(-1),
      okay: of(0),
      delighting: of(1),
      overlap: overlapAt(cells, place),
    };
  });
}

/** Days after ratings of this kind by product line and tenure. */
function daysBy(cells: Cells, place: string, felt: number): ReadonlyMap<string, number> {
  const [placeAt, feltAt, lineAt] = ['place', 'felt', 'line'].map((name) => cells.by.indexOf(name));
  const days = new Map<string, number>();
  for (const [cell, tuple] of cells.tuples.entries()) {
    if (String(tuple[placeAt ?? -1]) !== place || Number(tuple[feltAt ?? -1]) !== felt) continue;
    for (const band of BANDS) {
      const key = JSON.stringify([tuple[lineAt ?? -1], band.tenure]);
      const own = cells.total[cell * cells.sums + cells.sumNames.indexOf(band.days)] ?? 0;
      days.set(key, (days.get(key) ?? 0) + own);
    }
  }
  return days;
}

function overlapAt(cells: Cells, place: string): number {
  const okay = daysBy(cells, place, 0);
  let [all, shared] = [0, 0];
  for (const [key, days] of daysBy(cells, place, -1)) {
    all += days;
    if ((okay.get(key) ?? 0) > 0) shared += days;
  }
  return all === 0 ? 0 : shared / all;
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
