import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { CHECKS } from '../../src/checks/catalogue.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const pages = ['README.md', ...globSync('docs/**/*.md')].sort();

test('every link of a page leads to a file', () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
      .map((match) => join(dirname(page), match[1] ?? ''))
      .filter((target) => !existsSync(target))
      .map((target) => `${page}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('the page of dependencies lists every dependency, and no other', () => {
  const Packages = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .and(z.object({ devDependencies: z.record(z.string(), z.string()) }));
  const { dependencies, devDependencies } = Packages.parse(JSON.parse(read('package.json')));
  const listed = (part: string) => [...part.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]).sort();
  const [toRun = '', toProve = ''] = read('docs/decisions/0001-dependencies.md').split('## To build and prove');
  expect(listed(toRun)).toEqual(Object.keys(dependencies).sort());
  expect(listed(toProve)).toEqual(Object.keys(devDependencies).sort());
});

test('the example of a check is the code of that check', () => {
  const code = read('src/checks/price-walking/check.ts');
  const shown =
    /```ts\n(export const priceWalking[\s\S]*?\n)```/.exec(read('docs/adding-a-check.md'))?.[1] ?? 'nothing';
  expect(code).toContain(shown);
  expect(CHECKS.map(({ id }) => id)).toContain('price-walking');
});
