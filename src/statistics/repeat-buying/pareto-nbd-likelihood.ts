import type { Objective } from '../minimise.ts';
import type { DistinctCells } from './distinct-cells.ts';
import { type DistinctIndex, distinctIndex } from './distinct-index.ts';
import { real, whole } from './entry.ts';
import { emptyLogRise, fillLogRise, type LogRise } from './log-rise.ts';
import { emptyExitOdds, fillExitOdds, type ParetoNbdParameters } from './pareto-exit-odds.ts';

interface ParetoCells {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly customers: Float64Array;
  readonly counts: DistinctIndex;
  readonly rate: LogRise;
}

/** Negative log-likelihood of the Pareto/NBD on distinct (frequency, recency, age) cells; parameters r, alpha, s, beta. */
export function paretoNbdLikelihood({ columns, customers }: DistinctCells): Objective {
  const [frequency = new Float64Array(), recency = new Float64Array(), age = new Float64Array()] = columns;
  const counts = distinctIndex(frequency);
  const cells = { frequency, recency, age, customers, counts, rate: emptyLogRise(counts.values.length) };
  return (point, gradient) => {
    const [r = 0, alpha = 0, s = 0, beta = 0] = point;
    fillLogRise(r, counts.values, cells.rate);
    const value = addCells(cells, { r, alpha, s, beta }, gradient);
    for (let k = 0; k < 4; k++) gradient[k] = -real(gradient, k);
    return -value;
  };
}

function addCells(cells: ParetoCells, parameters: ParetoNbdParameters, gradient: Float64Array): number {
  const { r, alpha, s, beta } = parameters;
  const odds = emptyExitOdds();
  const [logAlpha, logBeta] = [Math.log(alpha), Math.log(beta)];
  let value = 0;
  let [slopeR, slopeAlpha, slopeS, slopeBeta] = [0, 0, 0, 0];
  for (let cell = 0; cell < cells.customers.length; cell++) {
    const frequency = real(cells.frequency, cell);
    const age = real(cells.age, cell);
    const count = whole(cells.counts.index, cell);
    const weight = real(cells.customers, cell);
    fillExitOdds(parameters, frequency, real(cells.recency, cell), age, odds);
    const endAlpha = Math.log(alpha + age);
    const endBeta = Math.log(beta + age);
    const small = Math.exp(-Math.abs(odds.logOdds));
    const silent = r * logAlpha + s * logBeta - (r + frequency) * endAlpha - s * endBeta;
    value += weight * (real(cells.rate.value, count) + silent + Math.max(odds.logOdds, 0) + Math.log(1 + small));
    const left = (odds.logOdds > 0 ? 1 : small) / (1 + small);
    // Two ways to be silent: there until the end, or gone at a time that the means average over.
    const here = weight * (1 - left);
    const gone = weight * left;
    slopeR += weight * (real(cells.rate.slope, count) + logAlpha) - here * endAlpha - gone * odds.meanLogAlpha;
    slopeAlpha += (weight * r) / alpha - (r + frequency) * (here / (alpha + age) + gone * odds.meanInverseAlpha);
    slopeS += weight * logBeta - here * endBeta + gone * (1 / s - odds.meanLogBeta);
    slopeBeta += (weight * s) / beta - (here * s) / (beta + age) - gone * (s + 1) * odds.meanInverseBeta;
  }
  gradient[0] = slopeR;
  gradient[1] = slopeAlpha;
  gradient[2] = slopeS;
  gradient[3] = slopeBeta;
  return value;
}
