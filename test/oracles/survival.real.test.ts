import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aalenJohansen } from '#statistics/survival/aalen-johansen.ts';
import { competingRiskTable } from '#statistics/survival/competing-risk-table.ts';
import { concordance } from '#statistics/survival/concordance.ts';
import { type CoxFit, cox } from '#statistics/survival/cox/cox.ts';
import { proportionalHazards } from '#statistics/survival/cox/proportional-hazards.ts';
import { kaplanMeier } from '#statistics/survival/kaplan-meier.ts';
import { logRank } from '#statistics/survival/log-rank.ts';
import { medianSurvival } from '#statistics/survival/median-survival.ts';
import { restrictedMean } from '#statistics/survival/restricted-mean.ts';
import { riskTable } from '#statistics/survival/risk-table.ts';
import { survivalShare } from '#statistics/survival/survival-share.ts';
import { DATA, numbers, readRows, telcoRows } from './survival-data.ts';

// Values: the reference numbers that lie beside the data, and scripts/survival-real.R (R survival 3.5, cmprsk 2.2).
const absent = existsSync(DATA) ? '' : ` (skipped: no folder ${DATA})`;
const values = (fit: CoxFit) => fit.coefficients.map(({ estimate }) => estimate.value);
const errors = (fit: CoxFit) => fit.coefficients.map(({ standardError }) => standardError);
const expectEach = (found: readonly number[], expected: readonly number[], digits: number) => {
  expect(found.length).toBe(expected.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? Number.NaN, digits);
  });
};

describe.skipIf(absent !== '')(`lung cancer${absent}`, () => {
  const patients = absent === '' ? readRows('surv_lung.csv') : [];
  const all = (rows: typeof patients) => ({
    entry: null,
    exit: numbers(rows, 'time'),
    event: numbers(rows, 'status').map((status) => status - 1),
    weights: null,
  });
  const complete = patients.filter((row) => row.get('ph.ecog') !== '' && row.get('ph.ecog') !== 'NA');
  const names = ['age', 'sex', 'ph.ecog'];
  const coxRows = {
    ...all(complete),
    stratum: null,
    cluster: null,
    names,
    columns: names.map((name) => numbers(complete, name)),
  };

  test('n, ends, median and shares still alive', () => {
    const table = riskTable(all(patients));
    expect(table.atRisk[0]).toBe(228);
    expect(Array.from(table.events).reduce((a, b) => a + b, 0)).toBe(165);
    expect(medianSurvival(table, { scale: 'log' })).toMatchObject({ value: 310, low: 285, high: 363 });
    expect(medianSurvival(table)).toMatchObject({ value: 310, low: 284, high: 361 });
    const curve = kaplanMeier(table);
    const shares = [100, 200, 365, 500].map((day) => survivalShare(curve, day));
    expectEach(
      shares.map((s) => s.value),
      [0.8639689676, 0.6802728622, 0.4092416245, 0.2932691937],
      9,
    );
    expectEach(
      shares.map((s) => s.low),
      [0.8122223198, 0.6149172488, 0.3387142691, 0.2265036771],
      9,
    );
    expectEach(
      shares.map((s) => s.high),
      [0.9023101805, 0.7369495935, 0.4783807676, 0.3630285997],
      9,
    );
  });

  test('restricted mean to a year', () => {
    const { mean, standardError } = restrictedMean(riskTable(all(patients)), { horizon: 365 });
    expect(mean.value).toBeCloseTo(263.2219, 4);
    expect(standardError).toBeCloseTo(7.7989, 4);
  });

  test('log-rank by sex, plain and within institutions', () => {
    const group = numbers(patients, 'sex').map((sex) => sex - 1);
    expect(logRank({ ...all(patients), group, stratum: null }).chiSquare).toBeCloseTo(10.33, 2);
    const known = patients.filter((row) => row.get('inst') !== '' && row.get('inst') !== 'NA');
    const within = logRank({
      ...all(known),
      group: numbers(known, 'sex').map((sex) => sex - 1),
      stratum: numbers(known, 'inst'),
    });
    expect(within.chiSquare).toBeCloseTo(8.524467363, 7);
  });

  test('Cox regression, its test of proportional hazards and its concordance', () => {
    const fit = cox(coxRows);
    expectEach(values(fit), [0.0110668, -0.5526124, 0.4637285], 7);
    expectEach(errors(fit), [0.009267411014, 0.167739053787, 0.113577266162], 8);
    expectEach([fit.nullLogLikelihood, fit.logLikelihood], [-744.48046, -729.23012], 5);
    const { columns, together } = proportionalHazards({ ...coxRows, beta: values(fit) });
    const found = [...columns.map(({ chiSquare }) => chiSquare), together.chiSquare];
    expectEach(found, [0.1879876737, 2.3054372274, 2.0542487741, 4.4636575888], 6);
    const pairs = concordance({ ...coxRows, score: fit.predictor });
    expect(pairs.concordance.value).toBeCloseTo(0.637135493, 9);
    expect(pairs.standardError).toBeCloseTo(0.02506797385, 9);
  });

  test('standard errors clustered by institution', () => {
    const known = complete.filter((row) => row.get('inst') !== '' && row.get('inst') !== 'NA');
    const rows = { ...all(known), stratum: null, names, columns: names.map((name) => numbers(known, name)) };
    const fit = cox({ ...rows, cluster: numbers(known, 'inst') });
    expectEach(errors(fit), [0.006888727059, 0.112286679925, 0.117615953255], 8);
  });
});

test.skipIf(absent !== '')(`ovarian cancer${absent}`, () => {
  const rows = readRows('surv_ovarian.csv');
  const survival = { entry: null, exit: numbers(rows, 'futime'), event: numbers(rows, 'fustat'), weights: null };
  const group = numbers(rows, 'rx').map((arm) => arm - 1);
  expect(logRank({ ...survival, group, stratum: null }).chiSquare).toBeCloseTo(1.06, 2);
  const names = ['age', 'rx'];
  const columns = names.map((name) => numbers(rows, name));
  const fit = cox({ ...survival, stratum: null, cluster: null, names, columns });
  expectEach(values(fit), [0.1473266, -0.803973], 7);
});

describe.skipIf(absent !== '')(`telecom customers${absent}`, () => {
  test('shares still customer', () => {
    const curve = kaplanMeier(riskTable(telcoRows().cox));
    const shares = [1, 12, 24, 48, 72].map((month) => survivalShare(curve, month).value);
    expectEach(shares, [0.946, 0.8432, 0.7887, 0.7088, 0.5928], 4);
  });

  test('log-rank by contract', () => {
    const { rows, cox: columns } = telcoRows();
    const contracts = ['Month-to-month', 'One year', 'Two year'];
    const group = rows.map((row) => contracts.indexOf(row.get('Contract') ?? ''));
    const { chiSquare, degreesOfFreedom } = logRank({ ...columns, group, stratum: null });
    expect(chiSquare).toBeCloseTo(2352.873, 3);
    expect(degreesOfFreedom).toBe(2);
  });

  test('Cox regression with twelve columns', () => {
    const { cox: rows } = telcoRows();
    const fit = cox(rows);
    expect(fit.nullLogLikelihood).toBeCloseTo(-15653.03964, 4);
    expect(fit.logLikelihood).toBeCloseTo(-14030.42099, 4);
    const beta = [-0.08333815095, -0.54998767769, -0.0747137653, 0.18128684054, -1.71913365196, -3.41776456376];
    const more = [-0.07206793019, 0.66854630178, 0.63199677558, 1.4670307346, -1.22900357636, -0.03056200408];
    expectEach(values(fit), [...beta, ...more], 7);
    const se = [0.055981803214, 0.05486323407, 0.068250707124, 0.056219716841, 0.08723553983, 0.163130058056];
    const rest = [0.090616062547, 0.070794045556, 0.087969288018, 0.100964311996, 0.124234089047, 0.002136138858];
    expectEach(errors(fit), [...se, ...rest], 8);
    const pairs = concordance({ ...rows, score: fit.predictor });
    expect(pairs.concordance.value).toBeCloseTo(0.852488425315, 8);
    expect(pairs.standardError).toBeCloseTo(0.003577590226, 8);
    const { together } = proportionalHazards({ ...rows, beta: values(fit) });
    expect(together.chiSquare).toBeCloseTo(254.3367649569, 3);
  });
});

test.skipIf(absent !== '')(`life policies that end by surrender, death or otherwise${absent}`, () => {
  const rows = readRows('cas_uslapseagent.csv');
  const causes = ['surrender', 'death', 'other'].map((name) => numbers(rows, name));
  const event = rows.map((_, i) => 1 + causes.findIndex((column) => column[i] === 1));
  const table = competingRiskTable({ entry: null, exit: numbers(rows, 'duration'), event, weights: null }, 3);
  const curves = aalenJohansen(table);
  const times = Array.from(table.time);
  const at = [4, 8, 16, 32].map((quarter) => times.findLastIndex((time) => time <= quarter));
  const expected = [
    [0.0793396323, 0.1322116612, 0.2080385031, 0.3146450943],
    [0.00535525463, 0.01047984729, 0.0198218718, 0.034669127],
    [0.009414332981, 0.019866489604, 0.036969687567, 0.066462470685],
  ];
  const standardErrors = [
    [0.001578490968, 0.001978874223, 0.002378266302, 0.002786646008],
    [0.0004262572663, 0.0005949868657, 0.0008170484847, 0.0010976808258],
    [0.0005640119318, 0.0008152901715, 0.0011061483816, 0.0014949889269],
  ];
  curves.causes.forEach(({ incidence, standardError }, k) => {
    expectEach(
      at.map((i) => incidence[i] ?? 0),
      expected[k] ?? [],
      9,
    );
    at.forEach((i, q) => {
      expect((standardError[i] ?? 0) / (standardErrors[k]?.[q] ?? 0)).toBeCloseTo(1, 3);
    });
  });
});
