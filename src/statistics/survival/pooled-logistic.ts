import { requireFinite, requireLength } from '../regression/column-check.ts';
import { designMatrix } from '../regression/design-matrix.ts';
import type { GeneralisedLinearFit, GeneralisedLinearOptions } from '../regression/generalised-linear.ts';
import { logisticRegression } from '../regression/logistic-regression.ts';
import { splineKnots } from '../regression/natural-spline.ts';

/** One entry per cell of person-periods that share tenure and columns; a column may change from period to period. */
export interface PooledLogisticInput {
  /** Whole periods (months, years) since the start, at the beginning of the period. */
  readonly tenure: ArrayLike<number>;
  /** Weight that ended within the period, and weight under observation at its beginning. */
  readonly events: ArrayLike<number>;
  readonly atRisk: ArrayLike<number>;
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<number>[];
  /** Customer, household, branch; null for the model variance. */
  readonly cluster: ArrayLike<number | string> | null;
}

export interface PooledLogisticOptions extends GeneralisedLinearOptions {
  /** Columns of the natural spline of tenure, 1 for a straight line; default 4, fewer where tenure ties. */
  readonly degreesOfFreedom?: number;
}

export interface PooledLogisticFit {
  /** Coefficients in order: intercept, tenure~1.., then the columns; log odds of ending within a period. */
  readonly fit: GeneralisedLinearFit;
  /** Of the tenure spline; null when all cells have one tenure, which then has no column. */
  readonly knots: readonly number[] | null;
}

/**
 * Discrete-time hazard of ending: logistic regression on person-periods, baseline a natural cubic spline of tenure.
 * Handles delayed entry (periods before it are absent) and exposures that begin later (a period counts as exposed only
 * from then on, so nobody is immortal before). Assumes that entry and censoring say nothing about the end to come given
 * the columns. With short periods the odds ratio approaches Cox's hazard ratio.
 * Intervals, fallbacks for thin data and RangeErrors as in logisticRegression.
 * D'Agostino et al. (1990), Statistics in Medicine 9, 1501-1515; Singer & Willett (1993), J. Educational Statistics 18.
 */
export function pooledLogistic(input: PooledLogisticInput, options: PooledLogisticOptions = {}): PooledLogisticFit {
  const { tenure, events, atRisk, names, columns, cluster } = input;
  requireFinite('tenure', tenure);
  requireLength('atRisk', atRisk, tenure.length);
  requireFinite('atRisk', atRisk, 0);
  const placed = splineKnots(tenure, { weights: atRisk, degreesOfFreedom: options.degreesOfFreedom ?? 4 });
  const knots = placed.length > 1 ? placed : null;
  const baseline = baselineColumns(tenure, knots);
  const fit = logisticRegression(
    {
      names: [...baseline.names, ...names],
      columns: [...baseline.columns, ...columns],
      successes: events,
      trials: atRisk,
      offset: null,
      cluster,
    },
    options,
  );
  return { fit, knots };
}

/** Intercept and tenure spline; the same columns for fitting and for reading the curve. */
export function baselineColumns(tenure: ArrayLike<number>, knots: readonly number[] | null) {
  return designMatrix({
    rows: tenure.length,
    terms:
      knots === null
        ? [{ kind: 'intercept' }]
        : [{ kind: 'intercept' }, { kind: 'spline', name: 'tenure', values: tenure, knots }],
  });
}
