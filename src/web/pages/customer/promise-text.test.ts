import { expect, test } from 'vitest';
import { createFormat } from '#domain/format.ts';
import { answerText, type Occasion, promiseText, spanText, standingText } from './promise-text.ts';
import { TIE_WORDS } from './tie-words.ts';

const [en, de] = [createFormat('en'), createFormat('de')];
const occasion: Occasion = {
  promiseId: 'LETTER',
  measure: 'case_closed',
  topic: 'letter',
  withinSeconds: 86_400,
  share: 0.9,
  dueOn: '2026-06-21',
  standing: 'late',
  seconds: 2 * 86_400,
};

test.each([
  [90, '90 seconds', '90 Sekunden'],
  [180, '3 minutes', '3 Minuten'],
  [86_400, '24 hours', '24 Stunden'],
  [3 * 86_400, '3 days', '3 Tage'],
])('%d seconds in words', (seconds, english, german) => {
  expect(spanText(seconds, TIE_WORDS.en.promises, en)).toBe(english);
  expect(spanText(seconds, TIE_WORDS.de.promises, de)).toBe(german);
});

test('a promise says its time and the share it is given for, and what became of it by how much', () => {
  expect(promiseText(occasion, TIE_WORDS.en.promises, en)).toBe(
    'Matter settled (within: 24 hours) · promised for 90% of all occasions',
  );
  expect(standingText(occasion, TIE_WORDS.en.promises, en)).toBe('late by 2 days');
  expect(standingText(occasion, TIE_WORDS.de.promises, de)).toBe('2 Tage zu spät');
});

test('a call-back without a later call of ours is not said to be broken', () => {
  const callback: Occasion = { ...occasion, measure: 'callback', withinSeconds: null, share: null };
  expect(promiseText(callback, TIE_WORDS.en.promises, en)).toBe('Call-back');
  expect(standingText({ ...callback, standing: 'unknown', seconds: null }, TIE_WORDS.en.promises, en)).toBe(
    'no call of ours on record since',
  );
  expect(standingText({ ...callback, standing: 'called', seconds: 3 * 3600 }, TIE_WORDS.de.promises, de)).toBe(
    'Anruf von uns 3 Stunden später',
  );
});

test('the answer names what was not kept and what is open only where there is some', () => {
  const say = (total: number, kept: number, notKept: number, callbacks = 0) =>
    answerText({ total, callbacks, kept, notKept, latest: [] }, TIE_WORDS.en.promises, en);
  expect(say(1, 1, 0)).toBe('Kept in the last twelve months: 1 of 1.');
  expect(say(9, 3, 3)).toBe('Kept in the last twelve months: 3 of 9. Not kept: 3. Open, or cannot be told: 3.');
  expect(say(3, 1, 0, 2)).toBe('Kept in the last twelve months: 1 of 1. Call-backs promised: 2.');
  expect(say(2, 0, 0, 2)).toBe('Call-backs promised: 2.');
  expect(say(0, 0, 0)).toBe(TIE_WORDS.en.promises.none);
});
