import { expect, test } from 'vitest';
import { placeOf } from './place-of.ts';

const SHIFTS = [
  [1, 2],
  [10, 5],
] as const;

test('a row is told by its line, behind headers and line breaks in fields', () => {
  const file = { counted: 'lines', lineShifts: SHIFTS, linesKnownTo: 20 } as const;
  expect([1, 9, 10, 20].map((row) => placeOf(file, row).place)).toEqual([3, 11, 15, 25]);
  expect(placeOf(file, 20).counted).toBe('line');
});

test('where lines are not known, and in formats without lines, data rows are counted', () => {
  expect(placeOf({ counted: 'lines', lineShifts: SHIFTS, linesKnownTo: 9 }, 10)).toEqual({
    counted: 'record',
    place: 10,
  });
  expect(placeOf({ counted: 'records', lineShifts: [[1, 0]], linesKnownTo: 9 }, 4)).toEqual({
    counted: 'record',
    place: 4,
  });
});

test('in a workbook it is the row of the sheet', () => {
  expect(placeOf({ counted: 'sheetRows', lineShifts: [[1, 3]], linesKnownTo: 9 }, 4)).toEqual({
    counted: 'sheetRow',
    place: 7,
  });
});
