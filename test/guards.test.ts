import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const sources = globSync('src/**/*.{ts,tsx}');
const run = (command: string, ...args: string[]) =>
  execFileSync(`node_modules/.bin/${command}`, args, { encoding: 'utf8', maxBuffer: 64e6 });

test('the dependency check reads every source file', () => {
  const Report = z.object({ modules: z.array(z.object({ source: z.string() })) });
  const report = Report.parse(
    JSON.parse(run('depcruise', 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json')),
  );
  const seen = report.modules.filter((module) => /^src\/.*\.tsx?$/.test(module.source)).length;
  expect(seen).toBe(sources.length);
});

test('the type check reads every source file', () => {
  const listed = ['tsconfig.json', 'src/web/tsconfig.json'].flatMap((project) =>
    execFileSync('node', ['node_modules/ts7/bin/tsc', '--listFilesOnly', '-p', project], {
      encoding: 'utf8',
      maxBuffer: 64e6,
    }).split('\n'),
  );
  const ours = listed.filter((line) => line.includes('/src/') && !line.includes('node_modules'));
  const seen = [...new Set(ours)];
  expect(seen.length).toBe(sources.length);
});

test('no source file is longer than 400 lines, half are under 70, nine in ten under 200', () => {
  const lengths = sources
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(file, 'utf8').split('\n').length)
    .sort((a, b) => a - b);
  expect(lengths.at(-1) ?? 0).toBeLessThanOrEqual(400);
  expect(lengths[Math.floor(lengths.length / 2)] ?? 0).toBeLessThanOrEqual(70);
  expect(lengths[Math.floor(lengths.length * 0.9)] ?? 0).toBeLessThanOrEqual(200);
});

test('nothing reads the clock or unseeded randomness', () => {
  const offenders = sources.filter((file) => {
    const text = readFileSync(file, 'utf8');
    const clock = /\bDate\.now\(|new Date\(\)|\b(now|today|rand\d*|generateUUIDv4)\(\)/.test(text);
    // The command line is the edge: it passes today's date in and measures its own progress.
    return (clock && !file.startsWith('src/cli/')) || /\bMath\.random\b/.test(text);
  });
  expect(offenders.filter((file) => !file.endsWith('.test.ts'))).toEqual([]);
});
