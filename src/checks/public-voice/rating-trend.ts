import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type CellKey, type Cells, selectCells, sumOf } from '../cells.ts';

export interface RatingTrend {
  readonly rated: number;
  /** Months in which customers gave stars. */
  readonly months: number;
  /** Stars of five lost in a year, each source compared with itself only; positive when ratings fall. */
  readonly fall: Estimate;
  /** The same over everybody who speaks and all sources as one. */
  readonly plainFall: Estimate;
}

const UNKNOWN: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};

/**
 * Straight line through the stars by month, one height for each source: a stern source that takes over from a kind one is no fall.
 * Months are left out as a whole, since what is written in one month answers the same events.
 */
export function ratingTrend(ratings: Cells): RatingTrend {
  const [month, source, speaker] = ['months_ago', 'source', 'speaker'].map((name) => ratings.by.indexOf(name));
  const own = selectCells(ratings, (tuple) => tuple[speaker ?? -1] === 'customer');
  const monthOf = (tuple: readonly CellKey[]) => Number(tuple[month ?? -1]);
  return {
    rated: sumOf(own, 'mentions'),
    months: new Set(own.tuples.map(monthOf)).size,
    fall: fallOf(own, monthOf, (tuple) => String(tuple[source ?? -1])),
    plainFall: fallOf(ratings, monthOf, () => ''),
  };
}

type Read<T> = (tuple: readonly CellKey[]) => T;

function fallOf(cells: Cells, monthOf: Read<number>, sourceOf: Read<string>): Estimate {
  const [mentions, stars] = ['mentions', 'stars'].map((name) => cells.sumNames.indexOf(name));
  const places = cells.tuples.map((tuple) => ({ back: monthOf(tuple), source: sourceOf(tuple) }));
  const sources = [...new Set(places.map(({ source }) => source))];
  const at = places.map(({ source }) => sources.indexOf(source) * 5);
  const slope = (sums: Float64Array): number => {
    const moments = new Float64Array(sources.length * 5);
    for (const [key, { back }] of places.entries()) {
      const n = sums[key * cells.sums + (mentions ?? 0)] ?? 0;
      const given = sums[key * cells.sums + (stars ?? 0)] ?? 0;
      const i = at[key] ?? 0;
      for (const [k, more] of [n, n * back, n * back * back, given, given * back].entries())
        moments[i + k] = (moments[i + k] ?? 0) + more;
    }
    return pooledSlope(moments);
  };
  // Months count backwards, so a rise with them is a fall in time.
  const { estimates } = deleteAGroup({ ...cells, scale: 'identity', theta: (sums) => [12 * slope(sums)] });
  return estimates[0] ?? UNKNOWN;
}

/** Slope within groups of five moments each: n, sum of x, of x squared, of y, of xy. */
function pooledSlope(moments: Float64Array): number {
  let [across, along] = [0, 0];
  for (let i = 0; i < moments.length; i += 5) {
    const [n = 0, x = 0, xx = 0, y = 0, xy = 0] = moments.subarray(i, i + 5);
    if (n <= 0) continue;
    across += xx - (x * x) / n;
    along += xy - (x * y) / n;
  }
  return across > 0 ? along / across : Number.NaN;
}
