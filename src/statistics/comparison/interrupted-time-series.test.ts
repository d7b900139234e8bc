import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { weightedLeastSquares } from '../regression/weighted-least-squares.ts';
import { interruptedTimeSeries } from './interrupted-time-series.ts';

const season = (t: number) => 4 * Math.sin((2 * Math.PI * t) / 12);
const line = (t: number) => 50 + 0.3 * t + (t >= 36 ? 6 + 0.5 * (t - 36) : 0);

test('a line with a step, a new slope and a season is recovered exactly', () => {
  const response = Array.from({ length: 60 }, (_, t) => line(t) + season(t));
  const { level, slope, meanEffect } = interruptedTimeSeries({ response, changeAt: 36, season: 12 });
  expect(level.value).toBeCloseTo(6, 8);
  expect(slope.value).toBeCloseTo(0.5, 8);
  expect(meanEffect.value).toBeCloseTo(6 + (0.5 * 23) / 2, 8);
  expect(meanEffect.high - meanEffect.low).toBeLessThan(1e-6);
});

test('with correlated noise the interval still holds the planted step', () => {
  const random = createRandom(2);
  let noise = 0;
  const response = Array.from({ length: 120 }, (_, t) => {
    noise = 0.5 * noise + random.normal();
    return line(t) + noise;
  });
  const { level, diagnostics } = interruptedTimeSeries({ response, changeAt: 36, season: null });
  expect(level.low).toBeLessThan(6);
  expect(level.high).toBeGreaterThan(6);
  expect(diagnostics.autocorrelation).toBeGreaterThan(0.3);
});

test('without lags the standard error is HC1', () => {
  const random = createRandom(3);
  const response = Array.from({ length: 40 }, (_, t) => line(t) + random.normal());
  const time = response.map((_, t) => t);
  const { level } = interruptedTimeSeries({ response, changeAt: 20, season: null }, { errors: 'neweyWest', lag: 0 });
  const fit = weightedLeastSquares(
    {
      names: ['one', 'time', 'level', 'slope'],
      columns: [time.map(() => 1), time, time.map((t) => (t >= 20 ? 1 : 0)), time.map((t) => Math.max(t - 20, 0))],
      response,
      weights: null,
      cluster: null,
    },
    { variance: 'HC1' },
  );
  expect(level.high).toBeCloseTo(fit.coefficients[2]?.estimate.high ?? 0, 8);
});

test('errors that remember the period before make the interval longer than independent errors of the same size', () => {
  const meanWidth = (memory: number) => {
    const random = createRandom(6);
    let total = 0;
    for (let run = 0; run < 20; run++) {
      let noise = random.normal();
      const response = Array.from({ length: 72 }, (_, t) => {
        noise = memory * noise + Math.sqrt(1 - memory ** 2) * random.normal();
        return line(t) + noise;
      });
      const { meanEffect } = interruptedTimeSeries({ response, changeAt: 36, season: null });
      total += meanEffect.high - meanEffect.low;
    }
    return total / 20;
  };
  expect(meanWidth(0.6)).toBeGreaterThan(1.2 * meanWidth(0));
});

test('a series that goes on as before gives an interval around 0', () => {
  const random = createRandom(4);
  const response = Array.from({ length: 80 }, (_, t) => 10 + 0.2 * t + random.normal());
  const { meanEffect } = interruptedTimeSeries({ response, changeAt: 40, season: null });
  expect(meanEffect.low).toBeLessThan(0);
  expect(meanEffect.high).toBeGreaterThan(0);
});

test('waves that a short season cannot tell apart are dropped and named; too short a series is refused', () => {
  const response = Array.from({ length: 24 }, (_, t) => t + (t % 2));
  expect(interruptedTimeSeries({ response, changeAt: 12, season: 2 }).diagnostics.dropped.length).toBeGreaterThan(0);
  expect(() => interruptedTimeSeries({ response, changeAt: 2, season: null })).toThrow(/changeAt/);
  expect(() => interruptedTimeSeries({ response, changeAt: 12, season: 1 })).toThrow(/season/);
});
