import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { differenceInDifferences } from './difference-in-differences.ts';

/** Where a test's units can be compared, null would be a failure of its own. */
function compareStarts(...given: Parameters<typeof differenceInDifferences>) {
  const result = differenceInDifferences(...given);
  if (result === null) throw new Error('nobody to compare');
  return result;
}

interface Panel {
  unit: string[];
  period: number[];
  response: number[];
  firstTreated: number[];
}

/** Units of four cohorts over periods 1..8 with own levels and a common trend; the effect grows with time since start. */
function planted(unitsPerCohort: number, seed: number, drift = 0): Panel & { weights: null; cluster: null } {
  const random = createRandom(seed);
  const panel: Panel = { unit: [], period: [], response: [], firstTreated: [] };
  [3, 5, 7, Number.POSITIVE_INFINITY].forEach((first, cohort) => {
    for (let u = 0; u < unitsPerCohort; u++) {
      const level = random.normal() + cohort;
      for (let period = 1; period <= 8; period++) {
        panel.unit.push(`${cohort}/${u}`);
        panel.period.push(period);
        panel.firstTreated.push(first);
        const effect = period >= first ? 1 + (period - first) : 0;
        panel.response.push(level + 0.5 * period + drift * cohort * period + effect + 0.5 * random.normal());
      }
    }
  });
  return { ...panel, weights: null, cluster: null };
}

// Effects 1, 2, ... after starts in 3, 5, 7 with periods up to 8: 6, 4 and 2 treated periods of equal weight.
const TRUE_OVERALL = (1 + 2 + 3 + 4 + 5 + 6 + 1 + 2 + 3 + 4 + 1 + 2) / 12;

describe('growing effects with staggered starts', () => {
  const result = compareStarts(planted(60, 1));

  test('recovers the planted mean where the two-way regression is wrong', () => {
    expect(result.overall.low).toBeLessThan(TRUE_OVERALL);
    expect(result.overall.high).toBeGreaterThan(TRUE_OVERALL);
    expect(result.naiveTwoWay).toBeLessThan(result.overall.low - 0.3);
  });

  test.each([0, 1, 2, 3, 4, 5])('recovers the effect %i periods after the start', (eventTime) => {
    const effect = result.byEventTime.find((entry) => entry.eventTime === eventTime)?.effect;
    expect(Math.abs((effect?.value ?? 0) - 1 - eventTime)).toBeLessThan(0.35);
  });

  test('sees no trend before the start where there is none, and one where there is', () => {
    expect(result.preTrend?.pValue).toBeGreaterThan(0.05);
    expect(compareStarts(planted(60, 1, 0.3)).preTrend?.pValue).toBeLessThan(0.001);
  });
});

test('two groups and two periods are the difference of mean changes with Welch’s standard error', () => {
  const changes = { treated: [3, 5, 4, 8], control: [1, 0, 2] };
  const rows = Object.entries(changes).flatMap(([name, list]) =>
    list.flatMap((change, u) => [
      { unit: `${name}${u}`, period: 2020, response: u, first: name === 'treated' ? 2021 : Number.POSITIVE_INFINITY },
      {
        unit: `${name}${u}`,
        period: 2021,
        response: u + change,
        first: name === 'treated' ? 2021 : Number.POSITIVE_INFINITY,
      },
    ]),
  );
  const { overall, preTrend, naiveTwoWay } = compareStarts({
    unit: rows.map((row) => row.unit),
    period: rows.map((row) => row.period),
    response: rows.map((row) => row.response),
    firstTreated: rows.map((row) => row.first),
    weights: null,
    cluster: null,
  });
  expect(overall.value).toBeCloseTo(4, 10);
  expect(naiveTwoWay).toBeCloseTo(4, 8);
  expect(preTrend).toBeNull();
  const welch = Math.sqrt(14 / 3 / 4 + 1 / 3);
  // Student's t on 6 degrees of freedom times G/(G-1) = 7/6.
  expect((overall.high - overall.low) / 2).toBeCloseTo(2.446912 * welch * Math.sqrt(7 / 6), 4);
});

test('the published means of Card & Krueger (1994), American Economic Review 84(4), table 3, give +2.76 workers', () => {
  const { overall } = compareStarts({
    unit: ['NJ', 'NJ', 'PA', 'PA'],
    period: [1, 2, 1, 2],
    response: [20.44, 21.03, 23.33, 21.17],
    firstTreated: [2, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    weights: null,
    cluster: null,
  });
  expect(Math.abs(overall.value - 2.76)).toBeLessThan(0.02);
  // One state on each side says nothing about chance.
  expect(overall.low).toBe(Number.NEGATIVE_INFINITY);
});

test('a level per unit, a common shift per period and the order of rows change nothing', () => {
  const input = planted(10, 2);
  const before = compareStarts(input);
  const shifted = input.response.map(
    (value, i) => value + 100 * (input.period[i] ?? 0) ** 2 + 7 * input.unit.indexOf(input.unit[i] ?? ''),
  );
  const after = compareStarts({
    unit: [...input.unit].reverse(),
    period: [...input.period].reverse(),
    response: shifted.reverse(),
    firstTreated: [...input.firstTreated].reverse(),
    weights: null,
    cluster: null,
  });
  expect(after.overall.value).toBeCloseTo(before.overall.value, 8);
  expect(after.overall.high).toBeCloseTo(before.overall.high, 8);
});

test('a unit of weight two equals two units; in one cluster they count as one', () => {
  const input = planted(6, 3);
  const twice = <T>(values: readonly T[]): T[] => [...values, ...values];
  const doubled = {
    unit: [...input.unit, ...input.unit.map((unit) => `${unit} again`)],
    period: twice(input.period),
    response: twice(input.response),
    firstTreated: twice(input.firstTreated),
    weights: null,
    cluster: twice(input.unit),
  };
  const once = compareStarts({ ...input, weights: input.unit.map(() => 2) });
  const both = compareStarts(doubled);
  expect(both.overall.value).toBeCloseTo(once.overall.value, 9);
  expect(both.diagnostics.clusters).toBe(24);
});

test('refuses panels that contradict themselves; without anyone to compare it says null', () => {
  const input = planted(2, 4);
  expect(() => compareStarts({ ...input, firstTreated: input.firstTreated.map((_, i) => i) })).toThrow(/firstTreated/);
  expect(() => compareStarts({ ...input, period: input.period.map(() => 1) })).toThrow(/twice/);
  expect(differenceInDifferences({ ...input, firstTreated: input.firstTreated.map(() => 3) })).toBeNull();
  expect(() => compareStarts({ ...input, firstTreated: input.firstTreated.map(() => Number.NaN) })).toThrow(/Infinity/);
});
