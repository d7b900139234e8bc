import type { Cells } from '../cells.ts';
import { BANDS } from './episode-query.ts';
import type { RateRows } from './rate-factors.ts';

/** Touchpoint with the rating first, then what is held equal. */
const HELD = ['line', 'elsewhere', 'half'] as const;

export interface EpisodeRows extends RateRows {
  /** Level of the first factor: a touchpoint and how it was rated (-1, 0, 1); -1 where nobody did. */
  readonly levelOf: (place: string, felt: number) => number;
  readonly events: (sums: Float64Array) => Float64Array;
  readonly time: (sums: Float64Array) => Float64Array;
}

/** Time after ratings, of all or from the fourth month on, row by row as a model of rates wants it. */
export function episodeRows(cells: Cells, since: 'any' | 'late'): EpisodeRows {
  const at = (name: string) => cells.by.indexOf(name);
  const codes = [new Map<string, number>(), ...HELD.map(() => new Map<string, number>())];
  const code = (known: Map<string, number> | undefined, name: string) => {
    const found = known?.get(name) ?? known?.size ?? 0;
    known?.set(name, found);
    return found;
  };
  const rated = (place: string, felt: number) => JSON.stringify([place, felt]);
  const kept = BANDS.flatMap((band) =>
    since === 'any' || band.since === since
      ? [{ ...band, daysAt: cells.sumNames.indexOf(band.days), leavesAt: cells.sumNames.indexOf(band.leaves) }]
      : [],
  );
  const rows = cells.tuples.flatMap((tuple, cell) => {
    const first = code(codes[0], rated(String(tuple[at('place')]), Number(tuple[at('felt')])));
    const held = HELD.map((name, i) => code(codes[i + 1], String(tuple[at(name)])));
    return kept.flatMap(({ tenure, since: when, daysAt, leavesAt }) => {
      const [days, leaves] = [cell * cells.sums + daysAt, cell * cells.sums + leavesAt];
      return (cells.total[days] ?? 0) > 0
        ? [{ levels: [first, ...held, tenure, Number(when === 'late')], days, leaves }]
        : [];
    });
  });
  const column = (factor: number) => Int32Array.from(rows, ({ levels }) => levels[factor] ?? 0);
  return {
    levels: Array.from({ length: codes.length + 2 }, (_, factor) => column(factor)),
    sizes: [...codes.map(({ size }) => size), BANDS.length / 2, 2],
    levelOf: (place, felt) => codes[0]?.get(rated(place, felt)) ?? -1,
    events: (sums) => Float64Array.from(rows, ({ leaves }) => sums[leaves] ?? 0),
    time: (sums) => Float64Array.from(rows, ({ days }) => sums[days] ?? 0),
  };
}
