import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('places with room enough stay where they are', () => {
  expect(spread([10, 50, 30], 16)).toEqual([10, 50, 30]);
});

test('two at the same place move apart by the gap, each half the way', () => {
  expect(spread([100, 100], 16)).toEqual([92, 108]);
});

test('whatever was given, neighbours in their old order end up at least the gap apart', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (places) => {
      const moved = spread(places, 16);
      const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
      const gaps = order.slice(1).map((index, i) => (moved[index] ?? 0) - (moved[order[i] ?? 0] ?? 0));
      expect(Math.min(...gaps, 16)).toBeCloseTo(16, 6);
    }),
  );
});
