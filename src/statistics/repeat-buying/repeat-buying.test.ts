import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../random.ts';
import { fitBgBb } from './bg-bb.ts';
import { fitBgNbd } from './bg-nbd.ts';
import { fitGammaGamma } from './gamma-gamma.ts';
import { fitMbgNbd } from './mbg-nbd.ts';
import { fitNbd } from './nbd.ts';
import { fitParetoNbd } from './pareto-nbd.ts';

interface Columns {
  readonly frequency: number[];
  readonly recency: number[];
  readonly age: number[];
  readonly customers: null;
}

function beta(random: Random, a: number, b: number): number {
  const x = random.gamma(a);
  return x / (x + random.gamma(b));
}

function draw(
  customers: number,
  life: (age: number) => { frequency: number; recency: number },
  ages: number[],
): Columns {
  const columns: Columns = { frequency: [], recency: [], age: [], customers: null };
  for (let i = 0; i < customers; i++) {
    const age = ages[i % ages.length] ?? 1;
    const { frequency, recency } = life(age);
    columns.frequency.push(frequency);
    columns.recency.push(recency);
    columns.age.push(age);
  }
  return columns;
}

const AGES = [30, 35, 40, 52];

/** Beta-geometric lives; `early` lets a customer leave after the first purchase already. */
function betaGeometricLives(random: Random, r: number, alpha: number, a: number, b: number, early: boolean) {
  return (age: number) => {
    const rate = random.gamma(r) / alpha;
    const leave = beta(random, a, b);
    let frequency = 0;
    let recency = 0;
    let alive = !(early && random.uniform() < leave);
    let at = random.exponential() / rate;
    while (alive && at < age) {
      frequency += 1;
      recency = Math.round(at * 7) / 7;
      alive = random.uniform() >= leave;
      at += random.exponential() / rate;
    }
    return { frequency, recency: Math.min(recency, age) };
  };
}

function paretoLives(random: Random, r: number, alpha: number, s: number, scale: number) {
  return (age: number) => {
    const rate = random.gamma(r) / alpha;
    const end = Math.min(age, (random.exponential() * scale) / random.gamma(s));
    let frequency = 0;
    let recency = 0;
    for (let at = random.exponential() / rate; at < end; at += random.exponential() / rate) {
      frequency += 1;
      recency = Math.round(at * 7) / 7;
    }
    return { frequency, recency: Math.min(recency, age) };
  };
}

function expectWithin(estimate: { value: number; low: number; high: number }, truth: number): void {
  expect(estimate.low).toBeLessThan(truth);
  expect(estimate.high).toBeGreaterThan(truth);
}

describe('recovers planted parameters within the interval', () => {
  const level = 0.9999;

  test('BG/NBD', () => {
    const truth = { r: 0.6, alpha: 5, a: 0.8, b: 2.5 };
    const random = createRandom(1);
    const columns = draw(20_000, betaGeometricLives(random, truth.r, truth.alpha, truth.a, truth.b, false), AGES);
    const fit = fitBgNbd(columns, { level });
    expect(fit.diagnostics).toMatchObject({ converged: true, identified: true, customers: 20_000 });
    for (const name of ['r', 'alpha', 'a', 'b'] as const) expectWithin(fit.parameters[name], truth[name]);
    expect(fit.aliveByConstruction).toBe(columns.frequency.filter((count) => count === 0).length);
  });

  test('MBG/NBD', () => {
    const truth = { r: 0.6, alpha: 5, a: 0.8, b: 2.5 };
    const random = createRandom(2);
    const columns = draw(20_000, betaGeometricLives(random, truth.r, truth.alpha, truth.a, truth.b, true), AGES);
    const fit = fitMbgNbd(columns, { level });
    for (const name of ['r', 'alpha', 'a', 'b'] as const) expectWithin(fit.parameters[name], truth[name]);
  });

  test('Pareto/NBD, and its likelihood beats that of the wrong models', () => {
    const truth = { r: 0.8, alpha: 8, s: 0.7, beta: 12 };
    const columns = draw(10_000, paretoLives(createRandom(3), truth.r, truth.alpha, truth.s, truth.beta), AGES);
    const fit = fitParetoNbd(columns, { level });
    expect(fit.diagnostics.converged).toBe(true);
    for (const name of ['r', 'alpha', 's', 'beta'] as const) expectWithin(fit.parameters[name], truth[name]);
    expect(fit.logLikelihood).toBeGreaterThan(fitNbd(columns).logLikelihood + 100);
    expect(fit.logLikelihood).toBeGreaterThan(fitBgNbd(columns).logLikelihood);
  });

  test('NBD', () => {
    const random = createRandom(4);
    const columns = draw(
      20_000,
      (age) => ({ frequency: random.poisson((random.gamma(0.7) / 9) * age), recency: 0 }),
      AGES,
    );
    const fit = fitNbd(columns, { level });
    expectWithin(fit.parameters.r, 0.7);
    expectWithin(fit.parameters.alpha, 9);
  });

  test('BG/BB', () => {
    const truth = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 };
    const random = createRandom(5);
    const life = (age: number) => {
      const [buys, leaves] = [beta(random, truth.alpha, truth.beta), beta(random, truth.gamma, truth.delta)];
      let frequency = 0;
      let recency = 0;
      for (let year = 1; year <= age && random.uniform() >= leaves; year++) {
        if (random.uniform() >= buys) continue;
        frequency += 1;
        recency = year;
      }
      return { frequency, recency };
    };
    const fit = fitBgBb(draw(30_000, life, [6, 7, 8]), { level });
    for (const name of ['alpha', 'beta', 'gamma', 'delta'] as const) expectWithin(fit.parameters[name], truth[name]);
  });

  test('Gamma-Gamma, with its population mean', () => {
    const random = createRandom(6);
    const purchases = Array.from({ length: 5000 }, (_, i) => 1 + (i % 5));
    const meanValue = purchases.map((count) => random.gamma(6 * count) / (count * (random.gamma(4) / 15)));
    const fit = fitGammaGamma({ purchases, meanValue, customers: null }, { level });
    expectWithin(fit.parameters.p, 6);
    expectWithin(fit.parameters.q, 4);
    expectWithin(fit.parameters.gamma, 15);
    expect(fit.populationMean).toBeCloseTo(30, -0.3);
  });
});

describe('the same data in another form give the same fit', () => {
  const columns = draw(800, paretoLives(createRandom(7), 0.8, 8, 0.7, 12), AGES);
  const doubled = { ...columns, customers: columns.frequency.map(() => 2) };
  const twice = {
    frequency: [...columns.frequency, ...columns.frequency.toReversed()],
    recency: [...columns.recency, ...columns.recency.toReversed()],
    age: [...columns.age, ...columns.age.toReversed()],
    customers: null,
  };
  const inDays = {
    frequency: columns.frequency,
    recency: columns.recency.map((week) => week * 7),
    age: columns.age.map((week) => week * 7),
    customers: null,
  };
  const purchases = columns.frequency.reduce((sum, count) => sum + count, 0);

  test.each([
    ['BG/NBD', fitBgNbd],
    ['MBG/NBD', fitMbgNbd],
    ['Pareto/NBD', fitParetoNbd],
    ['NBD', fitNbd],
  ] as const)('%s: counts stand for rows in any order', (_, fitModel) => {
    const [counted, rows] = [fitModel(doubled), fitModel(twice)];
    expect(counted.logLikelihood).toBeCloseTo(rows.logLikelihood, 6);
    expect(counted.parameters.r.value).toBeCloseTo(rows.parameters.r.value, 5);
    expect(counted.standardErrors[0]).toBeCloseTo(rows.standardErrors[0] ?? 0, 5);
    expect(counted.diagnostics.distinctCells).toBe(rows.diagnostics.distinctCells);
  });

  test.each([
    ['BG/NBD', fitBgNbd],
    ['MBG/NBD', fitMbgNbd],
    ['Pareto/NBD', fitParetoNbd],
    ['NBD', fitNbd],
  ] as const)('%s: a change of the unit of time scales alpha and nothing else', (_, fitModel) => {
    const [weeks, days] = [fitModel(columns), fitModel(inDays)];
    expect(days.parameters.alpha.value / weeks.parameters.alpha.value).toBeCloseTo(7, 3);
    expect(days.parameters.r.value).toBeCloseTo(weeks.parameters.r.value, 4);
    expect(weeks.logLikelihood - days.logLikelihood).toBeCloseTo(purchases * Math.log(7), 4);
  });
});

describe('edges', () => {
  const good = { frequency: [2, 0, 1], recency: [5, 0, 1], age: [9, 9, 9], customers: null };

  test.each([
    ['frequency', { ...good, frequency: [2, 0, 1.5] }],
    ['recency', { ...good, recency: [5, 0, 10] }],
    ['recency', { ...good, recency: [5, 1, 1] }],
    ['age', { ...good, age: [9, 9, Number.NaN] }],
    ['age', { ...good, age: [9] }],
    ['customers', { ...good, customers: [1, -1, 1] }],
    ['frequency', { frequency: [0, 0], recency: [0, 0], age: [4, 5], customers: null }],
  ])('impossible %s is refused by name', (name, histories) => {
    for (const fitModel of [fitBgNbd, fitMbgNbd, fitParetoNbd, fitBgBb]) {
      expect(() => fitModel(histories)).toThrow(RangeError);
      expect(() => fitModel(histories)).toThrow(name);
    }
  });

  test('counts in the thousands and ages in the millions leave every model finite', () => {
    const random = createRandom(8);
    const columns = draw(300, paretoLives(random, 1.5, 300, 0.7, 4e5), [1e6, 1.2e6]);
    expect(Math.max(...columns.frequency)).toBeGreaterThan(3000);
    for (const fitModel of [fitBgNbd, fitMbgNbd, fitParetoNbd]) {
      const { logLikelihood, diagnostics } = fitModel(columns);
      expect(Number.isFinite(logLikelihood)).toBe(true);
      expect(diagnostics.converged).toBe(true);
    }
  });

  test.each([
    ['equally often', (age: number) => ({ frequency: age, recency: age })],
    ['and stay to the last day', (age: number) => ({ frequency: 3, recency: age })],
  ])('customers who all buy %s leave the parameters unidentified, and that is said', (_, life) => {
    const columns = draw(500, life, [20, 30]);
    for (const fitModel of [fitBgNbd, fitMbgNbd, fitParetoNbd]) {
      expect(fitModel(columns).diagnostics.identified).toBe(false);
    }
  });
});
