import { expect, test } from 'vitest';
import { createFormat } from '#domain/format.ts';
import { eventText, whenText } from './event-text.ts';
import { CUSTOMER_WORDS } from './words.ts';

const de = createFormat('de');
const en = createFormat('en');

test('a call in plain words: duration with its unit, a flag as a statement, the tone not repeated', () => {
  const facts = { direction: 'in', channel: 'phone', wait_s: '234', resolved: 'false', tone: 'neutral' };
  expect(eventText({ facts }, CUSTOMER_WORDS.de.events, de)).toBe(
    'eingehend · Telefon · Wartezeit: 3 min 54 s · nicht gelöst',
  );
  expect(eventText({ facts }, CUSTOMER_WORDS.en.events, en)).toBe('in · phone · wait: 3 min 54 s · not resolved');
});

test('amounts are money, and what nobody has a word for is shown as it is', () => {
  const facts = { kind: 'discount', value: '134.75', trigger: 'some_new_code' };
  expect(eventText({ facts }, CUSTOMER_WORDS.en.events, en)).toBe('discount · worth: €134.75 · trigger: some new code');
});

test('a day stays a day, an instant has its time', () => {
  expect(whenText('2026-06-30', de)).toBe('30.06.2026');
  expect(whenText('2026-06-30T08:05:00Z', de)).toBe('30.06.2026, 08:05');
});
