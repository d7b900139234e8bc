import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '#statistics/random.ts';
import { type Cells, toCells } from '../cells.ts';
import { judgeGap } from '../judge-gap.ts';
import { findCut, placebosPass } from './cut.ts';
import { COVERAGE_DEFAULTS } from './settings.ts';

const spec = {
  by: ['half', 'cut'],
  sums: { before_count: '', before_covered: '', after_count: '', after_covered: '' },
} as const;
const GROUPS = 100;
const CUTS = [12, 24, 36, 48, 60, 72];

/** Customers who pass three contract months each; whoever is well regarded is covered more often, before and after. */
function company(random: Random, chance: (cut: number, later: boolean) => number, customers = 900): Cells {
  const rows = new Map<
    string,
    { half: number; cut: number; replicate: number; sums: [number, number, number, number] }
  >();
  for (let i = 0; i < customers; i++) {
    const half = random.integer(2);
    const replicate = random.integer(GROUPS);
    const regard = 0.4 * (random.uniform() - 0.5);
    const first = random.integer(CUTS.length - 2);
    for (const cut of CUTS.slice(first, first + 3)) {
      const key = `${half}|${cut}|${replicate}`;
      const row = rows.get(key) ?? { half, cut, replicate, sums: [0, 0, 0, 0] };
      rows.set(key, row);
      const covered = (later: boolean) => (random.uniform() < chance(cut, later) + regard ? 1 : 0);
      row.sums = [row.sums[0] + 1, row.sums[1] + covered(false), row.sums[2] + 1, row.sums[3] + covered(true)];
    }
  }
  const all = [...rows.values()];
  const sum = (at: 0 | 1 | 2 | 3) => all.map(({ sums }) => sums[at]);
  return toCells(spec, {
    keys: { half: all.map(({ half }) => half), cut: all.map(({ cut }) => cut) },
    replicate: all.map(({ replicate }) => replicate),
    sums: { before_count: sum(0), before_covered: sum(1), after_count: sum(2), after_covered: sum(3) },
  });
}
const minimum = COVERAGE_DEFAULTS.minimumGroup;
const relevant = COVERAGE_DEFAULTS.relevantDrop;

describe('over three hundred companies each', () => {
  const companies = 300;

  test('where nothing changes hardly one is accused, though the largest of six changes is looked for', () => {
    const random = createRandom(28);
    let accused = 0;
    let covered = 0;
    for (let i = 0; i < companies; i++) {
      const found = findCut(
        company(random, () => 0.5),
        minimum,
      );
      if (found === null) continue;
      if (judgeGap(found.drop, relevant) === 'finding') accused += 1;
      if (found.drop.low <= 0 && 0 <= found.drop.high) covered += 1;
    }
    // Found: 0.020 and 0.927.
    expect(accused / companies).toBeLessThan(0.05);
    expect(covered / companies).toBeGreaterThan(0.91);
  });

  test('where coverage falls by 0.4 at month 36 the month is found, and the interval covers the drop', () => {
    const random = createRandom(36);
    let right = 0;
    let covered = 0;
    let quiet = 0;
    for (let i = 0; i < companies; i++) {
      const found = findCut(
        company(random, (cut, later) => (cut > 36 || (cut === 36 && later) ? 0.3 : 0.7)),
        minimum,
      );
      if (found?.cut === 36) right += 1;
      if (found !== null && found.drop.low <= 0.4 && 0.4 <= found.drop.high) covered += 1;
      if (found !== null && placebosPass(found.placebos, relevant)) quiet += 1;
    }
    // Found: 1, 0.940 and 0.940.
    expect(right / companies).toBeGreaterThan(0.98);
    expect(covered / companies).toBeGreaterThan(0.91);
    expect(quiet / companies).toBeGreaterThan(0.9);
  });
});

test('too few customers on both sides give no cut', () => {
  expect(
    findCut(
      company(createRandom(1), () => 0.5, 60),
      minimum,
    ),
  ).toBeNull();
});

test('a placebo that shows a change fails the cut, and no placebo proves nothing', () => {
  const drop = { value: 0.3, low: 0.2, high: 0.4, level: 0.95 };
  expect(placebosPass([{ cut: 12, before: 0.8, after: 0.5, drop }], relevant)).toBe(false);
  expect(placebosPass([], relevant)).toBe(false);
});
