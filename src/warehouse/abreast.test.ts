import { expect, test } from 'vitest';
import { abreast } from './abreast.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

test.each([1, 2, 7])('answers come in the order of the list, and never more than %i are under way', async (atATime) => {
  let [under, most] = [0, 0];
  const doubled = await abreast([5, 1, 4, 2, 3], atATime, async (turns) => {
    under += 1;
    most = Math.max(most, under);
    for (let turn = 0; turn < turns; turn++) await soon();
    under -= 1;
    return 2 * turns;
  });
  expect(doubled).toEqual([10, 2, 8, 4, 6]);
  expect(most).toBe(Math.min(atATime, 5));
});

test('after a failure nothing new is begun, and what was under way ends before it is told', async () => {
  const ended: number[] = [];
  const work = async (item: number) => {
    if (item === 0) throw new Error('the first one failed');
    await soon();
    ended.push(item);
  };
  await expect(abreast([0, 1, 2, 3], 2, work)).rejects.toThrow('the first one failed');
  expect(ended).toEqual([1]);
});
