import { expect, test } from 'vitest';
import { betaDiscreteWeibull } from '#statistics/survival/retention/beta-discrete-weibull.ts';
import { retentionCurve } from '#statistics/survival/retention/retention-curve.ts';
import { shiftedBetaGeometric } from '#statistics/survival/retention/shifted-beta-geometric.ts';

// Per cent still customers after each year: Fader & Hardie (2007), Journal of Interactive Marketing 21(1), table 1.
const REGULAR = [63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1];
const HIGH_END = [86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1];

/** Of 1,000 customers, those lost in each year and those left after the last. */
function counts(percent: readonly number[]) {
  const lost = percent.map((share, t) => 10 * ((percent[t - 1] ?? 100) - share));
  return { lost, remaining: percent.map((share, t) => (t === percent.length - 1 ? 10 * share : 0)) };
}

test('shifted beta-geometric of the regular customers', () => {
  const { alpha, beta, logLikelihood } = shiftedBetaGeometric(counts(REGULAR));
  expect(alpha.value).toBeCloseTo(0.70408, 4);
  expect(beta.value).toBeCloseTo(1.18204, 4);
  expect(logLikelihood).toBeCloseTo(-1680.265, 3);
  const { survival } = retentionCurve({ alpha: alpha.value, beta: beta.value, shape: 1 }, 12);
  expect(100 * (survival[12] ?? 0)).toBeCloseTo(17, 2);
});

test('shifted beta-geometric of the high-end customers, as published', () => {
  const { alpha, beta, logLikelihood } = shiftedBetaGeometric(counts(HIGH_END));
  expect(alpha.value).toBeCloseTo(0.668, 3);
  expect(beta.value).toBeCloseTo(3.806, 3);
  expect(logLikelihood).toBeCloseTo(-1611.2, 1);
});

test('beta-discrete-Weibull of the regular customers', () => {
  const { alpha, beta, shape, logLikelihood } = betaDiscreteWeibull(counts(REGULAR));
  expect(alpha.value).toBeCloseTo(0.45561, 4);
  expect(beta.value).toBeCloseTo(0.77933, 4);
  expect(shape.value).toBeCloseTo(1.28345, 4);
  expect(logLikelihood).toBeCloseTo(-1679.603, 3);
  const curve = retentionCurve({ alpha: alpha.value, beta: beta.value, shape: shape.value }, 12);
  expect(100 * (curve.survival[12] ?? 0)).toBeCloseTo(17.73, 2);
});
