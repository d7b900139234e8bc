import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { designEffect } from './design-effect.ts';
import { detectableDifference } from './detectable-difference.ts';
import { eventsForHazardRatio } from './events-for-hazard-ratio.ts';
import { powerTwoShares } from './power-two-shares.ts';
import { sampleSizeTwoShares } from './sample-size-two-shares.ts';

describe('two shares', () => {
  test.each([
    [0.1, 0.15, 1],
    [0.5, 0.4, 2],
    [0.02, 0.03, 0.5],
  ])('power at the planned size is the planned power (%f against %f, %f to 1)', (share, otherShare, otherPerOne) => {
    const { exact } = sampleSizeTwoShares({ share, otherShare, otherPerOne }, { power: 0.9 });
    expect(powerTwoShares({ share, otherShare, size: exact, otherSize: exact * otherPerOne })).toBeCloseTo(0.9, 10);
  });

  test('the detectable difference is the one that needs exactly this size', () => {
    const gap = detectableDifference({ otherShare: 0.2, size: 700, otherSize: 700, direction: 'higher' }) ?? 0;
    expect(sampleSizeTwoShares({ share: 0.2 + gap, otherShare: 0.2, otherPerOne: 1 }).exact).toBeCloseTo(700, 4);
    expect(detectableDifference({ otherShare: 0.05, size: 20, otherSize: 20, direction: 'lower' })).toBeNull();
  });

  test('simulated tests of the planned size find the effect as often as promised', () => {
    const random = createRandom(6);
    const { size } = sampleSizeTwoShares({ share: 0.3, otherShare: 0.2, otherPerOne: 1 });
    const draw = (share: number) => {
      let hits = 0;
      for (let i = 0; i < size; i++) hits += random.uniform() < share ? 1 : 0;
      return hits / size;
    };
    let found = 0;
    for (let run = 0; run < 4000; run++) {
      const [a, b] = [draw(0.3), draw(0.2)];
      const pooled = (a + b) / 2;
      found += Math.abs(a - b) > 1.959964 * Math.sqrt((2 * pooled * (1 - pooled)) / size) ? 1 : 0;
    }
    expect(Math.abs(found / 4000 - 0.8)).toBeLessThan(0.025);
  });

  test('refuses equal shares, shares outside 0..1 and a power below the error rate', () => {
    const plan = { share: 0.1, otherShare: 0.1, otherPerOne: 1 };
    expect(() => sampleSizeTwoShares(plan)).toThrow(/equals/);
    expect(() => sampleSizeTwoShares({ ...plan, share: 0 })).toThrow(/share is 0/);
    expect(() => sampleSizeTwoShares({ ...plan, share: 0.2, otherPerOne: 0 })).toThrow(/otherPerOne/);
    expect(() => sampleSizeTwoShares({ ...plan, share: 0.2 }, { power: 0.01 })).toThrow(/power/);
    expect(() => powerTwoShares({ share: 0.1, otherShare: 0.2, size: 0, otherSize: 1 })).toThrow(/size/);
    expect(() => sampleSizeTwoShares({ ...plan, share: 0.2 }, { level: 1 })).toThrow(/level/);
  });
});

describe('hazard ratio', () => {
  test('a ratio and its inverse need the same events, unequal groups need more', () => {
    const events = (hazardRatio: number, groupShare: number) =>
      eventsForHazardRatio({ hazardRatio, groupShare, eventShare: 0.3 }).exactEvents;
    expect(events(2, 0.5)).toBeCloseTo(events(0.5, 0.5), 9);
    expect(events(2, 0.2) / events(2, 0.5)).toBeCloseTo(0.25 / 0.16, 9);
  });

  test('customers are events over the share that will have one', () => {
    const { exactEvents, customers } = eventsForHazardRatio({ hazardRatio: 1.5, groupShare: 0.5, eventShare: 0.25 });
    expect(customers).toBe(Math.ceil(exactEvents / 0.25));
    expect(() => eventsForHazardRatio({ hazardRatio: 1, groupShare: 0.5, eventShare: 0.2 })).toThrow(/hazardRatio/);
    expect(() => eventsForHazardRatio({ hazardRatio: 2, groupShare: 0.5, eventShare: 0 })).toThrow(/eventShare/);
  });
});

describe('design effect', () => {
  test('single customers and uncorrelated clusters need no more, perfect copies need as many as clusters hold', () => {
    expect(designEffect({ meanSize: 1, sizeVariation: 0, withinCorrelation: 0.4 })).toBe(1);
    expect(designEffect({ meanSize: 50, sizeVariation: 0.6, withinCorrelation: 0 })).toBe(1);
    expect(designEffect({ meanSize: 50, sizeVariation: 0, withinCorrelation: 1 })).toBe(50);
  });

  test('is the factor by which clustering widens the variance of a mean', () => {
    const random = createRandom(8);
    const rho = 0.2;
    const clusterMeans = Array.from({ length: 20_000 }, () => {
      const shared = Math.sqrt(rho) * random.normal();
      let sum = 0;
      for (let i = 0; i < 10; i++) sum += shared + Math.sqrt(1 - rho) * random.normal();
      return sum / 10;
    });
    const variance = clusterMeans.reduce((sum, mean) => sum + mean * mean, 0) / clusterMeans.length;
    const factor = designEffect({ meanSize: 10, sizeVariation: 0, withinCorrelation: rho });
    expect(Math.abs((variance * 10) / factor - 1)).toBeLessThan(0.04);
    expect(() => designEffect({ meanSize: 10, sizeVariation: -1, withinCorrelation: 0 })).toThrow(/sizeVariation/);
    expect(() => designEffect({ meanSize: 10, sizeVariation: 0, withinCorrelation: 2 })).toThrow(/withinCorrelation/);
  });
});
