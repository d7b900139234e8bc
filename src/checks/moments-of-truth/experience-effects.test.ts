import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '#statistics/random.ts';
import { penaltyReward } from '#statistics/relation/penalty-reward.ts';
import { type CellKey, toCells } from '../cells.ts';
import { experienceEffects } from './experience-effects.ts';
import { judgeTouchpoints } from './judge-touchpoints.ts';
import { momentCells } from './query.ts';
import { momentsOfTruthDefaults } from './settings.ts';

interface Answer {
  readonly points: number;
  readonly experiences: readonly (readonly [string, number])[];
}
const places = (count: number) => Array.from({ length: count }, (_, i) => `t${String(i).padStart(2, '0')}`);

/** Everybody meets a few of the touchpoints; `mood` moves ratings and judgement alike. */
function invented(
  random: Random,
  size: number,
  count: number,
  penalties: readonly number[],
  mood = 0,
): readonly Answer[] {
  return Array.from({ length: size }, () => {
    const level = mood * random.normal();
    let points = 7 + random.normal() + level;
    const experiences = places(count).flatMap((place, i) => {
      if (random.uniform() > 0.4) return [];
      const u = random.uniform();
      const bad = 0.2 / (1 + Math.exp(2 * level)) + 0.1;
      const middle = u < 1 - 0.25 ? 0 : 1;
      const felt = u < bad ? -1 : middle;
      if (felt === -1) points += penalties[i] ?? 0;
      return [[place, felt] as const];
    });
    return { points, experiences };
  });
}

/** The cells that the query would return. */
function pairCells(answers: readonly Answer[]) {
  const spec = momentCells.pairs;
  const keys: Record<string, CellKey[]> = Object.fromEntries(spec.by.map((name) => [name, []]));
  const replicate: number[] = [];
  const sums: { readonly answers: number[]; readonly points: number[] } = { answers: [], points: [] };
  for (const [person, { points, experiences }] of answers.entries()) {
    const list = [['', 0] as const, ...experiences];
    for (const [i, [place, felt]] of list.entries())
      for (const [other, otherFelt] of list.slice(i)) {
        for (const [at, key] of [place, felt, other, otherFelt].entries()) keys[spec.by[at] ?? '']?.push(key);
        replicate.push(person % spec.replicates);
        sums.answers.push(1);
        sums.points.push(points);
      }
  }
  return toCells(spec, { keys, replicate, sums });
}

const tested = (count: number) => places(count).map((place) => ({ place, disappointing: true, delighting: true }));

test('with everybody meeting everything, penalties and rewards are those of the published regression', () => {
  const random = createRandom(3);
  const answers: Answer[] = invented(random, 400, 3, [-1, -0.5, 0]).map(({ points }) => ({
    points,
    experiences: places(3).map((place) => [place, random.integer(3) - 1] as const),
  }));
  const published = penaltyReward({
    names: places(3),
    experiences: [0, 1, 2].map((at) => answers.map(({ experiences }) => experiences[at]?.[1] ?? 0)),
    outcome: answers.map(({ points }) => points),
    counts: null,
    cluster: null,
  });
  const { effects } = experienceEffects(pairCells(answers), tested(3), false);
  for (const [i, { penalty, reward }] of effects.entries()) {
    expect(penalty?.estimate.value).toBeCloseTo(published.touchpoints[i]?.penalty?.value ?? Number.NaN, 8);
    expect(reward?.estimate.value).toBeCloseTo(published.touchpoints[i]?.reward?.value ?? Number.NaN, 8);
  }
});

describe('eight touchpoints, two of which weigh 1.0 and 0.6 points', () => {
  const truth = [-1, -0.6, 0, 0, 0, 0, 0, 0];
  const companies = Array.from({ length: 30 }, (_, seed) => {
    const cells = pairCells(invented(createRandom(seed + 1), 700, 8, truth));
    return experienceEffects(cells, tested(8), false);
  });

  test('95 % intervals hold the planted penalty about 95 times in 100', () => {
    const inside = companies.flatMap(({ effects }) =>
      effects.map(({ penalty }, i) => {
        const { low = Number.NaN, high = Number.NaN } = penalty?.estimate ?? {};
        return low <= (truth[i] ?? 0) && (truth[i] ?? 0) <= high ? 1 : 0;
      }),
    );
    const share = inside.reduce<number>((sum, one) => sum + one, 0) / inside.length;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.985);
  });

  test('the heavy one is named nearly always, the others with the rate that is put up with', () => {
    const named = companies.map((found) =>
      judgeTouchpoints(found, momentsOfTruthDefaults).flatMap(({ place, lossOutcome }) =>
        lossOutcome === 'finding' ? [place] : [],
      ),
    );
    expect(named.filter((names) => names.includes('t00')).length).toBeGreaterThan(27);
    const all = named.flat();
    expect(all.filter((place) => place !== 't00' && place !== 't01').length / all.length).toBeLessThan(0.1);
  });
});

test('trap: a mood common to all answers makes every touchpoint look decisive; taken off, none is', () => {
  const cells = pairCells(invented(createRandom(9), 3000, 10, [], 1));
  const plain = experienceEffects(cells, tested(10), false);
  expect(plain.effects.filter(({ penalty }) => (penalty?.estimate.high ?? 0) < 0).length).toBeGreaterThan(7);
  const judged = judgeTouchpoints(experienceEffects(cells, tested(10), true), momentsOfTruthDefaults);
  expect(judged.filter(({ lossOutcome }) => lossOutcome === 'finding')).toEqual([]);
});
