import { expect, test } from 'vitest';
import { createFormat } from '#domain/format.ts';
import { LANGUAGES } from '#domain/language.ts';
import { OUTCOMES } from '#domain/verdict-terms.ts';
import { quantity, type Verdict, verdict } from '../verdict.ts';
import { baseValue } from './check.ts';

const CAUSAL = /caus|because|leads? to|due to|brought|verursach|führt zu|bringt|bewirk|weil |wegen /i;
const BROKEN = /undefined|NaN|null|Infinity|∞|\[object/;
const some = (value: number) => ({ value, low: value - 0.1, high: value + 0.1, level: 0.95 });
const values = {
  asOf: '2025-12-31',
  day: '2020-01-01',
  columns: 'contract.end_date',
  message: 'stopped',
  worst: 'portal',
  found: 3,
  needed: 50,
  spells: 4,
  share: 0.2,
  count: 5,
  growth: 0.1,
  step: 0.01,
  marginRate: 0.3,
  low: -0.02,
  high: 0.01,
  regularYears: 3,
  months: 36,
};

/** Everything that a verdict may say, filled or absent. */
function verdicts(): readonly Verdict[] {
  return OUTCOMES.flatMap((outcome) => [
    verdict({ outcome }),
    verdict({
      outcome,
      effect: quantity(some(0.6), 'share'),
      naive: quantity({ value: 0.5, low: 0, high: Number.POSITIVE_INFINITY, level: 0.95 }, 'share'),
      details: [
        { key: 'trend', quantity: quantity(some(-0.02), 'percentagePoints') },
        { key: 'bookValue', quantity: quantity(some(1000), 'money') },
        { key: 'gainOfStep', quantity: quantity(some(10), 'money') },
        { key: 'lossOfStep', quantity: quantity(some(9), 'money') },
      ],
      reason: { id: 'undecided', values },
      overturn: { id: 'overturnFinding', values: { ...values, trend: 'finding' } },
    }),
  ]);
}

test.each(LANGUAGES)('every outcome and every note has a plain sentence in %s, without a causal verb', (language) => {
  const words = baseValue.messages[language];
  const f = createFormat(language);
  const all = verdicts().flatMap((given) => [
    words.question(given, f),
    words.answer(given, f),
    words.naive(given, f),
    words.action(given, f),
  ]);
  const open = { groups: 1, trend: 1, lossRate: 1 };
  all.push(...Object.values(words.notes).map((note) => note({ ...values, ...open }, f)), words.method);
  all.push(...Object.values(words.details), ...Object.values(words.counts), ...Object.values(words.excluded));
  for (const text of all) {
    expect(text.length).toBeGreaterThan(3);
    expect(text).not.toMatch(CAUSAL);
    expect(text).not.toMatch(BROKEN);
  }
});

test('where nobody has been there for three years, no share of nobody between 0% and 100% is told', () => {
  const nobody = verdict({
    outcome: 'inconclusive',
    effect: { value: 0, low: 0, high: 1, level: 0.95, unit: 'share' },
    naive: { value: 0, low: 0, high: 0, level: 0.95, unit: 'share' },
    counts: { regulars: 0 },
    overturn: { id: 'overturn', values: { regularYears: 3, asOf: '2011-12-09' } },
  });
  const said = (language: 'en' | 'de') => baseValue.messages[language].answer(nobody, createFormat(language));
  expect(said('en')).toMatch(/No customer on record has been there for 3 years, as of 09 Dec 2011\.$/);
  expect(said('de')).toMatch(/Kein verzeichneter Kunde ist seit 3 Jahren da, Stand 09\.12\.2011\.$/);
});
