import { expect, test } from 'vitest';
import { createRandom } from '#statistics/random.ts';
import { poissonRegression } from '#statistics/regression/poisson-regression.ts';
import { rateFactors } from './rate-factors.ts';

const random = createRandom(7);
const size = 400;
const first = Int32Array.from({ length: size }, () => random.integer(3));
const second = Int32Array.from(first, (level) => (random.uniform() < 0.2 + 0.3 * level ? 1 : 0));
const time = Float64Array.from(first, () => 1 + 20 * random.uniform());
const events = time.map((own, row) =>
  random.poisson(own * 0.1 * (1 + (first[row] ?? 0)) * (second[row] === 1 ? 2 : 1)),
);
const rows = { levels: [first, second], sizes: [3, 2] };

test('ratios are those of Poisson regression with an indicator for every level but one', () => {
  const [values = new Float64Array()] = rateFactors(rows, { events, time }, null);
  const is = (levels: Int32Array, level: number) => Float64Array.from(levels, (own) => (own === level ? 1 : 0));
  const { coefficients } = poissonRegression({
    names: ['one', 'first 1', 'first 2', 'second 1'],
    columns: [new Float64Array(size).fill(1), is(first, 1), is(first, 2), is(second, 1)],
    events,
    exposure: time,
    offset: null,
    cluster: null,
  });
  expect(Math.log((values[1] ?? 0) / (values[0] ?? 0))).toBeCloseTo(coefficients[1]?.estimate.value ?? 0, 5);
  expect(Math.log((values[2] ?? 0) / (values[0] ?? 0))).toBeCloseTo(coefficients[2]?.estimate.value ?? 0, 5);
});

test('a start from elsewhere ends in the same ratios, and a level without events is 0', () => {
  const none = events.map((count, row) => (first[row] === 2 ? 0 : count));
  const [cold = new Float64Array()] = rateFactors(rows, { events: none, time }, null);
  const [warm = new Float64Array()] = rateFactors(
    rows,
    { events: none, time },
    rateFactors(rows, { events, time }, null),
  );
  expect((warm[1] ?? 0) / (warm[0] ?? 0)).toBeCloseTo((cold[1] ?? 0) / (cold[0] ?? 0), 5);
  expect([cold[2], warm[2]]).toEqual([0, 0]);
});
