import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { betaDiscreteWeibull } from './beta-discrete-weibull.ts';
import { retentionCurve } from './retention-curve.ts';
import { shiftedBetaGeometric } from './shifted-beta-geometric.ts';

/** Lives of customers whose chance to leave is beta(alpha, beta), seen for up to the given number of periods. */
function cohorts(
  seed: number,
  customers: number,
  { alpha, beta, shape }: { alpha: number; beta: number; shape: number },
) {
  const random = createRandom(seed);
  const lost = new Float64Array(8);
  const remaining = new Float64Array(8);
  for (let i = 0; i < customers; i++) {
    const a = random.gamma(alpha);
    const chance = a / (a + random.gamma(beta));
    // P(life > t) = (1 - chance)^(t^shape).
    const life = Math.ceil((random.exponential() / -Math.log1p(-chance)) ** (1 / shape));
    const seen = 1 + random.integer(8);
    const column = life <= seen ? lost : remaining;
    const at = Math.min(life, seen) - 1;
    column[at] = (column[at] ?? 0) + 1;
  }
  return { lost, remaining };
}

test('recovers planted parameters from cohorts of unequal age', () => {
  const fit = shiftedBetaGeometric(cohorts(1, 200_000, { alpha: 0.7, beta: 1.5, shape: 1 }));
  expect(fit.diagnostics).toMatchObject({ converged: true, identified: true });
  expect(fit.alpha.value / 0.7).toBeCloseTo(1, 1);
  expect(fit.beta.value / 1.5).toBeCloseTo(1, 1);
});

test('95 % intervals cover the planted parameters about 95 % of the time', () => {
  let covered = 0;
  for (let seed = 0; seed < 300; seed++) {
    const { alpha } = shiftedBetaGeometric(cohorts(seed, 4000, { alpha: 0.9, beta: 2, shape: 1 }));
    if (alpha.low <= 0.9 && alpha.high >= 0.9) covered += 1;
  }
  expect(covered / 300).toBeGreaterThan(0.915);
  expect(covered / 300).toBeLessThan(0.985);
});

test('recovers a falling chance to leave, and the simpler model lies inside', () => {
  const falling = betaDiscreteWeibull(cohorts(2, 200_000, { alpha: 1, beta: 2, shape: 0.6 }));
  expect(falling.shape.high).toBeLessThan(1);
  expect(falling.shape.low).toBeLessThan(0.6);
  expect(falling.shape.high).toBeGreaterThan(0.6);
  const counts = cohorts(3, 20_000, { alpha: 1, beta: 2, shape: 1 });
  const general = betaDiscreteWeibull(counts);
  expect(general.logLikelihood).toBeGreaterThanOrEqual(shiftedBetaGeometric(counts).logLikelihood - 1e-9);
  expect(general.shape.low).toBeLessThan(1);
  expect(general.shape.high).toBeGreaterThan(1);
});

test('retention rises with age although no customer grows more loyal', () => {
  const { survival, retention } = retentionCurve({ alpha: 0.7, beta: 1.2, shape: 1 }, 12);
  expect(survival[0]).toBe(1);
  // Fader & Hardie (2007), equation 7: retention in period t is (beta + t - 1) / (alpha + beta + t - 1).
  retention.forEach((share, t) => {
    expect(share).toBeCloseTo((1.2 + t) / (0.7 + 1.2 + t), 12);
  });
});

test.each([
  [{ lost: [0, 0], remaining: [1, 5] }, 'lost'],
  [{ lost: [], remaining: [] }, 'lost'],
  [{ lost: [1, 2], remaining: [1] }, 'remaining'],
  [{ lost: [1, -2], remaining: [1, 1] }, 'lost'],
])('refuses %o and names the column', (counts, name) => {
  expect(() => shiftedBetaGeometric(counts)).toThrow(new RegExp(`^${name}`));
  expect(() => betaDiscreteWeibull(counts)).toThrow(new RegExp(`^${name}`));
});
