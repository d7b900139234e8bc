import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { concentrationIndex } from './concentration-index.ts';
import { gini } from './gini.ts';
import { lorenzCurve } from './lorenz-curve.ts';
import { topShare } from './top-share.ts';

const random = createRandom(21);
const rows = 300;
const value = Array.from({ length: rows }, () => Math.round(Math.exp(random.normal()) * 20) / 10);
const outcome = value.map((own) => 3 + own * random.uniform() + random.exponential());

const relative = { kind: 'relative' } as const;

describe('concentration index', () => {
  test('counted cells give what their rows give', () => {
    const cells = concentrationIndex({ outcome: [1, 4, 2], rankBy: [1, 2, 2], counts: [3, 1, 2] }, relative);
    const spread = concentrationIndex(
      { outcome: [2, 1, 1, 4, 1, 2], rankBy: [2, 1, 1, 2, 1, 2], counts: null },
      relative,
    );
    expect(cells.index.value).toBeCloseTo(spread.index.value, 14);
    expect(cells.standardError).toBeCloseTo(spread.standardError, 14);
    expect(cells).toMatchObject({ customers: 6, distinctRanks: 2 });
  });

  test('copying every customer keeps the index and shrinks the error by the root', () => {
    const once = concentrationIndex({ outcome, rankBy: value, counts: null }, relative);
    const fourfold = concentrationIndex({ outcome, rankBy: value, counts: value.map(() => 4) }, relative);
    expect(fourfold.index.value).toBeCloseTo(once.index.value, 12);
    expect(fourfold.standardError).toBeCloseTo(once.standardError / 2, 12);
  });

  test('the standard error agrees with the delete-one jackknife', () => {
    for (const kind of [relative, { kind: 'absolute' }, { kind: 'erreygers', lowest: 0, highest: 40 }] as const) {
      const full = concentrationIndex({ outcome, rankBy: value, counts: null }, kind);
      const without = outcome.map((_, left) => {
        const counts = outcome.map((_one, row) => (row === left ? 0 : 1));
        return concentrationIndex({ outcome, rankBy: value, counts }, kind).index.value;
      });
      const mean = without.reduce((sum, one) => sum + one, 0) / rows;
      const variance = ((rows - 1) / rows) * without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
      expect(Math.abs(full.standardError / Math.sqrt(variance) - 1)).toBeLessThan(0.02);
    }
  });

  test('the three kinds are scalings of one another', () => {
    const [c, a, e] = [
      concentrationIndex({ outcome, rankBy: value, counts: null }, relative),
      concentrationIndex({ outcome, rankBy: value, counts: null }, { kind: 'absolute' }),
      concentrationIndex({ outcome, rankBy: value, counts: null }, { kind: 'erreygers', lowest: 0, highest: 50 }),
    ];
    expect(a.index.value).toBeCloseTo(c.index.value * c.mean, 12);
    expect(e.index.value).toBeCloseTo((4 * a.index.value) / 50, 12);
  });

  test('Erreygers: having and lacking mirror each other, which the relative index misses', () => {
    const share = value.map((own, i) => (own + (i % 3) > 3 ? 1 : 0));
    const lack = share.map((one) => 1 - one);
    const bounds = { kind: 'erreygers', lowest: 0, highest: 1 } as const;
    const [having, lacking] = [share, lack].map((y) =>
      concentrationIndex({ outcome: y, rankBy: value, counts: null }, bounds),
    );
    expect(lacking?.index.value).toBeCloseTo(-(having?.index.value ?? 0), 12);
    expect(lacking?.standardError).toBeCloseTo(having?.standardError ?? 0, 12);
    const [c, d] = [share, lack].map(
      (y) => concentrationIndex({ outcome: y, rankBy: value, counts: null }, relative).index.value,
    );
    expect(Math.abs((c ?? 0) + (d ?? 0))).toBeGreaterThan(0.01);
  });

  test('a shuffled file changes nothing, a reversed rank only the sign', () => {
    const order = outcome.map((_, row) => (row * 7) % rows);
    const shuffled = concentrationIndex(
      { outcome: order.map((row) => outcome[row] ?? 0), rankBy: order.map((row) => value[row] ?? 0), counts: null },
      relative,
    );
    const full = concentrationIndex({ outcome, rankBy: value, counts: null }, relative);
    expect(shuffled.index.value).toBeCloseTo(full.index.value, 12);
    const reversed = concentrationIndex({ outcome, rankBy: value.map((own) => -own), counts: null }, relative);
    expect(reversed.index.value).toBeCloseTo(-full.index.value, 12);
  });

  test('refuses what has no answer, by name', () => {
    expect(() => concentrationIndex({ outcome: [1, -2], rankBy: [1, 2], counts: null }, relative)).toThrow(/outcome/);
    expect(() => concentrationIndex({ outcome: [0, 0], rankBy: [1, 2], counts: null }, relative)).toThrow(/outcome/);
    expect(() => concentrationIndex({ outcome: [1, 2], rankBy: [1, Number.NaN], counts: null }, relative)).toThrow(
      /rankBy/,
    );
    expect(() => concentrationIndex({ outcome: [1, 2], rankBy: [1], counts: null }, relative)).toThrow(/rankBy/);
    expect(() => concentrationIndex({ outcome: [1], rankBy: [1], counts: null }, relative)).toThrow(/counts/);
    const narrow = { kind: 'erreygers', lowest: 0, highest: 1 } as const;
    expect(() => concentrationIndex({ outcome: [0, 2], rankBy: [1, 2], counts: null }, narrow)).toThrow(/outcome/);
  });
});

describe('Gini, Lorenz curve and top share', () => {
  test('Gini is half the relative mean absolute difference', () => {
    let difference = 0;
    for (const one of value) for (const other of value) difference += Math.abs(one - other);
    const mean = value.reduce((sum, one) => sum + one, 0) / rows;
    expect(gini({ values: value, counts: null }).gini.value).toBeCloseTo(difference / (2 * rows * rows * mean), 12);
  });

  test('Gini is twice the area between curve and diagonal', () => {
    const { customerShare, valueShare } = lorenzCurve({ values: value, counts: null });
    let area = 0;
    for (let i = 1; i < customerShare.length; i++) {
      const width = (customerShare[i] ?? 0) - (customerShare[i - 1] ?? 0);
      area += (width * ((valueShare[i] ?? 0) + (valueShare[i - 1] ?? 0))) / 2;
    }
    expect(1 - 2 * area).toBeCloseTo(gini({ values: value, counts: null }).gini.value, 12);
    expect(valueShare.at(-1)).toBeCloseTo(1, 12);
  });

  test('is 0 for equals and 1 - 1/n when one holds all', () => {
    const equal = gini({ values: [5], counts: [40] });
    expect(equal.gini.value).toBeCloseTo(0, 14);
    expect(equal.standardError).toBeCloseTo(0, 7);
    expect(gini({ values: [0, 9], counts: [99, 1] }).gini.value).toBeCloseTo(0.99, 12);
  });

  test('the top share counts the customer on the boundary in part', () => {
    // Of 1, 2, 3, 4 the top 37.5 % are the 4 and half of the 3.
    expect(topShare({ values: [1, 2, 3, 4], counts: null }, { topShare: 0.375 }).share.value).toBeCloseTo(5.5 / 10, 12);
    expect(topShare({ values: [1, 2, 3, 4], counts: null }, { topShare: 0.25 })).toMatchObject({
      threshold: 4,
      customers: 4,
    });
  });

  test('the top share is what the Lorenz curve leaves', () => {
    const { customerShare, valueShare } = lorenzCurve({ values: [1, 2, 3, 4, 5], counts: [2, 2, 2, 2, 2] });
    const at = customerShare.indexOf(0.8);
    const { share } = topShare({ values: [1, 2, 3, 4, 5], counts: [2, 2, 2, 2, 2] }, { topShare: 0.2 });
    expect(share.value).toBeCloseTo(1 - (valueShare[at] ?? 0), 12);
  });

  test('recovers what the exponential distribution is known to give: Gini 1/2, top 20 % hold 0.2 (1 - ln 0.2)', () => {
    const draws = createRandom(22);
    const values = Array.from({ length: 50_000 }, () => draws.exponential());
    const top = topShare({ values, counts: null }, { topShare: 0.2, level: 0.999 }).share;
    const truth = 0.2 * (1 - Math.log(0.2));
    expect(top.low).toBeLessThan(truth);
    expect(top.high).toBeGreaterThan(truth);
    const half = gini({ values, counts: null }, { level: 0.999 });
    expect(half.gini.low).toBeLessThan(0.5);
    expect(half.gini.high).toBeGreaterThan(0.5);
    // Asymptotic standard error of the exponential's Gini: 1 / sqrt(12 n).
    expect(Math.abs(half.standardError * Math.sqrt(12 * 50_000) - 1)).toBeLessThan(0.01);
  });

  test('refuses negative values and impossible shares', () => {
    expect(() => gini({ values: [1, -1], counts: null })).toThrow(RangeError);
    expect(() => lorenzCurve({ values: [1, -1], counts: null })).toThrow(/values/);
    expect(() => topShare({ values: [1, 2], counts: null }, { topShare: 1 })).toThrow(/topShare/);
  });
});
