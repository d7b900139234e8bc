import { clusterBootstrap } from '#statistics/jackknife/cluster-bootstrap.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { ReplicateSums } from '#statistics/jackknife/replicate-sums.ts';
import type { Scale } from '#statistics/jackknife/scale.ts';
import { createRandom, type Random } from '#statistics/random.ts';
import { type CoverageRow, cover } from './coverage.ts';

/** One customer: what it adds to the two sums of the ratio. */
type Customer = readonly [number, number];

interface Design {
  readonly scenario: string;
  readonly truth: number;
  readonly scale: Scale;
  readonly draw: (random: Random) => Customer;
}

const SIGMA = 1.5;
const DESIGNS: readonly Design[] = [
  {
    scenario: 'mean of skewed money (log-normal, sigma 1.5)',
    truth: Math.exp(SIGMA ** 2 / 2),
    scale: 'log',
    draw: (random) => [1, Math.exp(SIGMA * random.normal())],
  },
  {
    scenario: 'share over nested rows, customers of unlike size',
    truth: 0.2,
    scale: 'logit',
    draw: (random) => {
      const rows = 1 + random.poisson(4);
      const first = random.gamma(1);
      const own = first / (first + random.gamma(4));
      let won = 0;
      for (let i = 0; i < rows; i++) if (random.uniform() < own) won += 1;
      return [rows, won];
    },
  },
  {
    scenario: 'share of 2 % of customers',
    truth: 0.02,
    scale: 'logit',
    draw: (random) => [1, random.uniform() < 0.02 ? 1 : 0],
  },
];

function grouped(customers: readonly Customer[], groupOf: (i: number) => number, groups: number): ReplicateSums {
  const sums = Array.from({ length: groups }, () => new Float64Array(2));
  const total = new Float64Array(2);
  customers.forEach(([base, own], i) => {
    for (const target of [total, sums[groupOf(i)] ?? total]) {
      target[0] = (target[0] ?? 0) + base;
      target[1] = (target[1] ?? 0) + own;
    }
  });
  return { keys: 1, sums: 2, total, replicates: sums.map((values) => ({ key: Int32Array.of(0), values })) };
}

const ratio = (sums: Float64Array) => [(sums[1] ?? 0) / (sums[0] ?? 0)];

export function rows(): CoverageRow[] {
  const random = createRandom(2001);
  return [...jackknife(random), ...twoGroups(random), ...bootstrap(random)];
}

function jackknife(random: Random): CoverageRow[] {
  return DESIGNS.flatMap(({ scenario, truth, scale, draw }) =>
    [20, 100, 1000].map((n) =>
      cover({
        estimator: 'deleteAGroup',
        scenario,
        n,
        runs: 1500,
        truth,
        interval: () => {
          const customers = Array.from({ length: n }, () => draw(random));
          const data = grouped(customers, () => random.integer(200), 200);
          return deleteAGroup({ ...data, theta: ratio, scale }).estimates[0] ?? null;
        },
        note: 'n customers in 200 replicates',
      }),
    ),
  );
}

/** Ratio of the means of two groups, nine in ten customers in the first. */
function twoGroups(random: Random): CoverageRow[] {
  return [100, 1000].map((n) =>
    cover({
      estimator: 'deleteAGroup',
      scenario: 'ratio of two exponential means, groups nine to one',
      n,
      runs: 1500,
      truth: 1.5,
      interval: () => {
        const theta = (s: Float64Array) => [(s[3] ?? 0) / (s[2] ?? 0) / ((s[1] ?? 0) / (s[0] ?? 0))];
        return deleteAGroup({ ...nineToOne(random, n), theta, scale: 'log' }).estimates[0] ?? null;
      },
      note: 'n customers in 200 replicates',
    }),
  );
}

/** Two keys (the groups) with count and total of exponential values whose means are 1 and 1.5. */
function nineToOne(random: Random, n: number): ReplicateSums {
  const replicates = Array.from({ length: 200 }, () => new Float64Array(4));
  const total = new Float64Array(4);
  for (let i = 0; i < n; i++) {
    const at = i % 10 === 0 ? 2 : 0;
    const value = random.exponential() * (at === 2 ? 1.5 : 1);
    for (const target of [total, replicates[random.integer(200)] ?? total]) {
      target[at] = (target[at] ?? 0) + 1;
      target[at + 1] = (target[at + 1] ?? 0) + value;
    }
  }
  const key = Int32Array.of(0, 1);
  return { keys: 2, sums: 2, total, replicates: replicates.map((values) => ({ key, values })) };
}

function bootstrap(random: Random): CoverageRow[] {
  return (['bca', 'percentile'] as const).flatMap((method) =>
    DESIGNS.slice(0, 2).flatMap(({ scenario, truth, draw }) =>
      [20, 100, 500].map((n) =>
        cover({
          estimator: `clusterBootstrap ${method}`,
          scenario,
          n,
          runs: n > 100 ? 300 : 600,
          truth,
          interval: () => {
            const data = grouped(
              Array.from({ length: n }, () => draw(random)),
              (i) => i,
              n,
            );
            return clusterBootstrap({ ...data, theta: ratio, random }, { method, draws: 1000 }).estimates[0] ?? null;
          },
          note: 'n customers, 1000 draws',
        }),
      ),
    ),
  );
}
