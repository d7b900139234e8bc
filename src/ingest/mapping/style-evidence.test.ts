import { expect, test } from 'vitest';
import { dateEvidence, decidedNumberStyle, numberEvidence } from './style-evidence.ts';

test.each<[string[], string | null]>([
  [['12,5', '3,20'], 'comma'],
  [['12.5', '3.20'], 'point'],
  [['1.234,50 €'], 'comma'],
  [['$1,234.50'], 'point'],
  [['1.234.567'], 'comma'],
  [['1,234,567'], 'point'],
  [['0.123'], 'point'],
  [['1.234', '2.500'], null],
  [['1,234'], null],
  [['12', '7'], null],
  [['1.234', '99,5'], 'comma'],
  [['31.12.2024', 'abc', ''], null],
  [['123,45-'], 'comma'],
])('numbers %j are written with %s', (values, style) => {
  expect(decidedNumberStyle(numberEvidence(values))).toBe(style);
});

test.each<[string[], string | null, string | null]>([
  [['2024-01-31'], 'iso', null],
  [['2024-01-31T10:00:00Z'], 'iso', null],
  [['01.02.2024'], 'dmy', null],
  [['01/02/2024', '13/02/2024'], 'dmy', null],
  [['01/02/2024', '02/13/2024'], 'mdy', null],
  [['13/02/2024', '02/13/2024'], 'dmy', null],
  [['01/02/2024', '03/04/2024'], null, '01/02/2024'],
  [['20241231'], 'compact', null],
  [['31122024', '01012020'], 'compact-dmy', null],
  [['1704067200'], 'epoch-seconds', null],
  [['1704067200000'], 'epoch-milliseconds', null],
  [['45292', '45293.5'], 'excel-serial', null],
  [['31.12.9999', '00000000', '2024-01-01'], 'iso', null],
  [['31/12/9999', '12/31/9999', '01/02/2024'], null, '01/02/2024'],
  [['K', '', '7'], null, null],
])('dates %j are %s', (values, style, ambiguous) => {
  expect(dateEvidence(values)).toEqual({ style, ambiguous });
});

test.each([20, 19])('a compact date of the %ss can be read in one way only', (century) => {
  for (let year = century * 100; year < century * 100 + 100; year += 1)
    for (const [day, month] of [
      ['01', '01'],
      ['12', '12'],
      ['20', '10'],
      ['19', '12'],
      ['20', '11'],
    ]) {
      expect(dateEvidence([`${year}${month}${day}`]).style).toBe('compact');
      expect(dateEvidence([`${day}${month}${year}`]).style).toBe('compact-dmy');
    }
});
