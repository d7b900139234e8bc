import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { logRank } from './log-rank.ts';

const sample = (seed: number, hazardRatio: number, n = 80) => {
  const random = createRandom(seed);
  const group = Array.from({ length: n }, (_, i) => i % 2);
  const life = group.map((g) => random.exponential() / (g === 1 ? hazardRatio : 1));
  const seen = life.map(() => 2 * random.uniform());
  return {
    entry: null,
    exit: life.map((t, i) => Math.min(t, seen[i] ?? 0) + 1e-9),
    event: life.map((t, i) => (t <= (seen[i] ?? 0) ? 1 : 0)),
    weights: null,
    group,
    stratum: null,
  };
};

test('rejects a true null about 5 % of the time', () => {
  let rejected = 0;
  for (let seed = 0; seed < 1000; seed++) if (logRank(sample(seed, 1)).pValue < 0.05) rejected += 1;
  expect(rejected / 1000).toBeGreaterThan(0.035);
  expect(rejected / 1000).toBeLessThan(0.068);
});

test('finds a planted threefold hazard', () => {
  expect(logRank(sample(1, 3, 200)).pValue).toBeLessThan(0.001);
});

test('what was seen and what was expected sum to the same', () => {
  const { observed, expected } = logRank({ ...sample(2, 2), stratum: Array.from({ length: 80 }, (_, i) => i % 5) });
  const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);
  expect(sum(observed)).toBeCloseTo(sum(expected), 10);
});

test('renaming groups changes nothing', () => {
  const rows = sample(3, 1.5);
  const renamed = { ...rows, group: rows.group.map((g) => 1 - g) };
  expect(logRank(renamed).chiSquare).toBeCloseTo(logRank(rows).chiSquare, 10);
});

test('groups never seen together cannot be compared', () => {
  const apart = logRank({ ...sample(4, 1), stratum: Array.from({ length: 80 }, (_, i) => i % 2) });
  expect(apart.diagnostics.comparable).toBe(false);
  expect(apart.pValue).toBeNaN();
});
