import { netPromoterScore } from '#statistics/intervals/net-promoter-score.ts';
import { newcombeDifference } from '#statistics/intervals/newcombe-difference.ts';
import { poissonRate } from '#statistics/intervals/poisson-rate.ts';
import { poissonRateRatio } from '#statistics/intervals/poisson-rate-ratio.ts';
import { shrunkenMeans } from '#statistics/intervals/shrunken-means.ts';
import { shrunkenShares } from '#statistics/intervals/shrunken-shares.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { createRandom, type Random } from '#statistics/random.ts';
import { type CoverageRow, cover } from './coverage.ts';

const RUNS = 4000;
const SIZES = [20, 100, 1000];

function successes(random: Random, trials: number, share: number): number {
  let count = 0;
  for (let i = 0; i < trials; i++) if (random.uniform() < share) count += 1;
  return count;
}

function beta(random: Random, a: number, b: number): number {
  const first = random.gamma(a);
  return first / (first + random.gamma(b));
}

export function rows(): CoverageRow[] {
  const random = createRandom(1927);
  return [...shares(random), ...differences(random), ...rates(random), ...promoters(random), ...leagues(random)];
}

function shares(random: Random): CoverageRow[] {
  const independent = [0.5, 0.1, 0.02].flatMap((share) =>
    SIZES.map((n) =>
      cover({
        estimator: 'wilsonInterval',
        scenario: `share ${share}`,
        n,
        runs: RUNS,
        truth: share,
        interval: () => wilsonInterval({ successes: successes(random, n, share), trials: n }),
      }),
    ),
  );
  const nested = SIZES.map((n) =>
    cover({
      estimator: 'wilsonInterval',
      scenario: 'share 0.2, five rows per customer, correlation 0.3',
      n,
      runs: RUNS,
      truth: 0.2,
      interval: () => {
        let won = 0;
        // Beta with a + b = 7/3 gives rows of one customer a correlation of 1 / (a + b + 1) = 0.3.
        for (let customer = 0; customer < n / 5; customer++) won += successes(random, 5, beta(random, 7 / 15, 28 / 15));
        return wilsonInterval({ successes: won, trials: n });
      },
      note: 'nested rows: use deleteAGroup instead',
    }),
  );
  return [...independent, ...nested];
}

function differences(random: Random): CoverageRow[] {
  const designs = [
    { scenario: 'shares 0.2 and 0.1', a: 0.2, b: 0.1, times: 1 },
    { scenario: 'shares 0.05 and 0.01', a: 0.05, b: 0.01, times: 1 },
    { scenario: 'shares 0.2 and 0.1, second group ten times as large', a: 0.2, b: 0.1, times: 10 },
  ];
  return designs.flatMap(({ scenario, a, b, times }) =>
    SIZES.map((n) =>
      cover({
        estimator: 'newcombeDifference',
        scenario,
        n,
        runs: RUNS,
        truth: a - b,
        interval: () =>
          newcombeDifference(
            { successes: successes(random, n, a), trials: n },
            { successes: successes(random, n * times, b), trials: n * times },
          ),
      }),
    ),
  );
}

function rates(random: Random): CoverageRow[] {
  const note = 'n is the expected number of events';
  const single = [1, 5, 20, 100].map((n) =>
    cover({
      estimator: 'poissonRate',
      scenario: 'one rate',
      n,
      runs: RUNS,
      truth: n,
      interval: () => poissonRate({ events: random.poisson(n), exposure: 1 }),
      note,
    }),
  );
  const ratios = [1, 4].flatMap((times) =>
    [2, 5, 20, 100].map((n) =>
      cover({
        estimator: 'poissonRateRatio',
        scenario: times === 1 ? 'equal exposures' : 'second exposure four times as large',
        n,
        runs: RUNS,
        truth: 1,
        interval: () =>
          poissonRateRatio(
            { events: random.poisson(n), exposure: 1 },
            { events: random.poisson(n * times), exposure: times },
          ),
        note: `${note} in the first group`,
      }),
    ),
  );
  return [...single, ...ratios];
}

function promoters(random: Random): CoverageRow[] {
  const designs = [
    { scenario: 'balanced: 40 % up, 30 % down', up: 0.4, down: 0.3 },
    { scenario: 'skewed: 90 % up, 4 % down', up: 0.9, down: 0.04 },
  ];
  return designs.flatMap(({ scenario, up, down }) =>
    SIZES.map((n) =>
      cover({
        estimator: 'netPromoterScore',
        scenario,
        n,
        runs: RUNS,
        truth: 100 * (up - down),
        interval: () => {
          const answers = Float64Array.from({ length: n }, random.uniform);
          return netPromoterScore({
            promoters: answers.filter((u) => u < up).length,
            detractors: answers.filter((u) => u > 1 - down).length,
            answers: n,
          });
        },
      }),
    ),
  );
}

/** One group of each simulated league is judged; which one turns round with the runs. */
function leagues(random: Random): CoverageRow[] {
  const means = [0.3, 1, 3].flatMap((spread) =>
    [8, 20, 100].map((n) => {
      let turn = 0;
      return cover({
        estimator: 'shrunkenMeans',
        scenario: `spread of the truth ${spread} of an average standard error`,
        n,
        runs: 2000,
        truth: 0,
        interval: () => {
          const truth = Float64Array.from({ length: n }, () => spread * random.normal());
          const standardErrors = truth.map((_, i) => 0.5 + (i % 3) / 2);
          const values = truth.map((mean, i) => mean + (standardErrors[i] ?? 0) * random.normal());
          turn = (turn + 1) % n;
          const found = shrunkenMeans({ values, standardErrors }).estimates[turn];
          const shift = truth[turn] ?? 0;
          return found === undefined ? null : { low: found.low - shift, high: found.high - shift };
        },
        note: 'n is the number of groups',
      });
    }),
  );
  const counted = [10, 30, 300].map((strength) => {
    let turn = 0;
    return cover({
      estimator: 'shrunkenShares',
      scenario: `20 groups of 10 to 50 trials, truth scatters like ${strength} trials around 0.2`,
      n: 20,
      runs: 800,
      truth: 0,
      interval: () => {
        const truth = Float64Array.from({ length: 20 }, () => beta(random, 0.2 * strength, 0.8 * strength));
        const trials = truth.map((_, i) => 10 * (1 + (i % 5)));
        const won = truth.map((share, i) => successes(random, trials[i] ?? 0, share));
        turn = (turn + 1) % 20;
        const found = shrunkenShares({ successes: won, trials }).estimates[turn];
        const shift = truth[turn] ?? 0;
        return found === undefined ? null : { low: found.low - shift, high: found.high - shift };
      },
      note: 'right on average over all degrees of scatter, not at each',
    });
  });
  return [...means, ...counted];
}
