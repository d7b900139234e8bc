import { expect, test } from 'vitest';
import { eValue } from './e-value.ts';

const ratio = (value: number, low: number, high: number) => ({ value, low, high, level: 0.95 });

// VanderWeele & Ding (2017), Annals of Internal Medicine 167, 268-274: bottle feeding and deaths by respiratory
// infection, 3.9 (1.8 to 8.7); breast feeding and ovarian cancer, 0.5 (0.3 to 0.8).
test.each([
  [ratio(3.9, 1.8, 8.7), 7.26, 3],
  [ratio(0.5, 0.3, 0.8), 3.41, 1.81],
])('matches the published E-values of %o', (estimate, value, nearerLimit) => {
  expect(eValue(estimate).value).toBeCloseTo(value, 2);
  expect(eValue(estimate).nearerLimit).toBeCloseTo(nearerLimit, 2);
});

test('an interval that holds 1 needs no confounding', () => {
  expect(eValue(ratio(1.2, 0.9, 1.6)).nearerLimit).toBe(1);
});

test('turning the ratio round changes nothing', () => {
  for (const kind of ['riskRatio', 'commonOddsRatio', 'commonHazardRatio'] as const) {
    const there = eValue(ratio(2, 1.5, 2.5), kind);
    const back = eValue(ratio(1 / 2, 1 / 2.5, 1 / 1.5), kind);
    expect(there.value).toBeCloseTo(back.value, 12);
    expect(there.nearerLimit).toBeCloseTo(back.nearerLimit, 12);
  }
});

test('ratios of common ends need less', () => {
  expect(eValue(ratio(4, 2, 8), 'commonOddsRatio').value).toBeCloseTo(eValue(ratio(2, 2, 2)).value, 12);
  expect(eValue(ratio(4, 2, 8), 'commonHazardRatio').value).toBeLessThan(eValue(ratio(4, 2, 8)).value);
});

test('refuses what is no ratio', () => {
  expect(() => eValue(ratio(0, 0, 1))).toThrow(/^value/);
  expect(() => eValue(ratio(2, 3, 4))).toThrow(/^low/);
});
