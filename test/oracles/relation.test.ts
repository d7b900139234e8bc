import { expect, test } from 'vitest';
import { cronbachAlpha } from '#statistics/relation/cronbach-alpha.ts';
import { pearsonCorrelation } from '#statistics/relation/pearson-correlation.ts';
import { shapleyRSquared } from '#statistics/relation/shapley-r-squared.ts';
import { spearmanCorrelation } from '#statistics/relation/spearman-correlation.ts';
import { attitude } from './relation-attitude.ts';

// Numbers of test/oracles/scripts/relation.R (R 4, base): cor.test, brute-force LMG over 720 orders of entry.

test('Pearson: estimate and interval of cor.test', () => {
  const { correlation } = pearsonCorrelation({ left: attitude.rating, right: attitude.complaints, counts: null });
  expect(correlation.value).toBeCloseTo(0.825417569542, 11);
  expect(correlation.low).toBeCloseTo(0.662012769871, 11);
  expect(correlation.high).toBeCloseTo(0.913913891354, 11);
});

test('Spearman with ties: estimate of cor, interval of Bonett & Wright', () => {
  const { correlation } = spearmanCorrelation({ left: attitude.rating, right: attitude.raises, counts: null });
  expect(correlation.value).toBeCloseTo(0.598149626579, 11);
  expect(correlation.low).toBeCloseTo(0.273566292521, 11);
  expect(correlation.high).toBeCloseTo(0.800429822561, 11);
});

test("Cronbach's alpha of the seven questions is the 0.84 that the psych package prints", () => {
  const { alpha, respondents } = cronbachAlpha({ items: Object.values(attitude), counts: null });
  expect(alpha.value).toBeCloseTo(0.843142769565, 11);
  expect(respondents).toBe(30);
});

test('Shapley shares are the averages over all orders of entry', () => {
  const { rating, ...predictors } = attitude;
  const { rSquared, contributions } = shapleyRSquared({
    names: Object.keys(predictors),
    predictors: Object.values(predictors),
    outcome: rating,
    counts: null,
  });
  expect(rSquared.value).toBeCloseTo(0.732601992531, 11);
  const reference = {
    complaints: 0.37081619431933,
    privileges: 0.05090379297154,
    learning: 0.15576599016914,
    raises: 0.12034507940363,
    critical: 0.00658872254586,
    advance: 0.02818221312165,
  };
  expect(contributions.map(({ name }) => name)).toEqual(Object.keys(reference));
  Object.values(reference).forEach((value, k) => {
    expect(contributions[k]?.contribution.value).toBeCloseTo(value, 11);
  });
});
