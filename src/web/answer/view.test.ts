import { expect, test } from 'vitest';
import { answerWith, exactly, lineOf } from './answer.test-support.ts';
import { detailLine, detailOf } from './view.ts';

const detail = (key: string, value: number) => ({ key, quantity: { ...exactly(value), unit: 'ratio' as const } });
const answer = answerWith(
  { details: [detail('first', 1), detail('second', 2)] },
  { details: [lineOf('First'), lineOf('Second')] },
);

test('a number and its words belong together', () => {
  expect(detailOf(answer, 'second')?.value).toBe(2);
  expect(detailLine(answer, 'second')?.label).toBe('Second');
});

test('a number that was not given has neither value nor words', () => {
  expect(detailOf(answer, 'third')).toBeNull();
  expect(detailLine(answer, 'third')).toBeNull();
  expect(detailLine(null, 'first')).toBeNull();
});
