import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { pompScores } from './pomp-scores.ts';

describe("Cronbach's alpha", () => {
  const random = createRandom(61);
  const trait = Array.from({ length: 4000 }, () => random.normal());
  const items = Array.from({ length: 5 }, () => trait.map((own) => own + random.normal()));

  test('recovers the reliability that Spearman and Brown give five parallel items', () => {
    // Items correlate by 1/2, so alpha is 5/2 / (1 + 4/2).
    const { alpha } = cronbachAlpha({ items, counts: null }, { level: 0.999 });
    expect(alpha.low).toBeLessThan(5 / 6);
    expect(alpha.high).toBeGreaterThan(5 / 6);
  });

  test('its standard error agrees with the delete-one jackknife, also for skewed answers', () => {
    const few = items.map((answers) => answers.slice(0, 200).map((own) => Math.round(2 * Math.exp(own / 2))));
    const { standardError } = cronbachAlpha({ items: few, counts: null });
    const rows = 200;
    const without = Array.from({ length: rows }, (_, left) => {
      const counts = Array.from({ length: rows }, (_one, row) => (row === left ? 0 : 1));
      return cronbachAlpha({ items: few, counts }).alpha.value;
    });
    const mean = without.reduce((sum, value) => sum + value, 0) / rows;
    const variance = ((rows - 1) / rows) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(Math.abs(standardError / Math.sqrt(variance) - 1)).toBeLessThan(0.1);
  });

  test('is 1 for copies, 0 or less for strangers, and takes counts for rows', () => {
    const answers = [1, 2, 3, 4, 5, 6];
    expect(cronbachAlpha({ items: [answers, answers], counts: null }).alpha.value).toBeCloseTo(1, 12);
    expect(
      cronbachAlpha({
        items: [
          [1, 1, 2, 2],
          [1, 2, 1, 2],
        ],
        counts: null,
      }).alpha.value,
    ).toBeCloseTo(0, 12);
    const cells = cronbachAlpha({
      items: [
        [1, 2, 4],
        [2, 2, 5],
      ],
      counts: [2, 1, 3],
    });
    const rows = cronbachAlpha({
      items: [
        [1, 1, 2, 4, 4, 4],
        [2, 2, 2, 5, 5, 5],
      ],
      counts: null,
    });
    expect(cells.alpha.value).toBeCloseTo(rows.alpha.value, 12);
    expect(cells.standardError).toBeCloseTo(rows.standardError, 12);
  });

  test('refuses one item, a constant total and gaps', () => {
    expect(() => cronbachAlpha({ items: [[1, 2, 3]], counts: null })).toThrow(/items/);
    expect(() =>
      cronbachAlpha({
        items: [
          [1, 1, 1],
          [2, 2, 2],
        ],
        counts: null,
      }),
    ).toThrow(/items/);
    expect(() =>
      cronbachAlpha({
        items: [
          [1, 2, Number.NaN],
          [2, 2, 2],
        ],
        counts: null,
      }),
    ).toThrow(/items/);
  });
});

describe('POMP scores', () => {
  test('put every scale on 0 to 100', () => {
    expect([
      ...pompScores({
        items: [
          [1, 3, 5],
          [1, 4, 5],
        ],
        lowest: 1,
        highest: 5,
      }),
    ]).toEqual([0, 62.5, 100]);
  });

  test('a missing answer stays missing, an impossible one is refused', () => {
    expect(pompScores({ items: [[1], [Number.NaN]], lowest: 1, highest: 5 })[0]).toBeNaN();
    expect(() => pompScores({ items: [[-99]], lowest: 1, highest: 5 })).toThrow(/items\[0\]\[0\]/);
  });
});
