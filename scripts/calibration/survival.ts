import { createRandom, type Random } from '#statistics/random.ts';
import { aalenJohansen } from '#statistics/survival/aalen-johansen.ts';
import { competingRiskTable } from '#statistics/survival/competing-risk-table.ts';
import { concordance } from '#statistics/survival/concordance.ts';
import { conditionalRiskTable } from '#statistics/survival/conditional-risk-table.ts';
import { cox } from '#statistics/survival/cox/cox.ts';
import { kaplanMeier } from '#statistics/survival/kaplan-meier.ts';
import { logRank } from '#statistics/survival/log-rank.ts';
import { medianSurvival } from '#statistics/survival/median-survival.ts';
import { firstAfter } from '#statistics/survival/moments.ts';
import { nelsonAalen } from '#statistics/survival/nelson-aalen.ts';
import { restrictedMean } from '#statistics/survival/restricted-mean.ts';
import { shiftedBetaGeometric } from '#statistics/survival/retention/shifted-beta-geometric.ts';
import { riskTable } from '#statistics/survival/risk-table.ts';
import { survivalShare } from '#statistics/survival/survival-share.ts';
import { type CoverageRow, cover } from './coverage.ts';

const SIZES = [20, 100, 1000];
const RUNS = 1500;
/** Censoring uniform on 0..3 mean lives leaves about a third of the ends unseen. */
const CENSORED = 'exponential lives, a third censored';
const LATE = 'delayed entry, uniform on the first half life';

/** Lives with mean 1. */
function lives(random: Random, n: number, late = false) {
  const exit = new Float64Array(n);
  const event = new Float64Array(n);
  const entry = late ? new Float64Array(n) : null;
  for (let i = 0; i < n; i++) {
    let life = random.exponential();
    if (entry !== null) {
      entry[i] = 0.5 * random.uniform();
      // Who left before being seen is never in the data.
      while (life <= (entry[i] ?? 0)) life = random.exponential();
    }
    const seen = (entry?.[i] ?? 0) + 3 * random.uniform();
    exit[i] = Math.min(life, seen);
    event[i] = life <= seen ? 1 : 0;
  }
  return { entry, exit, event, weights: null };
}

export function rows(): CoverageRow[] {
  const random = createRandom(1958);
  return [
    ...curves(random),
    ...summaries(random),
    ...competing(random),
    ...tests(random),
    ...regressions(random),
    ...clusters(random),
    ...retention(random),
  ];
}

function curves(random: Random): CoverageRow[] {
  const moments = [Math.LN2, 2];
  const shares = [false, true].flatMap((late) =>
    moments.flatMap((moment) =>
      SIZES.map((n) =>
        cover({
          estimator: 'kaplanMeier',
          scenario: `${late ? LATE : CENSORED}; share ${Math.exp(-moment).toFixed(2)}${late ? ' given stay to 0.1' : ''}`,
          n,
          runs: RUNS,
          truth: late ? Math.exp(-(moment - 0.1)) : Math.exp(-moment),
          interval: () => {
            const data = lives(random, n, late);
            // The first tenth has next to nobody at risk when entry is delayed, so the curve starts after it.
            const table = late ? conditionalRiskTable(riskTable(data), 0.1) : riskTable(data);
            return survivalShare(kaplanMeier(table), moment);
          },
        }),
      ),
    ),
  );
  const hazards = SIZES.map((n) =>
    cover({
      estimator: 'nelsonAalen',
      scenario: `${CENSORED}; cumulative hazard 1`,
      n,
      runs: RUNS,
      truth: 1,
      interval: () => {
        const { time, low, high } = nelsonAalen(riskTable(lives(random, n)));
        const at = firstAfter(time, 1) - 1;
        return { low: low[at] ?? 0, high: high[at] ?? Number.POSITIVE_INFINITY };
      },
    }),
  );
  return [...shares, ...hazards];
}

function summaries(random: Random): CoverageRow[] {
  const medians = SIZES.map((n) =>
    cover({
      estimator: 'medianSurvival',
      scenario: CENSORED,
      n,
      runs: RUNS,
      truth: Math.LN2,
      interval: () => medianSurvival(riskTable(lives(random, n))),
    }),
  );
  const means = SIZES.map((n) =>
    cover({
      estimator: 'restrictedMean',
      scenario: `${CENSORED}; to 1.5 mean lives`,
      n,
      runs: RUNS,
      truth: 1 - Math.exp(-1.5),
      interval: () => restrictedMean(riskTable(lives(random, n)), { horizon: 1.5 }).mean,
    }),
  );
  return [...medians, ...means];
}

function competing(random: Random): CoverageRow[] {
  return SIZES.map((n) =>
    cover({
      estimator: 'aalenJohansen',
      scenario: `${CENSORED}; one end in four is of the rarer cause`,
      n,
      runs: RUNS,
      truth: 0.25 * (1 - Math.exp(-1)),
      interval: () => {
        const data = lives(random, n);
        const event = data.event.map((ended) => (ended === 0 ? 0 : 1 + (random.uniform() < 0.25 ? 1 : 0)));
        const { time, causes } = aalenJohansen(competingRiskTable({ ...data, event }, 2));
        const at = firstAfter(time, 1) - 1;
        return { low: causes[1]?.low[at] ?? 0, high: causes[1]?.high[at] ?? 1 };
      },
    }),
  );
}

function tests(random: Random): CoverageRow[] {
  return [0.5, 0.1].flatMap((share) =>
    SIZES.map((n) =>
      cover({
        estimator: 'logRank',
        scenario: `no difference, ${100 * share} % in the second group; share of tests at 5 % that say nothing`,
        n,
        runs: RUNS,
        truth: 0,
        interval: () => {
          const group = Int32Array.from({ length: n }, (_, i) => (i < share * n ? 1 : 0));
          const { pValue } = logRank({ ...lives(random, n), group, stratum: null });
          return pValue < 0.05 ? null : { low: 0, high: 0 };
        },
      }),
    ),
  );
}

function regressions(random: Random): CoverageRow[] {
  const designs = [
    { scenario: 'two equal groups', draw: (i: number) => i % 2 },
    { scenario: 'one in ten exposed', draw: (i: number) => (i % 10 === 0 ? 1 : 0) },
    { scenario: 'skewed column (exponential)', draw: () => random.exponential() - 1 },
  ];
  const hazards = designs.flatMap(({ scenario, draw }) =>
    SIZES.map((n) =>
      cover({
        estimator: 'cox',
        scenario: `${scenario}, log hazard ratio 0.7`,
        n,
        runs: n > 100 ? 500 : RUNS,
        truth: 0.7,
        interval: () => {
          const column = Float64Array.from({ length: n }, (_, i) => draw(i));
          const data = lives(random, n);
          const exit = data.exit.map((time, i) => time * Math.exp(-0.7 * (column[i] ?? 0)));
          const input = { ...data, exit, stratum: null, cluster: null, names: ['x'], columns: [column] };
          return cox(input).coefficients[0]?.estimate ?? null;
        },
      }),
    ),
  );
  const pairs = SIZES.map((n) =>
    cover({
      estimator: 'concordance',
      scenario: 'score is the log hazard, standard normal, no censoring',
      n,
      runs: n > 100 ? 500 : RUNS,
      truth: TRUE_CONCORDANCE,
      interval: () => {
        const score = Float64Array.from({ length: n }, random.normal);
        const exit = score.map((log) => random.exponential() * Math.exp(-log));
        const event = score.map(() => 1);
        return concordance({ entry: null, exit, event, weights: null, stratum: null, score }).concordance;
      },
    }),
  );
  return [...hazards, ...pairs];
}

/** E 1 / (1 + exp(-|a - b|)) for independent standard normal a and b: Simpson's rule over the half normal of scale sqrt 2. */
const TRUE_CONCORDANCE = (() => {
  const steps = 2000;
  const width = 12 / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const gap = k * width;
    const weight = k === 0 || k === steps ? 1 : 2 + 2 * (k % 2);
    sum += (weight * Math.exp(-(gap ** 2) / 4)) / Math.sqrt(Math.PI) / (1 + Math.exp(-gap));
  }
  return (sum * width) / 3;
})();

/** Five contracts per customer share a frailty of mean 1 and their exposure. */
function clusters(random: Random): CoverageRow[] {
  return [false, true].flatMap((robust) =>
    [20, 100].map((n) =>
      cover({
        estimator: robust ? 'cox with clusters' : 'cox without its clusters',
        scenario: 'no effect, five contracts per customer share exposure and a gamma frailty of variance 1/2',
        n,
        runs: 600,
        truth: 0,
        interval: () => {
          const frailty = Float64Array.from({ length: n }, () => random.gamma(2) / 2);
          const cluster = Int32Array.from({ length: 5 * n }, (_, i) => Math.floor(i / 5));
          const data = lives(random, 5 * n);
          const exit = data.exit.map((time, i) => time / (frailty[cluster[i] ?? 0] ?? 1));
          const columns = [cluster.map((customer) => customer % 2)];
          const input = { ...data, exit, stratum: null, cluster: robust ? cluster : null, names: ['x'], columns };
          return cox(input).coefficients[0]?.estimate ?? null;
        },
        note: 'n is the number of customers',
      }),
    ),
  );
}

function retention(random: Random): CoverageRow[] {
  return [100, 1000].map((n) =>
    cover({
      estimator: 'shiftedBetaGeometric',
      scenario: 'alpha of a beta(0.9, 2) mixture, seven periods',
      n,
      runs: 600,
      truth: 0.9,
      interval: () => {
        const lost = new Float64Array(7);
        const remaining = new Float64Array(7);
        for (let i = 0; i < n; i++) {
          const a = random.gamma(0.9);
          const life = Math.ceil(random.exponential() / -Math.log1p(-a / (a + random.gamma(2))));
          const column = life <= 7 ? lost : remaining;
          const at = Math.min(life, 7) - 1;
          column[at] = (column[at] ?? 0) + 1;
        }
        return shiftedBetaGeometric({ lost, remaining }).alpha;
      },
    }),
  );
}
