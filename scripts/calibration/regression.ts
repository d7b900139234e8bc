import type { Estimate } from '#statistics/estimate.ts';
import { createRandom, type Random } from '#statistics/random.ts';
import { waldInterval } from '#statistics/regression/coefficient-table.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import { poissonRegression } from '#statistics/regression/poisson-regression.ts';
import { replicateSteps } from '#statistics/regression/replicate-steps.ts';
import { weightedLeastSquares } from '#statistics/regression/weighted-least-squares.ts';
import { type CoverageRow, cover } from './coverage.ts';

const chance = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
const slope = (fit: { readonly coefficients: readonly { readonly estimate: Estimate }[] }) =>
  fit.coefficients[1]?.estimate ?? null;

export function rows(): CoverageRow[] {
  const random = createRandom(2002);
  return [
    ...skewed(random),
    ...clustered(random),
    ...logistic(random),
    ...clusteredLogistic(random),
    ...poisson(random),
  ];
}

const runsFor = (n: number) => (n > 500 ? 800 : 2000);

/** A skewed regressor whose large values come with large errors. */
function skewed(random: Random): CoverageRow[] {
  return (['classical', 'HC1', 'HC3'] as const).flatMap((variance) =>
    [20, 100, 1000].map((n) =>
      cover({
        estimator: `weightedLeastSquares ${variance}`,
        scenario: 'slope, exponential regressor, error grows with it',
        n,
        runs: runsFor(n),
        truth: 1,
        interval: () => {
          const x = Array.from({ length: n }, () => random.exponential());
          const response = x.map((value) => value + (0.3 + value) * random.normal());
          const columns = [x.map(() => 1), x];
          return slope(
            weightedLeastSquares(
              { names: ['one', 'x'], columns, response, weights: null, cluster: null },
              { variance },
            ),
          );
        },
      }),
    ),
  );
}

/** Clusters of unequal size; a third of the clusters are treated; correlation 0.3 within clusters. */
function drawClusters(random: Random, clusters: number, rowsPerCluster: number) {
  const cluster: number[] = [];
  const treated: number[] = [];
  const error: number[] = [];
  for (let g = 0; g < clusters; g++) {
    const size = 1 + random.integer(2 * rowsPerCluster - 1);
    const shared = Math.sqrt(0.3) * random.normal();
    for (let i = 0; i < size; i++) {
      cluster.push(g);
      treated.push(g % 3 === 0 ? 1 : 0);
      error.push(shared + Math.sqrt(0.7) * random.normal());
    }
  }
  return { cluster, treated, error };
}

function clustered(random: Random): CoverageRow[] {
  const designs = [
    [9, 2],
    [21, 5],
    [60, 16],
  ] as const;
  return (['HC1', 'CR1', 'CR3'] as const).flatMap((variance) =>
    designs.map(([clusters, perCluster]) =>
      cover({
        estimator: `weightedLeastSquares ${variance}`,
        scenario: `treated third of ${clusters} unequal clusters, correlation 0.3`,
        n: clusters * perCluster,
        runs: 1500,
        truth: 0.5,
        interval: () => {
          const { cluster, treated, error } = drawClusters(random, clusters, perCluster);
          const response = treated.map((t, i) => 0.5 * t + (error[i] ?? 0));
          const columns = [treated.map(() => 1), treated];
          return slope(
            weightedLeastSquares({ names: ['one', 't'], columns, response, weights: null, cluster }, { variance }),
          );
        },
        note: variance === 'HC1' ? 'ignores the clusters on purpose' : 'n on average',
      }),
    ),
  );
}

function logistic(random: Random): CoverageRow[] {
  const scenarios = [
    { name: 'log odds ratio, a third succeed', base: -0.7 },
    { name: 'log odds ratio, 3 % succeed', base: -3.5 },
  ];
  return scenarios.flatMap(({ name, base }) =>
    [20, 100, 1000].map((n) =>
      cover({
        estimator: 'logisticRegression',
        scenario: name,
        n,
        runs: runsFor(n),
        truth: 0.7,
        interval: () => {
          const x = Array.from({ length: n }, (_, i) => i % 2);
          const successes = x.map((value) => (random.uniform() < chance(base + 0.7 * value) ? 1 : 0));
          const columns = [x.map(() => 1), x];
          const trials = x.map(() => 1);
          return slope(
            logisticRegression({ names: ['one', 'x'], columns, successes, trials, offset: null, cluster: null }),
          );
        },
        note: 'falls back to Firth below ten events per parameter',
      }),
    ),
  );
}

/** Exposure varies within clusters; the truth is the marginal slope that a very large sample gives. */
function clusteredLogistic(random: Random): CoverageRow[] {
  const draw = (clusters: number) => {
    const x: number[] = [];
    const successes: number[] = [];
    const cluster: number[] = [];
    for (let g = 0; g < clusters; g++) {
      const [shared, own] = [random.normal(), random.normal()];
      for (let i = 0; i < 10; i++) {
        const value = own + random.normal();
        x.push(value);
        cluster.push(g);
        successes.push(random.uniform() < chance(-1 + 0.5 * value + shared) ? 1 : 0);
      }
    }
    const columns = [x.map(() => 1), x];
    return { names: ['one', 'x'], columns, successes, trials: x.map(() => 1), offset: null, cluster };
  };
  const truth = slope(logisticRegression(draw(20_000)))?.value ?? Number.NaN;
  const methods = [
    {
      name: 'logisticRegression model',
      interval: (data: ReturnType<typeof draw>) => slope(logisticRegression(data, { variance: 'model' })),
    },
    {
      name: 'logisticRegression cluster',
      interval: (data: ReturnType<typeof draw>) => slope(logisticRegression(data)),
    },
    { name: 'replicateSteps', interval: jackknifed },
  ];
  return methods.flatMap(({ name, interval }) =>
    [10, 30, 100].map((clusters) =>
      cover({
        estimator: name,
        scenario: `clusters of ten sharing half of their luck, ${clusters} clusters`,
        n: clusters * 10,
        runs: 1000,
        truth,
        interval: () => interval(draw(clusters)),
        note: name.endsWith('model') ? 'ignores the clusters on purpose' : '',
      }),
    ),
  );
}

function jackknifed(data: Parameters<typeof logisticRegression>[0]): Estimate | null {
  const fit = logisticRegression({ ...data, cluster: null });
  const replicate = Array.from(data.cluster ?? [], Number);
  const replicateCount = Math.max(...replicate) + 1;
  const steps = replicateSteps({ fit, columns: data.columns, replicate, replicateCount });
  const center = slope(fit)?.value ?? 0;
  const squares = steps.reduce((sum, step) => sum + ((step[1] ?? 0) - center) ** 2, 0);
  const standardError = Math.sqrt((squares * (replicateCount - 1)) / replicateCount);
  return waldInterval(center, standardError, { level: 0.95, degreesOfFreedom: replicateCount - 1 });
}

/** Counts whose variance is three times their mean. */
function poisson(random: Random): CoverageRow[] {
  return (['model', 'robust'] as const).flatMap((variance) =>
    [20, 100, 1000].map((n) =>
      cover({
        estimator: `poissonRegression ${variance}`,
        scenario: 'log rate ratio, variance three times the mean',
        n,
        runs: runsFor(n),
        truth: 0.4,
        interval: () => {
          const x = Array.from({ length: n }, (_, i) => i % 2);
          const events = x.map((value) => {
            const mean = 4 * Math.exp(0.4 * value);
            return random.poisson(2 * random.gamma(mean / 2));
          });
          const columns = [x.map(() => 1), x];
          return slope(
            poissonRegression(
              { names: ['one', 'x'], columns, events, exposure: null, offset: null, cluster: null },
              { variance },
            ),
          );
        },
        note: variance === 'model' ? 'assumes variance = mean, which is false here on purpose' : '',
      }),
    ),
  );
}
