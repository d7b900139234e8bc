import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concordance } from './concordance.ts';

const row = fc.record({
  entry: fc.integer({ min: 0, max: 6 }),
  stay: fc.integer({ min: 1, max: 6 }),
  event: fc.integer({ min: 0, max: 1 }),
  score: fc.integer({ min: 0, max: 5 }),
  weight: fc.integer({ min: 1, max: 3 }),
  stratum: fc.integer({ min: 0, max: 1 }),
});

test('equals the count over all pairs', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      let pairs = 0;
      let agreeing = 0;
      for (const a of rows) {
        for (const b of rows) {
          const end = a.entry + a.stay;
          const other = b.entry + b.stay;
          const stayed = b.entry < end && (other > end || (other === end && b.event === 0));
          if (a.event === 0 || a.stratum !== b.stratum || !stayed) continue;
          pairs += a.weight * b.weight;
          agreeing += a.weight * b.weight * (Math.sign(a.score - b.score) + 1) * 0.5;
        }
      }
      const found = concordance({
        entry: rows.map((r) => r.entry),
        exit: rows.map((r) => r.entry + r.stay),
        event: rows.map((r) => r.event),
        weights: rows.map((r) => r.weight),
        score: rows.map((r) => r.score),
        stratum: rows.map((r) => r.stratum),
      });
      expect(found.pairs).toBeCloseTo(pairs, 9);
      if (pairs > 0) expect(found.concordance.value).toBeCloseTo(agreeing / pairs, 9);
    }),
  );
});

const exit = [1, 2, 3, 4, 5, 6];
const rows = { entry: null, exit, event: exit.map(() => 1), weights: null, stratum: null };

test('a perfect score has 1, its opposite 0, a constant one half', () => {
  const value = (score: readonly number[]) => concordance({ ...rows, score }).concordance.value;
  expect(value(exit.map((t) => -t))).toBe(1);
  expect(value(exit)).toBe(0);
  expect(value(exit.map(() => 7))).toBe(0.5);
});

test('nobody comparable says nothing', () => {
  const none = concordance({ ...rows, event: exit.map(() => 0), score: exit });
  expect(none.concordance).toMatchObject({ value: Number.NaN, low: 0, high: 1 });
});
