import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { pearsonCorrelation } from './pearson-correlation.ts';
import { spearmanCorrelation } from './spearman-correlation.ts';

const random = createRandom(51);
const left = Array.from({ length: 500 }, () => random.normal());
const right = left.map((own) => 0.6 * own + 0.8 * random.normal());

describe('correlations', () => {
  test('hold a planted correlation of 0.6 within the interval', () => {
    const { correlation } = pearsonCorrelation({ left, right, counts: null }, { level: 0.999 });
    expect(correlation.low).toBeLessThan(0.6);
    expect(correlation.high).toBeGreaterThan(0.6);
    // Spearman's of a normal pair: 6 / pi asin(r / 2).
    const planted = (6 / Math.PI) * Math.asin(0.3);
    const ranked = spearmanCorrelation({ left, right, counts: null }, { level: 0.999 }).correlation;
    expect(ranked.low).toBeLessThan(planted);
    expect(ranked.high).toBeGreaterThan(planted);
  });

  test.each([
    ['Pearson', pearsonCorrelation],
    ['Spearman', spearmanCorrelation],
  ])('%s: counted cells give what their rows give', (_, correlate) => {
    const cells = correlate({ left: [1, 2, 2, 4], right: [3, 1, 5, 6], counts: [2, 3, 1, 2] });
    const rows = correlate({ left: [4, 1, 1, 2, 2, 2, 2, 4], right: [6, 3, 3, 1, 1, 1, 5, 6], counts: null });
    expect(cells.correlation.value).toBeCloseTo(rows.correlation.value, 12);
    expect(cells.correlation.low).toBeCloseTo(rows.correlation.low, 12);
    expect(cells.customers).toBe(8);
  });

  test('Spearman sees only order', () => {
    const bent = spearmanCorrelation({ left: left.map(Math.exp), right: right.map((own) => own ** 3), counts: null });
    expect(bent.correlation.value).toBeCloseTo(
      spearmanCorrelation({ left, right, counts: null }).correlation.value,
      12,
    );
    expect(spearmanCorrelation({ left, right: left.map(Math.exp), counts: null }).correlation.value).toBeCloseTo(1, 12);
  });

  test('three customers bound nothing', () => {
    expect(pearsonCorrelation({ left: [1, 2, 3], right: [1, 3, 2], counts: null }).correlation).toMatchObject({
      low: -1,
      high: 1,
    });
  });

  test('refuse constants and gaps by name', () => {
    expect(() => pearsonCorrelation({ left: [1, 1, 1], right: [1, 2, 3], counts: null })).toThrow(/different values/);
    expect(() => spearmanCorrelation({ left: [1, Number.NaN], right: [1, 2], counts: null })).toThrow(/left/);
    expect(() => spearmanCorrelation({ left: [1, 2], right: [1], counts: null })).toThrow(/right/);
    expect(() => pearsonCorrelation({ left: [1, 2], right: [1, 2], counts: [1, -1] })).toThrow(/counts/);
  });
});
