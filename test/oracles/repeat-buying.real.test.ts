import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fitBgBb } from '#statistics/repeat-buying/bg-bb.ts';
import { fitBgNbd } from '#statistics/repeat-buying/bg-nbd.ts';
import { forecastBgNbd } from '#statistics/repeat-buying/bg-nbd-forecast.ts';
import { fitGammaGamma } from '#statistics/repeat-buying/gamma-gamma.ts';
import { fitMbgNbd } from '#statistics/repeat-buying/mbg-nbd.ts';
import { fitNbd } from '#statistics/repeat-buying/nbd.ts';
import { fitParetoNbd } from '#statistics/repeat-buying/pareto-nbd.ts';
import { forecastParetoNbd } from '#statistics/repeat-buying/pareto-nbd-forecast.ts';

// Reference numbers: R BTYD, BTYDplus, CLVTools and Python lifetimes on these files, or published and confirmed so.
const folder = '../shared/data';
const present = existsSync(folder);

function read(name: string): number[][] {
  const lines = readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split(',').map(Number));
}

const column = (rows: number[][], at: number) => rows.map((row) => row[at] ?? Number.NaN);
const sum = (values: Float64Array | undefined) => values?.reduce((total, value) => total + value, 0) ?? Number.NaN;

describe.skipIf(!present)(`CDNOW sample of 2,357 customers (needs ${folder})`, () => {
  const rows = present ? read('cdnow_rfm_summary.csv') : [];
  const histories = { frequency: column(rows, 1), recency: column(rows, 2), age: column(rows, 3), customers: null };
  const newcomer = { frequency: [0], recency: [0], age: [0] };
  const horizons = [1, 13, 26, 39, 52, 78];
  const example = { frequency: [2], recency: [30.43], age: [38.86] };

  test('BG/NBD: parameters, standard errors and likelihood', () => {
    const { parameters, standardErrors, logLikelihood, diagnostics } = fitBgNbd(histories);
    expect(diagnostics.converged).toBe(true);
    expect(logLikelihood).toBeCloseTo(-9582.426, 3);
    expect(parameters.r.value).toBeCloseTo(0.24259, 5);
    expect(parameters.alpha.value).toBeCloseTo(4.41353, 4);
    expect(parameters.a.value).toBeCloseTo(0.79289, 4);
    expect(parameters.b.value).toBeCloseTo(2.42575, 4);
    [0.01256, 0.3782, 0.1857, 0.7053].forEach((reference, k) => {
      expect(Math.abs((standardErrors[k] ?? 0) / reference - 1)).toBeLessThan(5e-4);
    });
  });

  test('BG/NBD: expectations of a newcomer, the example customer and the holdout', () => {
    const { parameters } = fitBgNbd(histories);
    const growth = forecastBgNbd({ parameters, histories: newcomer, horizons });
    [0.053185, 0.53364, 0.901323, 1.195016, 1.444021, 1.857972].forEach((reference, k) => {
      expect(growth.expectedPurchases[k]?.[0]).toBeCloseTo(reference, 5);
    });
    expect(forecastBgNbd({ parameters, histories: example, horizons: [] }).probabilityAlive[0]).toBeCloseTo(
      0.726609,
      5,
    );
    const holdout = forecastBgNbd({ parameters, histories, horizons: [39] });
    expect(sum(holdout.expectedPurchases[0])).toBeCloseTo(1653.42, 2);
    expect(sum(Float64Array.from(holdout.aliveByConstruction))).toBe(2357 - 946);
  });

  test('Pareto/NBD: parameters and likelihood', () => {
    const { parameters, logLikelihood, diagnostics } = fitParetoNbd(histories);
    expect(diagnostics.converged).toBe(true);
    expect(logLikelihood).toBeCloseTo(-9594.974, 3);
    // The reference search stopped a little before the top: its digits agree to four places.
    expect(parameters.r.value).toBeCloseTo(0.55328, 4);
    expect(parameters.alpha.value).toBeCloseTo(10.5778, 3);
    expect(parameters.s.value).toBeCloseTo(0.6062, 4);
    expect(parameters.beta.value).toBeCloseTo(11.6674, 2);
  });

  test('Pareto/NBD: expectations of a newcomer, the example customer and the holdout', () => {
    const { parameters } = fitParetoNbd(histories);
    const growth = forecastParetoNbd({ parameters, histories: newcomer, horizons });
    [0.051006, 0.531394, 0.908906, 1.213397, 1.473429, 1.909869].forEach((reference, k) => {
      expect(Math.abs((growth.expectedPurchases[k]?.[0] ?? 0) / reference - 1)).toBeLessThan(2e-5);
    });
    const alive = forecastParetoNbd({ parameters, histories: example, horizons: [] }).probabilityAlive[0];
    expect(alive).toBeCloseTo(0.869121, 5);
    const holdout = sum(forecastParetoNbd({ parameters, histories, horizons: [39] }).expectedPurchases[0]);
    expect(Math.abs(holdout / 1665.54 - 1)).toBeLessThan(1e-5);
  });

  test('MBG/NBD', () => {
    const { parameters, logLikelihood } = fitMbgNbd(histories);
    expect(logLikelihood).toBeCloseTo(-9582.133, 3);
    expect(parameters.r.value).toBeCloseTo(0.52484, 5);
    expect(parameters.alpha.value).toBeCloseTo(6.18299, 4);
    expect(parameters.a.value).toBeCloseTo(0.89136, 4);
    expect(parameters.b.value).toBeCloseTo(1.614, 4);
  });

  test('NBD, on the exact weeks that the reference used', () => {
    const weeks = column(rows, 3).map((time) => Math.round(time * 7) / 7);
    const { parameters, logLikelihood } = fitNbd({ frequency: histories.frequency, age: weeks, customers: null });
    expect(logLikelihood).toBeCloseTo(-9763.658, 3);
    expect(parameters.r.value).toBeCloseTo(0.38477, 5);
    expect(parameters.alpha.value).toBeCloseTo(12.072, 4);
  });

  test('Gamma-Gamma on the 946 who came back', () => {
    const repeaters = rows.filter((row) => (row[1] ?? 0) > 0);
    const fitted = fitGammaGamma({ purchases: column(repeaters, 1), meanValue: column(repeaters, 4), customers: null });
    expect(fitted.diagnostics.customers).toBe(946);
    expect(fitted.parameters.p.value).toBeCloseTo(6.2488, 3);
    expect(fitted.parameters.q.value).toBeCloseTo(3.7446, 3);
    expect(fitted.parameters.gamma.value).toBeCloseTo(15.4477, 2);
    expect(fitted.populationMean).toBeCloseTo(35.171, 3);
  });
});

describe.skipIf(!present)(`yearly donations (needs ${folder})`, () => {
  test('BG/BB on 22 cells of 11,104 donors', () => {
    const rows = present ? read('donations_bgbb.csv') : [];
    const { parameters, logLikelihood, diagnostics } = fitBgBb({
      frequency: column(rows, 0),
      recency: column(rows, 1),
      age: column(rows, 2),
      customers: column(rows, 3),
    });
    expect(diagnostics).toMatchObject({ distinctCells: 22, customers: 11_104, converged: true });
    expect(logLikelihood).toBeCloseTo(-33_225.58, 2);
    expect(parameters.alpha.value).toBeCloseTo(1.20352, 4);
    expect(parameters.beta.value).toBeCloseTo(0.74972, 4);
    expect(parameters.gamma.value).toBeCloseTo(0.65672, 4);
    expect(parameters.delta.value).toBeCloseTo(2.78344, 4);
  });
});
