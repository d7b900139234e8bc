import { matchedOddsRatio } from '#statistics/graph/matched-odds-ratio.ts';
import { createRandom, type Random } from '#statistics/random.ts';
import { cronbachAlpha } from '#statistics/relation/cronbach-alpha.ts';
import { pearsonCorrelation } from '#statistics/relation/pearson-correlation.ts';
import { penaltyReward } from '#statistics/relation/penalty-reward.ts';
import { qiniCurve } from '#statistics/relation/qini-curve.ts';
import { shapleyRSquared } from '#statistics/relation/shapley-r-squared.ts';
import { spearmanCorrelation } from '#statistics/relation/spearman-correlation.ts';
import { type CoverageRow, cover } from './coverage.ts';

const RUNS = 2000;
const SIZES = [20, 100, 1000];

export function rows(): CoverageRow[] {
  const random = createRandom(1904);
  return [
    ...correlations(random),
    ...scales(random),
    ...drivers(random),
    ...touchpoints(random),
    ...uplift(random),
    ...pairs(random),
  ];
}

function correlations(random: Random): CoverageRow[] {
  const draw = (n: number, bend: (own: number) => number) => {
    const left = Float64Array.from({ length: n }, () => random.normal());
    const right = left.map((own) => 0.5 * own + Math.sqrt(0.75) * random.normal());
    return { left: left.map(bend), right: right.map(bend), counts: null };
  };
  const plain = (own: number) => own;
  // Log-normal pair with log-correlation 1/2.
  const bentTruth = (Math.exp(0.5) - 1) / (Math.E - 1);
  const rankTruth = (6 / Math.PI) * Math.asin(0.25);
  return SIZES.flatMap((n) => [
    cover({
      estimator: 'pearsonCorrelation',
      scenario: 'normal pair, 0.5',
      n,
      runs: RUNS,
      truth: 0.5,
      interval: () => pearsonCorrelation(draw(n, plain)).correlation,
    }),
    cover({
      estimator: 'pearsonCorrelation',
      scenario: 'log-normal pair',
      n,
      runs: RUNS,
      truth: bentTruth,
      interval: () => pearsonCorrelation(draw(n, Math.exp)).correlation,
      note: 'long tails: use spearmanCorrelation',
    }),
    cover({
      estimator: 'spearmanCorrelation',
      scenario: 'log-normal pair',
      n,
      runs: RUNS,
      truth: rankTruth,
      interval: () => spearmanCorrelation(draw(n, Math.exp)).correlation,
    }),
  ]);
}

/** Five parallel items: reliability 5/6 whatever the shape of the errors. */
function scales(random: Random): CoverageRow[] {
  const shapes = [
    { scenario: 'five parallel items, normal', draw: () => random.normal() },
    { scenario: 'five parallel items, exponential', draw: () => random.exponential() },
  ];
  return shapes.flatMap(({ scenario, draw }) =>
    SIZES.map((n) =>
      cover({
        estimator: 'cronbachAlpha',
        scenario,
        n,
        runs: RUNS,
        truth: 5 / 6,
        interval: () => {
          const trait = Float64Array.from({ length: n }, draw);
          return cronbachAlpha({ items: [1, 2, 3, 4, 5].map(() => trait.map((own) => own + draw())), counts: null })
            .alpha;
        },
      }),
    ),
  );
}

function drivers(random: Random): CoverageRow[] {
  const part = (n: number, at: number) => () => {
    const column = () => Float64Array.from({ length: n }, () => random.normal());
    const [strong, weak, none] = [column(), column(), column()];
    const outcome = strong.map((own, row) => own + 0.5 * (weak[row] ?? 0) + random.normal());
    const { contributions } = shapleyRSquared({
      names: ['strong', 'weak', 'none'],
      predictors: [strong, weak, none],
      outcome,
      counts: null,
    });
    return contributions[at]?.contribution ?? null;
  };
  const total = 1 + 0.25 + 1;
  const truths = [
    { scenario: 'strong predictor, 44 % of variance', at: 0, truth: 1 / total },
    { scenario: 'weak predictor, 11 % of variance', at: 1, truth: 0.25 / total },
    { scenario: 'predictor without effect', at: 2, truth: 0 },
  ];
  return truths.flatMap(({ scenario, at, truth }) =>
    SIZES.map((n) =>
      cover({ estimator: 'shapleyRSquared', scenario, n, runs: n > 500 ? 500 : RUNS, truth, interval: part(n, at) }),
    ),
  );
}

/** One in ten is disappointed, unequal spread; the asymmetry is planted at 1. */
function touchpoints(random: Random): CoverageRow[] {
  return SIZES.slice(1).map((n) =>
    cover({
      estimator: 'penaltyReward asymmetry',
      scenario: 'one in ten disappointed, with thrice the spread',
      n,
      runs: n > 500 ? 500 : 1000,
      truth: 1,
      interval: () => {
        const felt = Float64Array.from({ length: n }, () => {
          const draw = random.uniform();
          if (draw < 0.1) return -1;
          return draw < 0.4 ? 1 : 0;
        });
        const outcome = felt.map((own) => (own < 0 ? -2 + 3 * random.normal() : own + random.normal()));
        return (
          penaltyReward({ names: ['reach'], experiences: [felt], outcome, counts: null, cluster: null }).touchpoints[0]
            ?.asymmetry ?? null
        );
      },
    }),
  );
}

/** Uplift 0.3 times a uniform score, a third treated: area 0.3 / 12. */
function uplift(random: Random): CoverageRow[] {
  return SIZES.slice(1).map((n) =>
    cover({
      estimator: 'qiniCurve area',
      scenario: 'binary outcome, a third treated',
      n,
      runs: RUNS,
      truth: 0.025,
      interval: () => {
        const score = Float64Array.from({ length: n }, () => random.uniform());
        const treated = score.map(() => (random.uniform() < 1 / 3 ? 1 : 0));
        const outcome = score.map((own, row) => (random.uniform() < 0.1 + 0.3 * own * (treated[row] ?? 0) ? 1 : 0));
        return qiniCurve({ outcome, treated, score, counts: null }).qini;
      },
    }),
  );
}

/** Pairs that share their own log odds; the exposed one has 1.5 times the odds. */
function pairs(random: Random): CoverageRow[] {
  return [...SIZES, 5000].map((n) =>
    cover({
      estimator: 'matchedOddsRatio',
      scenario: 'one in ten leaves, pairs differ',
      n,
      runs: RUNS,
      truth: 1.5,
      interval: () => {
        const common = Float64Array.from({ length: n }, () => -2.5 + random.normal());
        const leaves = (logOdds: number) => (random.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0);
        return matchedOddsRatio({
          exposedOutcome: common.map((own) => leaves(own + Math.log(1.5))),
          unexposedOutcome: common.map(leaves),
        }).oddsRatio;
      },
    }),
  );
}
