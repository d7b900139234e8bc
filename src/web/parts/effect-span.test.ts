import { expect, test } from 'vitest';
import { effectSpan, sharedReach } from './effect-span.ts';

const share = (value: number, low: number | null, high: number | null) => ({
  value,
  low,
  high,
  unit: 'share' as const,
});

test('a finding lies on the side of the existing customers, its farthest end at the border', () => {
  expect(effectSpan(share(0.1, 0.05, 0.2), 'finding')).toEqual({
    value: 0.5,
    low: 0.25,
    high: 1,
    openLow: false,
    openHigh: false,
  });
});

test('a finding counted downwards is turned round, with its interval', () => {
  expect(effectSpan(share(-0.1, -0.2, -0.05), 'finding')).toEqual(effectSpan(share(0.1, 0.05, 0.2), 'finding'));
});

test('a reversed answer lies on the side of the newcomers', () => {
  expect(effectSpan(share(-0.1, -0.2, -0.05), 'reversed').value).toBe(-0.5);
});

test('a ratio of one is no difference', () => {
  expect(effectSpan({ value: 1, low: 0.8, high: 1.2, unit: 'ratio' }, 'clear').value).toBe(0);
});

test('an interval without an end reaches the border and says so', () => {
  const span = effectSpan(share(0.1, null, 0.2), 'inconclusive');
  expect(span).toMatchObject({ low: -1, openLow: true, openHigh: false });
});

test('no difference and no interval stays in the middle', () => {
  expect(effectSpan(share(0, 0, 0), 'clear')).toMatchObject({ value: 0, low: 0, high: 0 });
});

test('two effects on one scale keep their proportion', () => {
  const [small, large] = [share(0.1, 0.1, 0.1), share(0.4, 0.4, 0.4)];
  const most = sharedReach([
    [small, 'finding'],
    [large, 'finding'],
  ]);
  expect(effectSpan(large, 'finding', most).value / effectSpan(small, 'finding', most).value).toBeCloseTo(4);
});
