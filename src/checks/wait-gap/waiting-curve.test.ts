import { expect, test } from 'vitest';
import { WAIT_EDGES } from '#facts/queue-tally.ts';
import { createRandom } from '#statistics/random.ts';
import { restrictedMean } from '#statistics/survival/restricted-mean.ts';
import { riskTable } from '#statistics/survival/risk-table.ts';
import { noWaits } from './binned-waits.ts';
import { secondsUntil, waitingCurve } from './waiting-curve.ts';

interface Wait {
  readonly seconds: number;
  readonly answered: boolean;
}

function binned(waits: readonly Wait[]) {
  const bins = noWaits();
  for (const { seconds, answered } of waits) {
    const cut = Math.min(seconds, 1800);
    const bin = WAIT_EDGES.filter((edge) => edge <= seconds).length - 1;
    const count = answered ? bins.answered : bins.left;
    const total = answered ? bins.answeredSeconds : bins.leftSeconds;
    count[bin] = (count[bin] ?? 0) + 1;
    total[bin] = (total[bin] ?? 0) + cut;
    bins.squares[bin] = (bins.squares[bin] ?? 0) + 1;
  }
  return bins;
}

function invented(count: number, meanWait: number, meanPatience: number, seed: number): readonly Wait[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const offered = random.uniform() < 0.1 ? 0 : random.exponential() * meanWait;
    const patience = random.exponential() * meanPatience;
    return { seconds: Math.min(offered, patience), answered: offered <= patience };
  });
}

test('without hanging up the mean is the plain mean of waits cut at half an hour, whatever the classes', () => {
  const waits = invented(500, 700, Number.POSITIVE_INFINITY, 1);
  const plain = waits.reduce((sum, { seconds }) => sum + Math.min(seconds, 1800), 0) / waits.length;
  expect(waitingCurve(binned(waits)).meanSeconds).toBeCloseTo(plain, 6);
});

test.each([60, 300, 600])(
  'classes of waits change the mean of the exact curve by less than 1 % (mean wait %d s)',
  (mean) => {
    const waits = invented(20_000, mean, 400, 2);
    const exact = restrictedMean(
      riskTable({
        entry: null,
        weights: null,
        exit: waits.map(({ seconds }) => seconds),
        event: waits.map(({ answered }) => (answered ? 1 : 0)),
      }),
      { horizon: 1800 },
    ).mean.value;
    const value = waitingCurve(binned(waits)).meanSeconds;
    expect(Math.abs(value / exact - 1)).toBeLessThan(0.01);
  },
);

test('trap T4: hanging up hides the waits; the curve finds 570 s where answered contacts show 240 s', () => {
  const random = createRandom(3);
  const waits = Array.from({ length: 60_000 }, () => {
    const [offered, patience] = [random.exponential() * 600, random.exponential() * 400];
    return { seconds: Math.min(offered, patience), answered: offered <= patience };
  });
  const answered = waits.filter((wait) => wait.answered);
  expect(answered.reduce((sum, { seconds }) => sum + seconds, 0) / answered.length / 240).toBeCloseTo(1, 1);
  expect(waitingCurve(binned(waits)).meanSeconds / (600 * (1 - Math.exp(-3)))).toBeCloseTo(1, 1);
});

test('a last caller who hangs up is not taken to wait on for half an hour', () => {
  const waits = [
    ...Array.from({ length: 19 }, (_, i) => ({ seconds: 30 + i, answered: true })),
    { seconds: 50, answered: false },
  ];
  const { meanSeconds } = waitingCurve(binned(waits));
  expect(meanSeconds).toBeGreaterThan(38);
  expect(meanSeconds).toBeLessThan(45);
});

test('the few who are left late do not swing the mean: with 300 impatient callers its error stays under an eighth', () => {
  const truth = 400 * (1 - Math.exp(-4.5));
  const squares = Array.from({ length: 200 }, (_, seed) => {
    const random = createRandom(seed + 1);
    const waits = Array.from({ length: 300 }, () => {
      const [offered, patience] = [random.exponential() * 400, random.exponential() * 300];
      return { seconds: Math.min(offered, patience), answered: offered <= patience };
    });
    return (waitingCurve(binned(waits)).meanSeconds / truth - 1) ** 2;
  });
  expect(Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)).toBeLessThan(0.125);
});

test('the median of answered waits lies where half of them are over, and is infinite when they never are', () => {
  const waits = Array.from({ length: 200 }, (_, i) => ({ seconds: i, answered: true }));
  expect(secondsUntil(waitingCurve(binned(waits)), 0.5)).toBeCloseTo(100, 6);
  const hardly = Array.from({ length: 200 }, (_, i) => ({ seconds: 1900, answered: i < 10 }));
  expect(secondsUntil(waitingCurve(binned(hardly)), 0.5)).toBe(Number.POSITIVE_INFINITY);
});
