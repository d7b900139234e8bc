import { expect, test } from 'vitest';
import { judgeProof } from './proof-verdict.ts';

const result = (treatedOutcomes: number, holdoutOutcomes: number, customers: number) => ({
  treatedCustomers: customers,
  treatedOutcomes,
  holdoutCustomers: customers,
  holdoutOutcomes,
});

test('the difference is the published one', () => {
  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10: 56/70 - 48/80.
  const verdict = judgeProof(
    { treatedCustomers: 70, treatedOutcomes: 56, holdoutCustomers: 80, holdoutOutcomes: 48 },
    0.05,
  );
  expect(verdict?.outcome).toBe('more');
  expect(verdict?.difference.low).toBeCloseTo(0.0524, 4);
  expect(verdict?.difference.high).toBeCloseTo(0.3339, 4);
});

test('fewer among the treated is less, and swapping the groups turns it round', () => {
  expect(judgeProof(result(100, 160, 1000), 0.02)?.outcome).toBe('less');
  expect(judgeProof(result(160, 100, 1000), 0.02)?.outcome).toBe('more');
});

test('few customers are not enough, many alike are no difference that matters', () => {
  expect(judgeProof(result(15, 15, 100), 0.02)?.outcome).toBe('notEnough');
  expect(judgeProof(result(15_000, 15_000, 100_000), 0.02)?.outcome).toBe('noDifference');
});

test('more outcomes than customers are no result', () => {
  expect(judgeProof(result(11, 2, 10), 0.02)).toBeNull();
});
