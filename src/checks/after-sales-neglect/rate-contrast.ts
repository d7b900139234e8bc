import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { FIELDS, type Field, type FieldName, type Matrix } from './satisfaction-matrix.ts';

/** A difference of two rates and its weight in a sum of such differences. */
export type Step = readonly [more: FieldName, less: FieldName, weight: number];

const AFTER: readonly Step[] = [
  ['yesYes', 'yesNo', 0.5],
  ['noYes', 'noNo', 0.5],
];
const SALE: readonly Step[] = [
  ['yesYes', 'noYes', 0.5],
  ['yesNo', 'noNo', 0.5],
];

/** Mean of the two differences at equal satisfaction with the sale, and so on. */
export const CONTRASTS = {
  after: AFTER,
  sale: SALE,
  afterMinusSale: [...AFTER, ...SALE.map(([more, less, weight]): Step => [less, more, weight])],
  interaction: [
    ['yesYes', 'yesNo', 1],
    ['noNo', 'noYes', 1],
  ],
  afterIfSaleYes: [['yesYes', 'yesNo', 1]],
  afterIfSaleNo: [['noYes', 'noNo', 1]],
} satisfies Record<string, readonly Step[]>;

/** A line says something of a difference when it holds so many customers on either side. */
const FEWEST_A_SIDE = 3;
const holdsBoth = (more: number, less: number) => Math.min(more, less) >= FEWEST_A_SIDE;

type Counts = Readonly<Record<FieldName, number>>;

/**
 * Weights of the rates of every line in a sum of differences, each taken within lines that hold both sides and averaged by what a line tells
 * of it (Mantel-Haenszel); null where no line holds both.
 */
export function lineWeights(lines: readonly Counts[], steps: readonly Step[]): readonly Counts[] | null {
  const weights = lines.map(() => ({ yesYes: 0, noYes: 0, yesNo: 0, noNo: 0 }));
  for (const [more, less, weight] of steps) {
    const told = lines.map((line) =>
      holdsBoth(line[more], line[less]) ? (line[more] * line[less]) / (line[more] + line[less]) : 0,
    );
    const all = told.reduce((sum, one) => sum + one, 0);
    if (all === 0) return null;
    for (const [l, line] of weights.entries()) {
      const part = weight * ((told[l] ?? 0) / all);
      line[more] += part;
      line[less] -= part;
    }
  }
  return weights;
}

/** Share of the customers who stand in a line that holds both sides of their difference, the lowest of the steps. */
export function comparedShare(lines: readonly Counts[], steps: readonly Step[]): number {
  const shares = steps.map(([more, less]) => {
    const sizes = lines.map((line) => line[more] + line[less]);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const compared = lines.reduce((sum, line, l) => sum + (holdsBoth(line[more], line[less]) ? (sizes[l] ?? 0) : 0), 0);
    return all === 0 ? 0 : compared / all;
  });
  return Math.min(...shares);
}

export const sizesOf = ({ yesYes, noYes, yesNo, noNo }: Matrix): Counts => ({
  yesYes: yesYes.customers,
  noYes: noYes.customers,
  yesNo: yesNo.customers,
  noNo: noNo.customers,
});

const rateOf = ({ customers, again }: Field) => wilsonInterval({ successes: again, trials: customers });

/**
 * A sum of differences of rates within lines, with its interval: the Wilson limits of the rates recovered as variances and added, so that
 * it holds for small fields and rates near 0 or 1, where the normal interval is too short. Customers are independent of each other.
 * Zou, G. Y. & Donner, A. (2008), Statistics in Medicine 27, 1693-1702 (for two rates: Newcombe's method 10).
 * NaN where no line holds both sides.
 */
export function rateContrast(lines: readonly Matrix[], steps: readonly Step[]): Estimate {
  const weights = lineWeights(lines.map(sizesOf), steps);
  let value = weights === null ? Number.NaN : 0;
  let below = value;
  let above = value;
  let level = 0.95;
  for (const [l, matrix] of lines.entries()) {
    for (const name of FIELDS) {
      const weight = weights?.[l]?.[name] ?? 0;
      if (weight === 0) continue;
      const rate = rateOf(matrix[name]);
      const [down, up] = [rate.value - rate.low, rate.high - rate.value];
      value += weight * rate.value;
      below += (weight * (weight > 0 ? down : up)) ** 2;
      above += (weight * (weight > 0 ? up : down)) ** 2;
      level = rate.level;
    }
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
