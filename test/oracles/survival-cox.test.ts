import { expect, test } from 'vitest';
import { concordance } from '#statistics/survival/concordance.ts';
import { cox } from '#statistics/survival/cox/cox.ts';
import { proportionalHazards } from '#statistics/survival/cox/proportional-hazards.ts';
import { cluster, delayedEntry, event, exit, group, second, stratum, unequalWeights } from './freireich.ts';

// Values: scripts/survival.R (R survival 3.5).
const plain = {
  entry: null,
  exit,
  event,
  weights: null,
  stratum: null,
  cluster: null,
  names: ['control', 'second'],
  columns: [group, second],
};
const late = { ...plain, entry: delayedEntry };
const weighted = { ...late, weights: unequalWeights };
const sampling = { weightMeaning: 'sampling' } as const;

interface Expected {
  readonly beta: readonly number[];
  readonly se: readonly number[];
  readonly logLikelihood: readonly [number, number];
  readonly score: number;
  /** Tests of proportional hazards: each column, then together. */
  readonly byRank: readonly number[];
  readonly byTime: readonly number[];
}

test.each<[string, Parameters<typeof cox>[0], Parameters<typeof cox>[1], Expected]>([
  [
    'Efron',
    plain,
    {},
    {
      beta: [1.58054376115, 0.07327476713],
      se: [0.4130116496, 0.1347328033],
      logLikelihood: [-93.18427, -84.86030087],
      score: 17.50330057,
      byRank: [0.01805756286, 0.57094697539, 0.60133416999],
      byTime: [1.481734088e-5, 0.7532761846, 0.7568530612],
    },
  ],
  [
    'Breslow',
    plain,
    { ties: 'breslow' },
    {
      beta: [1.51784800239, 0.07357681461],
      se: [0.4102470548, 0.1344567948],
      logLikelihood: [-93.98505048, -86.22968142],
      score: 16.19015951,
      byRank: [0.0550587322, 0.4984056675, 0.5731772559],
      byTime: [0.01250034233, 0.64287747782, 0.6746696877],
    },
  ],
  [
    'delayed entry and strata',
    { ...late, stratum },
    {},
    {
      beta: [1.32821637149, 0.07262904811],
      se: [0.4294368035, 0.1415758188],
      logLikelihood: [-63.58846431, -58.30845434],
      score: 10.69428603,
      byRank: [0.04989533485, 0.28393802384, 0.30681593736],
      byTime: [0.2685122652, 0.3345323192, 0.4724843952],
    },
  ],
  [
    'sampling weights',
    weighted,
    sampling,
    {
      beta: [1.4458915085, 0.1058901516],
      se: [0.31157522412, 0.09771675512],
      logLikelihood: [-202.7978323, -190.4222352],
      score: 24.89615534,
      byRank: [0.3102114862, 1.1343782702, 1.3205058853],
      byTime: [0.6480774962, 0.9975750969, 1.4261241339],
    },
  ],
  [
    'clusters, weights, delayed entry',
    { ...weighted, cluster },
    sampling,
    {
      beta: [1.4458915085, 0.1058901516],
      se: [0.48357616463, 0.06902357829],
      logLikelihood: [-202.7978323, -190.4222352],
      score: 24.89615534,
      byRank: [0.3102114862, 1.1343782702, 1.3205058853],
      byTime: [0.6480774962, 0.9975750969, 1.4261241339],
    },
  ],
  [
    'clusters with Breslow ties',
    { ...plain, cluster },
    { ties: 'breslow' },
    {
      beta: [1.51784800239, 0.07357681461],
      se: [0.52504153809, 0.06836541099],
      logLikelihood: [-93.98505048, -86.22968142],
      score: 16.19015951,
      byRank: [0.0550587322, 0.4984056675, 0.5731772559],
      byTime: [0.01250034233, 0.64287747782, 0.6746696877],
    },
  ],
])('Cox regression with %s', (_, rows, options, expected) => {
  const fit = cox(rows, options);
  fit.coefficients.forEach((coefficient, j) => {
    expect(coefficient.estimate.value).toBeCloseTo(expected.beta[j] ?? 0, 7);
    expect(coefficient.standardError).toBeCloseTo(expected.se[j] ?? 0, 7);
  });
  expect(fit.nullLogLikelihood).toBeCloseTo(expected.logLikelihood[0], 6);
  expect(fit.logLikelihood).toBeCloseTo(expected.logLikelihood[1], 6);
  expect(fit.scoreTest.chiSquare).toBeCloseTo(expected.score, 6);
  const beta = fit.coefficients.map(({ estimate }) => estimate.value);
  for (const [clock, statistics] of [
    ['kaplanMeier', expected.byRank],
    ['identity', expected.byTime],
  ] as const) {
    const { columns, together } = proportionalHazards({ ...rows, beta }, { ...options, clock });
    const found = [...columns.map(({ chiSquare }) => chiSquare), together.chiSquare];
    found.forEach((chiSquare, j) => {
      expect(chiSquare).toBeCloseTo(statistics[j] ?? 0, 6);
    });
  }
});

test.each<[string, Parameters<typeof cox>[0], Parameters<typeof cox>[1], number, number]>([
  ['plain', plain, {}, 0.70897615708, 0.04765245326],
  ['delayed entry and strata', { ...late, stratum }, {}, 0.66945606695, 0.04567462678],
  ['sampling weights', weighted, sampling, 0.67032967033, 0.04268245209],
])('concordance of the fitted hazard, %s', (_, rows, options, value, standardError) => {
  const result = concordance({ ...rows, score: cox(rows, options).predictor }, options);
  expect(result.concordance.value).toBeCloseTo(value, 9);
  expect(result.standardError).toBeCloseTo(standardError, 9);
});
