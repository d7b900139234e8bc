import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { selfControlledCaseSeries } from './self-controlled-case-series.ts';

test('recovers a planted rate ratio although frail people are exposed more', () => {
  const random = createRandom(4);
  const persons = Array.from({ length: 1500 }, (_, i) => ({ person: `p${i}`, startDay: 1, endDay: 200 }));
  const events: { person: string; day: number }[] = [];
  const exposures: { person: string; fromDay: number; toDay: number; window: string }[] = [];
  for (const { person } of persons) {
    const frailty = random.gamma(1);
    const exposed = random.uniform() < Math.min(0.9, 0.3 * frailty);
    const fromDay = 30 + random.integer(120);
    if (exposed) exposures.push({ person, fromDay, toDay: fromDay + 20, window: 'price rise' });
    for (let day = 1; day <= 200; day++) {
      const inside = exposed && day >= fromDay && day <= fromDay + 20;
      if (random.uniform() < 0.005 * frailty * (inside ? 3 : 1)) events.push({ person, day });
    }
  }
  const fit = selfControlledCaseSeries({ persons, events, exposures, bandEndDays: [100] });
  const [effect, band] = fit.coefficients;
  expect(effect?.estimate.low).toBeLessThan(Math.log(3));
  expect(effect?.estimate.high).toBeGreaterThan(Math.log(3));
  expect(effect?.estimate.low).toBeGreaterThan(0.5);
  expect(band?.name).toBe('after day 100');
  expect(Math.abs(band?.estimate.value ?? 1)).toBeLessThan(0.25);
});

const ONE = { persons: [{ person: 'a', startDay: 1, endDay: 100 }], bandEndDays: [] };

test('one window, no bands: the ratio of two rates', () => {
  const day = [5, 12, 15, 40, 70, 90];
  const fit = selfControlledCaseSeries({
    ...ONE,
    events: day.map((d) => ({ person: 'a', day: d })),
    exposures: [{ person: 'a', fromDay: 11, toDay: 20, window: 'w' }],
  });
  expect(fit.coefficients[0]?.estimate.value).toBeCloseTo(Math.log(2 / 10 / (4 / 90)), 9);
});

test('people without events change nothing', () => {
  const input = {
    ...ONE,
    events: [
      { person: 'a', day: 12 },
      { person: 'a', day: 50 },
    ],
    exposures: [{ person: 'a', fromDay: 11, toDay: 20, window: 'w' }],
  };
  const more = { ...input, persons: [...input.persons, { person: 'b', startDay: 1, endDay: 900 }] };
  expect(selfControlledCaseSeries(more).coefficients).toEqual(selfControlledCaseSeries(input).coefficients);
});

test('refuses strangers, days outside observation and windows that run backwards', () => {
  const exposures = [{ person: 'a', fromDay: 11, toDay: 20, window: 'w' }];
  const events = [{ person: 'a', day: 12 }];
  expect(() => selfControlledCaseSeries({ ...ONE, events: [{ person: 'z', day: 1 }], exposures })).toThrow(/z/);
  expect(() => selfControlledCaseSeries({ ...ONE, events: [{ person: 'a', day: 101 }], exposures })).toThrow(/outside/);
  expect(() =>
    selfControlledCaseSeries({ ...ONE, events, exposures: [{ person: 'a', fromDay: 9, toDay: 1, window: 'w' }] }),
  ).toThrow(/before/);
});
