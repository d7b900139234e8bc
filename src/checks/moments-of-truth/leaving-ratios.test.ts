import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '#statistics/random.ts';
import { type CellKey, toCells } from '../cells.ts';
import { BANDS, episodeCells } from './episode-query.ts';
import { leavingRatios } from './leaving-ratios.ts';

const PLACES = ['a', 'b', 'c'];
const DAYS = 365;
const SOON = 91;

interface Rated {
  readonly place: string;
  readonly felt: number;
}

/** Everybody rates some of three touchpoints on one day; `worse` multiplies disappointments and departures alike. */
function person(random: Random, ratio: number, worse: number) {
  const rated = PLACES.flatMap((place): Rated[] => {
    if (random.uniform() > 0.75) return [];
    const u = random.uniform();
    const good = u > 0.8 ? 1 : 0;
    return [{ place, felt: u < 0.2 * worse ? -1 : good }];
  });
  const hurts = rated.some(({ place, felt }) => place === 'a' && felt === -1);
  const rate = 0.14 * worse * (hurts ? ratio : 1);
  return { rated, stayed: Math.ceil((random.exponential() / rate) * DAYS), tenure: random.integer(4) };
}

const elsewhereOf = (rated: readonly Rated[], place: string) => {
  const others = rated.filter((other) => other.place !== place);
  const low = others.some(({ felt }) => felt === -1) ? 2 : 1;
  return others.length === 0 ? 0 : low;
};

function bandsOf(stayed: number, tenure: number): Readonly<Record<string, number>> {
  const [soon, all] = [Math.min(stayed, SOON), Math.min(stayed, DAYS)];
  const own = BANDS.filter((band) => band.tenure === tenure).flatMap(({ since, days, leaves }) => {
    const isOwn = stayed <= SOON === (since === 'soon') && stayed < DAYS;
    return [[days, since === 'soon' ? soon : all - soon] as const, [leaves, Number(isOwn)] as const];
  });
  return { ratings: 1, ...Object.fromEntries(own) };
}

/** The cells that the query would return; of two lines one may be worse. */
function invented(random: Random, size: number, ratio: number, confounded: number) {
  const spec = episodeCells.episodes;
  const rows = Array.from({ length: size }, (_, number) => {
    const line = random.uniform() < 0.5 ? 'A' : 'B';
    const { rated, stayed, tenure } = person(random, ratio, line === 'B' ? confounded : 1);
    return rated.map(({ place, felt }) => ({
      key: { place, felt, line, elsewhere: elsewhereOf(rated, place), half: number % 3 },
      sums: bandsOf(stayed, tenure),
      replicate: number % spec.replicates,
    }));
  }).flat();
  const column = <T>(names: readonly string[], value: (row: (typeof rows)[number], name: string) => T) =>
    Object.fromEntries(names.map((name) => [name, rows.map((row) => value(row, name))]));
  return toCells(spec, {
    keys: column<CellKey>(spec.by, ({ key }, name) => new Map<string, CellKey>(Object.entries(key)).get(name) ?? null),
    sums: column(Object.keys(spec.sums), ({ sums }, name) => sums[name] ?? 0),
    replicate: rows.map(({ replicate }) => replicate),
  });
}

const tested = PLACES.map((place) => ({ place, disappointing: true, delighting: true }));
const ratioAt = (random: Random, size: number, ratio: number, confounded = 1) => {
  const { effects } = leavingRatios(invented(random, size, ratio, confounded), tested, false);
  return effects.map(({ penalty }) => penalty?.estimate ?? null);
};

describe('log ratio of leaving after a disappointment', () => {
  test.each([
    [600, 1, 120],
    [600, 3, 120],
    [3000, 2, 60],
  ])('%i people, ratio %d: intervals hold about as often as they say', (size, ratio, runs) => {
    const random = createRandom(size + ratio);
    let [held, known, total] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const own = ratioAt(random, size, ratio)[0];
      if (own === null || own === undefined) continue;
      known += 1;
      total += -own.value;
      if (-own.high <= Math.log(ratio) && -own.low >= Math.log(ratio)) held += 1;
    }
    expect(known).toBeGreaterThan(0.95 * runs);
    expect(held / known).toBeGreaterThan(0.91);
    expect(Math.abs(total / known - Math.log(ratio))).toBeLessThan(0.1);
  });

  test('a line that is rated low and left more moves none of them', () => {
    const random = createRandom(15);
    const draws = Array.from({ length: 30 }, () => ratioAt(random, 3000, 1, 3));
    for (const at of [0, 1, 2]) {
      const mean = draws.reduce((sum, own) => sum - (own[at]?.value ?? Number.NaN), 0) / draws.length;
      expect(Math.abs(mean)).toBeLessThan(0.05);
    }
  });

  test('a touchpoint that nobody was disappointed by has none', () => {
    const cells = invented(createRandom(16), 500, 1, 1);
    const { effects, late } = leavingRatios(
      cells,
      [{ place: 'nowhere', disappointing: true, delighting: true }],
      false,
    );
    expect([effects[0]?.penalty, effects[0]?.reward, late[0]]).toEqual([null, null, null]);
  });
});
