import { expect, test } from 'vitest';
import { PRACTICE_STATES } from '#endpoints/practices.ts';
import { nextStates } from './practice-steps.ts';

test('every state may stay, and nothing is verified that was not abolished', () => {
  for (const state of PRACTICE_STATES) expect(nextStates({ state })[0]).toBe(state);
  const before = PRACTICE_STATES.filter((state) => state !== 'verified' && nextStates({ state }).includes('verified'));
  expect(before).toEqual(['abolished']);
});
