import { expect, test } from 'vitest';
import { createRandom } from '../../statistics/random.ts';
import { toCells } from '../cells.ts';
import { judgeChange } from './judge.ts';
import { contactRatios } from './ratios.ts';

const BY = ['tenure', 'quarter', 'line', 'state', 'handed_over'] as const;
const PERSONS = 50;

interface Row {
  readonly key: readonly (string | number)[];
  readonly replicate: number;
  readonly months: number;
  readonly leaves: number;
}

const AFTER: readonly string[] = ['c1', 'c4', 'c7'];
/** Every second person goes in mid-time. */
const statesOf = (person: number, quarter: number) => {
  if (person % 2 === 1) return ['none'];
  return quarter >= 3 ? [...AFTER, 'c12'] : ['lead'];
};

/** Person-months by person; portfolios differ in their own risk, so months under one person are alike. */
function invented(seed: number, afterRatio: number) {
  const random = createRandom(seed);
  const months = 60;
  const row = (person: number, own: number, quarter: number, tenure: number, state: string): Row => {
    const exposed = AFTER.includes(state);
    const risk = 0.02 * own * (1.5 - 0.5 * tenure) * (1 + 0.1 * quarter) * (exposed ? afterRatio : 1);
    const leaves = Array.from({ length: months }, () => random.uniform() < risk).filter(Boolean).length;
    return { key: [tenure, quarter, 'P', state, exposed ? 'warm' : ''], replicate: person, months, leaves };
  };
  const rows = Array.from({ length: PERSONS }, (_, person) => {
    const own = Math.exp(0.25 * random.normal());
    return [0, 1, 2, 3, 4, 5].flatMap((quarter) =>
      statesOf(person, quarter).flatMap((state) => [0, 1].map((tenure) => row(person, own, quarter, tenure, state))),
    );
  }).flat();
  const keys = Object.fromEntries(BY.map((name, i) => [name, rows.map(({ key }) => key[i] ?? '')]));
  return toCells(
    { by: BY, sums: { months: '1', leaves: 'leaves' } },
    {
      keys,
      replicate: rows.map(({ replicate }) => replicate),
      sums: { months: rows.map(({ months }) => months), leaves: rows.map(({ leaves }) => leaves) },
    },
  );
}

test.each([1, 1.6])(
  '95 % interval covers a true multiple of %d about 95 % of the time, persons being unlike',
  (truth) => {
    let covered = 0;
    let sum = 0;
    const runs = 120;
    for (let seed = 0; seed < runs; seed++) {
      const { estimate } = contactRatios(invented(seed, truth), 10).year;
      if (estimate.low <= truth && truth <= estimate.high) covered += 1;
      sum += Math.log(estimate.value);
    }
    // Found: 0.95 at both, and means of the log ratios off by 0.01.
    expect(covered / runs).toBeGreaterThan(0.9);
    expect(covered / runs).toBeLessThan(0.995);
    expect(Math.abs(sum / runs - Math.log(truth))).toBeLessThan(0.05);
  },
);

test('without any effect hardly one company in twenty is accused', () => {
  const accused = Array.from({ length: 120 }, (_, seed) =>
    judgeChange(contactRatios(invented(1000 + seed, 1), 10), 1.2),
  ).filter(({ outcome }) => outcome === 'finding' || outcome === 'reversed');
  expect(accused.length).toBeLessThanOrEqual(9);
});

test('the order of the rows changes nothing', () => {
  const cells = invented(7, 1.4);
  const turned = { ...cells, replicates: [...cells.replicates].reverse() };
  expect(contactRatios(turned, 10).year.estimate.value).toBe(contactRatios(cells, 10).year.estimate.value);
});
