import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { instrumentalVariable } from './instrumental-variable.ts';

function planted(strength: number, n: number, seed: number) {
  const random = createRandom(seed);
  const instrument = Array.from({ length: n }, () => (random.uniform() < 0.5 ? 1 : 0));
  const hidden = instrument.map(() => random.normal());
  const exposure = instrument.map((z, i) => strength * z + (hidden[i] ?? 0) + random.normal());
  const response = exposure.map((d, i) => 1.5 * d + 2 * (hidden[i] ?? 0) + random.normal());
  return {
    response,
    exposure,
    instruments: [instrument],
    columns: [instrument.map(() => 1)],
    counts: null,
    cluster: null,
  };
}

test('one binary instrument gives the ratio of two differences of means (Wald 1940)', () => {
  const input = planted(1, 500, 7);
  const mean = (values: readonly number[], group: number) => {
    const kept = values.filter((_, i) => input.instruments[0]?.[i] === group);
    return kept.reduce((a, b) => a + b, 0) / kept.length;
  };
  const wald =
    (mean(input.response, 1) - mean(input.response, 0)) / (mean(input.exposure, 1) - mean(input.exposure, 0));
  expect(instrumentalVariable(input).effect.value).toBeCloseTo(wald, 10);
});

test('recovers a planted effect where least squares is far off', () => {
  const { effect, naive, weak, weakRobust } = instrumentalVariable(planted(1, 5000, 8));
  expect(effect.low).toBeLessThan(1.5);
  expect(effect.high).toBeGreaterThan(1.5);
  expect(naive).toBeGreaterThan(2.2);
  expect(weak).toBe(false);
  expect(weakRobust?.low).toBeCloseTo(effect.low, 1);
  expect(weakRobust?.high).toBeCloseTo(effect.high, 1);
});

test('an instrument that moves nothing is called weak and the data bound nothing', () => {
  const { weak, weakRobust, firstStageF } = instrumentalVariable(planted(0, 300, 9));
  expect(weak).toBe(true);
  expect(firstStageF).toBeLessThan(10);
  expect(weakRobust?.low).toBe(Number.NEGATIVE_INFINITY);
});

test('the exposure as its own instrument is least squares', () => {
  const input = planted(1, 200, 10);
  const { effect, naive } = instrumentalVariable({ ...input, instruments: [input.exposure] });
  expect(effect.value).toBeCloseTo(naive, 9);
});

test('rows written out equal counted cells, and clusters of one row differ by Student’s t only', () => {
  const input = planted(1, 120, 11);
  const counts = input.response.map((_, i) => 1 + (i % 3));
  const repeat = (values: readonly number[]) =>
    values.flatMap((value, i) => new Array<number>(counts[i] ?? 0).fill(value));
  const rows = {
    ...input,
    response: repeat(input.response),
    exposure: repeat(input.exposure),
    instruments: input.instruments.map(repeat),
    columns: input.columns.map(repeat),
  };
  const cells = instrumentalVariable({ ...input, counts });
  expect(instrumentalVariable(rows).standardError).toBeCloseTo(cells.standardError, 9);
  const clustered = instrumentalVariable({ ...rows, cluster: rows.response.map((_, i) => i) });
  expect(clustered.standardError).toBeCloseTo(cells.standardError, 9);
});

test('several instruments are combined; the one-instrument interval is not offered', () => {
  const input = planted(1, 2000, 12);
  const noise = createRandom(1);
  const both = instrumentalVariable({
    ...input,
    instruments: [...input.instruments, input.response.map(() => noise.normal())],
  });
  expect(both.weakRobust).toBeNull();
  expect(both.effect.value).toBeCloseTo(instrumentalVariable(input).effect.value, 1);
  expect(() => instrumentalVariable({ ...input, instruments: [] })).toThrow(/instruments/);
  expect(() => instrumentalVariable({ ...input, exposure: [1] })).toThrow(/exposure/);
});
