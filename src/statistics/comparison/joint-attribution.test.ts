import { expect, test } from 'vitest';
import { jointAttribution } from './joint-attribution.ts';

// Log rates: base 0.02, price gap doubles, wait triples, both together on the same people.
const COLUMNS = [
  [1, 1, 1, 1],
  [0, 1, 0, 1],
  [0, 0, 1, 1],
];
const COEFFICIENTS = [Math.log(0.02), Math.log(2), Math.log(3)];
const TRIALS = [1000, 100, 200, 50];
const GAP = { name: 'gap', columns: [{ position: 1, reference: 0 }] };
const WAIT = { name: 'wait', columns: [{ position: 2, reference: 0 }] };
const INPUT = {
  columns: COLUMNS,
  coefficients: COEFFICIENTS,
  trials: TRIALS,
  causes: [GAP, WAIT],
  link: 'log',
} as const;

test('two causes that multiply, worked by hand', () => {
  // Expected: 20 + 4 + 12 + 6 = 42; without causes 1350 * 0.02 = 27; gap only 20 + 4 + 4 + 2 = 30; wait only 20 + 2 + 12 + 3 = 37.
  const { total, parts, alone } = jointAttribution(INPUT);
  expect(total).toBeCloseTo(15, 9);
  expect(parts[0]).toBeCloseTo((30 - 27 + 42 - 37) / 2, 9);
  expect(parts[1]).toBeCloseTo((37 - 27 + 42 - 30) / 2, 9);
  expect(alone[0]).toBeCloseTo(5, 9);
  expect(alone[1]).toBeCloseTo(12, 9);
});

test('a product column goes with either of its causes', () => {
  const withProduct = {
    ...INPUT,
    columns: [...COLUMNS, [0, 0, 0, 1]],
    coefficients: [...COEFFICIENTS, Math.log(1.5)],
    causes: [
      { ...GAP, columns: [...GAP.columns, { position: 3, reference: 0 }] },
      { ...WAIT, columns: [...WAIT.columns, { position: 3, reference: 0 }] },
    ],
  };
  expect(jointAttribution(withProduct).total).toBeCloseTo(18, 9);
  expect(jointAttribution(withProduct).alone[0]).toBeCloseTo(8, 9);
});

test('a cause nobody has takes nothing, and the order of causes changes nothing', () => {
  const idle = { name: 'idle', columns: [{ position: 3, reference: 0 }] };
  const split = jointAttribution({
    ...INPUT,
    columns: [...COLUMNS, [0, 0, 0, 0]],
    coefficients: [...COEFFICIENTS, 5],
    causes: [WAIT, idle, GAP],
  });
  const plain = jointAttribution(INPUT);
  expect(split.parts[1]).toBeCloseTo(0, 9);
  expect(split.parts[0]).toBeCloseTo(plain.parts[1] ?? 0, 9);
  expect(split.total).toBeCloseTo(plain.total, 9);
});

test('on the logistic scale too the parts add up to what is expected with and without', () => {
  const { parts, total } = jointAttribution({ ...INPUT, link: 'logit' });
  const chance = (eta: number) => 1 / (1 + Math.exp(-eta));
  const [base = 0, gap = 0, wait = 0] = COEFFICIENTS;
  const expected =
    100 * chance(base + gap) + 200 * chance(base + wait) + 50 * chance(base + gap + wait) - 350 * chance(base);
  expect(total).toBeCloseTo(expected, 9);
  expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBeCloseTo(total, 9);
  expect(() =>
    jointAttribution({ ...INPUT, causes: [{ name: 'x', columns: [{ position: 9, reference: 0 }] }] }),
  ).toThrow(/column 9/);
  expect(() => jointAttribution({ ...INPUT, coefficients: [1] })).toThrow(/coefficients/);
});
