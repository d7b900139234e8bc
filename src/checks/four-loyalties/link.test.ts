import { expect, test } from 'vitest';
import { createRandom } from '#statistics/random.ts';
import { toCells } from '../cells.ts';
import { weakestLink } from './link.ts';
import { linkCells } from './query.ts';

/** Answers 0..10 on four questions and who left, with log odds linear in mean and weakest. */
function cellsOf(seed: number, size: number, perMean: number, perWeakest: number) {
  const random = createRandom(seed);
  const rows = Array.from({ length: size }, () => {
    const mood = 0.8 * random.normal();
    const answers = [6, 6, 7, 5].map((level) =>
      Math.min(10, Math.max(0, Math.round(level + mood + 1.4 * random.normal()))),
    );
    const mean = answers.reduce((sum, answer) => sum + answer, 0) / 4;
    const weakest = Math.min(...answers);
    const chance = 1 / (1 + Math.exp(1 + perMean * (mean - 6) + perWeakest * (weakest - 4.5)));
    return { mean: 10 * mean, weakest: 10 * weakest, left: random.uniform() < chance, replicate: random.integer(200) };
  });
  return toCells(linkCells, {
    keys: {
      mean_step: rows.map(({ mean }) => mean),
      weakest_step: rows.map(({ weakest }) => weakest),
      tenure: rows.map((_, row) => (row % 2 === 0 ? 'early' : 'late')),
    },
    replicate: rows.map(({ replicate }) => replicate),
    sums: { answers: rows.map(() => 1), left: rows.map(({ left }) => (left ? 1 : 0)) },
  });
}

test.each([
  { perMean: 0.3, perWeakest: 0.35 },
  { perMean: 0.6, perWeakest: 0 },
])(
  '95 % intervals hold an effect of $perMean of the mean and $perWeakest of the weakest in at least 53 of 60 companies',
  ({ perMean, perWeakest }) => {
    let [weakest, mean] = [0, 0];
    for (let seed = 1; seed <= 60; seed++) {
      const link = weakestLink(cellsOf(seed, 1500, perMean, perWeakest));
      if (link === null) continue;
      if (link.weakest.low < perWeakest && link.weakest.high > perWeakest) weakest += 1;
      if (link.mean.low < perMean && link.mean.high > perMean) mean += 1;
    }
    expect(weakest).toBeGreaterThanOrEqual(53);
    expect(mean).toBeGreaterThanOrEqual(53);
  },
);

test('where nobody left, or everybody did, nothing is fitted', () => {
  expect(weakestLink(cellsOf(1, 40, 0, 0))).not.toBeNull();
  const cells = cellsOf(1, 40, 0, 0);
  const left = cells.sumNames.indexOf('left');
  const none = {
    ...cells,
    replicates: cells.replicates.map(({ key, values }) => ({
      key,
      values: values.map((value, at) => (at % cells.sums === left ? 0 : value)),
    })),
  };
  expect(weakestLink(none)).toBeNull();
});
