import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';
import type { Objective } from '../../minimise.ts';
import type { RetentionCounts } from './retention-counts.ts';

/** Parameters of a beta mixture of geometric (shape 1) or discrete Weibull lives. */
export interface RetentionParameters {
  readonly alpha: number;
  readonly beta: number;
  /** Below 1 each customer's own chance to leave falls with time, above 1 it rises; 1 for the geometric. */
  readonly shape: number;
}

/** Log share still there after period t, B(alpha, beta + t^shape) / B(alpha, beta). */
export function logSurvival({ alpha, beta, shape }: RetentionParameters, period: number): number {
  const stretched = beta + period ** shape;
  return gammaln(stretched) - gammaln(alpha + stretched) - gammaln(beta) + gammaln(alpha + beta);
}

/** Negative log-likelihood in (alpha, beta) or (alpha, beta, shape), with its gradient. */
export function retentionObjective({ lost, remaining }: RetentionCounts): Objective {
  return (point, gradient) => {
    const parameters = { alpha: point[0] ?? 0, beta: point[1] ?? 0, shape: point[2] ?? 1 };
    gradient.fill(0);
    let logLikelihood = 0;
    const add = (slopes: readonly number[], weight: number) => {
      for (let k = 0; k < gradient.length; k++) gradient[k] = (gradient[k] ?? 0) - weight * (slopes[k] ?? 0);
    };
    let before = { log: 0, slopes: [0, 0, 0] };
    for (let t = 1; t <= lost.length; t++) {
      const after = { log: logSurvival(parameters, t), slopes: survivalSlopes(parameters, t) };
      const ended = lost[t - 1] ?? 0;
      const stayed = remaining[t - 1] ?? 0;
      // Of those there before, the share that ends: 1 - S(t) / S(t - 1).
      const kept = Math.exp(after.log - before.log);
      if (ended > 0) {
        const last = before;
        logLikelihood += ended * (last.log + Math.log(-Math.expm1(after.log - last.log)));
        add(
          after.slopes.map((slope, k) => ((last.slopes[k] ?? 0) - kept * slope) / (1 - kept)),
          ended,
        );
      }
      logLikelihood += stayed * after.log;
      add(after.slopes, stayed);
      before = after;
    }
    return -logLikelihood;
  };
}

function survivalSlopes({ alpha, beta, shape }: RetentionParameters, period: number): number[] {
  const time = period ** shape;
  const whole = digamma(alpha + beta);
  const later = digamma(alpha + beta + time);
  const own = digamma(beta + time);
  return [whole - later, own - later - digamma(beta) + whole, (own - later) * time * Math.log(period)];
}
