import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { logisticRegression } from './logistic-regression.ts';
import { poissonRegression } from './poisson-regression.ts';
import { replicateSteps } from './replicate-steps.ts';

/** Cells with a planted log odds, sizes and outcomes drawn from a fixed seed. */
function plantedCells(cells: number, planted: readonly number[]) {
  const random = createRandom(11);
  const columns = planted.map((_, j) => Float64Array.from({ length: cells }, () => (j === 0 ? 1 : random.normal())));
  const trials = new Float64Array(cells);
  const successes = new Float64Array(cells);
  for (let i = 0; i < cells; i++) {
    trials[i] = 1 + random.integer(40);
    const logOdds = planted.reduce((sum, weight, j) => sum + weight * (columns[j]?.[i] ?? 0), 0);
    for (let k = 0; k < (trials[i] ?? 0); k++) {
      successes[i] = (successes[i] ?? 0) + (random.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0);
    }
  }
  return { names: planted.map((_, j) => `b${j}`), columns, trials, successes, offset: null, cluster: null };
}

/** The same cells, every trial a row of its own. */
function rowsOf(cells: ReturnType<typeof plantedCells>) {
  const index = [...cells.trials].flatMap((trials, i) => new Array<number>(trials).fill(i));
  let previous = -1;
  let within = 0;
  const successes = index.map((i) => {
    within = i === previous ? within + 1 : 0;
    previous = i;
    return within < (cells.successes[i] ?? 0) ? 1 : 0;
  });
  const columns = cells.columns.map((column) => index.map((i) => column[i] ?? 0));
  return { ...cells, columns, successes, trials: index.map(() => 1), index };
}

const PLANTED = [-1, 0.5, -0.25, 0.8];
const CELLS = plantedCells(400, PLANTED);

describe('logistic regression', () => {
  test('recovers planted log odds within four standard errors', () => {
    const fit = logisticRegression(CELLS);
    fit.coefficients.forEach(({ estimate, standardError }, j) => {
      expect(Math.abs(estimate.value - (PLANTED[j] ?? 0))).toBeLessThan(4 * standardError);
    });
    expect(fit.diagnostics).toMatchObject({ converged: true, separated: false, penalty: 'none', dropped: [] });
  });

  test.each(['model', 'robust'] as const)('counted cells equal the rows behind them (%s variance)', (variance) => {
    const cells = logisticRegression(CELLS, { variance });
    const rows = logisticRegression(rowsOf(CELLS), { variance });
    expect(rows.logLikelihood).toBeCloseTo(cells.logLikelihood, 6);
    cells.coefficients.forEach(({ estimate, standardError }, j) => {
      expect(rows.coefficients[j]?.estimate.value).toBeCloseTo(estimate.value, 8);
      expect(rows.coefficients[j]?.standardError).toBeCloseTo(standardError, 8);
    });
  });

  test('clustered cells equal the clustered rows behind them', () => {
    const rows = rowsOf(CELLS);
    const byCell = logisticRegression({ ...CELLS, cluster: CELLS.trials.map((_, i) => i) });
    const byRow = logisticRegression({ ...rows, cluster: rows.index });
    expect(byRow.coefficients[1]?.standardError).toBeCloseTo(byCell.coefficients[1]?.standardError ?? 0, 8);
    expect(byRow.diagnostics.clusters).toBe(400);
  });

  test('an offset is a coefficient known to be one', () => {
    const [one, first, ...rest] = CELLS.columns;
    const free = logisticRegression(CELLS);
    const known = free.coefficients[1]?.estimate.value ?? 0;
    const offset = (first ?? new Float64Array()).map((value) => known * value);
    const fit = logisticRegression({ ...CELLS, names: ['b0', 'b2', 'b3'], columns: [one ?? [], ...rest], offset });
    expect(fit.coefficients[0]?.estimate.value).toBeCloseTo(free.coefficients[0]?.estimate.value ?? 0, 7);
    expect(fit.coefficients[2]?.estimate.value).toBeCloseTo(free.coefficients[3]?.estimate.value ?? 0, 7);
  });

  test('Firth on a two by two table adds half to every cell (Firth 1993, section 3.4)', () => {
    const fit = logisticRegression(
      {
        names: ['one', 'x'],
        columns: [
          [1, 1],
          [0, 1],
        ],
        successes: [0, 7],
        trials: [12, 9],
        offset: null,
        cluster: null,
      },
      { penalty: 'firth' },
    );
    expect(fit.coefficients[0]?.estimate.value).toBeCloseTo(Math.log(0.5 / 12.5), 6);
    expect(fit.coefficients[1]?.estimate.value).toBeCloseTo(Math.log((7.5 * 12.5) / (2.5 * 0.5)), 6);
  });

  test('separated data fall back to Firth and say so; without the fall-back they are named', () => {
    const input = {
      names: ['one', 'x'],
      columns: [
        [1, 1],
        [0, 1],
      ],
      successes: [0, 70],
      trials: [120, 90],
      offset: null,
      cluster: null,
    };
    const rescued = logisticRegression(input);
    expect(rescued.diagnostics).toMatchObject({ penalty: 'firth', converged: true, separated: false });
    expect(rescued.coefficients[0]?.estimate.value).toBeCloseTo(Math.log(0.5 / 120.5), 6);
    const plain = logisticRegression(input, { penalty: 'none' });
    expect(plain.diagnostics.separated || !plain.diagnostics.converged).toBe(true);
  });

  test('few events per parameter switch to Firth', () => {
    const thin = plantedCells(3, [-2, 0.3]);
    expect(logisticRegression({ ...thin, successes: [2, 1, 3], trials: [30, 30, 30] }).diagnostics.penalty).toBe(
      'firth',
    );
  });

  test('ridge shrinks slopes whatever their unit and leaves the intercept free', () => {
    const plain = logisticRegression(CELLS, { penalty: 'none' });
    const ridge = logisticRegression(CELLS, { penalty: 300 });
    const inPence = {
      ...CELLS,
      columns: CELLS.columns.map((column, j) => (j === 1 ? column.map((v) => 100 * v) : column)),
    };
    const rescaled = logisticRegression(inPence, { penalty: 300 });
    const slope = (fit: typeof plain) => fit.coefficients[1]?.estimate.value ?? 0;
    expect(slope(ridge)).toBeLessThan(slope(plain));
    expect(slope(ridge)).toBeGreaterThan(0);
    expect(100 * slope(rescaled)).toBeCloseTo(slope(ridge), 7);
    const alone = logisticRegression({ ...CELLS, names: ['b0'], columns: CELLS.columns.slice(0, 1) }, { penalty: 1e6 });
    const share = CELLS.successes.reduce((a, b) => a + b, 0) / CELLS.trials.reduce((a, b) => a + b, 0);
    expect(alone.coefficients[0]?.estimate.value).toBeCloseTo(Math.log(share / (1 - share)), 8);
  });

  test('a column that others determine is dropped, named, and changes nothing else', () => {
    const twice = (CELLS.columns[2] ?? new Float64Array()).map((value) => 2 * value - 1);
    const fit = logisticRegression({ ...CELLS, names: [...CELLS.names, 'again'], columns: [...CELLS.columns, twice] });
    expect(fit.diagnostics.dropped).toEqual(['again']);
    expect(fit.coefficients[3]?.estimate.value).toBeCloseTo(
      logisticRegression(CELLS).coefficients[3]?.estimate.value ?? 0,
      8,
    );
  });

  test('a long table, thinned start and early last step, lands within a thousandth of a standard error', () => {
    const long = plantedCells(120_000, [-1, 0.5]);
    const half = (from: number) => ({
      ...long,
      columns: long.columns.map((column) => column.subarray(from, from + 60_000)),
      trials: long.trials.subarray(from, from + 60_000),
      successes: long.successes.subarray(from, from + 60_000),
    });
    const fit = logisticRegression(long);
    const [slope] = fit.coefficients.slice(1);
    // The score of the whole is the sum of the scores of two short tables, each held at the long table's answer.
    const start = fit.coefficients.map(({ estimate }) => estimate.value);
    const halves = [half(0), half(60_000)].map((part) => logisticRegression(part, { start, maximumIterations: 0 }));
    const slopes = halves.map(({ score }, h) =>
      score.reduce((sum, value, i) => sum + value * (long.columns[1]?.[h * 60_000 + i] ?? 0), 0),
    );
    const leftOver = slopes.reduce((sum, value) => sum + value, 0) * (slope?.standardError ?? 0);
    expect(Math.abs(leftOver)).toBeLessThan(0.001);
    expect(fit.diagnostics.converged).toBe(true);
  });

  test('refuses what cannot be', () => {
    expect(() => logisticRegression({ ...CELLS, successes: CELLS.trials.map((n) => n + 1) })).toThrow(/successes\[0\]/);
    expect(() => logisticRegression({ ...CELLS, columns: [[1]] })).toThrow(/names/);
    expect(() => logisticRegression({ ...CELLS, offset: [1] })).toThrow(/offset/);
    expect(() => logisticRegression(CELLS, { variance: 'cluster' })).toThrow(/cluster/);
    expect(() => logisticRegression(CELLS, { penalty: -1 })).toThrow(/penalty/);
  });
});

describe('Poisson regression', () => {
  const input = {
    names: ['one', 'x'],
    columns: [
      [1, 1],
      [0, 1],
    ],
    offset: null,
    cluster: null,
  };

  test('two rates give their log ratio with standard error sqrt(1/a + 1/b)', () => {
    const fit = poissonRegression({ ...input, events: [40, 90], exposure: [1000, 1500] });
    expect(fit.coefficients[1]?.estimate.value).toBeCloseTo(Math.log(90 / 1500 / (40 / 1000)), 9);
    expect(fit.coefficients[1]?.standardError).toBeCloseTo(Math.sqrt(1 / 40 + 1 / 90), 7);
  });

  test('a group without events gets a finite rate from Firth: half an event', () => {
    const fit = poissonRegression({ ...input, events: [0, 90], exposure: [1000, 1500] });
    expect(fit.diagnostics.penalty).toBe('firth');
    expect(fit.coefficients[0]?.estimate.value).toBeCloseTo(Math.log(0.5 / 1000), 6);
  });

  test('cells without exposure change nothing', () => {
    const with0 = poissonRegression({
      ...input,
      columns: [
        [1, 1, 1],
        [0, 1, 5],
      ],
      events: [40, 90, 0],
      exposure: [1000, 1500, 0],
    });
    expect(with0.coefficients[1]?.estimate.value).toBeCloseTo(Math.log(90 / 1500 / (40 / 1000)), 9);
    expect(() => poissonRegression({ ...input, events: [40, 90], exposure: [0, 1500] })).toThrow(/exposure\[0\]/);
  });
});

describe('one Newton step per replicate', () => {
  const replicate = CELLS.trials.map((_, i) => i % 50);
  const fit = logisticRegression(CELLS);
  const steps = replicateSteps({ fit, columns: CELLS.columns, replicate, replicateCount: 50 });

  test('lands where the full re-fit without the replicate lands', () => {
    const [left] = steps;
    const trials = CELLS.trials.map((n, i) => (replicate[i] === 0 ? 0 : n));
    const successes = CELLS.successes.map((n, i) => (replicate[i] === 0 ? 0 : n));
    const refit = logisticRegression({ ...CELLS, trials, successes });
    refit.coefficients.forEach(({ estimate, standardError }, j) => {
      expect(Math.abs((left?.[j] ?? 0) - estimate.value)).toBeLessThan(0.02 * standardError);
    });
  });

  test('is what one step of the regression itself from the full fit gives', () => {
    const trials = CELLS.trials.map((n, i) => (replicate[i] === 7 ? 0 : n));
    const successes = CELLS.successes.map((n, i) => (replicate[i] === 7 ? 0 : n));
    const start = fit.coefficients.map(({ estimate }) => estimate.value);
    const step = logisticRegression({ ...CELLS, trials, successes }, { start, maximumIterations: 1 });
    step.coefficients.forEach(({ estimate }, j) => {
      expect(steps[7]?.[j]).toBeCloseTo(estimate.value, 8);
    });
  });

  test('its spread is the cluster-robust standard error', () => {
    const robust = logisticRegression({ ...CELLS, cluster: replicate });
    const center = fit.coefficients[1]?.estimate.value ?? 0;
    const squares = steps.reduce((sum, step) => sum + ((step[1] ?? 0) - center) ** 2, 0);
    const ratio = Math.sqrt((squares * 49) / 50) / (robust.coefficients[1]?.standardError ?? 1);
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.1);
  });
});
