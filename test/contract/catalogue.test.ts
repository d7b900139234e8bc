import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../src/checks/catalogue.ts';
import type { Check } from '../../src/checks/check.ts';
import type { CheckWords } from '../../src/checks/check-messages.ts';
import { METHOD_SOURCES } from '../../src/checks/method-sources.ts';
import { STEP_WORDS } from '../../src/checks/step-words.ts';
import type { Fact } from '../../src/facts/fact.ts';
import { TABLES } from '../../src/warehouse/catalogue.ts';
import { saysCause } from './causal-words.ts';

const CANONICAL = TABLES.map((table) => table.name);
// The readiness of the data is asked of every table there is, whatever other checks need.
const ASKS_EVERY_TABLE = 'data-readiness';

/** Names behind FROM and JOIN, without those that the statement itself defines. */
function readBy(sql: string): readonly string[] {
  const own = new Set([...sql.matchAll(/\b(\w+) AS \(/g)].map((match) => match[1]));
  const named = [...sql.matchAll(/\b(?:FROM|JOIN)\s+`?(\w+)/g)].map((match) => match[1] ?? '');
  return [...new Set(named)].filter((name) => !own.has(name));
}
const tablesIn = (sql: string) => readBy(sql).filter((name) => CANONICAL.includes(name));
const factsIn = (sql: string) => readBy(sql).filter((name) => name.startsWith('fact_'));

const withThoseBefore = (facts: readonly Fact[]): readonly Fact[] =>
  facts.flatMap((fact) => [...withThoseBefore(fact.after), fact]);
const sqlOf = (check: Check) =>
  [
    check.subjects.sql,
    ...Object.values(check.cells).flatMap((spec) => [spec.where ?? '', ...Object.values(spec.sums)]),
  ].join('\n');
const columnsOf = (needs: Check['requires']) =>
  Object.entries(needs).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
const known = TABLES.flatMap((table) => Object.keys(table.columns).map((column) => `${table.name}.${column}`));

/** Ids of the notes that the code of a check can make, as far as they are written out. */
function notesIn(id: string): readonly string[] {
  const code = globSync(`src/checks/${id}/*.ts`)
    .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('messages.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const made = /\b(?:note|inconclusive)\(\s*'([\w-]+)'|\bid: '([\w-]+)',\s*values\b/g;
  return [...new Set([...code.matchAll(made)].map((match) => match[1] ?? match[2] ?? ''))];
}

const facts = [...new Set(CHECKS.flatMap((check) => withThoseBefore(check.facts)))];

test('every fact that an answer goes through has its sentence in both languages, and no other', () => {
  const names = facts.map(({ name }) => name).sort();
  for (const language of ['en', 'de'] as const) expect(Object.keys(STEP_WORDS[language]).sort()).toEqual(names);
});

test('every folder of a check is in the catalogue, and nothing else is', () => {
  const folders = globSync('src/checks/*/check.ts').map((file) => file.split(/[\\/]/).at(-2));
  expect(CHECKS.map(({ id }) => id).sort()).toEqual(folders.sort());
});

test('the reading of SQL finds tables behind FROM and JOIN and leaves out names that the statement defines', () => {
  const sql = 'WITH cost AS (SELECT * FROM contract) SELECT * FROM cost LEFT JOIN `survey` AS s ON true';
  expect(readBy(sql)).toEqual(['contract', 'survey']);
});

test('sentences that name a cause are told from those that only describe', () => {
  const causal = ['A discount leads to more exits.', 'They left because of the price.', 'This was caused by the wait.'];
  const ursache = ['Ein Rabatt führt oft zu Kündigungen.', 'Das wurde verursacht.', 'Er bringt Treue hervor.'];
  expect(causal.filter((text) => saysCause(text, 'en') === null)).toEqual([]);
  expect(ursache.filter((text) => saysCause(text, 'de') === null)).toEqual([]);
  expect(saysCause('Those who waited longer left more often.', 'en')).toBeNull();
  expect(saysCause('Wer länger wartete, ging öfter; das Gespräch führt der Kunde.', 'de')).toBeNull();
});

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test('asks a measure of the method and has its test beside it', () => {
    expect(Number(check.measure.slice(1))).toBeGreaterThanOrEqual(1);
    expect(Number(check.measure.slice(1))).toBeLessThanOrEqual(28);
    expect(existsSync(`src/checks/${id}/check.test.ts`)).toBe(true);
  });

  test('names columns that exist', () => {
    const named = [...columnsOf(check.requires), ...columnsOf(check.sharpens)];
    expect(named.filter((column) => !known.includes(column))).toEqual([]);
  });

  test('reads only tables and facts that it declares', () => {
    const declared = [
      ...Object.keys(check.requires),
      ...Object.keys(check.sharpens),
      ...check.facts.flatMap((fact) => fact.reads),
    ];
    const undeclared = tablesIn(sqlOf(check)).filter((table) => !declared.includes(table));
    expect(id === ASKS_EVERY_TABLE ? [] : undeclared).toEqual([]);
    const built = withThoseBefore(check.facts).map((fact) => fact.name);
    expect(factsIn(sqlOf(check)).filter((fact) => !built.includes(fact))).toEqual([]);
  });

  test('has the same words in both languages', () => {
    const { en, de } = check.messages;
    const tables = ['notes', 'details', 'counts', 'excluded', 'dimensions', 'charts'] as const;
    const keys = (words: CheckWords) => tables.map((table) => [table, Object.keys(words[table]).sort()]);
    const series = (words: CheckWords) =>
      Object.entries(words.charts).map(([chart, given]) => [chart, Object.keys(given.series).sort()]);
    expect(keys(de)).toEqual(keys(en));
    expect(series(de).sort()).toEqual(series(en).sort());
  });

  test('has words for every note that its code can make', () => {
    const made = notesIn(id);
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((note) => check.messages.en.notes[note] === undefined)).toEqual([]);
  });

  test('can say which columns are missing', () => {
    if (Object.keys(check.requires).length === 0) return;
    for (const language of ['en', 'de'] as const)
      expect(Object.keys(check.messages[language].notes)).toContain('missingColumns');
  });

  test('claims no cause in how it was computed, which is shown at every grade', () => {
    expect(saysCause(check.messages.en.method, 'en')).toBeNull();
    expect(saysCause(check.messages.de.method, 'de')).toBeNull();
  });
});

test.each(facts.map((fact) => [fact.name, fact] as const))('%s declares the tables and facts it reads', (_, fact) => {
  const built = withThoseBefore(fact.after).flatMap((before) => [before.name, ...before.reads]);
  expect(tablesIn(fact.sql).filter((table) => !fact.reads.includes(table))).toEqual([]);
  expect(factsIn(fact.sql).filter((name) => !built.includes(name))).toEqual([]);
});

test('every check names where its method was read, with author and year, or says that it only counts', () => {
  expect(Object.keys(METHOD_SOURCES).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
  for (const sources of Object.values(METHOD_SOURCES)) {
    expect(new Set(sources).size).toBe(sources.length);
    for (const source of sources) expect(source).toMatch(/^[A-Z][^()]+ \((19|20)\d\d\), .{10,}/);
  }
});
