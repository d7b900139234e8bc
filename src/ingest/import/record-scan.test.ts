import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Source } from '../plan.ts';
import { dataLines } from './line-count.ts';
import { scanRecords } from './record-scan.ts';

function sourceOf(content: string, firstDataLine = 2): Source {
  const folder = mkdtempSync(join(tmpdir(), 'stammkunde-scan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  const place = {
    path,
    readPath: path,
    delimiter: ';',
    headers: ['a', 'b'],
    skipLines: firstDataLine - 1,
    firstDataLine,
  };
  return { ...place, format: 'csv', counted: 'lines', gzipped: false, sha256: '', bytes: content.length };
}
const linesOf = async (content: string, records: readonly number[], firstDataLine = 2) => {
  const { lines } = await scanRecords(sourceOf(content, firstDataLine), new Set(records));
  return records.map((record) => lines.get(record));
};

test('plain records stand one a line', async () => {
  expect(await linesOf('a;b\n1;2\n3;4\n5;6\n', [1, 3])).toEqual([2, 4]);
});

test('line breaks inside quotes, doubled quotes and quotes inside plain fields are told apart', async () => {
  const content = 'a;b\n"x\ny";1\n"say ""hi""\n";2\nit"s;"3"\n4;5\n';
  expect(await linesOf(content, [1, 2, 3, 4])).toEqual([2, 4, 6, 7]);
});

test('lines before the data are skipped as lines, also with Windows line ends', async () => {
  expect(await linesOf('title\r\n\r\na;b\r\n1;2\r\n"3\r\n";4\r\n5;6', [1, 2, 3], 4)).toEqual([4, 5, 7]);
});

test('a field that goes on behind its quote and a quote that never closes are found', async () => {
  const broken = await scanRecords(sourceOf('a;b\n1;2\n"Meier" GmbH;3\n'), null);
  expect(broken).toMatchObject({ brokenQuoteLine: 3, openQuoteLine: null });
  const open = await scanRecords(sourceOf(`a;b\n1;2\n"open;3\n${'4;5\n'.repeat(20_000)}`), null);
  expect(open).toMatchObject({ brokenQuoteLine: null, openQuoteLine: 3 });
});

test('lines of data are counted without header and without blank lines at the end', async () => {
  expect(await dataLines(sourceOf('a;b\n1;2\n3;4\n'))).toEqual({ lines: 2, blankAtEnd: 0 });
  expect(await dataLines(sourceOf('a;b\n1;2\n3;4'))).toEqual({ lines: 2, blankAtEnd: 0 });
  expect(await dataLines(sourceOf('a;b\r\n1;2\r\n3;4\r\n\r\n\r\n'))).toEqual({ lines: 2, blankAtEnd: 2 });
  expect(await dataLines(sourceOf('a;b\n1;2\n\n3;4\n'))).toEqual({ lines: 3, blankAtEnd: 0 });
});

test('every change of line minus record is told, whichever records were wanted', async () => {
  const scan = await scanRecords(sourceOf('a;b\n1;2\n3;"x\ny"\n5;6\n7;"\n\n"\n9;0\n'), new Set([1]));
  expect(scan).toMatchObject({ records: 5, shiftsKnownTo: 5 });
  expect(scan.shifts).toEqual([
    [1, 1],
    [3, 2],
    [5, 4],
  ]);
});

test('of very many changes the first are told, and up to which record', async () => {
  const scan = await scanRecords(sourceOf(`a;b\n${'1;"x\ny"\n'.repeat(3000)}`), new Set([2500]));
  expect(scan.shifts).toHaveLength(2000);
  expect(scan.shiftsKnownTo).toBe(2000);
  expect(scan.lines.get(2500)).toBe(2 + 2 * 2499);
});
