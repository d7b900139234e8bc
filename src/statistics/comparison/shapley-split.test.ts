import { expect, test } from 'vitest';
import { shapleySplit } from './shapley-split.ts';

test('the glove game: one left glove, two right gloves, worth 2/3, 1/6, 1/6', () => {
  const { parts, total } = shapleySplit(3, ([left, first, second]) => (left && (first || second) ? 1 : 0));
  expect(parts[0]).toBeCloseTo(2 / 3, 12);
  expect(parts[1]).toBeCloseTo(1 / 6, 12);
  expect(parts[2]).toBeCloseTo(1 / 6, 12);
  expect(total).toBe(1);
});

test('causes that do not touch each other get what they do alone', () => {
  const worth = [5, 2, 9];
  const split = shapleySplit(3, (active) => active.reduce((sum, on, k) => sum + (on ? (worth[k] ?? 0) : 0), 40));
  expect(split.parts.map((part) => Math.round(part * 1e9) / 1e9)).toEqual(worth);
  expect(split.alone).toEqual(worth);
  expect(split.total).toBe(16);
});

test('parts add up to the total, and swapping causes swaps parts', () => {
  const worth = (a: boolean, b: boolean, c: boolean) => 1 - (a ? 0.9 : 1) * (b ? 0.7 : 1) * (c ? 0.95 : 1);
  const split = shapleySplit(3, ([a = false, b = false, c = false]) => worth(a, b, c));
  const swapped = shapleySplit(3, ([b = false, a = false, c = false]) => worth(a, b, c));
  expect(split.parts.reduce((x, y) => x + y, 0)).toBeCloseTo(split.total, 12);
  expect(swapped.parts[0]).toBeCloseTo(split.parts[1] ?? 0, 12);
  expect(() => shapleySplit(13, () => 0)).toThrow(/causes/);
});
