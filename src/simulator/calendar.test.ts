import { expect, test } from 'vitest';
import {
  anniversary,
  dayOf,
  daysIn,
  isoDay,
  isoInstant,
  lastDayOf,
  monthOf,
  monthOfDay,
  weekdayOf,
} from './calendar.ts';

test('days and months agree with the calendar, leap years included', () => {
  expect(isoDay(dayOf(2024, 2, 29))).toBe('2024-02-29');
  expect(daysIn(monthOf(2024, 2))).toBe(29);
  expect(daysIn(monthOf(2026, 2))).toBe(28);
  expect(isoDay(lastDayOf(monthOf(2026, 6)))).toBe('2026-06-30');
  expect(monthOfDay(dayOf(2016, 7, 1))).toBe(monthOf(2016, 7));
});

test('30 June 2026 is a Tuesday', () => {
  expect(weekdayOf(dayOf(2026, 6, 30))).toBe(1);
});

test('the anniversary of a leap day is the last day of February', () => {
  expect(isoDay(anniversary(dayOf(2020, 2, 29), monthOf(2021, 2)))).toBe('2021-02-28');
});

test('seconds past midnight run into the next day', () => {
  expect(isoInstant(dayOf(2026, 1, 31), 86_400 + 3_661)).toBe('2026-02-01T01:01:01Z');
});

test('a year outside the tables is an error, not a wrong date', () => {
  expect(() => isoDay(dayOf(1999, 12, 31))).toThrow(RangeError);
});
