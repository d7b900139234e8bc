import { expect, test } from 'vitest';
import { rememberPer } from './remember.ts';

test('is made once while the data stay, again when they change, and a failure is tried again', async () => {
  let hash = 'a';
  let made = 0;
  const of = rememberPer<number>(async () => hash);
  const make = async () => ++made;
  expect([await of('x', make), await of('x', make), await of('y', make)]).toEqual([1, 1, 2]);
  hash = 'b';
  expect(await of('x', make)).toBe(3);
  await expect(of('z', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await of('z', make)).toBe(4);
});
