import { expect, test } from 'vitest';
import { deleteAGroup } from '../jackknife/delete-a-group.ts';
import { createRandom } from '../random.ts';
import { areaUnderCurve, countAtRisk, survivalAt, survivalCurve, timeOfShare } from './curve.ts';
import { restrictedMean } from './restricted-mean.ts';

test('counts at risk follow who enters and leaves', () => {
  expect(Array.from(countAtRisk(null, [1, 2, 3]))).toEqual([6, 5, 3]);
  // Two enter at the first time and are at risk from the second on.
  expect(Array.from(countAtRisk([2, 0, 0], [1, 2, 3]))).toEqual([4, 5, 3]);
});

test('reads the curve between, before and after its times', () => {
  const [time, survival] = [
    [2, 5],
    [0.5, 0.25],
  ];
  expect([1, 2, 4, 9].map((t) => survivalAt(time, survival, t))).toEqual([1, 0.5, 0.5, 0.25]);
  expect(areaUnderCurve(time, survival, 4)).toBe(2 + 1);
  expect(areaUnderCurve(time, survival, 10)).toBe(2 + 1.5 + 1.25);
});

test('a flat stretch on the share gives its middle', () => {
  expect(timeOfShare([2, 5], [0.5, 0.25], 0.5)).toBe(3.5);
  expect(timeOfShare([2, 5], [0.6, 0.25], 0.5)).toBe(5);
  expect(timeOfShare([2, 5], [0.6, 0.55], 0.5)).toBe(Number.POSITIVE_INFINITY);
});

test('jackknifed on counts per time, the restricted mean has the standard error of the formula', () => {
  const random = createRandom(9);
  const months = 24;
  const groups = 100;
  const total = new Float64Array(months * 2);
  const values = Array.from({ length: groups }, () => new Float64Array(months * 2));
  for (let i = 0; i < 5000; i++) {
    const end = Math.ceil(20 * random.exponential());
    const seen = Math.min(end, 1 + random.integer(months));
    for (const sums of [total, values[random.integer(groups)] ?? total]) {
      const at = (seen - 1) * 2;
      sums[at] = (sums[at] ?? 0) + 1;
      sums[at + 1] = (sums[at + 1] ?? 0) + (end === seen ? 1 : 0);
    }
  }
  const time = Array.from({ length: months }, (_, i) => i + 1);
  const leaving = (sums: Float64Array) => sums.filter((_, i) => i % 2 === 0);
  const events = (sums: Float64Array) => sums.filter((_, i) => i % 2 === 1);
  const key = Int32Array.from(time, (t) => t - 1);
  const jackknife = deleteAGroup({
    keys: months,
    sums: 2,
    total,
    replicates: values.map((values) => ({ key, values })),
    theta: (sums) => [areaUnderCurve(time, survivalCurve(countAtRisk(null, leaving(sums)), events(sums)), 18)],
    scale: 'identity',
  });
  const formula = restrictedMean(
    { time, atRisk: countAtRisk(null, leaving(total)), events: events(total) },
    { horizon: 18 },
  );
  expect(jackknife.estimates[0]?.value).toBe(formula.mean.value);
  const ratio = (jackknife.standardErrors[0] ?? 0) / formula.standardError;
  expect(ratio).toBeGreaterThan(0.85);
  expect(ratio).toBeLessThan(1.15);
});
