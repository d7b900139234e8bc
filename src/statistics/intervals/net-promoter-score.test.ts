import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { netPromoterScore } from './net-promoter-score.ts';

test('is the Wald interval of the answers with three more, a quarter each', () => {
  const { value, low, high } = netPromoterScore({ promoters: 40, detractors: 20, answers: 100 });
  expect(value).toBe(20);
  const [up, down] = [40.75 / 103, 20.75 / 103];
  const half = 1.95996398 * Math.sqrt((up + down - (up - down) ** 2) / 103);
  expect(high).toBeCloseTo(100 * (up - down + half), 6);
  expect(low).toBeCloseTo(100 * (up - down - half), 6);
});

test('all promoters are not certainty, and the interval stays on the scale', () => {
  const { low, high } = netPromoterScore({ promoters: 10, detractors: 0, answers: 10 });
  expect(low).toBeLessThan(90);
  expect(high).toBeLessThanOrEqual(100);
});

test('95 % interval covers the true score about 95 % of the time', () => {
  const random = createRandom(5);
  let covered = 0;
  for (let run = 0; run < 3000; run++) {
    const answers = Array.from({ length: 50 }, random.uniform);
    const promoters = answers.filter((u) => u < 0.5).length;
    const detractors = answers.filter((u) => u > 0.8).length;
    const { low, high } = netPromoterScore({ promoters, detractors, answers: 50 });
    if (low <= 30 && high >= 30) covered += 1;
  }
  expect(covered / 3000).toBeGreaterThan(0.935);
  expect(covered / 3000).toBeLessThan(0.97);
});

test('refuses no answers and parts beyond the whole', () => {
  expect(() => netPromoterScore({ promoters: 0, detractors: 0, answers: 0 })).toThrow(/^answers/);
  expect(() => netPromoterScore({ promoters: 6, detractors: 5, answers: 10 })).toThrow(/^promoters/);
});
