import { expect, test } from 'vitest';
import { type Readiness, tallyStates, unlockings } from './unlock.ts';

const check = (state: Readiness['state'], missing: readonly string[], sharpens: readonly string[] = []): Readiness => ({
  id: `${state}-${missing.join('-')}`,
  state,
  missing,
  sharpens,
});

test('the column that alone opens most questions comes first, even if another is named more often', () => {
  const checks = [
    check('missing', ['a.x']),
    check('missing', ['a.x']),
    check('missing', ['b.y', 'b.z']),
    check('missing', ['b.y', 'c.w']),
    check('missing', ['b.y', 'b.z', 'c.w']),
  ];
  expect(unlockings(checks)[0]).toEqual({ column: 'a.x', opens: 2, helps: 0, sharpens: 0 });
  expect(unlockings(checks)[1]).toEqual({ column: 'b.y', opens: 0, helps: 3, sharpens: 0 });
});

test('sharpening counts only where the question can be asked at all', () => {
  const checks = [check('missing', ['a.x'], ['d.v']), check('reduced', [], ['d.v'])];
  expect(unlockings(checks).find(({ column }) => column === 'd.v')?.sharpens).toBe(1);
});

test('the order of questions changes nothing, and complete data leave nothing to unlock', () => {
  const checks = [check('missing', ['b.y']), check('missing', ['a.x']), check('reduced', [], ['a.z'])];
  expect(unlockings([...checks].reverse())).toEqual(unlockings(checks));
  expect(unlockings([check('full', [])])).toEqual([]);
});

test('every question stands in exactly one state', () => {
  const checks = [check('full', []), check('full', []), check('missing', ['a.x']), check('staffLocked', [])];
  expect(tallyStates(checks)).toEqual({ full: 2, reduced: 0, missing: 1, staffLocked: 1 });
});
