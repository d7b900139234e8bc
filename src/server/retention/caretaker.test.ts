import { expect, test } from 'vitest';
import { isDue } from './caretaker.ts';

const now = new Date('2026-07-02T08:00:00Z');
test.each([
  ['never yet', null, true],
  ['an hour ago', '2026-07-02T07:00:00Z', false],
  ['a day ago', '2026-07-01T08:00:00Z', true],
  ['moments ahead, as clocks are corrected', '2026-07-02T08:10:00Z', false],
  ['far ahead, because the clock was set back', '2027-01-01T08:00:00Z', true],
] as const)('carried out %s', (_, last, due) => {
  expect(isDue(last === null ? null : new Date(last), now)).toBe(due);
});
