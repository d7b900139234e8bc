import { expect, test } from 'vitest';
import { emptyDraft, numberOf, sizeOf } from './proof-draft.ts';

const draft = { ...emptyDraft(''), customers: '4000', todayPercent: '15', smallestPoints: '2,5' };

test('percentages become shares, with a comma or a point', () => {
  expect(sizeOf(draft)).toEqual({ customers: 4000, holdoutShare: 0.5, shareToday: 0.15, smallestDifference: 0.025 });
  expect(sizeOf({ ...draft, smallestPoints: '2.5' })).toEqual(sizeOf(draft));
});

test.each([
  ['customers', ''],
  ['customers', '12,5'],
  ['customers', 'many'],
  ['holdoutPercent', '0'],
  ['holdoutPercent', '100'],
  ['todayPercent', '-1'],
  ['smallestPoints', '101'],
])('%s of "%s" gives no size', (field, text) => {
  expect(sizeOf({ ...draft, [field]: text })).toBeNull();
});

test('an empty field is no number, not zero', () => {
  expect(numberOf(' ')).toBeNull();
  expect(numberOf('0')).toBe(0);
});
