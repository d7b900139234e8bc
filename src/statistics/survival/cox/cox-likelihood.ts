import type { RiskOrder } from './risk-order.ts';
import { type DeathTime, riskSweep, type SweepOptions } from './risk-sweep.ts';

/** Log partial likelihood with its gradient and negative second derivative (row-major, full). */
export interface CoxLikelihood {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

/** Evaluates the partial likelihood at the given coefficients. */
export function coxLikelihood(order: RiskOrder, beta: ArrayLike<number>, options: SweepOptions): CoxLikelihood {
  const { size } = order;
  const score = new Float64Array(size);
  const information = new Float64Array(size * size);
  let logLikelihood = 0;
  riskSweep(order, linearPredictor(order, beta), options, (moment) => {
    logLikelihood += moment.endedPredictor - moment.meanWeight * moment.ties.logSum;
    for (let j = 0; j < size; j++) {
      score[j] = (score[j] ?? 0) + momentScore(moment, j);
      for (let k = 0; k <= j; k++) {
        information[j * size + k] = (information[j * size + k] ?? 0) + momentInformation(moment, j, k);
      }
    }
  });
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < j; k++) information[k * size + j] = information[j * size + k] ?? 0;
  }
  return { logLikelihood, score, information };
}

/** Design times coefficients, by position. */
export function linearPredictor({ design, rows, size }: RiskOrder, beta: ArrayLike<number>): Float64Array {
  const predictor = new Float64Array(rows);
  for (let at = 0; at < rows; at++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (design[at * size + j] ?? 0) * (beta[j] ?? 0);
    predictor[at] = sum;
  }
  return predictor;
}

/** What one moment adds to entry j of the gradient: Schoenfeld's residual, summed over its ends. */
export function momentScore({ ended, meanWeight, s1, d1, ties }: DeathTime, j: number): number {
  return (ended[j] ?? 0) - meanWeight * ((s1[j] ?? 0) * ties.inverse - (d1[j] ?? 0) * ties.goneInverse);
}

/** What one moment adds to entry (j, k), k <= j, of the information. */
export function momentInformation({ meanWeight, s1, s2, d1, d2, ties }: DeathTime, j: number, k: number): number {
  const at = j * s1.length + k;
  const sj = s1[j] ?? 0;
  const sk = s1[k] ?? 0;
  const dj = d1[j] ?? 0;
  const dk = d1[k] ?? 0;
  const squares = (s2[at] ?? 0) * ties.inverse - (d2[at] ?? 0) * ties.goneInverse;
  const means = sj * sk * ties.square - (sj * dk + dj * sk) * ties.goneSquare + dj * dk * ties.goneGoneSquare;
  return meanWeight * (squares - means);
}
