import { expect, test } from 'vitest';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { createRandom } from '#statistics/random.ts';
import { kaplanMeier } from '#statistics/survival/kaplan-meier.ts';
import { pooledLogistic } from '#statistics/survival/pooled-logistic.ts';
import { restrictedMean } from '#statistics/survival/restricted-mean.ts';
import { riskTable } from '#statistics/survival/risk-table.ts';
import { survivalShare } from '#statistics/survival/survival-share.ts';

// Worlds in which the plausible number is wrong. Each is simulated with its truth planted; the naive number must fall
// into the trap as far as stated, ours must hold the truth.
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const RENEWALS = 8;

/** One customer's log increase per renewal, and how many renewals it was offered before it left. */
function walkedCustomers(customers: number) {
  const random = createRandom(2);
  return Array.from({ length: customers }, () => {
    const step = 0.06 + 0.03 * random.normal();
    let offers = 0;
    let there = true;
    while (there && offers < RENEWALS) {
      offers += 1;
      there = random.uniform() > 1 / (1 + Math.exp(4.2 - 9 * Math.expm1(offers * step)));
    }
    return { step, offers, there, replicate: random.integer(200) };
  });
}

test('T2 survivors flatter: the most-walked leave, the offered walk of all at risk does not forget them', () => {
  const customers = walkedCustomers(40_000);
  const survivors = customers.filter(({ there }) => there).map(({ step }) => Math.exp(RENEWALS * step));
  expect(100 * (average(survivors) - 1)).toBeGreaterThan(20);
  expect(100 * (average(survivors) - 1)).toBeLessThan(26);
  // Even the offers of the last renewal come from those whom earlier ones did not drive away.
  const late = customers.filter(({ offers }) => offers === RENEWALS).map(({ step }) => step);
  expect(100 * Math.expm1(RENEWALS * average(late))).toBeLessThan(45);
  const replicates = Array.from({ length: 200 }, () => new Float64Array(2));
  const total = new Float64Array(2);
  for (const { step, replicate } of customers) {
    for (const sums of [total, replicates[replicate] ?? total]) sums.set([(sums[0] ?? 0) + 1, (sums[1] ?? 0) + step]);
  }
  const [walk] = deleteAGroup({
    keys: 1,
    sums: 2,
    total,
    replicates: replicates.map((values) => ({ key: Int32Array.of(0), values })),
    theta: (sums) => [Math.expm1((RENEWALS * (sums[1] ?? 0)) / (sums[0] ?? 0))],
    scale: 'identity',
  }).estimates;
  const truth = Math.expm1(RENEWALS * 0.06);
  expect(walk?.low).toBeLessThan(truth);
  expect(walk?.high).toBeGreaterThan(truth);
  expect((walk?.high ?? 1) - (walk?.low ?? 0)).toBeLessThan(0.02);
});

test('T4 those who hang up hide the long waits: the restricted mean keeps them as censored', () => {
  const random = createRandom(4);
  const calls = Array.from({ length: 50_000 }, () => ({
    wait: 600 * random.exponential(),
    patience: 400 * random.exponential(),
  }));
  const answered = calls.filter(({ wait, patience }) => wait < patience).map(({ wait }) => wait);
  expect(average(answered)).toBeCloseTo(240, -1);
  const { mean } = restrictedMean(
    riskTable({
      entry: null,
      exit: calls.map(({ wait, patience }) => Math.min(wait, patience)),
      event: calls.map(({ wait, patience }) => (wait < patience ? 1 : 0)),
      weights: null,
    }),
    { horizon: 1800 },
  );
  const truth = 600 * (1 - Math.exp(-3));
  expect(mean.low).toBeLessThan(truth);
  expect(mean.high).toBeGreaterThan(truth);
  expect(mean.high - mean.low).toBeLessThan(20);
});

test('T10 a migration lost the early leavers: delayed entry gives the four-year survival back', () => {
  const random = createRandom(10);
  // Weibull lives of shape 0.8 and scale 4 years, begun over ten years; the system starts in year 5.
  const contracts = Array.from({ length: 60_000 }, () => {
    const start = 10 * random.uniform();
    return { start, end: start + 4 * random.exponential() ** (1 / 0.8) };
  });
  const seen = contracts.filter(({ end }) => end > 5);
  const rows = {
    entry: seen.map(({ start }) => Math.max(0, 5 - start)),
    exit: seen.map(({ start, end }) => Math.min(end, 10) - start),
    event: seen.map(({ end }) => (end <= 10 ? 1 : 0)),
    weights: null,
  };
  const naive = survivalShare(kaplanMeier(riskTable({ ...rows, entry: null })), 4);
  const delayed = survivalShare(kaplanMeier(riskTable(rows)), 4);
  expect(naive.value).toBeCloseTo(0.5, 1);
  expect(naive.low).toBeGreaterThan(0.45);
  expect(delayed.low).toBeLessThan(Math.exp(-1));
  expect(delayed.high).toBeGreaterThan(Math.exp(-1));
  expect(delayed.high - delayed.low).toBeLessThan(0.03);
});

const MONTHS = 24;

/** Customers who leave at 2 % a month whatever happens; half of them would change in some month, if still there. */
function changingCustomers(customers: number) {
  const random = createRandom(12);
  return Array.from({ length: customers }, () => {
    const changesIn = random.uniform() < 0.5 ? random.integer(MONTHS) : MONTHS;
    let month = 0;
    let left = false;
    while (month < MONTHS && !left) {
      left = random.uniform() < 0.02;
      month += 1;
    }
    return { changesIn, months: month, left };
  });
}

test('T12 immortal time: only those still there can change; person-months count a change from when it happened', () => {
  const customers = changingCustomers(100_000);
  const odds = (changed: boolean) => {
    const group = customers.filter(({ changesIn, months }) => months > changesIn === changed);
    const left = group.filter((customer) => customer.left).length;
    return left / (group.length - left);
  };
  expect(odds(true) / odds(false)).toBeCloseTo(0.31, 1);
  // Cells by month and whether the change has happened.
  const atRisk = new Float64Array(2 * MONTHS);
  const events = new Float64Array(2 * MONTHS);
  for (const { changesIn, months, left } of customers) {
    for (let month = 0; month < months; month++) {
      const cell = 2 * month + (month >= changesIn ? 1 : 0);
      atRisk[cell] = (atRisk[cell] ?? 0) + 1;
      events[cell] = (events[cell] ?? 0) + (left && month === months - 1 ? 1 : 0);
    }
  }
  const { fit } = pooledLogistic({
    tenure: Array.from(atRisk, (_, cell) => Math.floor(cell / 2)),
    events,
    atRisk,
    names: ['changed'],
    columns: [Array.from(atRisk, (_, cell) => cell % 2)],
    cluster: null,
  });
  const logOddsRatio = fit.coefficients.at(-1)?.estimate;
  expect(logOddsRatio?.low).toBeLessThan(0);
  expect(logOddsRatio?.high).toBeGreaterThan(0);
  expect(Math.exp(logOddsRatio?.value ?? 1)).toBeCloseTo(1, 1);
});
