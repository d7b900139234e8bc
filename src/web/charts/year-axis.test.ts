import { expect, test } from 'vitest';
import { areYears, placeScale } from './year-axis.ts';

test('calendar years stand one by one, never in halves', () => {
  expect(areYears([2021, 2022, 2026])).toBe(true);
  expect(placeScale([2021, 2022, 2026], 8)).toEqual({ min: 2021, max: 2026, step: 1 });
});

test('a long history steps in whole years', () => {
  expect(placeScale([2000, 2026], 8)).toEqual({ min: 2000, max: 2028, step: 4 });
});

test('years of tenure are numbers like any other', () => {
  expect(areYears([0, 1, 7])).toBe(false);
  expect(placeScale([0, 1, 7], 8).step).toBe(1);
});
