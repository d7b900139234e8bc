import { expect, test } from 'vitest';
import { createFormat } from '#domain/format.ts';
import { answerTexts, deedTexts, type Loyalties } from './loyalty-text.ts';
import { TIE_WORDS } from './tie-words.ts';

const [en, de] = [createFormat('en'), createFormat('de')];
const none = { answers: [], deeds: null };
const nothing: Loyalties = { company: none, offers: none, people: none, networks: none };

test('what is not on record has no line, whatever the tie', () => {
  for (const name of ['company', 'offers', 'people', 'networks'] as const)
    expect(deedTexts(name, nothing, TIE_WORDS.en.loyalties, en)).toEqual([]);
});

test('an answer stands in the points of its own question', () => {
  const answers = [{ question: 'loyalty_company', value: 8, scaleMax: 10, on: '2025-11-01' }];
  expect(answerTexts({ answers, deeds: null }, TIE_WORDS.de.loyalties, de)).toEqual([
    '8 von 10 auf „loyalty company“ am 01.11.2025',
  ]);
});

test('a running term is called binding, never loyalty', () => {
  const deeds = { contracts: 1, products: 1, since: '2019-03-01', boundUntil: '2027-02-28' };
  expect(deedTexts('offers', { ...nothing, offers: { answers: [], deeds } }, TIE_WORDS.en.loyalties, en)).toEqual([
    '1 contract runs',
    'It began on 01 Mar 2019',
    'A minimum term runs until 28 Feb 2027: that is binding, not loyalty',
  ]);
});

test('recommendations are counted, and thanks that nobody writes down are not taken for none', () => {
  const told = (thanked: number | null) =>
    deedTexts(
      'networks',
      { ...nothing, networks: { answers: [], deeds: { recommendations: 2, thanked } } },
      TIE_WORDS.de.loyalties,
      de,
    );
  expect(told(0)).toEqual(['Empfehlungen ausgesprochen: 2', 'Mit einer Prämie gedankt: 0']);
  expect(told(null)).toEqual(['Empfehlungen ausgesprochen: 2', 'Ob dafür gedankt wurde, ist nicht verzeichnet']);
});
