import { expect, test } from 'vitest';
import { CONDITIONS, withheldConditions } from './withheld.ts';

const stratum = (key: string, told: boolean) => ({
  key,
  effect: told ? { value: 0.9, low: null, high: null, level: 0.95, unit: 'ratio' as const } : null,
  outcome: 'clear' as const,
  counts: {},
});

test('a condition without a number counts as withheld, whether it is named or not', () => {
  const strata = [stratum('pay', true), stratum('limit', false)];
  expect(withheldConditions({ strata })).toEqual([
    'training',
    'trained',
    'recognition',
    'limit',
    'turnover',
    'variable',
  ]);
});

test('nothing is withheld where everything is told, and all where nothing is', () => {
  expect(withheldConditions({ strata: CONDITIONS.map((key) => stratum(key, true)) })).toEqual([]);
  expect(withheldConditions({ strata: [] })).toEqual(CONDITIONS);
});
