// Adds up the closing lines of every test run in a log and prints "N passed, N failed".
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const [file, status] = process.argv.slice(2);
const lines = stripVTControlCharacters(readFileSync(file, 'utf8')).split('\n');
const count = (word) =>
  lines
    .filter((line) => /^\s*Tests\s/.test(line))
    .reduce((sum, line) => sum + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0);
const failed = count('failed');
process.stdout.write(`${count('passed')} passed, ${failed || (status === '0' ? 0 : 1)} failed\n`);
