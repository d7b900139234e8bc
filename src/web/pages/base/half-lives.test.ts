import { expect, test } from 'vitest';
import { answerWith, exactly, lineOf } from '../../answer/answer.test-support.ts';
import { halfLives } from './half-lives.ts';

const stratum = (key: string, months: number | null) => ({
  key,
  effect: months === null ? null : { ...exactly(months), unit: 'months' as const },
  outcome: 'clear' as const,
  counts: {},
});

test('sources stand with the shortest half-life first, each with its own words; cohorts are no source', () => {
  const answer = answerWith(
    {
      strata: [
        stratum('channel:shop', 45),
        stratum('channel:web', null),
        stratum('cohort:2021', 20),
        stratum('offer:bonus', 17),
      ],
    },
    // Groups without a number have no words.
    { strata: [lineOf('Shop'), lineOf('2021'), lineOf('Bonus')] },
  );
  expect(halfLives(answer).map(({ label }) => label)).toEqual(['Bonus', 'Shop']);
});
