import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

// Benjamini & Hochberg (1995), section 3.2: fifteen endpoints of a thrombolysis trial, four flagged at 0.05.
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

test('flags the four endpoints of the published example, in any order', () => {
  const { flagged, adjusted } = benjaminiHochberg(PUBLISHED, { falseDiscoveryRate: 0.05 });
  expect(flagged.filter(Boolean).length).toBe(4);
  expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  const turned = benjaminiHochberg([...PUBLISHED].reverse(), { falseDiscoveryRate: 0.05 });
  expect([...turned.flagged].reverse()).toEqual(flagged);
});

test('a later p-value carries an earlier one with it', () => {
  expect(Array.from(benjaminiHochberg([0.04, 0.05]).adjusted)).toEqual([0.05, 0.05]);
});

test('keeps the share of false flags below the rate', () => {
  const random = createRandom(2);
  let share = 0;
  for (let run = 0; run < 1000; run++) {
    // 40 true nulls, 10 planted effects with tiny p-values.
    const pValues = Array.from({ length: 50 }, (_, i) => (i < 40 ? random.uniform() : random.uniform() ** 8 / 100));
    const { flagged } = benjaminiHochberg(pValues);
    const all = flagged.filter(Boolean).length;
    share += flagged.slice(0, 40).filter(Boolean).length / Math.max(1, all) / 1000;
  }
  expect(share).toBeLessThan(0.09);
  expect(share).toBeGreaterThan(0.06);
});

test('refuses what is no p-value', () => {
  expect(() => benjaminiHochberg([0.5, 1.2])).toThrow(/^pValues/);
  expect(() => benjaminiHochberg([0.5], { falseDiscoveryRate: 10 })).toThrow(/^falseDiscoveryRate/);
});
