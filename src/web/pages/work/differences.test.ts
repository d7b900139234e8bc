import { expect, test } from 'vitest';
import { differences, merged } from './differences.ts';

test('only what differs is shown, and an empty field equals an absent one', () => {
  const theirs = { title: 'Call back', note: null, dueOn: '2026-12-01' };
  const mine = { title: 'Call back', note: '', dueOn: '2026-12-24' };
  expect(differences(['title', 'note', 'dueOn'], theirs, mine)).toEqual([
    { field: 'dueOn', theirs: '2026-12-01', mine: '2026-12-24' },
  ]);
});

test('of two versions each keeps what it changed, and mine decides where both did', () => {
  const before = { title: 'Call back', note: '', dueOn: '2026-12-01' };
  const theirs = { title: 'Call back within a day', note: '', dueOn: '2026-12-10' };
  const mine = { title: 'Call back', note: 'North first', dueOn: '2026-12-24' };
  expect(merged(['title', 'note', 'dueOn'], { before, theirs, mine })).toEqual({
    title: 'Call back within a day',
    note: 'North first',
    dueOn: '2026-12-24',
  });
});
