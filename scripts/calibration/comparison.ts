import { differenceInDifferences } from '#statistics/comparison/difference-in-differences.ts';
import { doublyRobust } from '#statistics/comparison/doubly-robust.ts';
import { exactStandardisation } from '#statistics/comparison/exact-standardisation.ts';
import { instrumentalVariable } from '#statistics/comparison/instrumental-variable.ts';
import { interruptedTimeSeries } from '#statistics/comparison/interrupted-time-series.ts';
import { propensityWeighting } from '#statistics/comparison/propensity-weighting.ts';
import { regressionDiscontinuity } from '#statistics/comparison/regression-discontinuity.ts';
import { selfControlledCaseSeries } from '#statistics/comparison/self-controlled-case-series.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { ReplicateSums } from '#statistics/jackknife/replicate-sums.ts';
import { createRandom, type Random } from '#statistics/random.ts';
import { type CoverageRow, cover } from './coverage.ts';

export function rows(): CoverageRow[] {
  const random = createRandom(2003);
  return [
    ...standardised(random),
    ...adjusted(random),
    ...instruments(random),
    ...discontinuities(random),
    ...staggered(random),
    ...caseSeries(random),
    ...series(random),
  ];
}

/** Unequal groups over six strata, skewed money, customers of one to three contracts; the jackknife deletes customers. */
function standardised(random: Random): CoverageRow[] {
  const theta = (sums: Float64Array) => {
    const column = (offset: number) => Array.from({ length: 6 }, (_, s) => sums[s * 4 + offset] ?? 0);
    const target = { count: column(0), total: column(1) };
    return [exactStandardisation({ target, other: { count: column(2), total: column(3) } }).difference];
  };
  return [200, 1000, 5000].map((n) =>
    cover({
      estimator: 'exactStandardisation, deleteAGroup',
      scenario: 'existing nine to one newcomer, six strata, log-normal money',
      n,
      runs: 800,
      truth: 1,
      interval: () => deleteAGroup({ ...drawStrata(random, n), theta, scale: 'identity' }).estimates[0] ?? null,
      note: 'n customers in 200 replicates',
    }),
  );
}

/** Sums per stratum: count and total of existing customers, count and total of newcomers. */
function drawStrata(random: Random, customers: number): ReplicateSums {
  const total = new Float64Array(24);
  const replicates = Array.from({ length: 200 }, () => new Float64Array(24));
  for (let i = 0; i < customers; i++) {
    const own = replicates[random.integer(200)] ?? total;
    const newcomer = random.uniform() < 0.1;
    const stratum = newcomer ? random.integer(6) : Math.min(random.integer(6), random.integer(6));
    const shared = random.normal();
    for (let left = 1 + random.integer(3); left > 0; left--) {
      const euros = Math.exp(0.6 * shared + 0.6 * random.normal()) + 2 * stratum + (newcomer ? 0 : 1);
      const at = stratum * 4 + (newcomer ? 2 : 0);
      for (const sums of [total, own]) addTo(sums, at, euros);
    }
  }
  const key = Int32Array.from({ length: 6 }, (_, s) => s);
  return { keys: 6, sums: 4, total, replicates: replicates.map((values) => ({ key, values })) };
}

function addTo(sums: Float64Array, at: number, euros: number): void {
  sums[at] = (sums[at] ?? 0) + 1;
  sums[at + 1] = (sums[at + 1] ?? 0) + euros;
}

/** Two confounders, skewed outcome, a quarter treated. */
function adjusted(random: Random): CoverageRow[] {
  const draw = (n: number) => {
    const x = Array.from({ length: n }, () => random.normal());
    const z = Array.from({ length: n }, () => (random.uniform() < 0.4 ? 1 : 0));
    const treated = x.map((value, i) =>
      random.uniform() < 1 / (1 + Math.exp(1.4 - 0.7 * value - 0.5 * (z[i] ?? 0))) ? 1 : 0,
    );
    const response = x.map((value, i) => 2 * (treated[i] ?? 0) + value - (z[i] ?? 0) + random.exponential());
    return {
      treated,
      response,
      counts: null,
      names: ['one', 'x', 'z'],
      columns: [x.map(() => 1), x, z],
      cluster: null,
    };
  };
  const methods = [
    { name: 'propensityWeighting treated', run: (data: ReturnType<typeof draw>) => propensityWeighting(data) },
    {
      name: 'propensityWeighting everyone',
      run: (data: ReturnType<typeof draw>) => propensityWeighting(data, { target: 'everyone' }),
    },
    { name: 'doublyRobust treated', run: (data: ReturnType<typeof draw>) => doublyRobust(data) },
    {
      name: 'doublyRobust everyone',
      run: (data: ReturnType<typeof draw>) => doublyRobust(data, { target: 'everyone' }),
    },
  ];
  return methods.flatMap(({ name, run }) =>
    [50, 200, 1000].map((n) =>
      cover({
        estimator: name,
        scenario: 'two confounders, a quarter treated, exponential errors',
        n,
        runs: n > 500 ? 500 : 1000,
        truth: 2,
        interval: () => run(draw(n))?.difference ?? null,
      }),
    ),
  );
}

function instruments(random: Random): CoverageRow[] {
  const draw = (n: number, strength: number) => {
    const z = Array.from({ length: n }, () => random.normal());
    const hidden = z.map(() => random.normal());
    const exposure = z.map((value, i) => strength * value + (hidden[i] ?? 0) + random.normal());
    const response = exposure.map((value, i) => value + 2 * (hidden[i] ?? 0) + random.normal());
    return instrumentalVariable({
      response,
      exposure,
      instruments: [z],
      columns: [z.map(() => 1)],
      counts: null,
      cluster: null,
    });
  };
  const scenarios = [
    { name: 'strong instrument', strength: 1 },
    { name: 'weak instrument (first-stage F about 3 at n = 300)', strength: 0.14 },
  ];
  return scenarios.flatMap(({ name, strength }) =>
    [100, 300, 1000].flatMap((n) => [
      cover({
        estimator: 'instrumentalVariable effect',
        scenario: name,
        n,
        runs: 1000,
        truth: 1,
        interval: () => draw(n, strength).effect,
      }),
      cover({
        estimator: 'instrumentalVariable weakRobust',
        scenario: name,
        n,
        runs: 1000,
        truth: 1,
        interval: () => draw(n, strength).weakRobust,
      }),
    ]),
  );
}

function discontinuities(random: Random): CoverageRow[] {
  return [200, 500, 2000].map((n) =>
    cover({
      estimator: 'regressionDiscontinuity',
      scenario: 'jump of 1 on a curve, half of the rows on each side',
      n,
      runs: n > 1000 ? 400 : 1000,
      truth: 1,
      interval: () => {
        const running = Array.from({ length: n }, () => 2 * random.uniform() - 1);
        const response = running.map(
          (x) => Math.sin(2 * x) + x * x + (x >= 0 ? 1 + 0.5 * x : 0) + 0.5 * random.normal(),
        );
        return regressionDiscontinuity({ running, response, threshold: 0, counts: null })?.jump ?? null;
      },
    }),
  );
}

/** Three cohorts and six periods; errors of a unit are correlated over time. */
function staggered(random: Random): CoverageRow[] {
  const draw = (unitsPerCohort: number) => {
    const rows = [3, 5, Number.POSITIVE_INFINITY].flatMap((first) =>
      Array.from({ length: unitsPerCohort }, (_, u) => {
        let shock = random.normal();
        return Array.from({ length: 6 }, (_unused, t) => {
          shock = 0.7 * shock + random.normal();
          const effect = t + 1 >= first ? t + 2 - first : 0;
          return { unit: `${first}/${u}`, period: t + 1, response: 0.3 * t + effect + shock, firstTreated: first };
        });
      }).flat(),
    );
    return {
      unit: rows.map((row) => row.unit),
      period: rows.map((row) => row.period),
      response: rows.map((row) => row.response),
      firstTreated: rows.map((row) => row.firstTreated),
      weights: null,
      cluster: null,
    };
  };
  // Effects 1..4 in four and 1, 2 in two periods, cohorts of equal size.
  const truth = (1 + 2 + 3 + 4 + 1 + 2) / 6;
  return [4, 15, 60].map((units) =>
    cover({
      estimator: 'differenceInDifferences overall',
      scenario: `staggered, growing effects, ${units} units in each of three cohorts`,
      n: units * 18,
      runs: units > 50 ? 300 : 800,
      truth,
      interval: () => differenceInDifferences(draw(units))?.overall ?? null,
    }),
  );
}

function caseSeries(random: Random): CoverageRow[] {
  return [30, 200, 1000].map((n) =>
    cover({
      estimator: 'selfControlledCaseSeries',
      scenario: 'rate ratio 2 for 20 of 200 days, frail people exposed more',
      n,
      runs: 500,
      truth: Math.log(2),
      interval: () => {
        const { persons, exposures, events } = drawHistories(random, n);
        if (exposures.length === 0 || events.length === 0) return null;
        return (
          selfControlledCaseSeries({ persons, events, exposures, bandEndDays: [] }).coefficients[0]?.estimate ?? null
        );
      },
      note: 'n persons',
    }),
  );
}

function drawHistories(random: Random, n: number) {
  const persons = Array.from({ length: n }, (_, i) => ({ person: `${i}`, startDay: 1, endDay: 200 }));
  const exposures: { person: string; fromDay: number; toDay: number; window: string }[] = [];
  const events: { person: string; day: number }[] = [];
  const happen = (person: string, mean: number, from: number, days: number): void => {
    for (let left = random.poisson(mean); left > 0; left--) events.push({ person, day: from + random.integer(days) });
  };
  for (const { person } of persons) {
    const frailty = random.gamma(1);
    const fromDay = 20 + random.integer(150);
    happen(person, 1.5 * frailty, 1, 200);
    if (random.uniform() >= 0.3 + 0.6 * (1 - Math.exp(-frailty))) continue;
    exposures.push({ person, fromDay, toDay: fromDay + 19, window: 'w' });
    // A rate twice as high inside is the base rate once more, over the window only.
    happen(person, (1.5 * frailty * 20) / 200, fromDay, 20);
  }
  return { persons, exposures, events };
}

function series(random: Random): CoverageRow[] {
  const designs = (['autoregressive', 'neweyWest'] as const).flatMap((errors) =>
    [0, 0.3, 0.7].map((memory) => ({ errors, memory })),
  );
  return designs.flatMap(({ errors, memory }) =>
    [24, 60, 240].map((n) =>
      cover({
        estimator: `interruptedTimeSeries ${errors}`,
        scenario: `step of 2, neighbouring errors correlated ${memory}`,
        n,
        runs: 500,
        truth: 2,
        interval: () => {
          let shock = random.normal() / Math.sqrt(1 - memory ** 2);
          const response = Array.from({ length: n }, (_, t) => {
            shock = memory * shock + random.normal();
            return 0.1 * t + (t >= n / 2 ? 2 : 0) + shock;
          });
          return interruptedTimeSeries({ response, changeAt: n / 2, season: null }, { errors }).level;
        },
        note: 'n periods',
      }),
    ),
  );
}
