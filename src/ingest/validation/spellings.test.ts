import { expect, test } from 'vitest';
import { TABLES } from '#warehouse/catalogue.ts';
import { spellingsOf } from './spellings.ts';

test('values are found by themselves, with blanks or hyphens, by synonym and without umlauts', () => {
  const spellings = spellingsOf({ half_year: ['Halbjährlich'], month: ['mtl'] });
  for (const written of ['half_year', 'half year', 'half-year', 'halbjährlich', 'halbjaehrlich'])
    expect(spellings.get(written)).toBe('half_year');
  expect(spellings.get('mtl')).toBe('month');
  expect(spellings.get('Halbjährlich')).toBeUndefined();
});

test('a synonym never takes the place of another canonical value', () => {
  expect(spellingsOf({ new: ['existing'], existing: [] }).get('existing')).toBe('existing');
});

test('in every closed list of the catalogue each canonical value means itself', () => {
  const lists = TABLES.flatMap((table) =>
    Object.values(table.columns).flatMap(({ values }) => (values === null ? [] : [values])),
  );
  expect(lists.length).toBeGreaterThan(10);
  for (const values of lists)
    for (const value of Object.keys(values)) expect(spellingsOf(values).get(value)).toBe(value);
});
