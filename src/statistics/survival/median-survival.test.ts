import { expect, test } from 'vitest';
import { medianSurvival } from './median-survival.ts';
import { riskTable } from './risk-table.ts';

const exit = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test('without censoring it is the middle time', () => {
  const table = riskTable({ entry: null, exit, event: exit.map(() => 1), weights: null });
  expect(medianSurvival(table).value).toBe(5);
  expect(medianSurvival(table, { share: 0.25 }).value).toBe(7);
});

test('a curve that never falls to a half has no median and an open interval', () => {
  const table = riskTable({ entry: null, exit, event: exit.map((t) => (t < 3 ? 1 : 0)), weights: null });
  expect(medianSurvival(table)).toMatchObject({ value: Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY });
});

test('refuses a share outside 0..1', () => {
  const table = riskTable({ entry: null, exit, event: exit.map(() => 1), weights: null });
  expect(() => medianSurvival(table, { share: 1 })).toThrow(/^share/);
});
