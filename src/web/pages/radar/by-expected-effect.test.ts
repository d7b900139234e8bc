import { expect, test } from 'vitest';
import { answerWith, exactly } from '../../answer/answer.test-support.ts';
import { byExpectedEffect } from './by-expected-effect.ts';

const tried = (
  reference: string,
  value: number,
  grade: 'A' | 'B' | 'C',
  outcome: 'finding' | 'inconclusive' = 'finding',
) => answerWith({ reference, grade, outcome, effect: { ...exactly(value), unit: 'percentagePoints' } });

test('only what was drawn by lot and decided is put in an order, the largest effect first', () => {
  const order = byExpectedEffect([
    tried('small', 0.01, 'A'),
    tried('not drawn by lot', 0.9, 'B'),
    tried('large', 0.05, 'A'),
    tried('undecided', 0.2, 'A', 'inconclusive'),
  ]);
  expect(order.map(({ check }) => check.reference)).toEqual(['large', 'small']);
});
