import { expect, test } from 'vitest';
import { arranged, isOverdue } from './arrange.ts';

const action = (title: string, state: 'open' | 'inProgress' | 'done' | 'dropped', dueOn: string | null) => ({
  title,
  state,
  dueOn,
});

test('what is due first stands first, what has no day after it, what is settled last', () => {
  const list = [
    action('settled', 'done', '2026-01-01'),
    action('whenever', 'open', null),
    action('later', 'open', '2026-03-01'),
    action('sooner', 'inProgress', '2026-02-01'),
  ];
  expect(arranged(list).map(({ title }) => title)).toEqual(['sooner', 'later', 'whenever', 'settled']);
});

test('overdue begins the day after the last one, and never for what is settled or has no day', () => {
  expect(isOverdue(action('', 'open', '2026-02-01'), '2026-02-01')).toBe(false);
  expect(isOverdue(action('', 'open', '2026-02-01'), '2026-02-02')).toBe(true);
  expect(isOverdue(action('', 'dropped', '2026-02-01'), '2026-02-02')).toBe(false);
  expect(isOverdue(action('', 'open', null), '2026-02-02')).toBe(false);
});
