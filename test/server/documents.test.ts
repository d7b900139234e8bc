import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENDPOINTS } from '../../src/endpoints/catalogue.ts';

test('docs/server.md lists every address with what it does and who may use it, and no other', () => {
  const rows = readFileSync('docs/server.md', 'utf8').match(/^\| `(GET|POST|PUT|DELETE) .*$/gm) ?? [];
  const written = ENDPOINTS.map(({ method, path, summary, access }) => {
    const who = Array.isArray(access) ? access.join(', ') : access;
    return `| \`${method} ${path}\` | ${summary} | ${who} |`;
  });
  expect([...rows].sort()).toEqual(written.sort());
});
