import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { qiniCurve } from './qini-curve.ts';
import { upliftByBand } from './uplift-by-band.ts';

const random = createRandom(81);
const customers = 20_000;
/** Uplift is 0.3 times the score, which is uniform on 0..1. */
const score = Array.from({ length: customers }, () => random.uniform());
const treated = score.map(() => (random.uniform() < 0.3 ? 1 : 0));
const outcome = score.map((own, i) => (random.uniform() < 0.2 + 0.3 * own * (treated[i] ?? 0) ? 1 : 0));

describe('Qini curve', () => {
  test('recovers the planted area: cov(uplift, rank) = 0.3 / 12', () => {
    const { qini } = qiniCurve({ outcome, treated, score, counts: null }, { level: 0.999 });
    expect(qini.low).toBeLessThan(0.025);
    expect(qini.high).toBeGreaterThan(0.025);
    expect(qini.low).toBeGreaterThan(0.005);
  });

  test('a score that knows nothing has an area of 0 within its interval', () => {
    const blind = score.map(() => random.uniform());
    const { qini } = qiniCurve({ outcome, treated, score: blind, counts: null }, { level: 0.999 });
    expect(qini.low).toBeLessThan(0);
    expect(qini.high).toBeGreaterThan(0);
  });

  test('its area is what lies between the drawn curve and the straight line', () => {
    const { treatedShare, gain, averageEffect, qini } = qiniCurve({ outcome, treated, score, counts: null });
    let area = 0;
    for (let i = 1; i < gain.length; i++) {
      const width = (treatedShare[i] ?? 0) - (treatedShare[i - 1] ?? 0);
      area += (width * ((gain[i] ?? 0) + (gain[i - 1] ?? 0))) / 2;
    }
    expect(area - averageEffect / 2).toBeCloseTo(qini.value, 10);
    expect(gain.at(-1)).toBeCloseTo(averageEffect, 10);
  });

  test('a reversed score has the opposite area; more of the same customers halve the error', () => {
    const full = qiniCurve({ outcome, treated, score, counts: null });
    const reversed = qiniCurve({ outcome, treated, score: score.map((own) => -own), counts: null });
    expect(reversed.qini.value).toBeCloseTo(-full.qini.value, 10);
    const fourfold = qiniCurve({ outcome, treated, score, counts: score.map(() => 4) });
    expect(fourfold.qini.value).toBeCloseTo(full.qini.value, 10);
    expect(fourfold.standardError).toBeCloseTo(full.standardError / 2, 10);
  });
});

describe('uplift by band', () => {
  test('rises with the score as planted, best band first', () => {
    const bands = upliftByBand({ outcome, treated, score, counts: null }, { bands: 4, level: 0.999 });
    expect(bands.map(({ treated: arm, heldOut }) => arm + heldOut)).toEqual([5000, 5000, 5000, 5000]);
    bands.forEach(({ uplift, lowestScore, highestScore }) => {
      const planted = 0.3 * ((lowestScore + highestScore) / 2);
      expect(uplift?.low).toBeLessThan(planted);
      expect(uplift?.high).toBeGreaterThan(planted);
    });
    expect(bands[0]?.lowestScore).toBeGreaterThan(bands[1]?.highestScore ?? 1);
  });

  test('never tears equal scores apart, and says when an arm is too small', () => {
    const bands = upliftByBand(
      { outcome: [1, 0, 1, 0, 1], treated: [1, 0, 1, 0, 1], score: [5, 5, 5, 5, 9], counts: null },
      { bands: 5 },
    );
    expect(bands.map(({ lowestScore, highestScore }) => [lowestScore, highestScore])).toEqual([
      [9, 9],
      [5, 5],
    ]);
    expect(bands[0]?.uplift).toBeNull();
    expect(bands[1]?.uplift?.value).toBe(1);
  });

  test('refuses impossible columns by name', () => {
    const good = { outcome: [1, 0, 1, 0], treated: [1, 0, 1, 0], score: [1, 2, 3, 4], counts: null };
    expect(() => upliftByBand({ ...good, treated: [1, 0, 2, 0], counts: null }, { bands: 1 })).toThrow(/treated/);
    expect(() => upliftByBand({ ...good, treated: [1, 0, 0, 0], counts: null }, { bands: 1 })).toThrow(/treated/);
    expect(() => qiniCurve({ ...good, score: [1, 2, 3], counts: null })).toThrow(/score/);
    expect(() => upliftByBand(good, { bands: 0 })).toThrow(/bands/);
  });
});
