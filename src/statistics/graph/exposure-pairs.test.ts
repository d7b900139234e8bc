import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { exposurePairs } from './exposure-pairs.ts';
import { matchedOddsRatio } from './matched-odds-ratio.ts';

describe('exposure pairs', () => {
  test('take the nearest partner, each once, within the caliper', () => {
    const pairs = exposurePairs(
      { exposed: [1, 1, 0, 0, 0, 1], score: [1, 1.05, 1.02, 0.7, 5, 9], stratum: null },
      { caliper: 0.5 },
    );
    // 9 has no partner within 0.5; 1.05 goes first and takes 1.02; 1 is left with 0.7.
    expect([...pairs.exposedRows]).toEqual([0, 1]);
    expect([...pairs.unexposedRows]).toEqual([3, 2]);
    expect(pairs.unmatched).toBe(1);
  });

  test('never leave the stratum', () => {
    const pairs = exposurePairs(
      { exposed: [1, 0, 1, 0], score: [1, 1, 2, 2], stratum: ['north', 'south', 'south', 'north'] },
      { caliper: 3 },
    );
    expect([...pairs.unexposedRows]).toEqual([3, 1]);
  });

  test('on random data: partners are unique, unexposed, near, and the imbalance is gone', () => {
    const random = createRandom(31);
    const score = Array.from({ length: 5000 }, () => random.normal());
    const exposed = score.map((own) => (random.uniform() < 0.15 / (1 + Math.exp(-own)) ? 1 : 0));
    const pairs = exposurePairs({ exposed, score, stratum: null });
    expect(new Set(pairs.unexposedRows).size).toBe(pairs.unexposedRows.length);
    pairs.exposedRows.forEach((row, k) => {
      const partner = pairs.unexposedRows[k] ?? -1;
      expect(exposed[row]).toBe(1);
      expect(exposed[partner]).toBe(0);
      expect(Math.abs((score[row] ?? 0) - (score[partner] ?? 9))).toBeLessThanOrEqual(pairs.caliper);
    });
    expect(pairs.imbalanceBefore).toBeGreaterThan(0.3);
    expect(Math.abs(pairs.imbalanceAfter)).toBeLessThan(0.01);
    expect(pairs.unmatched + pairs.exposedRows.length).toBe(exposed.reduce<number>((sum, one) => sum + one, 0));
  });

  test('refuse impossible columns by name', () => {
    expect(() => exposurePairs({ exposed: [2], score: [1], stratum: null })).toThrow(/exposed/);
    expect(() => exposurePairs({ exposed: [1, 0], score: [1, Number.NaN], stratum: null })).toThrow(/score/);
    expect(() => exposurePairs({ exposed: [1, 0], score: [1, 1], stratum: null })).toThrow(/caliper/);
  });
});

describe('matched odds ratio', () => {
  const pairs = (both: number, exposedOnly: number, unexposedOnly: number, neither: number) => ({
    exposedOutcome: [...ones(both), ...ones(exposedOnly), ...zeros(unexposedOnly), ...zeros(neither)],
    unexposedOutcome: [...ones(both), ...zeros(exposedOnly), ...ones(unexposedOnly), ...zeros(neither)],
  });
  const ones = (size: number) => Array.from({ length: size }, () => 1);
  const zeros = (size: number) => Array.from({ length: size }, () => 0);

  test('is the published 29 / 3 of oestrogen and endometrial cancer, with its interval around', () => {
    // Breslow & Day (1980), table 5.1 and section 5.2: 63 matched pairs, 27 / 29 / 3 / 4.
    const { oddsRatio } = matchedOddsRatio(pairs(27, 29, 3, 4));
    expect(oddsRatio.value).toBeCloseTo(9.67, 2);
    expect(oddsRatio.low).toBeGreaterThan(2.9);
    expect(oddsRatio.low).toBeLessThan(4);
    expect(oddsRatio.high).toBeGreaterThan(25);
  });

  test('concordant pairs change nothing', () => {
    const few = matchedOddsRatio(pairs(0, 12, 8, 0));
    const many = matchedOddsRatio(pairs(500, 12, 8, 900));
    expect(many.oddsRatio).toEqual(few.oddsRatio);
  });

  test('says that nothing is known without discordant pairs', () => {
    const { oddsRatio } = matchedOddsRatio(pairs(5, 0, 0, 5));
    expect(oddsRatio).toMatchObject({ value: Number.NaN, low: 0, high: Number.POSITIVE_INFINITY });
  });
});
