import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('only what differs is shown, and an empty field equals an absent one', () => {
  const theirs = { title: 'Call back', note: null, dueOn: '2026-12-01' };
  const mine = { title: 'Call back', note: '', dueOn: '2026-12-24' };
  expect(differences(['title', 'note', 'dueOn'], theirs, mine)).toEqual([
    { field: 'dueOn', theirs: '2026-12-01', mine: '2026-12-24' },
  ]);
});
