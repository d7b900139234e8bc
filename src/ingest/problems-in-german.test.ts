import { expect, test } from 'vitest';
import { sentence } from './problems.ts';

const NAMES = ['a program', 'a PDF document', 'an archive or another document', 'a file of bytes that are no text'];
const REASONS = ['its table of contents is damaged', 'its sizes are wrong', 'a sheet is missing', 'its end is missing'];

test.each(NAMES)('a German sentence about %s holds no English words', (kind) => {
  const text = sentence('binaryFile', { file: 'x.csv', kind }, 'de');
  expect(text).not.toMatch(/\b(an?|of|that|file|program)\b/);
});

test.each(REASONS)('a German sentence about a file of which %s holds no English words', (reason) => {
  expect(sentence('brokenWorkbook', { file: 'x.xlsx', reason }, 'de')).not.toMatch(/\b(its|is|are|a)\b/);
});

test('what another program said is handed on as it is', () => {
  expect(sentence('brokenGzip', { file: 'x.gz', reason: 'invalid block type' }, 'de')).toContain('invalid block type');
});
