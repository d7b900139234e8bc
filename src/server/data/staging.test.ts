import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { filesOf, safeName, stageFiles } from './staging.ts';

const directory = mkdtempSync(join(tmpdir(), 'stammkunde-staging-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\exports\\Kunden.xlsx', 'Kunden.xlsx'],
  ['.hidden', 'hidden'],
  ['..', 'file'],
  ['', 'file'],
  ['a\u0000b\n.csv', 'a_b_.csv'],
  ['Verträge 2026.csv', 'Verträge 2026.csv'],
])('the name %j becomes %j and cannot leave its folder', (given, kept) => {
  expect(safeName(given, new Set())).toBe(kept);
});

test('two files of one name both stay', () => {
  expect(safeName('a.csv', new Set(['a.csv', '2-a.csv']))).toBe('3-a.csv');
});

async function* arriving(...contents: string[]) {
  for (const content of contents) yield { filename: 'a.csv', stream: Readable.from([Buffer.from(content)]) };
}
async function* breaking() {
  yield { filename: 'a.csv', stream: Readable.from([Buffer.from('x')]) };
  throw new Error('connection lost');
}

test('what arrived can be found again, with its size', async () => {
  const staged = await stageFiles(directory, 'whole', arriving('one', 'second'), 1);
  expect(staged).toEqual([
    { name: 'a.csv', bytes: 3 },
    { name: '2-a.csv', bytes: 6 },
  ]);
  expect(await filesOf(directory, 'whole')).toHaveLength(2);
});

test('too much over all files, nothing at all, or a cut in the middle: nothing stays', async () => {
  const half = 'x'.repeat(600_000);
  await expect(stageFiles(directory, 'much', arriving(half, half), 1)).rejects.toMatchObject({ code: 'tooLarge' });
  await expect(stageFiles(directory, 'none', arriving(''), 1)).rejects.toMatchObject({ code: 'notPossibleNow' });
  await expect(stageFiles(directory, 'cut', breaking(), 1)).rejects.toThrow('connection lost');
  expect(readdirSync(directory)).toEqual(['whole']);
  expect(existsSync(join(directory, 'much'))).toBe(false);
});

test.skipIf(!existsSync('/dev/full'))(
  'a disk that is full (needs /dev/full): nothing stays, not even what fitted',
  async () => {
    mkdirSync(join(directory, 'full', 'files'), { recursive: true });
    // The device that says of every byte that there is no space left.
    symlinkSync('/dev/full', join(directory, 'full', 'files', '2-a.csv'));
    await expect(stageFiles(directory, 'full', arriving('fits', 'does not'), 1)).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect(existsSync(join(directory, 'full'))).toBe(false);
  },
);
