import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { FIELDS, type Field, type FieldName, type Matrix } from './satisfaction-matrix.ts';

/** Weights of the four rates in a sum of them. */
export type Contrast = Readonly<Record<FieldName, number>>;

/** Mean of the two differences at equal satisfaction with the sale, and so on. */
export const CONTRASTS = {
  after: { yesYes: 0.5, noYes: 0.5, yesNo: -0.5, noNo: -0.5 },
  sale: { yesYes: 0.5, noYes: -0.5, yesNo: 0.5, noNo: -0.5 },
  afterMinusSale: { yesYes: 0, noYes: 1, yesNo: -1, noNo: 0 },
  interaction: { yesYes: 1, noYes: -1, yesNo: -1, noNo: 1 },
  afterIfSaleYes: { yesYes: 1, noYes: 0, yesNo: -1, noNo: 0 },
  afterIfSaleNo: { yesYes: 0, noYes: 1, yesNo: 0, noNo: -1 },
} satisfies Record<string, Contrast>;

const rateOf = ({ customers, again }: Field) => wilsonInterval({ successes: again, trials: customers });

/**
 * A weighted sum of the four rates with its interval: the Wilson limits of the rates recovered as variances and added, so that it
 * holds for small fields and rates near 0 or 1, where the normal interval is too short. Customers are independent of each other.
 * Zou, G. Y. & Donner, A. (2008), Statistics in Medicine 27, 1693-1702 (for two rates: Newcombe's method 10).
 * RangeError when a field with a weight is empty.
 */
export function rateContrast(matrix: Matrix, contrast: Contrast): Estimate {
  let value = 0;
  let below = 0;
  let above = 0;
  let level = 0.95;
  for (const name of FIELDS) {
    const weight = contrast[name];
    if (weight === 0) continue;
    const rate = rateOf(matrix[name]);
    const [down, up] = [rate.value - rate.low, rate.high - rate.value];
    value += weight * rate.value;
    below += (weight * (weight > 0 ? down : up)) ** 2;
    above += (weight * (weight > 0 ? up : down)) ** 2;
    level = rate.level;
  }
  return { value, low: value - Math.sqrt(below), high: value + Math.sqrt(above), level };
}

/** Odds of buying again in one field against another; the same method on the log-odds of the rates. */
export function oddsRatio(first: Field, second: Field): Estimate {
  const logOdds = (rate: number) => Math.log(rate / (1 - rate));
  const [a, b] = [rateOf(first), rateOf(second)];
  const value = logOdds(a.value) - logOdds(b.value);
  const low = value - Math.hypot(logOdds(a.value) - logOdds(a.low), logOdds(b.high) - logOdds(b.value));
  const high = value + Math.hypot(logOdds(a.high) - logOdds(a.value), logOdds(b.value) - logOdds(b.low));
  return { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high), level: a.level };
}
