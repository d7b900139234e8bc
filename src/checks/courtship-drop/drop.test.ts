import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '#statistics/random.ts';
import { type Cells, toCells } from '../cells.ts';
import { differenceOf, dropOf, ratioOf } from './drop.ts';

const spec = {
  by: [],
  sums: { before_years: '', before_courting: '', after_years: '', after_courting: '' },
} as const;
const GROUPS = 100;

function cellsOf(persons: readonly (readonly [number, number])[], random: Random): Cells {
  const rows = Array.from({ length: GROUPS }, () => ({ people: 0, before: 0, after: 0 }));
  for (const [before, after] of persons) {
    const row = rows[random.integer(GROUPS)];
    if (row === undefined) continue;
    row.people += 1;
    row.before += before;
    row.after += after;
  }
  const years = rows.map(({ people }) => people / 4);
  return toCells(spec, {
    keys: {},
    replicate: rows.map((_, i) => i),
    sums: {
      before_years: years,
      before_courting: rows.map(({ before }) => before),
      after_years: years,
      after_courting: rows.map(({ after }) => after),
    },
  });
}

test('the interval covers a drop of a half about 95 times in 100, though some people are contacted far more than others', () => {
  const random = createRandom(23);
  const companies = 400;
  let covered = 0;
  for (let i = 0; i < companies; i++) {
    const persons = Array.from({ length: 300 }, () => {
      const liking = random.gamma(1);
      return [random.poisson(1.5 * liking), random.poisson(0.75 * liking)] as const;
    });
    const { low, high } = dropOf(ratioOf(cellsOf(persons, random), 'after', 'courting'));
    if (low <= 0.5 && 0.5 <= high) covered += 1;
  }
  // Found: 0.948.
  expect(covered / companies).toBeGreaterThan(0.92);
  expect(covered / companies).toBeLessThan(0.98);
});

describe('edges', () => {
  test('nothing before has no ratio', () => {
    const { value, low, high } = ratioOf(cellsOf([[0, 3]], createRandom(1)), 'after', 'courting');
    expect([value, low, high]).toEqual([Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  test('nothing after keeps an upper limit', () => {
    const persons = Array.from({ length: 200 }, () => [1, 0] as const);
    const ratio = ratioOf(cellsOf(persons, createRandom(1)), 'after', 'courting');
    expect(ratio.value).toBe(0);
    expect(ratio.high).toBeGreaterThan(0);
    expect(ratio.high).toBeLessThan(0.03);
  });
});

test('a difference of equal intervals is wider than each by the root of two', () => {
  const side = { value: 3, low: 2, high: 4, level: 0.95 };
  const { value, low, high } = differenceOf(side, side);
  expect([value, low, high]).toEqual([0, -Math.SQRT2, Math.SQRT2]);
});
