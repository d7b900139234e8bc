import { expect, test } from 'vitest';
import { WAIT_EDGES } from '#facts/queue-tally.ts';
import { createRandom } from '#statistics/random.ts';
import { type BinnedWaits, everybody, noWaits } from './binned-waits.ts';
import { mixedCurves } from './mixed-curves.ts';
import { commonPace, waitingCurve } from './waiting-curve.ts';

function invented(calls: number, meanWait: number, patience: number, seed: number): BinnedWaits {
  const random = createRandom(seed);
  const bins = noWaits();
  for (let i = 0; i < calls; i++) {
    const [offered, patient] = [random.exponential() * meanWait, random.exponential() * patience];
    const wait = Math.min(offered, patient);
    const b = WAIT_EDGES.filter((edge) => edge <= wait).length - 1;
    const [count, seconds] = offered <= patient ? [bins.answered, bins.answeredSeconds] : [bins.left, bins.leftSeconds];
    count[b] = (count[b] ?? 0) + 1;
    seconds[b] = (seconds[b] ?? 0) + Math.min(wait, 1800);
    bins.squares[b] = (bins.squares[b] ?? 0) + 1;
  }
  return bins;
}
const quick = { existing: invented(900, 50, 400, 1), newcomer: invented(100, 90, 400, 2) };
const slow = { existing: invented(100, 600, 400, 3), newcomer: invented(900, 900, 400, 4) };

test('with one matter the curves are those of the groups', () => {
  const common = commonPace([quick.existing, quick.newcomer]);
  const { existing, newcomer } = mixedCurves([quick]);
  expect(existing).toEqual(waitingCurve(quick.existing, common));
  expect(newcomer).toEqual(waitingCurve(quick.newcomer, common));
});

test('with two matters both groups are mixed as the existing customers call, whatever the mix of the newcomers', () => {
  const [one, other] = [mixedCurves([quick]), mixedCurves([slow])];
  const both = mixedCurves([quick, slow]);
  expect(everybody(quick.existing) / (everybody(quick.existing) + everybody(slow.existing))).toBe(0.9);
  for (const group of ['existing', 'newcomer'] as const) {
    expect(both[group].meanSeconds).toBeCloseTo(0.9 * one[group].meanSeconds + 0.1 * other[group].meanSeconds, 9);
    expect(both[group].waiting[10]).toBeCloseTo(
      0.9 * (one[group].waiting[10] ?? 0) + 0.1 * (other[group].waiting[10] ?? 0),
      12,
    );
  }
});

test('the order of the matters changes nothing', () => {
  const [one, other] = [mixedCurves([quick, slow]), mixedCurves([slow, quick])];
  expect(one.newcomer.meanSeconds).toBeCloseTo(other.newcomer.meanSeconds, 9);
});

test('a matter that no existing customer calls about changes nothing', () => {
  expect(mixedCurves([quick, { ...slow, existing: noWaits() }])).toEqual(mixedCurves([quick]));
});

test('where no newcomer is left to call about a matter, newcomers are answered there as the others are', () => {
  const without = mixedCurves([quick, { ...slow, newcomer: noWaits() }]);
  const alone = mixedCurves([quick]).newcomer.meanSeconds;
  const slowMean = (without.newcomer.meanSeconds - 0.9 * alone) / 0.1;
  expect(slowMean / mixedCurves([slow]).existing.meanSeconds).toBeCloseTo(1, 0);
  expect(without.existing.meanSeconds).toBeGreaterThan(mixedCurves([quick]).existing.meanSeconds);
});

test('a group that nobody is of has no mean, not zero', () => {
  expect(mixedCurves([{ existing: noWaits(), newcomer: noWaits() }]).existing.meanSeconds).toBeNaN();
  expect(mixedCurves([{ ...quick, newcomer: noWaits() }]).newcomer.meanSeconds).toBeNaN();
  expect(mixedCurves([]).newcomer.meanSeconds).toBeNaN();
});
