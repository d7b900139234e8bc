import erfc from '@stdlib/math-base-special-erfc';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { concentrationIndex } from '#statistics/concentration/concentration-index.ts';
import { gini } from '#statistics/concentration/gini.ts';
import { topShare } from '#statistics/concentration/top-share.ts';
import { createRandom, type Random } from '#statistics/random.ts';
import { type CoverageRow, cover } from './coverage.ts';

const RUNS = 2000;
const SIZES = [20, 100, 1000];

export function rows(): CoverageRow[] {
  const random = createRandom(1912);
  return [...holdings(random), ...gradients(random), ...nested(random)];
}

const normalCdf = (z: number) => erfc(-z / Math.SQRT2) / 2;

/** Log-normal values: Gini 2 Phi(sigma / sqrt 2) - 1, top share Phi(sigma - z). */
function holdings(random: Random): CoverageRow[] {
  return [0.5, 1, 1.5].flatMap((sigma) =>
    SIZES.flatMap((n) => {
      const draw = () => Float64Array.from({ length: n }, () => Math.exp(sigma * random.normal()));
      const study = { scenario: `log-normal values, sigma ${sigma}`, n, runs: RUNS };
      return [
        cover({
          ...study,
          estimator: 'gini',
          truth: 2 * normalCdf(sigma / Math.SQRT2) - 1,
          interval: () => gini({ values: draw(), counts: null }).gini,
        }),
        cover({
          ...study,
          estimator: 'topShare 20 %',
          truth: normalCdf(sigma - normalQuantile(0.8, 0, 1)),
          interval: () => topShare({ values: draw(), counts: null }, { topShare: 0.2 }).share,
        }),
      ];
    }),
  );
}

/** Outcomes that rise with the rank U: 1 + U + error, so 2 cov(y, U) = 1/6 and the mean is 3/2 plus the error's. */
function gradients(random: Random): CoverageRow[] {
  const errors = [
    { scenario: 'outcome rises with rank, exponential error', mean: 1, draw: () => random.exponential() },
    {
      scenario: 'outcome rises with rank, log-normal error',
      mean: Math.exp(0.5),
      draw: () => Math.exp(random.normal()),
    },
  ];
  const relative = errors.flatMap(({ scenario, mean, draw }) =>
    SIZES.map((n) =>
      cover({
        estimator: 'concentrationIndex relative',
        scenario,
        n,
        runs: RUNS,
        truth: 1 / 6 / (1.5 + mean),
        interval: () => {
          const rankBy = Float64Array.from({ length: n }, () => random.uniform());
          return concentrationIndex(
            { outcome: rankBy.map((u) => 1 + u + draw()), rankBy, counts: null },
            { kind: 'relative' },
          ).index;
        },
      }),
    ),
  );
  const bounded = SIZES.map((n) =>
    cover({
      estimator: 'concentrationIndex Erreygers',
      scenario: 'share that rises with rank from 5 % to 25 %, ranks in ten ties',
      n,
      runs: RUNS,
      // Ten equal ranks: cov(0.05 + 0.2 R, R) with R the middle of its tenth, variance (1 - 1/100) / 12.
      truth: 4 * 2 * 0.2 * (0.99 / 12),
      interval: () => {
        const rankBy = Float64Array.from({ length: n }, () => random.integer(10));
        const outcome = rankBy.map((tenth) => (random.uniform() < 0.05 + 0.2 * ((tenth + 0.5) / 10) ? 1 : 0));
        return concentrationIndex({ outcome, rankBy, counts: null }, { kind: 'erreygers', lowest: 0, highest: 1 })
          .index;
      },
    }),
  );
  return [...relative, ...bounded];
}

/** Five contracts of each customer share rank and half of the error. */
function nested(random: Random): CoverageRow[] {
  return SIZES.map((n) =>
    cover({
      estimator: 'concentrationIndex absolute',
      scenario: 'five rows per customer, rank and half of the error shared',
      n,
      runs: RUNS,
      truth: 1 / 6,
      note: 'nested rows: use deleteAGroup instead',
      interval: () => {
        const rankBy = new Float64Array(n);
        const outcome = new Float64Array(n);
        for (let row = 0; row < n; row += 5) {
          const [rank, shared] = [random.uniform(), random.normal()];
          for (let k = row; k < row + 5; k++) {
            rankBy[k] = rank;
            outcome[k] = rank + Math.SQRT1_2 * (shared + random.normal());
          }
        }
        return concentrationIndex({ outcome, rankBy, counts: null }, { kind: 'absolute' }).index;
      },
    }),
  );
}
