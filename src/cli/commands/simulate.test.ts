import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '#domain/language.ts';
import type { Context } from '../context.ts';
import { CLI_WORDS } from '../words.ts';
import { simulateCommand } from './simulate.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'stammkunde-simulate-'));
});
afterAll(() => rmSync(home, { recursive: true }));

const context = (language: Language = 'en', signal = new AbortController().signal): Context => ({
  language,
  words: CLI_WORDS[language],
  signal,
  say: () => {},
  note: () => {},
});
const SMALL = { customers: '60', seed: '3' };
const bytesOf = (folder: string) => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

test('same call, same bytes; another world replaces every file of the earlier one', async () => {
  const [one, other] = [join(home, 'one'), join(home, 'other')];
  await simulateCommand(context(), 'A', { ...SMALL, out: one });
  await simulateCommand(context('de'), 'b', { ...SMALL, out: other });
  expect(existsSync(join(other, 'new_business_price.csv'))).toBe(false);
  await simulateCommand(context('de'), 'a', { ...SMALL, out: other });
  expect(bytesOf(other)).toEqual(bytesOf(one));
});

test('mechanisms that are named are off, and no others', async () => {
  const out = join(home, 'without');
  await simulateCommand(context(), 'A', { ...SMALL, out, without: 'G6, g14', clean: true });
  expect(JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8'))).toMatchObject({ off: ['G6', 'G14'], clean: true });
});

test.each<[string, string, object, RegExp]>([
  ['an unknown world', 'X', {}, /"X".*A, B, C, D/],
  ['an unknown mechanism', 'C', { without: 'G6,G99' }, /"G99".*G1, .*G26/],
  ['half a customer', 'A', { customers: '1.5' }, /--customers.*"1.5".*1/],
  ['a seed that is no number', 'A', { seed: 'abc' }, /--seed.*"abc".*0/],
])('%s is refused with what is possible', async (_, world, given, sentence) => {
  const asked = simulateCommand(context(), world, { ...SMALL, ...given, out: join(home, 'refused') });
  await expect(asked).rejects.toMatchObject({ code: 'argumentInvalid', message: expect.stringMatching(sentence) });
  expect(existsSync(join(home, 'refused'))).toBe(false);
});

test("a folder with somebody's own files is left alone", async () => {
  const out = mkdtempSync(join(home, 'own-'));
  writeFileSync(join(out, 'contract.csv'), 'mine');
  const asked = simulateCommand(context('de'), 'A', { ...SMALL, out });
  await expect(asked).rejects.toMatchObject({ message: expect.stringContaining('eigene Dateien (contract.csv)') });
  expect(bytesOf(out)).toEqual([['contract.csv', 'mine']]);
});

test('stopped, it leaves the earlier company as it was', async () => {
  const out = join(home, 'stopped');
  await simulateCommand(context(), 'C', { ...SMALL, out });
  const before = bytesOf(out);
  const asked = simulateCommand(context('en', AbortSignal.abort()), 'A', { ...SMALL, out });
  await expect(asked).rejects.toMatchObject({ code: 'stopped' });
  expect(bytesOf(out)).toEqual(before);
});
