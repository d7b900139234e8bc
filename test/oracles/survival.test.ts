import { expect, test } from 'vitest';
import type { Estimate } from '#statistics/estimate.ts';
import { aalenJohansen } from '#statistics/survival/aalen-johansen.ts';
import { competingRiskTable } from '#statistics/survival/competing-risk-table.ts';
import { kaplanMeier } from '#statistics/survival/kaplan-meier.ts';
import { logRank } from '#statistics/survival/log-rank.ts';
import { medianSurvival } from '#statistics/survival/median-survival.ts';
import { nelsonAalen } from '#statistics/survival/nelson-aalen.ts';
import { restrictedMean } from '#statistics/survival/restricted-mean.ts';
import { riskTable } from '#statistics/survival/risk-table.ts';
import { survivalShare } from '#statistics/survival/survival-share.ts';
import { arm, cause, delayedEntry, event, exit, group, stratum } from './freireich.ts';

// Values: scripts/survival.R (R survival 3.5, cmprsk 2.2). Those marked * are also printed in Kalbfleisch & Prentice
// (2002) or Klein & Moeschberger (2003).
const everyone = { entry: null, exit, event, weights: null };
const delayed = { ...everyone, entry: delayedEntry };
const expectEstimate = (estimate: Estimate, value: number, low: number, high: number) => {
  expect(estimate.value).toBeCloseTo(value, 9);
  expect(estimate.low).toBeCloseTo(low, 9);
  expect(estimate.high).toBeCloseTo(high, 9);
};
const at = (column: ArrayLike<number>, time: ArrayLike<number>, moment: number) =>
  column[Array.from(time).findLastIndex((t) => t <= moment)];

test.each([
  [6, 0.8571428571, 0.6197179553, 0.9515517476, 0.07636035483],
  [10, 0.7529411765, 0.5031995108, 0.8893618352, 0.09634965299],
  [22, 0.5378151261, 0.2677789368, 0.7467907176, 0.12823375169],
])('Kaplan-Meier of the treated at week %i *', (week, value, low, high, standardError) => {
  const curve = kaplanMeier(riskTable(arm(0)));
  expectEstimate(survivalShare(curve, week), value, low, high);
  expect(at(curve.standardError, curve.time, week)).toBeCloseTo(standardError, 9);
});

test.each([
  [3, 0.5654761905, 0.22880714731, 0.8022323036],
  [8, 0.3392857143, 0.14826709191, 0.5422017796],
  [15, 0.2283758914, 0.09593012254, 0.3944222284],
])('Kaplan-Meier with delayed entry at week %i', (week, value, low, high) => {
  expectEstimate(survivalShare(kaplanMeier(riskTable(delayed)), week), value, low, high);
});

test.each([
  [6, 0.1428571429, 0.08247860988],
  [10, 0.2683473389, 0.12127395906],
  [22, 0.585446906, 0.22433110276],
])('Nelson-Aalen of the treated at week %i *', (week, value, standardError) => {
  const curve = nelsonAalen(riskTable(arm(0)));
  expect(at(curve.cumulativeHazard, curve.time, week)).toBeCloseTo(value, 9);
  expect(at(curve.standardError, curve.time, week)).toBeCloseTo(standardError, 9);
});

test.each([
  [0, 23, 13, Number.POSITIVE_INFINITY],
  [1, 8, 4, 11],
])('median of arm %i *', (code, value, low, high) => {
  expect(medianSurvival(riskTable(arm(code)))).toMatchObject({ value, low, high });
});

test.each([
  [0, 16.116526611, 1.251560196],
  [1, 8.428571429, 1.268082683],
])('restricted mean of arm %i to 20 weeks', (code, value, standardError) => {
  const result = restrictedMean(riskTable(arm(code)), { horizon: 20 });
  expect(result.mean.value).toBeCloseTo(value, 8);
  expect(result.standardError).toBeCloseTo(standardError, 8);
});

test('log-rank of the two arms *, stratified, and of three groups', () => {
  const plain = logRank({ ...everyone, group, stratum: null });
  expect(plain.chiSquare).toBeCloseTo(16.79294099, 7);
  expect(plain.pValue * 1e5).toBeCloseTo(4.168809, 6);
  expect(Array.from(plain.expected, (n) => n.toFixed(8))).toEqual(['19.25050095', '10.74949905']);
  expect(logRank({ ...everyone, group, stratum }).chiSquare).toBeCloseTo(16.13043752, 7);
  const thirds = logRank({ ...everyone, group: exit.map((_, i) => i % 3), stratum: null });
  expect(thirds.chiSquare).toBeCloseTo(0.7163805892, 8);
  expect(thirds.degreesOfFreedom).toBe(2);
});

test.each([
  [5, [0.1428571429, 0.07142857143], [0.002987935202, 0.001618188165]],
  [10, [0.2643678161, 0.17020061398], [0.004809261866, 0.003535489778]],
  [20, [0.4034819325, 0.25546410468], [0.006411619548, 0.005095384828]],
])('cumulative incidence of two causes at week %i', (week, incidence, variance) => {
  const curves = aalenJohansen(competingRiskTable({ ...everyone, event: cause }, 2));
  for (const [k, curve] of curves.causes.entries()) {
    expect(at(curve.incidence, curves.time, week)).toBeCloseTo(incidence[k] ?? 0, 9);
    // cmprsk uses Aalen's n - 1 variance, we Greenwood's: they differ by at most a few per cent at n = 42.
    const ratio = (at(curve.standardError, curves.time, week) ?? 0) / Math.sqrt(variance[k] ?? 0);
    expect(ratio).toBeGreaterThan(0.96);
    expect(ratio).toBeLessThan(1.01);
  }
});

test.each([
  [5, 0.2980331263],
  [10, 0.3828545549],
  [20, 0.4627002613],
])('cumulative incidence with delayed entry at week %i', (week, value) => {
  const curves = aalenJohansen(competingRiskTable({ ...delayed, event: cause }, 2));
  expect(at(curves.causes[0]?.incidence ?? [], curves.time, week)).toBeCloseTo(value, 9);
});
