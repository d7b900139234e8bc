import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TABLES } from './catalogue.ts';
import { dataDictionary } from './data-dictionary.ts';
import { category, defineTable, id, seconds } from './table.ts';

const tiny = defineTable({
  name: 'tiny',
  number: 7,
  key: ['tiny_id'],
  anyOf: [['wait_s', 'mood']],
  en: 'A tiny thing.',
  de: 'Ein kleines Ding.',
  columns: {
    tiny_id: id({ required: true, en: 'Number.', de: 'Nummer.', synonyms: ['Nr|No'] }),
    wait_s: seconds({ max: 60, event: true, en: 'Wait.', de: 'Warten.', scaled: { tWait: 0.001 } }),
    mood: category({ en: 'Mood.', de: 'Laune.', values: { good: ['gut'], bad: [] } }),
  },
});
const lines = dataDictionary([tiny]).split('\n');

test('the committed dictionary is the one the tables generate', () => {
  const committed = readFileSync(new URL('../../docs/data-dictionary.md', import.meta.url), 'utf8');
  expect(committed === dataDictionary(TABLES), 'docs/data-dictionary.md is stale: run "npm run docs"').toBe(true);
});

test('a required column is bold, and a pipe in a header does not break the table', () => {
  expect(lines).toContain('| **tiny_id** | id |  | Number. | Nummer. |  | Nr\\|No |');
});

test('a column shows unit, limits, and headers of another unit with their factor', () => {
  expect(lines).toContain(
    '| wait_s | seconds | s | Wait. | Warten. | 0 to 60; not in the future · nicht in der Zukunft | tWait (× 0.001) |',
  );
});

test('a closed list shows each value with its spellings', () => {
  expect(lines).toContain('| mood | category |  | Mood. | Laune. | `good` (gut); `bad` |  |');
});

test('a table shows its key and what a row needs', () => {
  expect(lines).toContain('Key · Schlüssel: `tiny_id`. At least one of · mindestens eine von: `wait_s`, `mood`.');
});

test('every table and every column has its line', () => {
  const text = dataDictionary(TABLES);
  const missing = TABLES.flatMap((table) => {
    const section = text.split(`\n## ${table.number} ${table.name}\n`)[1] ?? '';
    return Object.keys(table.columns).filter(
      (name) => !new RegExp(`^\\| (\\*\\*)?${name}(\\*\\*)? \\|`, 'm').test(section),
    );
  });
  expect(missing).toEqual([]);
});
