import { describe, expect, test } from 'vitest';
import { TABLES, tableNamed } from './catalogue.ts';
import type { Column, Table } from './table.ts';

/** The published data model: name and required columns, "a|b" where one of both is enough. */
const MODEL: readonly (readonly [number, string, string])[] = [
  [1, 'customer', 'customer_id'],
  [2, 'contract', 'contract_id, customer_id, product_id, start_date'],
  [3, 'price_event', 'contract_id, valid_from, price'],
  [4, 'product', 'product_id'],
  [5, 'new_business_price', 'product_id, valid_from, price'],
  [6, 'offer', 'offer_id, valid_from, audience'],
  [7, 'contact', 'contact_id, started_at'],
  [8, 'case', 'case_id, customer_id, opened_at'],
  [9, 'approval', 'case_id, requested_at'],
  [10, 'assignment', 'customer_id, staff_pid, valid_from'],
  [11, 'staff', 'staff_pid, role_class, team_id, entered'],
  [12, 'team_pulse', 'team_id, wave, item, n, mean'],
  [13, 'exit_event', 'customer_id, at, kind'],
  [14, 'concession', 'customer_id, at, value'],
  [15, 'recognition', 'customer_id, at, kind'],
  [16, 'survey', 'customer_id|respondent_id, at, item, value, scale_max'],
  [17, 'referral', 'referred_customer_id, at'],
  [18, 'tie', 'customer_id_a, customer_id_b, kind'],
  [19, 'customer_value', 'customer_id, period, margin|revenue'],
  [20, 'cost', 'period, amount, purpose'],
  [21, 'notice_event', 'at, kind'],
  [22, 'mention', 'at, source, rating|polarity'],
  [23, 'touchpoint', 'touchpoint_id, name, phase'],
  [24, 'promise', 'promise_id, valid_from'],
];

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? '')
    .replaceAll(/[^a-z0-9]/g, '');

/** What two of the lists have in common after folding, or what one of them says twice. */
function clashes(lists: readonly (readonly [string, readonly string[]])[]): string[] {
  const owner = new Map<string, string>();
  const found: string[] = [];
  for (const [name, spellings] of lists)
    for (const spelling of [name, ...spellings]) {
      const key = folded(spelling);
      const first = owner.get(key);
      if (first !== undefined) found.push(`"${spelling}": ${first} and ${name}`);
      owner.set(key, name);
    }
  return found;
}

const requiredOf = (table: Table) => {
  const single = Object.entries(table.columns).filter(([, column]) => column.required);
  return [...single.map(([name]) => name), ...table.anyOf.map((group) => group.join('|'))].sort();
};
const columnsOf = (table: Table) => Object.entries(table.columns);
const headersOf = (column: Column) => [...column.synonyms, ...Object.keys(column.scaled)];

test('the catalogue holds tables 1 to 24 of the data model in order, of 24 the promises alone, and nothing else', () => {
  expect(TABLES.map((table) => [table.number, table.name])).toEqual(MODEL.map(([number, name]) => [number, name]));
});

test.each(MODEL)('table %i %s requires exactly what the data model prints bold', (_, name, required) => {
  const table = tableNamed(name);
  expect(table === null ? null : requiredOf(table)).toEqual(required.split(', ').sort());
});

test('an unknown name is no table', () => {
  expect(tableNamed('practice')).toBeNull();
});

describe.each(TABLES.map((table) => [table.name, table] as const))('%s', (_, table) => {
  test('no header can mean two columns, and none is listed twice', () => {
    expect(clashes(columnsOf(table).map(([name, column]) => [name, headersOf(column)]))).toEqual([]);
  });

  test('no spelling can mean two values of a closed list', () => {
    const found = columnsOf(table).flatMap(([name, { values }]) =>
      clashes(Object.entries(values ?? {})).map((clash) => `${name} ${clash}`),
    );
    expect(found).toEqual([]);
  });

  test('no header or spelling vanishes when compared', () => {
    const all = columnsOf(table).flatMap(([, column]) => [
      ...headersOf(column),
      ...Object.values(column.values ?? {}).flat(),
    ]);
    expect(all.filter((spelling) => folded(spelling) === '')).toEqual([]);
  });

  test('table and columns say what they mean in both languages, as sentences', () => {
    const words = [table, ...Object.values(table.columns)].flatMap(({ en, de }) => [en, de]);
    expect(words.filter((text) => !/^\S.*(\.|\.\.\.)$/.test(text))).toEqual([]);
  });

  test('only words from a list are closed lists, and only figures have limits', () => {
    const figures = ['money', 'number', 'count', 'share', 'seconds'];
    const wrong = columnsOf(table).filter(
      ([, { kind, values, min, max }]) =>
        (values !== null && kind !== 'category') || ((min !== null || max !== null) && !figures.includes(kind)),
    );
    expect(wrong).toEqual([]);
  });

  test('an order compares two columns of one kind', () => {
    const kinds = table.orders.map(({ before, after }) => [table.columns[before]?.kind, table.columns[after]?.kind]);
    expect(kinds.filter(([before, after]) => before !== after)).toEqual([]);
  });

  test('the customer column is an identifier', () => {
    expect(table.customer === null ? 'id' : table.columns[table.customer]?.kind).toBe('id');
  });
});

test('no group of fewer than five people can be stored in the team pulse', () => {
  const floors = TABLES.flatMap((table) => columnsOf(table).flatMap(([name, { min }]) => (name === 'n' ? [min] : [])));
  expect(floors).toEqual([5]);
});

test('words of customers and authors are marked as free text', () => {
  const marked = TABLES.flatMap((table) =>
    columnsOf(table).flatMap(([name, column]) => (column.freeText ? [`${table.name}.${name}`] : [])),
  );
  expect(marked).toEqual(['exit_event.reason_stated', 'survey.reason_text', 'touchpoint.blocked_by']);
});
