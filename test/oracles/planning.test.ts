import { describe, expect, test } from 'vitest';
import { alphaSpending } from '#statistics/planning/alpha-spending.ts';
import { designEffect } from '#statistics/planning/design-effect.ts';
import { eventsForHazardRatio } from '#statistics/planning/events-for-hazard-ratio.ts';
import { powerTwoShares } from '#statistics/planning/power-two-shares.ts';
import { sampleSizeTwoShares } from '#statistics/planning/sample-size-two-shares.ts';

test('the example of R power.prop.test: 50 % against 75 % needs 76.7 a group for 90 % power, 50 a group have 74 %', () => {
  const { exact, size } = sampleSizeTwoShares({ share: 0.5, otherShare: 0.75, otherPerOne: 1 }, { power: 0.9 });
  expect(exact).toBeCloseTo(76.7, 1);
  expect(size).toBe(77);
  expect(powerTwoShares({ share: 0.5, otherShare: 0.75, size: 50, otherSize: 50 })).toBeCloseTo(0.74, 3);
});

test('Schoenfeld’s formula worked by hand: a hazard ratio of 0.5 needs 66 events, 1.5 needs 191, at 80 % power', () => {
  const events = (hazardRatio: number) => eventsForHazardRatio({ hazardRatio, groupShare: 0.5, eventShare: 1 }).events;
  expect(events(0.5)).toBe(66);
  expect(events(1.5)).toBe(191);
});

test('chronic active hepatitis, Collett (2015), Modelling Survival Data, 3rd ed., example 15.1: 133 deaths for 90 % power', () => {
  const { exactEvents } = eventsForHazardRatio({ hazardRatio: 0.57, groupShare: 0.5, eventShare: 1 }, { power: 0.9 });
  expect(exactEvents).toBeCloseTo(133, 0);
});

test('unequal clusters by the formula of Eldridge, Ashby & Kerry (2006), worked by hand', () => {
  // 1 + ((1 + 0.65^2) * 100 - 1) * 0.05
  expect(designEffect({ meanSize: 100, sizeVariation: 0.65, withinCorrelation: 0.05 })).toBeCloseTo(8.0625, 10);
});

/** Reboussin, DeMets, Kim & Lan (2000), Controlled Clinical Trials 21(3), 190-207 (program ld98), five equal looks. */
describe('Lan-DeMets bounds for five equal looks at 5 % two-sided', () => {
  const boundsOf = (shape: 'obrienFleming' | 'pocock') =>
    alphaSpending({ informationShares: [0.2, 0.4, 0.6, 0.8, 1], shape }).looks.map((look) => look.bound);
  test('O’Brien-Fleming-like', () => {
    const bounds = boundsOf('obrienFleming');
    [4.8769, 3.3569, 2.6803, 2.2898, 2.031].forEach((bound, k) => {
      expect(bounds[k]).toBeCloseTo(bound, 3);
    });
  });
  test('Pocock-like', () => {
    const bounds = boundsOf('pocock');
    [2.438, 2.4268, 2.4101, 2.3966, 2.3859].forEach((bound, k) => {
      expect(bounds[k]).toBeCloseTo(bound, 3);
    });
  });
});
