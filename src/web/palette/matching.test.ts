import { expect, test } from 'vitest';
import { matching } from './matching.ts';

const entries = [{ label: 'Prämie für Treue' }, { label: 'Größe der Wartezeitlücke' }, { label: 'Base and carousel' }];
const found = (typed: string) => matching(entries, typed).map(({ label }) => label);

test('words are found in any order and case, with or without accents', () => {
  expect(found('TREUE pramie')).toEqual(['Prämie für Treue']);
  expect(found('grosse')).toEqual(['Größe der Wartezeitlücke']);
  expect(found('carousel')).toEqual(['Base and carousel']);
});

test('every word must be there', () => {
  expect(found('treue carousel')).toEqual([]);
});

test('nothing typed hides nothing', () => {
  expect(found('  ')).toHaveLength(3);
});
