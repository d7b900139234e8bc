import { expect, test } from 'vitest';
import { instrumentalVariable } from '#statistics/comparison/instrumental-variable.ts';
import { interruptedTimeSeries } from '#statistics/comparison/interrupted-time-series.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import { naturalSplineBasis } from '#statistics/regression/natural-spline.ts';
import { poissonRegression } from '#statistics/regression/poisson-regression.ts';
import { weightedLeastSquares } from '#statistics/regression/weighted-least-squares.ts';

/** R 4.2 with sandwich, AER and brglm; the script that made every number: scripts/regression.R. */
const I = Array.from({ length: 60 }, (_, k) => k + 1);
const X = I.map((i) => (7 * i) % 11);
const Z = I.map((i) => (5 * i) % 7);
const CLUSTER = I.map((i) => Math.ceil(i / 6));
const Y = I.map((i, k) => 1 + 0.5 * (X[k] ?? 0) - 0.3 * (Z[k] ?? 0) + ((i * i) % 13) / 4 + ((CLUSTER[k] ?? 0) % 3));
const B = I.map((i, k) => ((i * i + 3 * i) % 17 < 4 + 0.6 * (X[k] ?? 0) ? 1 : 0));
const COUNT = I.map((i, k) => (i * i + (X[k] ?? 0)) % 6);
const ONE = I.map(() => 1);
const DESIGN = { names: ['one', 'x', 'z'], columns: [ONE, X, Z] };

interface HasCoefficients {
  readonly coefficients: readonly { readonly standardError: number; readonly estimate: { readonly value: number } }[];
}
const valuesOf = (fit: HasCoefficients) => fit.coefficients.map(({ estimate }) => estimate.value);
const errorsOf = (fit: HasCoefficients) => fit.coefficients.map(({ standardError }) => standardError);

function expectClose(actual: readonly number[], expected: readonly number[], digits = 8): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, k) => {
    expect(actual[k]).toBeCloseTo(value, digits);
  });
}

test('lm, and vcovHC / vcovCL of sandwich', () => {
  const input = { ...DESIGN, response: Y, weights: null, cluster: CLUSTER };
  const fit = weightedLeastSquares(input, { variance: 'CR1' });
  expectClose(valuesOf(fit), [3.7430065808, 0.4591066746, -0.2942061052]);
  expectClose(errorsOf(fit), [0.4314576906, 0.03596941614, 0.07617745336]);
  const hc1 = weightedLeastSquares(input, { variance: 'HC1' });
  expectClose(errorsOf(hc1), [0.47763259183, 0.05725780246, 0.08960227057]);
  const hc3 = weightedLeastSquares(input, { variance: 'HC3' });
  expectClose(errorsOf(hc3), [0.49432250351, 0.05956069704, 0.09300920383]);
});

test('glm binomial with model, robust and clustered standard errors', () => {
  const input = { ...DESIGN, successes: B, trials: ONE, offset: null, cluster: CLUSTER };
  const clustered = logisticRegression(input, { penalty: 'none' });
  expectClose(valuesOf(clustered), [0.1590344643, 0.2754692808, -0.3097920334]);
  expect(clustered.logLikelihood).toBeCloseTo(-33.442093373, 8);
  expectClose(errorsOf(clustered), [0.537911157, 0.1266734317, 0.1645811865], 6);
  const model = logisticRegression(input, { penalty: 'none', variance: 'model' });
  expectClose(errorsOf(model), [0.7132482043, 0.1023811994, 0.1564639462], 6);
  const robust = logisticRegression(input, { penalty: 'none', variance: 'robust' });
  expectClose(errorsOf(robust), [0.7666454869, 0.1031719791, 0.1634347398], 6);
});

test('glm poisson with robust and clustered standard errors', () => {
  const input = { ...DESIGN, events: COUNT, exposure: null, offset: null, cluster: CLUSTER };
  const clustered = poissonRegression(input);
  expectClose(valuesOf(clustered), [0.80841012289, 0.007484995639, 0.024692387523]);
  expectClose(errorsOf(clustered), [0.19014548696, 0.02289674876, 0.03615579543], 7);
  const robust = poissonRegression(input, { variance: 'robust' });
  expectClose(errorsOf(robust), [0.22869430043, 0.02665929441, 0.04320920654], 7);
});

test('brglm: Firth’s bias reduction on rare events', () => {
  const rare = I.map((i, k) => (i % 12 === 0 && (X[k] ?? 0) > 3 ? 1 : 0));
  const input = { names: ['one', 'x'], columns: [ONE, X], successes: rare, trials: ONE, offset: null, cluster: null };
  const fit = logisticRegression(input, { penalty: 'firth' });
  expectClose(valuesOf(fit), [-4.2680976217, 0.2592837914], 5);
  expectClose(errorsOf(fit), [1.5019883314, 0.1985901102], 5);
});

test('ns of splines spans the same curves', () => {
  const columns = [ONE, ...naturalSplineBasis(X, [0, 3, 6, 10])];
  const names = columns.map((_, k) => `s${k}`);
  const fit = weightedLeastSquares({ names, columns, response: Y, weights: null, cluster: null });
  const fitted = fit.residuals.map((residual, i) => (Y[i] ?? 0) - residual);
  expectClose([...fitted.subarray(0, 4)], [6.048170968, 4.143861143, 7.608944664, 5.546531585]);
  expect(Math.sqrt(fit.residualVariance)).toBeCloseTo(1.492227174, 8);
});

test('ivreg of AER with robust and clustered standard errors, and the robust first-stage F', () => {
  const input = { response: Y, exposure: X, instruments: [B], columns: [ONE, Z], counts: null };
  const fit = instrumentalVariable({ ...input, cluster: null });
  expectClose([fit.effect.value, fit.standardError, fit.firstStageF], [0.40432124608, 0.14064523233, 9.431407664]);
  expect(fit.weak).toBe(true);
  expect(instrumentalVariable({ ...input, cluster: CLUSTER }).standardError).toBeCloseTo(0.03986659236, 8);
});

test('NeweyWest of sandwich on a segmented line', () => {
  const { level, slope } = interruptedTimeSeries(
    { response: Y, changeAt: 30, season: null },
    { errors: 'neweyWest', lag: 3 },
  );
  const t975 = 2.003240719;
  const error = (estimate: typeof level) => (estimate.high - estimate.low) / 2 / t975;
  expectClose([level.value, slope.value], [-0.10416017798, 0.02312569522]);
  expectClose([error(level), error(slope)], [0.69349108686, 0.05630852862], 7);
});
