import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { cox } from './cox.ts';
import { proportionalHazards } from './proportional-hazards.ts';

/** Two groups; the second has a hazard ratio of 2 before time 1 and the given one after. */
function turning(seed: number, later: number) {
  const random = createRandom(seed);
  const group = Array.from({ length: 300 }, (_, i) => i % 2);
  const exit = group.map((g) => {
    const budget = random.exponential();
    if (g === 0) return budget;
    return budget < 2 ? budget / 2 : 1 + (budget - 2) / later;
  });
  const rows = {
    entry: null,
    exit,
    event: exit.map(() => 1),
    weights: null,
    stratum: null,
    names: ['group'],
    columns: [group],
  };
  const beta = cox({ ...rows, cluster: null }).coefficients.map(({ estimate }) => estimate.value);
  return proportionalHazards({ ...rows, beta });
}

test('finds a hazard ratio that turns round, and its direction', () => {
  const { columns, together } = turning(1, 0.2);
  expect(columns[0]?.pValue).toBeLessThan(0.001);
  expect(columns[0]?.drift).toBeLessThan(0);
  expect(together.chiSquare).toBeCloseTo(columns[0]?.chiSquare ?? 0, 9);
});

test('rejects a constant hazard ratio about 5 % of the time', () => {
  let rejected = 0;
  for (let seed = 0; seed < 400; seed++) if ((turning(seed, 2).columns[0]?.pValue ?? 0) < 0.05) rejected += 1;
  expect(rejected / 400).toBeGreaterThan(0.02);
  expect(rejected / 400).toBeLessThan(0.085);
});
