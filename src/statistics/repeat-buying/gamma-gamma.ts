import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';
import type { Estimate } from '../estimate.ts';
import type { Objective } from '../minimise.ts';
import { type DistinctCells, distinctCells } from './distinct-cells.ts';
import { type DistinctIndex, distinctIndex } from './distinct-index.ts';
import { real, whole } from './entry.ts';
import { estimateAt, type FitOptions, fitPositive, type PositiveFit } from './positive-fit.ts';

/** One row per customer, or per group with the same history: only purchases that count towards the mean. */
export interface SpendHistories {
  /** Purchases behind the mean; whole numbers above 0. */
  readonly purchases: ArrayLike<number>;
  /** Mean value per purchase, above 0. */
  readonly meanValue: ArrayLike<number>;
  /** Customers in each row; null for 1 each. */
  readonly customers: ArrayLike<number> | null;
}

export interface GammaGammaFit extends PositiveFit {
  readonly model: 'Gamma-Gamma';
  readonly parameters: { readonly p: Estimate; readonly q: Estimate; readonly gamma: Estimate };
  /** Mean value per purchase over all customers, p gamma / (q - 1); null when q <= 1 and the mean is infinite. */
  readonly populationMean: number | null;
}

/**
 * Gamma-Gamma model of spending: values of one customer are gamma(p, nu), nu is gamma(q, gamma) over customers.
 * Assumes that the value of a purchase does not depend on how often a customer buys. Intervals: observed information,
 * normal on the logarithm. RangeError for counts or means that are not above 0.
 * Fader & Hardie (2013), "The gamma-gamma model of monetary value", http://brucehardie.com/notes/025/
 */
export function fitGammaGamma(histories: SpendHistories, options: FitOptions = {}): GammaGammaFit {
  requireSpend(histories);
  const cells = distinctCells([histories.purchases, histories.meanValue], histories.customers);
  if (cells.size < 2) throw new RangeError('meanValue: at least two different histories are needed');
  const { fit, estimates } = fitPositive(
    {
      objective: gammaGammaLikelihood(cells),
      standIn: null,
      start: [2, 3, overallMean(cells)],
      scale: [1, 1, overallMean(cells)],
      customers: cells.totalCustomers,
      distinctCells: cells.size,
    },
    options,
  );
  const [p, q, gamma] = [estimateAt(estimates, 0), estimateAt(estimates, 1), estimateAt(estimates, 2)];
  const populationMean = q.value > 1 ? (p.value * gamma.value) / (q.value - 1) : null;
  return { model: 'Gamma-Gamma', ...fit, parameters: { p, q, gamma }, populationMean };
}

function requireSpend({ purchases, meanValue }: SpendHistories): void {
  if (purchases.length !== meanValue.length) throw new RangeError('meanValue must be as long as purchases');
  for (let row = 0; row < purchases.length; row++) {
    const [count, mean] = [purchases[row] ?? Number.NaN, meanValue[row] ?? Number.NaN];
    if (!(count > 0 && Number.isInteger(count))) throw new RangeError(`purchases[${row}] is ${count}`);
    if (!(mean > 0 && mean < Number.POSITIVE_INFINITY)) throw new RangeError(`meanValue[${row}] is ${mean}`);
  }
}

function overallMean({ columns, customers }: DistinctCells): number {
  let [sum, total] = [0, 0];
  columns[1]?.forEach((mean, cell) => {
    sum += mean * real(customers, cell);
    total += real(customers, cell);
  });
  return sum / total;
}

/** Gamma functions of the count alone, one entry per distinct count. */
interface CountTerms {
  readonly value: Float64Array;
  readonly slopeP: Float64Array;
  readonly slopeQ: Float64Array;
}

function gammaGammaLikelihood({ columns, customers }: DistinctCells): Objective {
  const [purchases = new Float64Array(), meanValue = new Float64Array()] = columns;
  const counts = distinctIndex(purchases);
  const spent = purchases.map((count, cell) => count * real(meanValue, cell));
  const logSpent = spent.map(Math.log);
  const logMean = meanValue.map(Math.log);
  const size = counts.values.length;
  const terms = { value: new Float64Array(size), slopeP: new Float64Array(size), slopeQ: new Float64Array(size) };
  return (point, gradient) => {
    const [p = 0, q = 0, gamma = 0] = point;
    fillCountTerms(counts, p, q, terms);
    let value = 0;
    let [slopeP, slopeQ, slopeGamma] = [0, 0, 0];
    for (let cell = 0; cell < spent.length; cell++) {
      const weight = real(customers, cell);
      const count = real(purchases, cell);
      const at = whole(counts.index, cell);
      const rate = gamma + real(spent, cell);
      const logRate = Math.log(rate);
      const shape = p * count;
      value +=
        weight *
        (real(terms.value, at) +
          q * (Math.log(gamma) - logRate) +
          shape * (real(logSpent, cell) - logRate) -
          real(logMean, cell));
      slopeP += weight * (real(terms.slopeP, at) + count * (real(logSpent, cell) - logRate));
      slopeQ += weight * (real(terms.slopeQ, at) + Math.log(gamma) - logRate);
      slopeGamma += weight * (q / gamma - (shape + q) / rate);
    }
    gradient[0] = -slopeP;
    gradient[1] = -slopeQ;
    gradient[2] = -slopeGamma;
    return -value;
  };
}

function fillCountTerms(counts: DistinctIndex, p: number, q: number, into: CountTerms): void {
  const [logQ, slopeQ] = [gammaln(q), digamma(q)];
  counts.values.forEach((count, i) => {
    into.value[i] = gammaln(p * count + q) - gammaln(p * count) - logQ;
    into.slopeP[i] = count * (digamma(p * count + q) - digamma(p * count));
    into.slopeQ[i] = digamma(p * count + q) - slopeQ;
  });
}
