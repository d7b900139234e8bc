import { expect, test } from 'vitest';
import { attribute, emptyAttribution } from './attribution.ts';
import { logistic } from './draws.ts';
import { EXPOSURES } from './hazard.ts';

const effects = (...first: number[]) => Float64Array.from({ length: EXPOSURES.length }, (_, i) => first[i] ?? 0);

test('Shapley values of two causes are the means over both orders, and sum to the whole', () => {
  const to = emptyAttribution();
  attribute(to, -3, effects(0.8, 0.5), 1);
  const [none, one, other, both] = [-3, -2.2, -2.5, -1.7].map(logistic);
  const first = (one ?? 0) - (none ?? 0) + (both ?? 0) - (other ?? 0);
  expect(to.shapley[0]).toBeCloseTo(first / 2, 12);
  expect((to.shapley[0] ?? 0) + (to.shapley[1] ?? 0)).toBeCloseTo(to.expected - to.withoutAll, 12);
});

test('single removals of causes that strengthen each other add up to more than both together (trap T11)', () => {
  const to = emptyAttribution();
  attribute(to, -3, effects(0.8, 0.5, 0.4), 1);
  const singles = [0, 1, 2].reduce((sum, i) => sum + to.expected - (to.withoutOne[i] ?? 0), 0);
  expect(singles).toBeGreaterThan(to.expected - to.withoutAll);
});

test('an exposure that does not act has no share', () => {
  const to = emptyAttribution();
  attribute(to, -3, effects(0, 0.5), 1);
  expect(to.shapley[0]).toBe(0);
  expect(to.withoutOne[0]).toBe(to.expected);
});
