import { expect, test } from 'vitest';
import { createRandom, type Random } from '#statistics/random.ts';
import { type Cells, toCells } from '../cells.ts';
import { chooseCut } from './cut-search.ts';

const NAMES = ['before_count', 'before_covered', 'after_count', 'after_covered'] as const;
/** Those that some fifty customers and more pass. */
const CUTS = Array.from({ length: 17 }, (_, i) => 24 + 3 * i);
const GROUPS = 100;

/** Customers who are seen for three years and more and called in the fourth month of a contract year, or not. */
function company(random: Random, chance: (month: number) => number, customers: number): Cells {
  const rows = new Map<string, { cut: number; replicate: number; sums: number[] }>();
  for (let i = 0; i < customers; i++) {
    const replicate = random.integer(GROUPS);
    const regard = 0.5 * (random.uniform() - 0.5);
    const first = random.integer(60);
    const called = new Set<number>();
    for (let month = 4; month < 120; month += 12) if (random.uniform() < chance(month) + regard) called.add(month);
    const within = (from: number) => [...called].some((month) => month >= from && month < from + 12);
    for (const cut of CUTS.filter((month) => month - 12 >= first && month + 12 <= first + 36 + (i % 24))) {
      const row = rows.get(`${cut}|${replicate}`) ?? { cut, replicate, sums: [0, 0, 0, 0] };
      rows.set(`${cut}|${replicate}`, row);
      const own = [1, Number(within(cut - 12)), 1, Number(within(cut))];
      row.sums = row.sums.map((sum, at) => sum + (own[at] ?? 0));
    }
  }
  const all = [...rows.values()];
  return toCells(
    { by: ['cut'], sums: Object.fromEntries(NAMES.map((name) => [name, ''])) },
    {
      keys: { cut: all.map(({ cut }) => cut) },
      replicate: all.map(({ replicate }) => replicate),
      sums: Object.fromEntries(NAMES.map((name, at) => [name, all.map(({ sums }) => sums[at] ?? 0)])),
    },
  );
}

test.each([
  [600, 0.42],
  [1500, 0.25],
])(
  'of %i customers a call a year cannot tell month 36 from those between two calls; the interval holds it',
  (customers, drop) => {
    const random = createRandom(customers);
    const companies = 80;
    let held = 0;
    let width = 0;
    for (let i = 0; i < companies; i++) {
      const found = chooseCut(
        company(random, (month) => 0.5 + (month < 36 ? drop : -drop) / 2, customers),
        CUTS,
      );
      if (found.from <= 36 && found.to >= 36) held += 1;
      width += found.to - found.from;
    }
    expect(held / companies).toBeGreaterThan(0.95);
    expect(width / companies).toBeLessThan(24);
  },
);

test('where nothing changes every month may be the one', () => {
  const found = chooseCut(
    company(createRandom(3), () => 0.5, 600),
    CUTS,
  );
  expect(found).toMatchObject({ from: 24, to: 72 });
});
