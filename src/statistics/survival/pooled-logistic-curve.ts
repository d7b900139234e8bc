import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Estimate } from '../estimate.ts';
import { type IntervalOptions, levelOf } from '../intervals/arguments.ts';
import { quadraticForm } from '../linear-algebra.ts';
import { requireLength } from '../regression/column-check.ts';
import { baselineColumns, type PooledLogisticFit } from './pooled-logistic.ts';
import { survivalBounds } from './survival-band.ts';

export interface PooledLogisticCurveInput {
  readonly model: PooledLogisticFit;
  /** Value of each column of the fit, tenure apart; held from the first period to the last. */
  readonly profile: readonly number[];
  /** Tenure of the first period and number of periods. */
  readonly from: number;
  readonly periods: number;
}

/** One entry per period. */
export interface PooledLogisticCurve {
  /** Chance of ending within the period for those still there at its beginning. */
  readonly hazard: Float64Array;
  /** Share of those there at `from` who are still there after the period. */
  readonly survival: readonly Estimate[];
}

/**
 * The hazard and survival that a pooled logistic model implies for one kind of person. Delta-method interval of the log
 * share, on the log-log scale. Beyond the largest tenure in the data the spline runs straight on: an extrapolation.
 * Throws RangeError when the profile does not fit the model.
 */
export function pooledLogisticCurve(
  { model: { fit, knots }, profile, from, periods }: PooledLogisticCurveInput,
  options: IntervalOptions = {},
): PooledLogisticCurve {
  const level = levelOf(options);
  const tenure = Float64Array.from({ length: periods }, (_, t) => from + t);
  const baseline = baselineColumns(tenure, knots).columns;
  requireLength('profile', profile, fit.coefficients.length - baseline.length);
  const tail = (1 - level) / 2;
  const band = { scale: 'logLog', quantile: normalQuantile(1 - tail, 0, 1), tail } as const;
  const hazard = new Float64Array(periods);
  const slope = new Float64Array(fit.coefficients.length);
  let logShare = 0;
  const survival = Array.from(tenure, (_, t) => {
    const row = [...baseline.map((column) => column[t] ?? 0), ...profile];
    const logOdds = row.reduce((sum, value, j) => sum + value * (fit.coefficients[j]?.estimate.value ?? 0), 0);
    const chance = 1 / (1 + Math.exp(-logOdds));
    hazard[t] = chance;
    logShare += Math.log1p(-chance);
    row.forEach((value, j) => {
      slope[j] = (slope[j] ?? 0) - chance * value;
    });
    const share = Math.exp(logShare);
    const bounds = survivalBounds(share, Math.sqrt(quadraticForm(fit.covariance, slope)), 0, band);
    return { value: share, low: bounds?.low ?? 0, high: bounds?.high ?? 1, level };
  });
  return { hazard, survival };
}
