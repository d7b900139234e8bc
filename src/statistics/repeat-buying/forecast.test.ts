import { describe, expect, test } from 'vitest';
import { expectedWhileAlive } from './beta-geometric-expectation.ts';
import { forecastBgBb } from './bg-bb-forecast.ts';
import { forecastBgNbd } from './bg-nbd-forecast.ts';
import { expectedSpend } from './expected-spend.ts';
import { forecastMbgNbd } from './mbg-nbd-forecast.ts';
import { forecastParetoNbd } from './pareto-nbd-forecast.ts';
import { residualValue } from './residual-value.ts';

const newcomer = { frequency: [0], recency: [0], age: [0] };
const beta = { r: { value: 0.5 }, alpha: { value: 6 }, a: { value: 0.8 }, b: { value: 2 } };

/** E of (1 - (1 + p ratio)^-shape) / p over beta(a, b), a and b above 1, by the midpoint rule. */
function bruteForce(shape: number, ratio: number, a: number, b: number): number {
  const steps = 400_000;
  let [sum, mass] = [0, 0];
  for (let k = 0; k < steps; k++) {
    const p = (k + 0.5) / steps;
    const density = p ** (a - 1) * (1 - p) ** (b - 1);
    mass += density;
    sum += (density * (1 - (1 + p * ratio) ** -shape)) / p;
  }
  return sum / mass;
}

describe('expected purchases while alive', () => {
  test.each([
    [0.5, 2, 3, 4],
    [40, 1.5, 2.5, 50],
    [2, 30, 1.2, 1.4],
    [300, 5, 1.7, 8],
    [3, 40, 150, 2],
  ])('match brute-force integration: shape %d, ratio %d, a %d, b %d', (shape, ratio, a, b) => {
    const value = expectedWhileAlive({ shape, scale: 1, a, b }, ratio);
    expect(Math.abs(value / bruteForce(shape, ratio, a, b) - 1)).toBeLessThan(1e-6);
  });

  test.each([
    ['a = 1', { a: 1, b: 2 }, { a: 1 + 1e-7, b: 2 }],
    ['a + b = 1', { a: 0.3, b: 0.7 }, { a: 0.3, b: 0.7 + 1e-7 }],
    ['a at the switch of method', { a: 99.999, b: 3 }, { a: 100.001, b: 3 }],
    ['b at the switch of method', { a: 0.5, b: 999_999 }, { a: 0.5, b: 1_000_001 }],
  ])('pass smoothly through %s', (_, at, beside) => {
    const posterior = { shape: 0.8, scale: 5 };
    const [value, near] = [at, beside].map((leave) => expectedWhileAlive({ ...posterior, ...leave }, 20));
    expect(Math.abs((value ?? 0) / (near ?? 1) - 1)).toBeLessThan(1e-6);
  });

  test('the two methods agree where both work', () => {
    for (const [a, b] of [
      [0.3, 1],
      [0.01, 4],
      [6, 2],
    ] as const) {
      const shape = a + b + 7;
      const [below, at, above] = [-1e-3, 0, 1e-3].map((by) =>
        expectedWhileAlive({ shape: shape + by, scale: 3, a, b }, 9),
      );
      // A jump between the methods would show in the second difference, which is of the order of 1e-7 here.
      expect(Math.abs((below ?? 0) - 2 * (at ?? 0) + (above ?? 0))).toBeLessThan(1e-6);
    }
  });

  test('stay finite and right at the ends of the beta: everybody leaves at once, or nobody', () => {
    const atOnce = expectedWhileAlive({ shape: 2, scale: 1, a: 1e8, b: 1e-9 }, 3);
    expect(atOnce).toBeCloseTo(1 - 4 ** -2, 8);
    const split = expectedWhileAlive({ shape: 2, scale: 1, a: 1e-9, b: 3e-9 }, 3);
    // A quarter leaves at the first purchase, the others never.
    expect(split).toBeCloseTo(0.25 * (1 - 4 ** -2) + 0.75 * 6, 6);
  });

  test('are the plain rate times time when nobody ever leaves', () => {
    expect(expectedWhileAlive({ shape: 3, scale: 10, a: 1, b: 1e12 }, 25)).toBeCloseTo(7.5, 6);
  });
});

describe('probability alive', () => {
  test('BG/NBD flags every row that is alive by construction, and only those', () => {
    const histories = { frequency: [0, 1, 0], recency: [0, 2, 0], age: [50, 50, 1] };
    const { probabilityAlive, aliveByConstruction } = forecastBgNbd({ parameters: beta, histories, horizons: [] });
    expect([...aliveByConstruction]).toEqual([1, 0, 1]);
    expect(probabilityAlive[0]).toBe(1);
    expect(probabilityAlive[1]).toBeLessThan(0.5);
  });

  test('MBG/NBD falls with silence for those who never came back', () => {
    const histories = { frequency: [0, 0, 0], recency: [0, 0, 0], age: [0, 20, 200] };
    const { probabilityAlive } = forecastMbgNbd({ parameters: beta, histories, horizons: [] });
    expect(probabilityAlive[0]).toBeCloseTo(2 / 2.8, 12);
    expect(probabilityAlive[1]).toBeLessThan(probabilityAlive[0] ?? 0);
    expect(probabilityAlive[2]).toBeLessThan(probabilityAlive[1] ?? 0);
  });

  test('ten thousand purchases and a long silence give 0, not NaN', () => {
    const histories = { frequency: [10_000], recency: [100], age: [1000] };
    const pareto = { r: { value: 0.5 }, alpha: { value: 6 }, s: { value: 0.5 }, beta: { value: 8 } };
    expect(forecastBgNbd({ parameters: beta, histories, horizons: [1] }).probabilityAlive[0]).toBe(0);
    expect(forecastParetoNbd({ parameters: pareto, histories, horizons: [1] }).probabilityAlive[0]).toBe(0);
  });
});

describe('models with leaving', () => {
  test('Pareto/NBD passes smoothly through s = 1', () => {
    const at = (s: number) =>
      forecastParetoNbd({
        parameters: { r: { value: 0.5 }, alpha: { value: 6 }, s: { value: s }, beta: { value: 8 } },
        histories: newcomer,
        horizons: [30],
      }).expectedPurchases[0]?.[0] ?? 0;
    expect(at(1)).toBeCloseTo((0.5 / 6) * 8 * Math.log(38 / 8), 12);
    expect(Math.abs(at(1 + 1e-9) / at(1) - 1)).toBeLessThan(1e-8);
  });

  test('BG/BB: expectations add up over occasions as the chain rule says', () => {
    const parameters = { alpha: { value: 1.2 }, beta: { value: 0.8 }, gamma: { value: 1 }, delta: { value: 2.5 } };
    const { expectedPurchases } = forecastBgBb({ parameters, histories: newcomer, horizons: [1, 2] });
    const [one = 0, two = 0] = expectedPurchases.map((column) => column[0] ?? 0);
    // Stay with delta / (gamma + delta), then with (delta + 1) / (gamma + delta + 1); buy with alpha / (alpha + beta).
    expect(one).toBeCloseTo((2.5 / 3.5) * 0.6, 12);
    expect(two - one).toBeCloseTo((2.5 / 3.5) * (3.5 / 4.5) * 0.6, 12);
  });
});

describe('money', () => {
  test('residual value is the discounted sum of what each period adds', () => {
    const value = residualValue({
      cumulativePurchases: [
        [2, 1],
        [3, 1],
      ],
      valuePerPurchase: [10, 100],
      discountPerPeriod: 0.25,
    });
    expect(value[0]).toBeCloseTo(20 / 1.25 + 10 / 1.5625, 12);
    expect(value[1]).toBeCloseTo(100 / 1.25, 12);
  });

  test('expected spend lies between the own and the common mean, nearer the own the more purchases', () => {
    const parameters = { p: { value: 6.25 }, q: { value: 3.75 }, gamma: { value: 15.4 } };
    const common = (6.25 * 15.4) / 2.75;
    const spend = expectedSpend({ parameters, purchases: [0, 1, 50], meanValue: [0, 100, 100] });
    expect(spend[0]).toBeCloseTo(common, 12);
    expect(spend[1]).toBeGreaterThan(common);
    expect(spend[2]).toBeGreaterThan(spend[1] ?? 0);
    expect(spend[2]).toBeLessThan(100);
  });
});
