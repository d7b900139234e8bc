import { expect, test } from 'vitest';
import { rerun } from './counterfactual.ts';
import { EXPOSURES } from './hazard.ts';

const watch = { onProgress: () => undefined, signal: null };
const founding = { world: 'A', customers: 900, seed: 12, without: [] } as const;

test('nothing is run when nothing is asked for', async () => {
  expect(await rerun(founding, 'none', watch)).toBeNull();
});

test('without its exposures the company loses fewer customers and less money, never more', async () => {
  const reruns = await rerun(founding, 'single', watch);
  if (reruns === null) throw new RangeError('nothing was run');
  expect(reruns.withoutAll.exits).toBeLessThan(reruns.observed.exits);
  expect(reruns.withoutAll.lossEuro).toBeLessThan(reruns.observed.lossEuro);
  for (const name of EXPOSURES) expect(reruns.single[name]?.exits).toBeGreaterThanOrEqual(0);
});

test('a company without mechanisms loses nothing through them', async () => {
  const reruns = await rerun({ ...founding, world: 'C', customers: 300 }, 'single', watch);
  expect(reruns?.withoutAll).toEqual(reruns?.observed);
});

test('Shapley values share out exactly what all exposures together cost', async () => {
  const reruns = await rerun({ ...founding, customers: 60 }, 'shapley', watch);
  if (reruns === null || reruns.shapley === null) throw new RangeError('nothing was run');
  const shared = Object.values(reruns.shapley).reduce((sum, { lossEuro }) => sum + lossEuro, 0);
  expect(shared).toBeCloseTo(reruns.observed.lossEuro - reruns.withoutAll.lossEuro, 6);
});
