import { describe, expect, test } from 'vitest';
import { createFormat } from '#domain/format.ts';
import type { Fact } from '#facts/fact.ts';
import { RULE_PACKS } from './catalogue.ts';
import { outOfForce } from './judge.ts';
import { RULE_WORDS } from './reason-words.ts';

const sqlOf = (fact: Fact): string => [fact.sql, ...fact.after.map(sqlOf)].join('\n');

test('ids and tables of the packs are their own', () => {
  expect(new Set(RULE_PACKS.map(({ id }) => id)).size).toBe(RULE_PACKS.length);
  expect(new Set(RULE_PACKS.map(({ fact }) => fact.name)).size).toBe(RULE_PACKS.length);
});

const en = createFormat('en');

describe.each(RULE_PACKS)('$id', (pack) => {
  test('is dated, versioned and sourced', () => {
    expect(pack.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(pack.validFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(pack.validTo === null || pack.validTo > pack.validFrom).toBe(true);
    expect(pack.sources.length).toBeGreaterThan(0);
    expect(pack.words.en.limits).toHaveLength(pack.words.de.limits.length);
  });

  test('has words for every reason that its SQL can give', () => {
    const given = [...sqlOf(pack.fact).matchAll(/'([a-z]+[A-Z][A-Za-z]*)'/g)].map((match) => match[1] ?? '');
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((reason) => !Object.hasOwn(RULE_WORDS.en.reasons, reason))).toEqual([]);
  });

  test('refuses a day before its law with a plain sentence, and none on the first day', () => {
    const dayBefore = new Date(Date.parse(pack.validFrom) - 86_400_000).toISOString().slice(0, 10);
    expect(outOfForce(pack, dayBefore, 'en')).toBe(
      `${pack.law} holds from ${en.day(pack.validFrom)}; ${en.day(dayBefore)} lies before that, so nothing can be judged by it.`,
    );
    expect(outOfForce(pack, dayBefore, 'de')).toContain(`gilt ab ${createFormat('de').day(pack.validFrom)}`);
    expect(outOfForce(pack, pack.validFrom, 'en')).toBeNull();
  });

  test('refuses a day after the end that is known, if there is one', () => {
    const refusal = outOfForce(pack, '2099-01-01', 'en');
    if (pack.validTo === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(`until ${en.day(pack.validTo)}`);
  });
});
