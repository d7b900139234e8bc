import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { derivedEstimate } from './derived-estimate.ts';
import { fitParetoNbd } from './pareto-nbd.ts';
import { forecastParetoNbd } from './pareto-nbd-forecast.ts';

const random = createRandom(91);

/** One year of customers with known rates of buying and leaving. */
function draw(customers: number) {
  const rows = Array.from({ length: customers }, () => {
    const rate = random.gamma(0.8) / 8;
    const end = Math.min(52, (random.exponential() * 20) / random.gamma(0.9));
    let [frequency, recency] = [0, 0];
    for (let at = random.exponential() / rate; at < end; at += random.exponential() / rate) {
      frequency += 1;
      recency = at;
    }
    return { frequency, recency };
  });
  return {
    frequency: rows.map(({ frequency }) => frequency),
    recency: rows.map(({ recency }) => recency),
    age: rows.map(() => 52),
    customers: null,
  };
}

const newcomer = { frequency: [0], recency: [0], age: [0] };

describe('derived estimate', () => {
  test('of a parameter is the estimate of that parameter', () => {
    const { parameters, logCovariance } = fitParetoNbd(draw(500));
    const own = derivedEstimate({ parameters, logCovariance, quantity: ({ alpha }) => alpha.value });
    expect(own.low).toBeCloseTo(parameters.alpha.low, 6);
    expect(own.high).toBeCloseTo(parameters.alpha.high, 6);
  });

  test('covers the expected purchases of a newcomer about 95 % of the time', () => {
    const truth = forecastParetoNbd({
      parameters: { r: { value: 0.8 }, alpha: { value: 8 }, s: { value: 0.9 }, beta: { value: 20 } },
      histories: newcomer,
      horizons: [40],
    }).expectedPurchases[0]?.[0];
    let covered = 0;
    for (let run = 0; run < 60; run++) {
      const { parameters, logCovariance } = fitParetoNbd(draw(250));
      const { low, high } = derivedEstimate({
        parameters,
        logCovariance,
        quantity: (point) =>
          forecastParetoNbd({ parameters: point, histories: newcomer, horizons: [40] }).expectedPurchases[0]?.[0] ?? 0,
      });
      if (low <= (truth ?? 0) && high >= (truth ?? 0)) covered += 1;
    }
    // 60 draws of 95 %: fewer than 52 would happen once in five hundred.
    expect(covered).toBeGreaterThanOrEqual(52);
  });

  test('is unbounded where the fit was not identified, and refuses what is not positive', () => {
    const { parameters } = fitParetoNbd(draw(100));
    const quantity = () => 3;
    expect(derivedEstimate({ parameters, logCovariance: null, quantity })).toMatchObject({ value: 3, low: 0 });
    expect(() => derivedEstimate({ parameters, logCovariance: null, quantity: () => 0 })).toThrow(/quantity/);
  });
});
