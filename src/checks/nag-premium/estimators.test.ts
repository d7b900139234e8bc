import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../statistics/random.ts';
import { type CellColumns, type CellSpec, toCells } from '../cells.ts';
import { askingAgain } from './asking-again.ts';
import { premiumOf } from './premium.ts';
import { comparedCells, repeatCells } from './query.ts';
import { nagPremiumDefaults } from './settings.ts';

type Row = Readonly<Record<string, number | string>>;

/** What the engine would return for these rows; a sum's column is the row's own of that name. */
function summed(spec: CellSpec, rows: readonly Row[]) {
  const groups = new Map<string, { keys: (number | string)[]; replicate: number; sums: Record<string, number> }>();
  for (const row of rows) {
    const keys = spec.by.map((name) => row[name] ?? '');
    const replicate = Number(row['replicate']);
    const key = JSON.stringify([...keys, replicate]);
    const group = groups.get(key) ?? { keys, replicate, sums: {} };
    for (const name of Object.keys(spec.sums)) group.sums[name] = (group.sums[name] ?? 0) + Number(row[name] ?? 0);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const columns: CellColumns = {
    keys: Object.fromEntries(spec.by.map((name, k) => [name, all.map(({ keys }) => keys[k] ?? null)])),
    replicate: all.map(({ replicate }) => replicate),
    sums: Object.fromEntries(Object.keys(spec.sums).map((name) => [name, all.map(({ sums }) => sums[name] ?? 0)])),
  };
  return toCells(spec, columns);
}

const TRUE_PREMIUM = 30;

/** Asks among customers of larger gap and price; what is given grows with both, and by the premium for an ask. */
function company(random: Random, asks: number, silent: number): readonly Row[] {
  const one = (role: string): Row => {
    const tilt = role === 'ask' ? 0.5 : 0;
    const gap = Math.min(0.39, random.uniform() * (0.3 + tilt * 0.2));
    const price = 0.5 + random.uniform() + tilt * gap;
    const chance = role === 'ask' ? 0.6 : 0.2;
    const conceded = random.uniform() < chance ? 1 : 0;
    const mean = 10 + 80 * gap + 20 * price;
    const value = role === 'ask' ? (conceded * (TRUE_PREMIUM + mean)) / 0.6 : (conceded * mean) / 0.2;
    const band = gap < 0.1 ? '5-10' : '10-20';
    return {
      role,
      quarter: 8100 + random.integer(4),
      product: 'P',
      gap_band: band,
      replicate: random.integer(100),
      count: 1,
      value,
      conceded,
      beforeCount: 1,
      price,
      gap,
      price_x_price: price * price,
      price_x_gap: price * gap,
      gap_x_gap: gap * gap,
      price_x_value: price * value,
      gap_x_value: gap * value,
    };
  };
  return [...Array.from({ length: asks }, () => one('ask')), ...Array.from({ length: silent }, () => one('silent'))];
}

describe('premium of asking', () => {
  test('95 % interval covers a true premium about 95 % of the time; the plain difference does so far less', () => {
    const random = createRandom(6);
    const rounds = 120;
    let [covered, naive] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const found = premiumOf(summed(comparedCells, company(random, 300, 1_500)));
      if (found.premium.low <= TRUE_PREMIUM && found.premium.high >= TRUE_PREMIUM) covered += 1;
      if (found.naive.low <= TRUE_PREMIUM && found.naive.high >= TRUE_PREMIUM) naive += 1;
    }
    expect(covered / rounds).toBeGreaterThan(0.89);
    expect(covered / rounds).toBeLessThanOrEqual(1);
    expect(naive / rounds).toBeLessThan(0.8);
  });
});

describe('asking again', () => {
  const ROUNDS = 40_000;
  const flag = (random: Random, chance: number) => (random.uniform() < chance ? 1 : 0);
  /** Insistent customers are granted more and ask again more; a grant itself multiplies the rate by the given ratio. */
  const oneAsk = (random: Random, ratio: number): Row => {
    const insistent = flag(random, 0.5);
    const leniency = 0.2 + 0.15 * random.integer(4);
    const granted = flag(random, leniency + 0.2 * insistent);
    const wait = random.exponential() / (0.15 * (1 + insistent) * ratio ** granted);
    return {
      ask_number: 1,
      granted,
      leniency,
      again_in_year: Number(wait <= 1),
      replicate: 0,
      count: 1,
      again: Number(wait <= 2),
      years: Math.min(wait, 2),
    };
  };
  const followed = (ratio: number): readonly Row[] => {
    const random = createRandom(7);
    return Array.from({ length: ROUNDS }, () => oneAsk(random, ratio));
  };

  test('the plain ratio takes insistence for learning; the teams do not', () => {
    const found = askingAgain(summed(repeatCells, followed(1)), nagPremiumDefaults);
    expect(found.ratio?.low).toBeGreaterThan(1);
    expect(found.byTeam?.low).toBeLessThan(0);
    expect(found.byTeam?.high).toBeGreaterThan(0);
  });

  test('a grant that invites the next ask is found by the teams', () => {
    const found = askingAgain(summed(repeatCells, followed(1.6)), nagPremiumDefaults);
    // Mean over both kinds of customer of the yearly shares with and without a grant.
    const share = (rate: number) => 1 - Math.exp(-rate);
    const truth = (share(0.24) + share(0.48) - share(0.15) - share(0.3)) / 2;
    expect(found.byTeam?.low).toBeLessThan(truth);
    expect(found.byTeam?.high).toBeGreaterThan(truth);
    expect(found.byTeam?.low).toBeGreaterThan(0);
  });

  test('too few asks say nothing', () => {
    const found = askingAgain(summed(repeatCells, followed(1.6).slice(0, 60)), nagPremiumDefaults);
    expect(found).toMatchObject({ ratio: null, byTeam: null, teamF: null });
  });
});
