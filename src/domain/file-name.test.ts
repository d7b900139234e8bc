import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['/home/a#b/contracts.csv', 'contracts.csv'],
  ['contracts.csv', 'contracts.csv'],
  ['/up/house.xlsx#Blatt/1', 'house.xlsx#Blatt/1'],
  ['house.xlsx#2024', 'house.xlsx#2024'],
])('%s is %s', (path, name) => {
  expect(fileName(path)).toBe(name);
});
