import { describe, expect, test } from 'vitest';
import { AppError, ERROR_CODES } from '#domain/app-error.ts';
import { errorAnswer } from './error-answer.ts';
import { errorSentence } from './error-sentence.ts';
import { REASON_WORDS } from './error-words.ts';

const details = new Proxy<Record<string, string>>({}, { get: (_, name) => `<${String(name)}>` });
const BY_PROBLEM = [
  'importRefused',
  'fileNotFound',
  'fileUnreadable',
  'mappingInvalid',
  'expressionInvalid',
  'argumentInvalid',
  'notPossibleNow',
  'ruleNotInForce',
];
const own = ERROR_CODES.filter((code) => !BY_PROBLEM.includes(code));

test.each(own)('%s has a whole sentence of its own in both languages', (code) => {
  const error = new AppError(code, 'raw', details);
  const [en, de] = [errorSentence(error, 'en'), errorSentence(error, 'de')];
  expect(en).not.toBe(de);
  for (const sentence of [en, de]) expect(sentence).not.toMatch(/\braw\b|undefined|\[object/);
  const named = (sentence: string) => [...new Set(sentence.match(/<\w+>/g) ?? [])].sort();
  expect(named(de)).toEqual(named(en));
});

test.each(Object.keys(REASON_WORDS.en))('the reason %s is told in both languages', (reason) => {
  const error = new AppError('notPossibleNow', reason, { reason });
  const [en, de] = [errorSentence(error, 'en'), errorSentence(error, 'de')];
  expect([en, de]).not.toContain(reason);
  expect(en).not.toBe(de);
});

describe('nothing of the inside gets out', () => {
  test('a fault of the program tells neither message nor place', () => {
    const { status, body } = errorAnswer(new TypeError('SELECT * FROM customer failed in /srv/house'), 'en');
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toMatch(/SELECT|srv/);
  });

  test('the engine’s words and places on our disk stay inside', () => {
    const error = new AppError('queryFailed', 'x', { name: 'people', reason: 'SELECT ...', where: '/srv/house' });
    expect(errorAnswer(error, 'en').body.details).toEqual({});
  });

  test('a full disk is told as such', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(errorAnswer(full, 'de')).toMatchObject({ status: 507, body: { code: 'storeFull' } });
  });
});
