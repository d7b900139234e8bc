import type { Estimate } from '#statistics/estimate.ts';
import { createRandom, type Random } from '#statistics/random.ts';
import { fitBgBb } from '#statistics/repeat-buying/bg-bb.ts';
import { fitBgNbd } from '#statistics/repeat-buying/bg-nbd.ts';
import { fitGammaGamma } from '#statistics/repeat-buying/gamma-gamma.ts';
import { fitMbgNbd } from '#statistics/repeat-buying/mbg-nbd.ts';
import { fitNbd } from '#statistics/repeat-buying/nbd.ts';
import { fitParetoNbd } from '#statistics/repeat-buying/pareto-nbd.ts';
import { type CoverageRow, cover } from './coverage.ts';

const WEEKS = 52;
const SIZES = [100, 1000];
const RUNS = 300;
const NOTE = 'parameters of a flat likelihood';

interface History {
  readonly frequency: number;
  readonly recency: number;
}

interface Columns {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly customers: null;
}

export function rows(): CoverageRow[] {
  const random = createRandom(1987);
  return [...leaving(random), ...staying(random), ...occasions(random), ...spending(random)];
}

function columnsOf(histories: readonly History[], age: number): Columns {
  return {
    frequency: Float64Array.from(histories, ({ frequency }) => frequency),
    recency: Float64Array.from(histories, ({ recency }) => recency),
    age: new Float64Array(histories.length).fill(age),
    customers: null,
  };
}

function drawn(n: number, life: () => History, age: number): Columns {
  return columnsOf(Array.from({ length: n }, life), age);
}

function beta(random: Random, a: number, b: number): number {
  const first = random.gamma(a);
  return first / (first + random.gamma(b));
}

/** Purchases at a constant rate until a purchase after which the customer does not stay. */
function life(random: Random, rate: number, end: number, stays: () => boolean): History {
  let [frequency, recency] = [0, 0];
  let alive = stays();
  for (let at = random.exponential() / rate; alive && at < end; at += random.exponential() / rate) {
    frequency += 1;
    recency = Math.min(WEEKS, Math.round(at * 7) / 7);
    alive = stays();
  }
  return { frequency, recency };
}

/** A simulated history without a single repeat purchase cannot be fitted; it counts as not covering. */
function fitted(columns: Columns, estimate: (columns: Columns) => Estimate): Estimate | null {
  return columns.frequency.some((count) => count > 0) ? estimate(columns) : null;
}

function leaving(random: Random): CoverageRow[] {
  const rate = () => random.gamma(0.5) / 6;
  const bg = () => {
    const leave = beta(random, 0.8, 2.5);
    let first = true;
    return life(random, rate(), WEEKS, () => {
      const stays = first || random.uniform() >= leave;
      first = false;
      return stays;
    });
  };
  const mbg = () => {
    const leave = beta(random, 0.8, 2.5);
    return life(random, rate(), WEEKS, () => random.uniform() >= leave);
  };
  const pareto = () => {
    const end = Math.min(WEEKS, (random.exponential() * 12) / random.gamma(0.6));
    return life(random, rate(), end, () => true);
  };
  const studies = [
    { estimator: 'fitBgNbd r', draw: bg, truth: 0.5, fit: (c: Columns) => fitBgNbd(c).parameters.r },
    { estimator: 'fitBgNbd a', draw: bg, truth: 0.8, fit: (c: Columns) => fitBgNbd(c).parameters.a },
    { estimator: 'fitMbgNbd r', draw: mbg, truth: 0.5, fit: (c: Columns) => fitMbgNbd(c).parameters.r },
    { estimator: 'fitMbgNbd a', draw: mbg, truth: 0.8, fit: (c: Columns) => fitMbgNbd(c).parameters.a },
    { estimator: 'fitParetoNbd r', draw: pareto, truth: 0.5, fit: (c: Columns) => fitParetoNbd(c).parameters.r },
    { estimator: 'fitParetoNbd s', draw: pareto, truth: 0.6, fit: (c: Columns) => fitParetoNbd(c).parameters.s },
  ];
  const daily = studies.flatMap(({ estimator, draw, truth, fit }) =>
    SIZES.map((n) =>
      cover({
        estimator,
        scenario: 'one year, purchases dated to the day',
        n,
        runs: RUNS,
        truth,
        note: NOTE,
        interval: () => fitted(drawn(n, draw, WEEKS), fit),
      }),
    ),
  );
  const weekly = SIZES.map((n) =>
    cover({
      estimator: 'fitBgNbd alpha',
      scenario: 'one year, purchases dated to the end of their week',
      n,
      runs: RUNS,
      truth: 6,
      note: 'coarse dates bias the fit: give times in days',
      interval: () => {
        const columns = drawn(n, bg, WEEKS);
        return fitted({ ...columns, recency: columns.recency.map(Math.ceil) }, (c) => fitBgNbd(c).parameters.alpha);
      },
    }),
  );
  return [...daily, ...weekly];
}

function staying(random: Random): CoverageRow[] {
  return [20, ...SIZES].map((n) =>
    cover({
      estimator: 'fitNbd r',
      scenario: 'a year of weeks, nobody leaves',
      n,
      runs: 1000,
      truth: 0.5,
      interval: () => {
        const draw = () => ({ frequency: random.poisson((random.gamma(0.5) / 6) * WEEKS), recency: 0 });
        return fitted(drawn(n, draw, WEEKS), (columns) => fitNbd(columns).parameters.r);
      },
    }),
  );
}

function occasions(random: Random): CoverageRow[] {
  const draw = () => {
    const [buys, leaves] = [beta(random, 1.2, 0.75), beta(random, 0.66, 2.8)];
    let [frequency, recency] = [0, 0];
    for (let year = 1; year <= 6 && random.uniform() >= leaves; year++) {
      if (random.uniform() >= buys) continue;
      frequency += 1;
      recency = year;
    }
    return { frequency, recency };
  };
  return [...SIZES, 10_000].flatMap((n) => [
    cover({
      estimator: 'fitBgBb alpha',
      scenario: 'six yearly occasions',
      n,
      runs: RUNS,
      truth: 1.2,
      note: NOTE,
      interval: () => fitted(drawn(n, draw, 6), (columns) => fitBgBb(columns).parameters.alpha),
    }),
    cover({
      estimator: 'fitBgBb gamma',
      scenario: 'six yearly occasions',
      n,
      runs: RUNS,
      truth: 0.66,
      note: NOTE,
      interval: () => fitted(drawn(n, draw, 6), (columns) => fitBgBb(columns).parameters.gamma),
    }),
  ]);
}

function spending(random: Random): CoverageRow[] {
  return SIZES.map((n) =>
    cover({
      estimator: 'fitGammaGamma q',
      scenario: 'one to five purchases',
      n,
      runs: RUNS,
      truth: 4,
      interval: () => {
        const purchases = Float64Array.from({ length: n }, () => 1 + random.integer(5));
        const meanValue = purchases.map((count) => (random.gamma(6 * count) * 15) / (count * random.gamma(4)));
        return fitGammaGamma({ purchases, meanValue, customers: null }).parameters.q;
      },
    }),
  );
}
