import { describe, expect, test } from 'vitest';
import { createFormat, digitsFor, supported } from './format.ts';

const de = createFormat('de');
const en = createFormat('en');

describe('numbers are written as people of the language write them', () => {
  test('percent: a thin space in German, none in English', () => {
    expect(de.percent(1.234)).toBe('123,4\u202f%');
    expect(en.percent(12.345)).toBe('1,234.5%');
  });
  test('days', () => {
    expect(de.day('2026-06-30')).toBe('30.06.2026');
    expect(en.day('2026-06-30')).toBe('30 Jun 2026');
    expect(de.instant('2026-06-30T12:05:00Z', 'Europe/Berlin')).toBe('30.06.2026, 14:05');
    expect(en.instant('2026-06-30T12:05:00Z', 'UTC')).toBe('30 Jun 2026, 12:05');
    expect(de.bytes(0)).toBe('0\u00a0B');
    expect(de.bytes(1_240_000)).toBe('1,2\u00a0MB');
    expect(en.bytes(999)).toBe('999\u00a0B');
    expect(en.bytes(12_000_000_000)).toBe('12\u00a0GB');
  });
  test('a minus is a minus, and nothing is minus zero', () => {
    expect(en.percent(-0.031)).toBe('\u22123.1%');
    expect(en.percent(-0.00001)).toBe('0.0%');
    expect(en.money(-0.2)).toBe('€0');
  });
  test('waits are told in minutes from a hundred seconds on', () => {
    expect(en.duration(45)).toBe('45 s');
    expect(en.duration(450)).toBe('7 min 30 s');
    expect(de.duration(-600)).toBe('\u221210 min');
  });
  test('hours and points keep one decimal unless the interval is too wide for it', () => {
    expect(de.quantity(26.44, 'hours', 1)).toBe('26,4 Stunden');
    expect(en.quantity(26.44, 'hours', 40)).toBe('26 hours');
    expect(de.quantity(-1.234, 'points', 0.3)).toBe('\u22121,2 Punkte');
    expect(en.quantity(-1.234, 'points', 0.05)).toBe('\u22121.23 points');
  });
});

describe('only the digits that the interval supports', () => {
  test.each([
    [0.2, 1],
    [0.02, 2],
    [3, 0],
    [400, 0],
  ])('half a width of %s allows %s decimals', (precision, digits) => {
    expect(digitsFor(precision, 1)).toBe(digits);
  });
  test('a large amount is rounded to tens of thousands when its interval is that wide', () => {
    expect(supported(1_090_835, 154_000)).toBe(1_090_000);
    expect(de.quantity(1_090_835, 'money', 154_000)).toMatch(/^1\.090\.000/);
    expect(supported(87.34, 3)).toBe(87.34);
  });
});
