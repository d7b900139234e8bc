import { expect, test } from 'vitest';
import {
  choleskyFactor,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
  multiplySquare,
  multiplyVector,
  quadraticForm,
  sandwich,
} from './linear-algebra.ts';

// Worked example with integer factor: L = [[2],[6,1],[-8,5,3]], determinant (2*1*3)^2 = 36.
const MATRIX = Float64Array.from([4, 12, -16, 12, 37, -43, -16, -43, 98]);
const FACTOR = choleskyFactor(MATRIX) ?? new Float64Array(9);

test('finds the integer factor of the worked example', () => {
  expect([...FACTOR]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
  expect(choleskyLogDeterminant(FACTOR)).toBeCloseTo(Math.log(36), 12);
});

test('recovers a planted solution and inverse', () => {
  const planted = [1, -2, 0.5];
  const solved = choleskySolve(FACTOR, multiplyVector(MATRIX, planted));
  planted.forEach((value, k) => {
    expect(solved[k]).toBeCloseTo(value, 10);
  });
  const identity = multiplySquare(MATRIX, choleskyInverse(FACTOR));
  [1, 0, 0, 0, 1, 0, 0, 0, 1].forEach((value, k) => {
    expect(identity[k]).toBeCloseTo(value, 9);
  });
});

test('sandwiching the inverse around the matrix gives the inverse back', () => {
  const inverse = choleskyInverse(FACTOR);
  const back = sandwich(inverse, MATRIX);
  inverse.forEach((value, k) => {
    expect(back[k]).toBeCloseTo(value, 7);
  });
  expect(quadraticForm(MATRIX, [1, 1, 1])).toBe(45);
});

test('says null, not a number, when a column repeats another', () => {
  expect(choleskyFactor(Float64Array.from([1, 2, 2, 4]))).toBeNull();
  expect(choleskyFactor(Float64Array.from([1, 0, 0, -1]))).toBeNull();
});

test('refuses what is not square or does not fit', () => {
  expect(() => choleskyFactor(new Float64Array(3))).toThrow(RangeError);
  expect(() => choleskySolve(FACTOR, [1, 2])).toThrow(/right/);
  expect(() => multiplySquare(MATRIX, new Float64Array(4))).toThrow(/right/);
});
