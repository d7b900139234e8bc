import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorText } from '../../src/cli/error-text.ts';
import { EXIT, EXIT_OF } from '../../src/cli/exit-codes.ts';
import { AppError, ERROR_CODES } from '../../src/domain/app-error.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { importProblemWords } from '../../src/ingest/import/import-problem.ts';

const page = readFileSync('docs/errors.md', 'utf8');
const cells = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));
const documentedExits = cells.filter(([, first = '']) => /^\d+$/.test(first));
const documentedCodes = cells.filter(([, , second = '']) => /^\d+$/.test(second));

test('docs/errors.md lists every error code with its exit code, and no other', () => {
  const documented = documentedCodes.map(([, code, exit]) => [code, Number(exit)]);
  expect(documented).toEqual(ERROR_CODES.map((code) => [code, EXIT_OF[code]]));
});

test('docs/errors.md lists every exit code by its name, and no other', () => {
  const documented = documentedExits.map(([, exit, name]) => [name, Number(exit)]);
  expect(documented).toEqual(Object.entries(EXIT));
});

test('every code of the page says what it means, what is safe and what to do', () => {
  const thin = documentedCodes.filter((row) => row.slice(3, 6).some((cell) => cell.length < 12));
  expect(thin.map(([, code]) => code)).toEqual([]);
});

test('no two errors that need different hands end with the same exit code by chance', () => {
  expect(new Set(Object.values(EXIT)).size).toBe(Object.keys(EXIT).length);
  expect(Object.values(EXIT_OF)).not.toContain(EXIT.ok);
});

/** Ids as they are declared in the English half of the sentences of reading and mapping. */
const readingProblems = [
  ...(readFileSync('src/ingest/problems.ts', 'utf8')
    .split('const de:')[0]
    ?.matchAll(/^ {2}(\w+): \(/gm) ?? []),
].map((match) => match[1] ?? '');
const PROBLEMS = [...new Set([...readingProblems, ...Object.keys(importProblemWords.en)])];

/** The sentence of a problem, every detail it asks for shown as its name in angle brackets. */
function told(problem: string, language: Language): string {
  const details = new Proxy<Record<string, string>>(
    {},
    { get: (_, name) => (name === 'problem' ? problem : `<${String(name)}>`) },
  );
  return errorText(new AppError('importRefused', 'no sentence', details), language);
}
const detailsIn = (sentence: string) => [...new Set(sentence.match(/<\w+>/g) ?? [])].sort();

describe.each(PROBLEMS)('problem %s', (problem) => {
  test('has a whole sentence of its own in both languages, with the same details', () => {
    for (const language of LANGUAGES) {
      const sentence = told(problem, language);
      expect(sentence).not.toContain('no sentence');
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      expect(sentence).toMatch(/[.)]$/);
    }
    expect(detailsIn(told(problem, 'de'))).toEqual(detailsIn(told(problem, 'en')));
    expect(told(problem, 'de')).not.toBe(told(problem, 'en'));
  });
});

test('every code without a problem of its own has a sentence in both languages', () => {
  const own = ERROR_CODES.filter((code) => code.startsWith('store') || code === 'importNotFound' || code === 'stopped');
  const details = { where: 'x', version: 2, newest: 1, what: 'x', reason: 'x', importId: 1 };
  for (const code of own) {
    const [en, de] = [
      errorText(new AppError(code, 'raw', details), 'en'),
      errorText(new AppError(code, 'raw', details), 'de'),
    ];
    expect([en, de].join(' ')).not.toMatch(/undefined|\braw\b/);
    expect(de).not.toBe(en);
  }
});
