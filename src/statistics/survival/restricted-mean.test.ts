import { expect, test } from 'vitest';
import { restrictedMean } from './restricted-mean.ts';
import { riskTable } from './risk-table.ts';

const table = (exit: readonly number[], event: readonly number[]) =>
  riskTable({ entry: null, exit, event, weights: null });

test('without censoring it is the mean of the times cut at the horizon', () => {
  const { mean, standardError } = restrictedMean(table([1, 4, 6, 9], [1, 1, 1, 1]), { horizon: 5 });
  expect(mean.value).toBeCloseTo((1 + 4 + 5 + 5) / 4, 12);
  // Population variance of 1, 4, 5, 5 over 4.
  expect(standardError).toBeCloseTo(Math.sqrt(2.6875 / 4), 12);
});

test('the horizon in days is the horizon in weeks times seven', () => {
  const weeks = restrictedMean(table([1, 4, 6, 9], [1, 0, 1, 1]), { horizon: 8 });
  const days = restrictedMean(table([7, 28, 42, 63], [1, 0, 1, 1]), { horizon: 56 });
  expect(days.mean.value).toBeCloseTo(7 * weeks.mean.value, 10);
  expect(days.standardError).toBeCloseTo(7 * weeks.standardError, 10);
});

test('the interval is symmetric in the odds of mean over horizon, and open downwards when nobody ended', () => {
  const { mean, standardError } = restrictedMean(table([1, 4, 6, 9], [1, 0, 1, 1]), { horizon: 8 });
  const odds = (time: number) => time / (8 - time);
  expect(odds(mean.low) * odds(mean.high)).toBeCloseTo(odds(mean.value) ** 2, 9);
  const share = mean.value / 8;
  const half = (1.95996398 * standardError) / 8 / (share * (1 - share));
  expect(Math.log(odds(mean.high) / odds(mean.value))).toBeCloseTo(half, 7);
  const { mean: none } = restrictedMean(table([5, 9, 9], [0, 0, 1]), { horizon: 8 });
  expect(none).toMatchObject({ value: 8, high: 8 });
  expect(none.low).toBeCloseTo(8 * 0.025 ** (1 / 2), 9);
});

test('says when nobody was seen up to the horizon', () => {
  const early = restrictedMean(table([1, 2, 3], [1, 1, 0]), { horizon: 10 });
  expect(early.diagnostics).toEqual({ observedTo: 3, reachesHorizon: false });
  expect(restrictedMean(table([1, 2, 3], [1, 1, 1]), { horizon: 10 }).diagnostics.reachesHorizon).toBe(true);
});

test('refuses no horizon', () => {
  expect(() => restrictedMean(table([1], [1]), { horizon: 0 })).toThrow(/^horizon/);
});
