import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { densityDiscontinuity } from './density-discontinuity.ts';
import { regressionDiscontinuity } from './regression-discontinuity.ts';

/** Where the data of a test are plenty, null would be a failure of its own. */
function found<Result>(result: Result | null): Result {
  if (result === null) throw new Error('the data were found too thin');
  return result;
}
const responseJump = (...given: Parameters<typeof regressionDiscontinuity>) => found(regressionDiscontinuity(...given));
const densityJump = (...given: Parameters<typeof densityDiscontinuity>) => found(densityDiscontinuity(...given));

function planted(n: number, seed: number) {
  const random = createRandom(seed);
  const running = Array.from({ length: n }, () => random.normal());
  const response = running.map((x) => 3 + x + 0.8 * x ** 2 + (x >= 0.5 ? 2 - 0.5 * x : 0) + random.normal());
  return { running, response, threshold: 0.5, counts: null };
}

describe('regression discontinuity', () => {
  test('recovers a planted jump on a curve', () => {
    const { jump, bandwidth, rowsAbove, rowsBelow } = responseJump(planted(4000, 1));
    expect(jump.low).toBeLessThan(1.75);
    expect(jump.high).toBeGreaterThan(1.75);
    expect(jump.high - jump.low).toBeLessThan(1.2);
    expect(bandwidth).toBeGreaterThan(0.2);
    expect(bandwidth).toBeLessThan(3);
    expect(Math.min(rowsAbove, rowsBelow)).toBeGreaterThan(100);
  });

  test('two parabolas without noise give their gap exactly', () => {
    const running = Array.from({ length: 101 }, (_, i) => (i - 50) / 50);
    const response = running.map((x) => (x >= 0 ? 5 + x - 2 * x * x : 1 + 3 * x + x * x));
    const result = responseJump({ running, response, threshold: 0, counts: null }, { bandwidth: 0.7 });
    expect(result.jump.value).toBeCloseTo(4, 9);
    expect(result.standardError).toBeCloseTo(0, 6);
  });

  test('no jump planted: the interval holds 0', () => {
    const input = planted(3000, 2);
    const { jump } = responseJump({ ...input, threshold: -0.4 });
    expect(jump.low).toBeLessThan(0);
    expect(jump.high).toBeGreaterThan(0);
  });

  test('moving or stretching the running variable moves the bandwidth and nothing else', () => {
    const input = planted(800, 3);
    const stretched = { ...input, running: input.running.map((x) => 100 * x + 7), threshold: 57 };
    const [a, b] = [responseJump(input), responseJump(stretched)];
    expect(b.bandwidth / a.bandwidth).toBeCloseTo(100, 4);
    expect(b.jump.value).toBeCloseTo(a.jump.value, 6);
    expect(b.standardError).toBeCloseTo(a.standardError, 6);
  });

  test('counted cells equal the rows behind them', () => {
    const input = planted(300, 4);
    const running = input.running.map((x) => Math.round(x * 10) / 10);
    const counts = running.map((_, i) => 1 + (i % 3));
    const repeat = (values: readonly number[]) =>
      values.flatMap((value, i) => new Array<number>(counts[i] ?? 0).fill(value));
    const cells = responseJump({ ...input, running, counts });
    const rows = responseJump({ ...input, running: repeat(running), response: repeat(input.response) });
    expect(rows.bandwidth).toBeCloseTo(cells.bandwidth, 8);
    expect(rows.standardError).toBeCloseTo(cells.standardError, 8);
  });

  test('says null when a side is empty or the bandwidth holds too little, and refuses a bandwidth of nothing', () => {
    expect(regressionDiscontinuity({ ...planted(100, 5), threshold: 99 })).toBeNull();
    expect(() => responseJump(planted(100, 5), { bandwidth: 0 })).toThrow(/bandwidth/);
    expect(regressionDiscontinuity(planted(100, 5), { bandwidth: 1e-6 })).toBeNull();
  });
});

describe('density test at the threshold', () => {
  const random = createRandom(6);
  const smooth = Array.from({ length: 5000 }, () => random.normal());

  test('a smooth density gives an interval that holds 0', () => {
    const { logRatio } = densityJump({ running: smooth, threshold: 0.3, counts: null });
    expect(logRatio.low).toBeLessThan(0);
    expect(logRatio.high).toBeGreaterThan(0);
  });

  test('people who step over the threshold are seen', () => {
    const sorted = smooth.map((x) => (x < 0.3 && x > 0 && random.uniform() < 0.5 ? 0.6 - x : x));
    const { logRatio } = densityJump({ running: sorted, threshold: 0.3, counts: null });
    expect(logRatio.low).toBeGreaterThan(0);
  });

  test('finds a planted ratio of two', () => {
    const doubled = smooth.flatMap((x) => (x >= 0 ? [x, x] : [x]));
    const { logRatio } = densityJump({ running: doubled, threshold: 0, counts: null });
    expect(logRatio.low).toBeLessThan(Math.log(2));
    expect(logRatio.high).toBeGreaterThan(Math.log(2));
    expect(densityDiscontinuity({ running: smooth, threshold: 9, counts: null })).toBeNull();
  });
});
