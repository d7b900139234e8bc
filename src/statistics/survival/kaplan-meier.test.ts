import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { conditionalRiskTable } from './conditional-risk-table.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { riskTable } from './risk-table.ts';
import { survivalShare } from './survival-share.ts';

test('without censoring it is the share still there', () => {
  const exit = [5, 3, 8, 3, 1, 9];
  const curve = kaplanMeier(riskTable({ entry: null, exit, event: [1, 1, 1, 1, 1, 1], weights: null }));
  expect(Array.from(curve.time)).toEqual([1, 3, 5, 8, 9]);
  for (const [i, left] of [5, 3, 2, 1, 0].entries()) expect(curve.survival[i]).toBeCloseTo(left / 6, 12);
  // Greenwood without censoring is the binomial standard error.
  expect(curve.standardError[1]).toBeCloseTo(Math.sqrt(0.25 / 6), 12);
});

test('weighted cells give what the rows they stand for give', () => {
  const cells = { entry: [0, 0, 2, 1], exit: [4, 4, 7, 9], event: [1, 0, 1, 0], weights: [3, 2, 4, 1] };
  const repeat = (column: readonly number[]) => column.flatMap((x, i) => Array(cells.weights[i] ?? 0).fill(x));
  const rows = {
    entry: repeat(cells.entry),
    exit: repeat(cells.exit),
    event: repeat(cells.event),
    weights: null,
  };
  expect(kaplanMeier(riskTable(cells))).toEqual(kaplanMeier(riskTable(rows)));
});

test('the order of rows changes nothing, and limits hold the curve within 0..1', () => {
  const row = fc.record({
    entry: fc.integer({ min: 0, max: 5 }),
    stay: fc.integer({ min: 1, max: 9 }),
    end: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (list) => {
      const table = (rows: typeof list) =>
        riskTable({
          entry: rows.map((r) => r.entry),
          exit: rows.map((r) => r.entry + r.stay),
          event: rows.map((r) => (r.end ? 1 : 0)),
          weights: null,
        });
      const curve = kaplanMeier(table(list));
      expect(kaplanMeier(table([...list].reverse()))).toEqual(curve);
      for (const [i, share] of curve.survival.entries()) {
        expect(curve.low[i]).toBeLessThanOrEqual(share + 1e-12);
        expect(curve.high[i]).toBeGreaterThanOrEqual(share - 1e-12);
        expect(curve.low[i]).toBeGreaterThanOrEqual(0);
        expect(curve.high[i]).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('nobody at risk between two spells is no end', () => {
  const gap = riskTable({ entry: [0, 5], exit: [2, 9], event: [0, 1], weights: null });
  expect(Array.from(kaplanMeier(gap).survival)).toEqual([1, 0]);
});

test('while nobody has ended the lower limit is the exact one for no end among those at risk', () => {
  const curve = kaplanMeier(riskTable({ entry: null, exit: [1, 2, 3, 4], event: [0, 0, 0, 1], weights: null }));
  expect(curve.low[0]).toBeCloseTo(0.025 ** (1 / 4), 12);
  expect(curve.low[2]).toBeCloseTo(0.025 ** (1 / 2), 12);
  expect(Array.from(curve.high.slice(0, 3))).toEqual([1, 1, 1]);
});

test('delayed entry recovers the curve that late arrivals would hide, given a stay beyond the first handful', () => {
  const random = createRandom(4);
  const rows = Array.from({ length: 20_000 }, () => ({ entry: 2 * random.uniform(), exit: 3 * random.exponential() }));
  const seen = rows.filter(({ entry, exit }) => entry < exit);
  const table = riskTable({
    entry: seen.map((r) => r.entry),
    exit: seen.map((r) => r.exit),
    event: seen.map(() => 1),
    weights: null,
  });
  expect(kaplanMeier(table).diagnostics.smallestAtRisk).toBeLessThan(100);
  const given = survivalShare(kaplanMeier(conditionalRiskTable(table, 0.5), { level: 0.999 }), 4);
  expect(given.low).toBeLessThan(Math.exp(-3.5 / 3));
  expect(given.high).toBeGreaterThan(Math.exp(-3.5 / 3));
  expect(given.high - given.low).toBeLessThan(0.05);
});

test.each([
  [{ entry: [2], exit: [2], event: [1], weights: null }, 'entry'],
  [{ entry: null, exit: [2, 3], event: [1], weights: null }, 'event'],
  [{ entry: null, exit: [2], event: [2], weights: null }, 'event'],
  [{ entry: null, exit: [Number.NaN], event: [1], weights: null }, 'exit'],
  [{ entry: null, exit: [], event: [], weights: null }, 'exit'],
  [{ entry: null, exit: [2], event: [1], weights: [-1] }, 'weights'],
])('refuses %o and names the column', (rows, name) => {
  expect(() => riskTable(rows)).toThrow(new RegExp(`^${name}`));
});

test('refuses a table in which more leave than were there', () => {
  expect(() => kaplanMeier({ time: [1, 2], atRisk: [5, 1], events: [1, 2] })).toThrow(/^events/);
  expect(() => kaplanMeier({ time: [2, 1], atRisk: [5, 1], events: [1, 1] })).toThrow(/^time/);
});
