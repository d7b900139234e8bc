import { expect, test } from 'vitest';
import { createRandom } from '../../random.ts';
import { logRank } from '../log-rank.ts';
import { type CoxInput, cox } from './cox.ts';

/** Exponential lives whose log hazard is 0.7 x - 0.4 z, in whole months, with uniform censoring. */
function sample(seed: number, n: number, months = 24): CoxInput & { readonly x: readonly number[] } {
  const random = createRandom(seed);
  const x = Array.from({ length: n }, () => random.normal());
  const z = Array.from({ length: n }, () => random.integer(2));
  const life = x.map((value, i) => (12 * random.exponential()) / Math.exp(0.7 * value - 0.4 * (z[i] ?? 0)));
  const seen = x.map(() => months * random.uniform());
  return {
    x,
    entry: null,
    exit: life.map((t, i) => Math.ceil(Math.min(t, seen[i] ?? 0) + 1e-9)),
    event: life.map((t, i) => (t <= (seen[i] ?? 0) ? 1 : 0)),
    weights: null,
    stratum: null,
    cluster: null,
    names: ['x', 'z'],
    columns: [x, z],
  };
}
const values = (fit: ReturnType<typeof cox>) => fit.coefficients.map(({ estimate }) => estimate.value);
const errors = (fit: ReturnType<typeof cox>) => fit.coefficients.map(({ standardError }) => standardError);
const expectClose = (found: readonly number[], expected: readonly number[], digits = 8) => {
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? Number.NaN, digits);
  });
};

test('recovers the planted hazard ratios', () => {
  const fit = cox(sample(1, 8000, 240));
  expect(fit.diagnostics).toMatchObject({ converged: true, dropped: [], diverging: [] });
  expect(fit.coefficients[0]?.hazardRatio.value).toBeCloseTo(Math.exp(0.7), 1);
  expect(fit.coefficients[1]?.estimate.low).toBeLessThan(-0.4);
  expect(fit.coefficients[1]?.estimate.high).toBeGreaterThan(-0.4);
});

test('a counted cell gives what its rows give, ties and clusters included', () => {
  const rows = sample(2, 60);
  const weights = rows.x.map((_, i) => 1 + (i % 4));
  const cluster = rows.x.map((_, i) => `house ${i % 17}`);
  const repeat = <T>(column: ArrayLike<T>) =>
    weights.flatMap((n, i) => Array.from({ length: n }, () => column[i])).filter((v) => v !== undefined);
  const expanded = {
    ...rows,
    exit: repeat(rows.exit),
    event: repeat(rows.event),
    columns: rows.columns.map((column) => repeat(column)),
    cluster: repeat(cluster),
  };
  const cells = cox({ ...rows, weights, cluster });
  const single = cox(expanded);
  expectClose(values(cells), values(single));
  expectClose(errors(cells), errors(single));
  expect(cells.logLikelihood).toBeCloseTo(single.logLikelihood, 8);
});

test('cutting a person into spells changes nothing', () => {
  const rows = sample(3, 120);
  const cut = (time: number) => Math.floor(time / 2);
  const split = rows.x.flatMap((_, i) => {
    const exit = rows.exit[i] ?? 0;
    const middle = cut(exit);
    const end = { i, entry: middle, exit, event: rows.event[i] ?? 0 };
    return middle > 0 ? [{ i, entry: 0, exit: middle, event: 0 }, end] : [end];
  });
  const spells = {
    ...rows,
    entry: split.map((s) => s.entry),
    exit: split.map((s) => s.exit),
    event: split.map((s) => s.event),
    columns: rows.columns.map((column) => split.map((s) => column[s.i] ?? 0)),
    cluster: split.map((s) => s.i),
  };
  const whole = cox({ ...rows, cluster: rows.x.map((_, i) => i) });
  expectClose(values(cox(spells)), values(whole));
  expectClose(errors(cox(spells)), errors(whole));
});

test('moving, stretching and shuffling the data changes what it should and nothing else', () => {
  const rows = sample(4, 150);
  const turned = <T>(column: ArrayLike<T>) => Array.from(column).reverse();
  const changed = {
    ...rows,
    exit: turned(rows.exit).map((t) => t * 30),
    event: turned(rows.event),
    columns: rows.columns.map((column, j) => turned(column).map((v) => (j === 0 ? 1e5 + 10 * v : v))),
  };
  const [before, after] = [cox(rows), cox(changed)];
  expectClose(values(after), [(values(before)[0] ?? 0) / 10, values(before)[1] ?? 0], 6);
  expect(after.logLikelihood).toBeCloseTo(before.logLikelihood, 6);
});

test('without ties its score test for one group is the log-rank test', () => {
  const random = createRandom(5);
  const group = Array.from({ length: 50 }, (_, i) => i % 2);
  const rows = {
    entry: null,
    exit: group.map(() => random.exponential()),
    event: group.map(() => 1),
    weights: null,
    stratum: null,
  };
  const fit = cox({ ...rows, cluster: null, names: ['group'], columns: [group] });
  expect(fit.scoreTest.chiSquare).toBeCloseTo(logRank({ ...rows, group }).chiSquare, 8);
});

test('columns that say nothing new are dropped and named', () => {
  const rows = sample(6, 80);
  const fit = cox({
    ...rows,
    names: ['x', 'constant', 'twice x', 'z'],
    columns: [rows.x, rows.x.map(() => 3), rows.x.map((v) => 2 * v), rows.columns[1] ?? []],
  });
  expect(fit.diagnostics.dropped).toEqual(['constant', 'twice x']);
  expectClose([values(fit)[0] ?? 0, values(fit)[3] ?? 0], values(cox(rows)));
});

test('a group without a single end has a coefficient that runs away, and says so', () => {
  const rows = sample(7, 80);
  const safe = rows.x.map((_, i) => (rows.event[i] === 0 && i % 2 === 0 ? 1 : 0));
  const fit = cox({ ...rows, names: ['x', 'safe'], columns: [rows.x, safe] });
  expect(fit.diagnostics.diverging).toEqual(['safe']);
});

test('95 % interval covers the planted log hazard ratio about 95 % of the time', () => {
  let covered = 0;
  for (let seed = 100; seed < 500; seed++) {
    const interval = cox(sample(seed, 150)).coefficients[0]?.estimate;
    if (interval && interval.low <= 0.7 && interval.high >= 0.7) covered += 1;
  }
  expect(covered / 400).toBeGreaterThan(0.92);
  expect(covered / 400).toBeLessThan(0.98);
});

test.each([
  [{ names: ['x'] }, 'names'],
  [{ columns: [[1], [2]] }, 'columns'],
  [{ event: Array(80).fill(0) }, 'event'],
  [{ weights: Array(80).fill(0.5) }, 'weights'],
  [{ cluster: Array(80).fill('one') }, 'cluster'],
  [{ stratum: [1] }, 'stratum'],
])('refuses %o and names the column', (change, name) => {
  expect(() => cox({ ...sample(8, 80), ...change })).toThrow(new RegExp(`^${name}`));
});
