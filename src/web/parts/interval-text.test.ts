import { expect, test } from 'vitest';
import { createFormat } from '#domain/format.ts';
import { intervalText } from './interval-text.ts';

const words = { interval: (low: string, high: string) => `${low} to ${high}`, unbounded: 'no limit' };
const format = createFormat('en');
const of = (low: number | null, high: number | null, unit: 'share' | 'seconds' | 'percentagePoints') =>
  intervalText({ value: 0, low, high, unit }, format, words);

test('a unit is said once, at the end', () => {
  expect(of(-0.09, 0, 'percentagePoints')).toBe('\u22129 to 0 percentage points');
});

test('minutes and seconds are not cut apart', () => {
  expect(of(343, 466, 'seconds')).toBe('5 min 43 s to 7 min 46 s');
});

test('a side without an end says so', () => {
  expect(of(null, 0.2, 'share')).toBe('no limit to 20.0%');
});

test('a number that is exact has no interval', () => {
  expect(of(0.2, 0.2, 'share')).toBe('');
});
