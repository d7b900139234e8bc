import { expect, test } from 'vitest';
import { createFormat } from '#domain/format.ts';
import { LANGUAGES } from '#domain/language.ts';
import { OUTCOMES } from '#domain/verdict-terms.ts';
import { quantity, type Verdict, verdict } from '../verdict.ts';
import { customerCarousel } from './check.ts';

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
  rate: 0.4,
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
        { key: 'worstRatio', quantity: quantity(some(1.8), 'ratio') },
        { key: 'offerRatio', quantity: quantity(some(0.6), 'ratio') },
        { key: 'cohortTrend', quantity: quantity(some(0.12), 'share') },
        { key: 'lossRate', quantity: quantity(some(0.3), 'share') },
      ],
      reason: { id: 'undecided', values },
      overturn: {
        id: 'overturnFinding',
        values: { ...values, groups: 'finding', trend: 'finding', lossRate: 'finding' },
      },
    }),
  ]);
}

test.each(LANGUAGES)('every outcome and every note has a plain sentence in %s, without a causal verb', (language) => {
  const words = customerCarousel.messages[language];
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

test('the other way round is told with its numbers, of offers and of cohorts as each was proven', () => {
  const said = (language: 'en' | 'de', offers: string, trend: string) =>
    customerCarousel.messages[language].answer(
      verdict({
        outcome: 'reversed',
        details: [
          { key: 'offerRatio', quantity: quantity(some(0.6), 'ratio') },
          { key: 'cohortTrend', quantity: quantity(some(-0.2), 'share') },
        ],
        overturn: { id: 'overturnFinding', values: { asOf: '2025-12-31', offers, trend } },
      }),
      createFormat(language),
    );
  expect(said('en', 'reversed', 'clear')).toMatch(
    /^The other way round \(as of .*won by an offer leave only 0\.6\d* times as fast/,
  );
  expect(said('en', 'reversed', 'clear')).not.toContain('cohort year');
  expect(said('de', 'reversed', 'clear')).toMatch(
    /^Umgekehrt \(Stand .*Angebot gewonnene Kunden gehen .* nur 0,6\d*-mal/,
  );
  expect(said('de', 'clear', 'reversed')).toMatch(
    /Mit jedem Jahrgang gehen Kunden .* um 20\S*\s% langsamer als frühere/,
  );
  expect(said('en', 'clear', 'reversed')).not.toContain('won by an offer');
});

test('a "no" speaks of channels, offers and cohorts only where they could be compared, and of a share only where there is one', () => {
  const said = (language: 'en' | 'de', ...ids: string[]) =>
    customerCarousel.messages[language].answer(
      verdict({ outcome: 'clear', caveats: ids.map((id) => ({ id, values: {} })) }),
      createFormat(language),
    );
  expect(said('en')).toContain('no channel, offer or cohort loses');
  expect(said('en', 'noTrend')).toContain('no channel or offer loses');
  expect(said('en', 'noGroups')).toContain(': newer cohorts do not leave clearly faster');
  expect(said('de', 'noGroups')).toContain(': Neuere Jahrgänge gehen nicht deutlich schneller');
  expect(said('de', 'noGroups', 'noTrend')).not.toMatch(/Vertriebsweg|Jahrg/);
  expect(said('en')).not.toContain('share');
});
