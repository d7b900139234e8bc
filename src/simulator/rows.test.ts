import { expect, test } from 'vitest';
import { decimal, euros } from './rows.ts';

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [-5, '-0.05'],
  [123456, '1234.56'],
  [-100, '-1.00'],
])('%d cents are written %s', (cents, text) => {
  expect(euros(cents)).toBe(text);
});

test.each([
  [0.05, 1, '0.1'],
  [12.345, 2, '12.35'],
  [-0.004, 2, '0.00'],
  [7, 0, '7'],
])('%d with %d decimals is written %s', (value, digits, text) => {
  expect(decimal(value, digits)).toBe(text);
});
