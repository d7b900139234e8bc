import { expect, test } from 'vitest';
import { classIndex, courseUpTo } from './class-index.ts';

const NONE = { finding: 0, reversed: 0, clear: 0, inconclusive: 0, notApplicable: 0, failed: 0 };

test('counts what was judged, one way or the other, and nothing that the data do not tell', () => {
  const outcomes = { finding: 13, reversed: 1, clear: 2, inconclusive: 8, notApplicable: 11, failed: 1 };
  expect(classIndex(outcomes)).toEqual({ found: 13, judged: 16 });
  expect(classIndex({ ...NONE, inconclusive: 5 })).toEqual({ found: 0, judged: 0 });
});

test('a course has one audit a day, the last that was made for it, and none that judged nothing', () => {
  const made = (id: number, asOf: string, clear = 1) => ({ id, asOf, outcomes: { ...NONE, clear } });
  const now = made(6, '2026-03-31');
  const list = [made(7, '2026-06-30'), now, made(5, '2025-12-31'), made(4, '2026-03-31'), made(3, '2026-05-31')];
  const older = [made(2, '2025-06-30', 0), made(1, '2025-03-31')];
  expect(courseUpTo(now, [...list, ...older], 8).map(({ id }) => id)).toEqual([1, 5, 6]);
  expect(courseUpTo(now, [...list, ...older], 2).map(({ id }) => id)).toEqual([5, 6]);
});
