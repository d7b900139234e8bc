import { expect, test } from 'vitest';
import { nelsonAalen } from './nelson-aalen.ts';
import { riskTable } from './risk-table.ts';

test('sums the shares of those at risk, interval symmetric on the log scale', () => {
  const curve = nelsonAalen(riskTable({ entry: null, exit: [1, 2, 2, 3], event: [1, 1, 0, 1], weights: null }));
  expect(Array.from(curve.cumulativeHazard)).toEqual([1 / 4, 1 / 4 + 1 / 3, 1 / 4 + 1 / 3 + 1]);
  expect(curve.standardError[1]).toBeCloseTo(Math.sqrt(1 / 16 + 1 / 9), 12);
  expect((curve.low[2] ?? 0) * (curve.high[2] ?? 0)).toBeCloseTo((curve.cumulativeHazard[2] ?? 0) ** 2, 12);
});
