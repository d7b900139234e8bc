import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { aalenJohansen } from './aalen-johansen.ts';
import { competingRiskTable } from './competing-risk-table.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { riskTable } from './risk-table.ts';

const random = createRandom(12);
const exit = Array.from({ length: 300 }, () => Math.ceil(30 * random.exponential()));
const entry = exit.map((time, i) => (i % 3 === 0 ? time / 2 : 0));
const cause = exit.map(() => random.integer(3));

test('with a single cause it is one minus Kaplan-Meier, interval and all', () => {
  const event = cause.map((code) => (code > 0 ? 1 : 0));
  const curve = aalenJohansen(competingRiskTable({ entry, exit, event, weights: null }, 1)).causes[0];
  const survival = kaplanMeier(riskTable({ entry, exit, event, weights: null }));
  for (const [i, share] of survival.survival.entries()) {
    expect(curve?.incidence[i]).toBeCloseTo(1 - share, 10);
    if (share > 0) expect(curve?.standardError[i]).toBeCloseTo(survival.standardError[i] ?? 0, 9);
    if (share > 0) expect(curve?.high[i]).toBeCloseTo(1 - (survival.low[i] ?? 0), 9);
  }
});

test('shares of all causes and of those still there sum to 1', () => {
  const { causes, survival } = aalenJohansen(competingRiskTable({ entry, exit, event: cause, weights: null }, 2));
  for (const [i, share] of survival.entries()) {
    expect(share + causes.reduce((sum, { incidence }) => sum + (incidence[i] ?? 0), 0)).toBeCloseTo(1, 10);
  }
});

test('never says more than treating the other ends as censoring', () => {
  const { causes } = aalenJohansen(competingRiskTable({ entry, exit, event: cause, weights: null }, 2));
  const alone = kaplanMeier(riskTable({ entry, exit, event: cause.map((c) => (c === 1 ? 1 : 0)), weights: null }));
  for (const [i, share] of alone.survival.entries()) {
    expect(causes[0]?.incidence[i]).toBeLessThanOrEqual(1 - share + 1e-12);
  }
});

test('refuses a cause that does not exist', () => {
  expect(() => competingRiskTable({ entry, exit, event: cause, weights: null }, 1)).toThrow(/^event/);
});
