import { describe, expect, test } from 'vitest';
import { emptyExitOdds, fillExitOdds, type ParetoNbdParameters } from './pareto-exit-odds.ts';

/** The same odds by brute force: Simpson's rule on 200,000 steps of log time, scaled by the largest value. */
function bruteForce({ r, alpha, s, beta }: ParetoNbdParameters, x: number, recency: number, age: number): number {
  const shift = Math.min(alpha, beta);
  const [from, to] = [Math.log(shift + recency), Math.log(shift + age)];
  const steps = 200_000;
  const logAt = (k: number) => {
    const y = Math.exp(from + ((to - from) * k) / steps) - shift;
    return -(r + x) * Math.log(alpha + y) - (s + 1) * Math.log(beta + y) + Math.log(shift + y);
  };
  const top = Math.max(logAt(0), logAt(steps));
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const inner = k % 2 === 0 ? 2 : 4;
    sum += (k === 0 || k === steps ? 1 : inner) * Math.exp(logAt(k) - top);
  }
  const integral = (sum * (to - from)) / steps / 3;
  return Math.log(s * integral) + top + (r + x) * Math.log(alpha + age) + s * Math.log(beta + age);
}

const typical = { r: 0.55, alpha: 10.6, s: 0.61, beta: 11.7 };

describe('odds of having left', () => {
  test.each([
    ['a typical customer', typical, 2, 30.43, 38.86],
    ['never came back', typical, 0, 0, 38.86],
    ['alpha far above beta', { r: 0.5, alpha: 800, s: 1.4, beta: 0.02 }, 3, 2, 100],
    ['beta far above alpha', { r: 0.5, alpha: 0.02, s: 1.4, beta: 800 }, 3, 2, 100],
    ['two hundred purchases', { r: 2, alpha: 6, s: 0.8, beta: 9 }, 200, 10, 60],
    ['five thousand purchases', { r: 2, alpha: 6, s: 0.8, beta: 9 }, 5000, 50, 60],
    ['five thousand purchases, alpha far above', { r: 2, alpha: 6000, s: 0.8, beta: 0.9 }, 5000, 10, 60],
    ['seen on the last day', typical, 4, 38.85, 38.86],
  ] as const)('match brute-force integration: %s', (_, parameters, x, recency, age) => {
    const odds = emptyExitOdds();
    fillExitOdds(parameters, x, recency, age, odds);
    expect(Math.abs(odds.logOdds - bruteForce(parameters, x, recency, age))).toBeLessThan(1e-9);
  });

  test('match the closed form where alpha equals beta', () => {
    const odds = emptyExitOdds();
    fillExitOdds({ r: 0.7, alpha: 9, s: 0.6, beta: 9 }, 3, 5, 40, odds);
    const power = 0.7 + 3 + 0.6;
    const closed = (0.6 / power) * ((49 / 14) ** power - 1);
    expect(odds.logOdds).toBeCloseTo(Math.log(closed), 12);
  });

  test('are nil when there was no time to leave', () => {
    const odds = emptyExitOdds();
    fillExitOdds(typical, 4, 38.86, 38.86, odds);
    expect(odds.logOdds).toBe(Number.NEGATIVE_INFINITY);
  });
});
