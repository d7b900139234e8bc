import { describe, expect, test } from 'vitest';
import { concentrationIndex } from '#statistics/concentration/concentration-index.ts';
import { exposurePairs } from '#statistics/graph/exposure-pairs.ts';
import { matchedOddsRatio } from '#statistics/graph/matched-odds-ratio.ts';
import { createRandom } from '#statistics/random.ts';

describe('T9: value that contains the price makes the best customers pay most by arithmetic', () => {
  const random = createRandom(20_150_828);
  const volume = Array.from({ length: 20_000 }, () => Math.exp(0.5 * random.normal()));
  const price = volume.map(() => Math.exp(0.2 * random.normal()));
  const revenue = volume.map((units, i) => units * (price[i] ?? 0));

  test('ranked by revenue the index is +0.041 although price and volume are unrelated', () => {
    const { index } = concentrationIndex({ outcome: price, rankBy: revenue, counts: null }, { kind: 'relative' });
    expect(index.value).toBeCloseTo(0.041, 2);
    expect(index.low).toBeGreaterThan(0.03);
  });

  test('ranked by volume it is 0 within its interval', () => {
    const { index } = concentrationIndex({ outcome: price, rankBy: volume, counts: null }, { kind: 'relative' });
    expect(index.low).toBeLessThan(0);
    expect(index.high).toBeGreaterThan(0);
    expect(Math.abs(index.value)).toBeLessThan(0.004);
  });
});

describe('T7: tied customers are alike, so exits look contagious', () => {
  const egos = 200_000;
  const random = createRandom(7);
  const likeness = Float64Array.from({ length: egos }, () => random.normal());
  const leaves = (z: number, exposed: number) =>
    random.uniform() < 1 / (1 + Math.exp(3 - z - Math.log(1.3) * exposed)) ? 1 : 0;
  // The other one of each pair leaves first or not; then the ego; then, for the placebo, the other one again.
  const friendLeft = Array.from(likeness, (z) => leaves(z, 0));
  const egoLeft = Array.from(likeness, (z, ego) => leaves(z, friendLeft[ego] ?? 0));
  const friendLeavesLater = Array.from(likeness, (z, ego) => leaves(z, egoLeft[ego] ?? 0));

  const crudeOddsRatio = (exposed: readonly number[], outcome: readonly number[]) => {
    const cells = [0, 0, 0, 0];
    exposed.forEach((one, ego) => {
      const cell = 2 * one + (outcome[ego] ?? 0);
      cells[cell] = (cells[cell] ?? 0) + 1;
    });
    const [neither = 0, outcomeOnly = 0, exposedOnly = 0, both = 0] = cells;
    return (both * neither) / (outcomeOnly * exposedOnly);
  };
  const matched = (exposed: readonly number[], outcome: readonly number[], score: ArrayLike<number>) => {
    const pairs = exposurePairs({ exposed, score, stratum: null }, { caliper: 0.02 });
    const outcomes = (rows: Int32Array) => Array.from(rows, (row) => outcome[row] ?? -1);
    return matchedOddsRatio({
      exposedOutcome: outcomes(pairs.exposedRows),
      unexposedOutcome: outcomes(pairs.unexposedRows),
    }).oddsRatio;
  };
  // Only those whose friend had not left before can be exposed to a later exit.
  const stayed = [...friendLeft.keys()].filter((ego) => friendLeft[ego] === 0);
  const later = stayed.map((ego) => friendLeavesLater[ego] ?? -1);
  const outcomeOfStayed = stayed.map((ego) => egoLeft[ego] ?? -1);

  test('the naive odds ratio is 2.89 although the truth is 1.3', () => {
    expect(Math.abs(crudeOddsRatio(friendLeft, egoLeft) - 2.89)).toBeLessThan(0.15);
  });

  test('the future exit of the friend, which cannot cause anything, unmasks it with 2.77', () => {
    expect(Math.abs(crudeOddsRatio(later, outcomeOfStayed) - 2.77)).toBeLessThan(0.15);
  });

  test('matched on what makes them alike the interval holds the truth, narrowly', () => {
    const oddsRatio = matched(friendLeft, egoLeft, likeness);
    expect(oddsRatio.low).toBeLessThan(1.3);
    expect(oddsRatio.high).toBeGreaterThan(1.3);
    expect(oddsRatio.high / oddsRatio.low).toBeLessThan(1.25);
  });

  test('matched likewise, the placebo falls to the reverse influence that is really there', () => {
    const score = stayed.map((ego) => likeness[ego] ?? Number.NaN);
    const oddsRatio = matched(later, outcomeOfStayed, score);
    expect(oddsRatio.low).toBeLessThan(1.3);
    expect(oddsRatio.high).toBeLessThan(1.6);
  });
});
