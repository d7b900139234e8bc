import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { autoregressiveErrors } from './autoregressive-errors.ts';
import { weightedLeastSquares } from './weighted-least-squares.ts';

function series(memory: number, n: number, seed: number) {
  const random = createRandom(seed);
  let shock = random.normal() / Math.sqrt(1 - memory ** 2);
  const time = Array.from({ length: n }, (_, t) => t);
  const response = time.map((t) => {
    shock = memory * shock + random.normal();
    return 3 + 0.05 * t + shock;
  });
  return { columns: [time.map(() => 1), time], response, contrasts: [[0, 1]] };
}

test('recovers the memory of the errors and the planted slope', () => {
  const { estimates, autocorrelation } = autoregressiveErrors(series(0.6, 800, 1));
  expect(Math.abs(autocorrelation - 0.6)).toBeLessThan(0.08);
  expect(estimates[0]?.low).toBeLessThan(0.05);
  expect(estimates[0]?.high).toBeGreaterThan(0.05);
});

test('without memory a long series gives the interval of least squares', () => {
  const input = series(0, 1500, 2);
  const [slope] = autoregressiveErrors(input).estimates;
  const classical = weightedLeastSquares(
    { names: ['one', 't'], columns: input.columns, response: input.response, weights: null, cluster: null },
    { variance: 'classical' },
  ).coefficients[1]?.estimate;
  const width = (slope?.high ?? 0) - (slope?.low ?? 0);
  expect(width / ((classical?.high ?? 0) - (classical?.low ?? 0))).toBeCloseTo(1, 1);
});

test('adding a line and changing the unit move the answer and nothing else', () => {
  const input = series(0.4, 40, 3);
  const moved = { ...input, response: input.response.map((value, t) => 100 * value + 7 * t - 4) };
  const [a] = autoregressiveErrors(input).estimates;
  const [b] = autoregressiveErrors(moved).estimates;
  expect(b?.value).toBeCloseTo(100 * (a?.value ?? 0) + 7, 7);
  expect(b?.low).toBeCloseTo(100 * (a?.low ?? 0) + 7, 4);
});

test('95 % interval of a short series covers the planted slope about 95 % of the time', () => {
  let covered = 0;
  for (let run = 0; run < 150; run++) {
    const [slope] = autoregressiveErrors(series(0.5, 25, 100 + run)).estimates;
    covered += slope !== undefined && slope.low <= 0.05 && slope.high >= 0.05 ? 1 : 0;
  }
  expect(covered / 150).toBeGreaterThan(0.89);
});

test('refuses a series as short as its design and columns that depend on each other', () => {
  expect(() =>
    autoregressiveErrors({
      columns: [
        [1, 1],
        [0, 1],
      ],
      response: [1, 2],
      contrasts: [[1, 0]],
    }),
  ).toThrow(/response/);
  const doubled = {
    columns: [
      [1, 1, 1, 1],
      [2, 2, 2, 2],
    ],
    response: [1, 2, 3, 5],
    contrasts: [[1, 0]],
  };
  expect(() => autoregressiveErrors(doubled)).toThrow(/depend/);
});
