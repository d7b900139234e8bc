import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { pooledLogistic } from './pooled-logistic.ts';
import { pooledLogisticCurve } from './pooled-logistic-curve.ts';
import { riskTable } from './risk-table.ts';
import { survivalShare } from './survival-share.ts';

/** Person-months of customers whose log odds to leave are -3 - 0.05 month + 0.6 exposed, in cells by month and exposure. */
function cells(seed: number, customers: number, months = 24) {
  const random = createRandom(seed);
  const atRisk = new Float64Array(2 * months);
  const events = new Float64Array(2 * months);
  const life = { exit: new Float64Array(customers), event: new Float64Array(customers) };
  for (let i = 0; i < customers; i++) {
    const exposed = i % 2;
    let month = 0;
    let left = false;
    while (month < months && !left) {
      const cell = 2 * month + exposed;
      atRisk[cell] = (atRisk[cell] ?? 0) + 1;
      left = random.uniform() < 1 / (1 + Math.exp(3 + 0.05 * month - 0.6 * exposed));
      if (left) events[cell] = (events[cell] ?? 0) + 1;
      month += 1;
    }
    life.exit[i] = month;
    life.event[i] = left ? 1 : 0;
  }
  const tenure = Float64Array.from(atRisk, (_, cell) => Math.floor(cell / 2));
  const columns = [Float64Array.from(atRisk, (_, cell) => cell % 2)];
  return { input: { tenure, events, atRisk, names: ['exposed'], columns, cluster: null }, life };
}

test('recovers the planted odds ratio and covers it about 95 % of the time', () => {
  let covered = 0;
  let sum = 0;
  for (let seed = 0; seed < 200; seed++) {
    const estimate = pooledLogistic(cells(seed, 500).input).fit.coefficients.at(-1)?.estimate;
    if (estimate && estimate.low <= 0.6 && estimate.high >= 0.6) covered += 1;
    sum += estimate?.value ?? Number.NaN;
  }
  expect(sum / 200).toBeCloseTo(0.6, 1);
  expect(covered / 200).toBeGreaterThan(0.91);
  expect(covered / 200).toBeLessThan(0.985);
});

test('its curve without columns follows Kaplan-Meier', () => {
  const { input, life } = cells(1, 20_000);
  const model = pooledLogistic({ ...input, names: [], columns: [] });
  const { survival } = pooledLogisticCurve({ model, profile: [], from: 0, periods: 24 });
  const free = kaplanMeier(riskTable({ entry: null, ...life, weights: null }));
  for (const month of [1, 6, 12, 24]) {
    const share = survivalShare(free, month);
    expect(Math.abs((survival[month - 1]?.value ?? 0) - share.value)).toBeLessThan(0.01);
    expect((survival[month - 1]?.high ?? 0) - (survival[month - 1]?.low ?? 0)).toBeLessThan(
      share.high - share.low + 0.002,
    );
  }
});

test('one tenure needs no spline', () => {
  const { fit, knots } = pooledLogistic({
    tenure: [3, 3],
    events: [20, 40],
    atRisk: [100, 100],
    names: ['x'],
    columns: [[0, 1]],
    cluster: null,
  });
  expect(knots).toBeNull();
  expect(fit.coefficients.at(-1)?.estimate.value).toBeCloseTo(Math.log((0.4 / 0.6) * 4), 8);
});

test('refuses a profile that does not fit', () => {
  const model = pooledLogistic(cells(2, 300).input);
  expect(() => pooledLogisticCurve({ model, profile: [], from: 0, periods: 2 })).toThrow(/^profile/);
});
