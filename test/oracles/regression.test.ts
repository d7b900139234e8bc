import { describe, expect, test } from 'vitest';
import { designMatrix } from '#statistics/regression/design-matrix.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import { poissonRegression } from '#statistics/regression/poisson-regression.ts';
import { weightedLeastSquares } from '#statistics/regression/weighted-least-squares.ts';

const one = (rows: number): number[] => new Array<number>(rows).fill(1);

describe('Longley, certified by NIST (Statistical Reference Datasets), the classic near-collinear regression', () => {
  const columns = [
    [83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
    [
      234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601,
      518173, 554894,
    ],
    [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
    [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
    [
      107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368,
      127852, 130081,
    ],
    Array.from({ length: 16 }, (_, k) => 1947 + k),
  ];
  const response = [
    60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551,
  ];
  const fit = weightedLeastSquares(
    {
      names: ['one', 'deflator', 'gnp', 'unemployed', 'forces', 'population', 'year'],
      columns: [one(16), ...columns],
      response,
      weights: null,
      cluster: null,
    },
    { variance: 'classical' },
  );
  test.each([
    [0, -3482258.63459582, 890420.383607373],
    [1, 15.0618722713733, 84.9149257747669],
    [2, -0.035819179292591, 0.0334910077722432],
    [3, -2.02022980381683, 0.488399681651699],
    [4, -1.03322686717359, 0.214274163161675],
    [5, -0.0511041056535807, 0.22607320006937],
    [6, 1829.15146461355, 455.478499142212],
  ])('coefficient %i', (k, value, standardError) => {
    const coefficient = fit.coefficients[k];
    expect((coefficient?.estimate.value ?? 0) / value).toBeCloseTo(1, 6);
    expect((coefficient?.standardError ?? 0) / standardError).toBeCloseTo(1, 6);
  });
  test('residual standard deviation and R squared', () => {
    expect(Math.sqrt(fit.residualVariance)).toBeCloseTo(304.854073561965, 4);
    expect(fit.rSquared).toBeCloseTo(0.995479004577296, 9);
  });
});

test('Bliss (1935) beetles by logistic regression, Dobson & Barnett (2008), An Introduction to Generalized Linear Models, table 7.3', () => {
  const dose = [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.861, 1.8839];
  const fit = logisticRegression({
    names: ['one', 'dose'],
    columns: [one(8), dose],
    successes: [6, 13, 18, 28, 52, 53, 61, 60],
    trials: [59, 60, 62, 56, 63, 59, 62, 60],
    offset: null,
    cluster: null,
  });
  expect(fit.coefficients[0]?.estimate.value).toBeCloseTo(-60.717, 3);
  expect(fit.coefficients[0]?.standardError).toBeCloseTo(5.181, 2);
  expect(fit.coefficients[1]?.estimate.value).toBeCloseTo(34.27, 2);
  expect(fit.coefficients[1]?.standardError).toBeCloseTo(2.912, 2);
});

test('randomised trial of Dobson (1990) by Poisson regression, as printed in the help of R glm', () => {
  const design = designMatrix({
    rows: 9,
    terms: [
      { kind: 'intercept' },
      { kind: 'category', name: 'outcome', values: [1, 2, 3, 1, 2, 3, 1, 2, 3], reference: 1 },
      { kind: 'category', name: 'treatment', values: [1, 1, 1, 2, 2, 2, 3, 3, 3], reference: 1 },
    ],
  });
  const fit = poissonRegression({
    ...design,
    events: [18, 17, 15, 20, 10, 20, 25, 13, 12],
    exposure: null,
    offset: null,
    cluster: null,
  });
  const published = [
    [3.045, 0.1709],
    [-0.4543, 0.2022],
    [-0.293, 0.1927],
    [0, 0.2],
    [0, 0.2],
  ];
  published.forEach(([value, standardError], k) => {
    expect(fit.coefficients[k]?.estimate.value).toBeCloseTo(value ?? 0, 3);
    expect(fit.coefficients[k]?.standardError).toBeCloseTo(standardError ?? 0, 3);
  });
});

test('deaths of British doctors by age and smoking, rates per person-year, Dobson & Barnett (2008), table 9.3', () => {
  const age = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5];
  const smoker = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0];
  const fit = poissonRegression({
    names: ['one', 'smoker', 'age', 'ageSquared', 'smokerAge'],
    columns: [one(10), smoker, age, age.map((a) => a * a), age.map((a, i) => a * (smoker[i] ?? 0))],
    events: [32, 104, 206, 186, 102, 2, 12, 28, 28, 31],
    exposure: [52407, 43248, 28612, 12663, 5317, 18790, 10673, 5710, 2585, 1462],
    offset: null,
    cluster: null,
  });
  const published = [
    [1, 1.441, 0.372],
    [2, 2.376, 0.208],
    [3, -0.198, 0.027],
    [4, -0.308, 0.097],
  ];
  for (const [k, value, standardError] of published) {
    expect(fit.coefficients[k ?? 0]?.estimate.value).toBeCloseTo(value ?? 0, 3);
    expect(fit.coefficients[k ?? 0]?.standardError).toBeCloseTo(standardError ?? 0, 3);
  }
});

test('the published 93 / 45 / 14 / 3 % of repurchase: odds ratios of after-sales 81.612 and 26.455, of the sale 16.238 and 5.264', () => {
  const satisfied = { sale: [1, 0, 1, 0], after: [1, 1, 0, 0] };
  const saturated = (sale: readonly number[], after: readonly number[]) => {
    const both = sale.map((value, i) => value * (after[i] ?? 0));
    // No cell sizes are published: a hundred each serve for odds, never for an interval.
    const fit = logisticRegression(
      {
        names: ['one', 'sale', 'after', 'both'],
        columns: [one(4), sale, after, both],
        successes: [93, 45, 14, 3],
        trials: [100, 100, 100, 100],
        offset: null,
        cluster: null,
      },
      { penalty: 'none' },
    );
    return fit.coefficients.map(({ estimate }) => estimate.value);
  };
  const [, sale = 0, after = 0, both = 0] = saturated(satisfied.sale, satisfied.after);
  expect(Math.exp(after + both)).toBeCloseTo(81.612, 3);
  expect(Math.exp(after)).toBeCloseTo(26.455, 3);
  expect(Math.exp(sale + both)).toBeCloseTo(16.238, 3);
  expect(Math.exp(sale)).toBeCloseTo(5.264, 3);
});
