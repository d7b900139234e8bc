import { describe, expect, test } from 'vitest';
import { concentrationIndex } from '#statistics/concentration/concentration-index.ts';
import { gini } from '#statistics/concentration/gini.ts';

// Numbers of test/oracles/scripts/concentration.R: the published formulas of Kakwani, Wagstaff & van Doorslaer (1997),
// written out independently in base R.
const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];

describe('ten incomes of the R package ineq', () => {
  test('Gini 0.462091130 with its published standard error', () => {
    const { gini: found, standardError } = gini({ values: incomes, counts: null });
    expect(found.value).toBeCloseTo(0.462091130268, 11);
    expect(standardError).toBeCloseTo(0.0765755789455, 11);
  });
});

describe('twelve customers in eight ranks, four of them tied', () => {
  const columns = {
    outcome: [3, 0, 5, 2, 8, 1, 9, 4, 12, 7, 2, 6],
    rankBy: [1, 1, 2, 3, 3, 3, 4, 5, 5, 6, 7, 8],
    counts: null,
  };

  test('concentration index with the grouped standard error', () => {
    const { index, standardError } = concentrationIndex(columns, { kind: 'relative' });
    expect(index.value).toBeCloseTo(0.152542372881, 11);
    expect(standardError).toBeCloseTo(0.100212817731, 11);
  });

  test('absolute index', () => {
    expect(concentrationIndex(columns, { kind: 'absolute' }).index.value).toBeCloseTo(0.75, 12);
  });
});
