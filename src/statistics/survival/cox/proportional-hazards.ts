import { choleskyFactor, choleskySolve } from '../../linear-algebra.ts';
import { chiSquareTail } from '../chi-square-tail.ts';
import { survivalCurve } from '../curve.ts';
import { firstAtOrAfter } from '../moments.ts';
import { riskTable } from '../risk-table.ts';
import { linearPredictor, momentInformation, momentScore } from './cox-likelihood.ts';
import type { CoxRows, Ties, WeightMeaning } from './cox-rows.ts';
import { riskOrder } from './risk-order.ts';
import { riskSweep } from './risk-sweep.ts';

export interface ProportionalHazardsInput extends CoxRows {
  /** Coefficients of a converged fit to the same rows, one per column; a dropped column must be left out. */
  readonly beta: ArrayLike<number>;
}

export interface ProportionalHazardsOptions {
  readonly ties?: Ties;
  readonly weightMeaning?: WeightMeaning;
  /**
   * Clock on which a coefficient may drift. kaplanMeier (default): share already ended just before the moment, so that
   * late outliers carry little weight; identity: time itself.
   */
  readonly clock?: 'kaplanMeier' | 'identity';
}

interface ProportionalHazardsTest {
  readonly name: string;
  readonly chiSquare: number;
  readonly pValue: number;
  /** First guess at the change of the coefficient per unit of the clock. */
  readonly drift: number;
}

export interface ProportionalHazards {
  readonly columns: readonly ProportionalHazardsTest[];
  readonly together: { readonly chiSquare: number; readonly degreesOfFreedom: number; readonly pValue: number };
}

/**
 * Test that hazard ratios stay constant in time: score test of coefficients that drift linearly on the chosen clock, built
 * from Schoenfeld residuals. Small p-values mean that one hazard ratio describes no time well.
 * Throws RangeError naming the column that cannot be.
 * Grambsch & Therneau (1994), Biometrika 81, 515-526; score form as in R survival 3.
 */
export function proportionalHazards(
  input: ProportionalHazardsInput,
  options: ProportionalHazardsOptions = {},
): ProportionalHazards {
  const { ties = 'efron', weightMeaning = 'counts' } = options;
  const order = riskOrder(input);
  const { size } = order;
  const score = new Float64Array(size);
  const moments = [0, 1, 2].map(() => new Float64Array(size * size));
  const weights = weightMeaning === 'counts' ? input.weights : null;
  const clock = clockOf({ ...input, weights }, options.clock ?? 'kaplanMeier');
  riskSweep(order, linearPredictor(order, input.beta), { ties, weightMeaning }, (moment) => {
    const g = clock(moment.block.time);
    for (let j = 0; j < size; j++) {
      score[j] = (score[j] ?? 0) + g * momentScore(moment, j);
      for (let k = 0; k <= j; k++) {
        const information = momentInformation(moment, j, k);
        for (const [power, sum] of moments.entries()) {
          sum[j * size + k] = (sum[j * size + k] ?? 0) + g ** power * information;
          sum[k * size + j] = sum[j * size + k] ?? 0;
        }
      }
    }
  });
  const rest = remainder(moments, size);
  const columns = input.names.map((name, j) => {
    const own = rest[j * size + j] ?? Number.NaN;
    const chiSquare = (score[j] ?? 0) ** 2 / own;
    return { name, chiSquare, pValue: chiSquareTail(chiSquare, 1), drift: (score[j] ?? 0) / own };
  });
  const factor = choleskyFactor(rest);
  const chiSquare =
    factor === null
      ? Number.NaN
      : choleskySolve(factor, score).reduce((sum, value, j) => sum + value * (score[j] ?? 0), 0);
  return { columns, together: { chiSquare, degreesOfFreedom: size, pValue: chiSquareTail(chiSquare, size) } };
}

// Information about the drifts once the constant parts have been fitted: B2 - B1 B0^-1 B1.
function remainder([zero, one, two]: readonly Float64Array[], size: number): Float64Array {
  const rest = new Float64Array(size * size).fill(Number.NaN);
  const factor = zero === undefined ? null : choleskyFactor(zero);
  if (factor === null || one === undefined || two === undefined) return rest;
  for (let j = 0; j < size; j++) {
    const solved = choleskySolve(factor, one.subarray(j * size, (j + 1) * size));
    for (let k = 0; k < size; k++) {
      let explained = 0;
      for (let m = 0; m < size; m++) explained += (solved[m] ?? 0) * (one[k * size + m] ?? 0);
      rest[j * size + k] = (two[j * size + k] ?? 0) - explained;
    }
  }
  return rest;
}

function clockOf(input: CoxRows, clock: 'kaplanMeier' | 'identity'): (time: number) => number {
  if (clock === 'identity') return (time) => time;
  const { time, atRisk, events } = riskTable(input);
  const survival = survivalCurve(atRisk, events);
  return (moment) => 1 - (survival[firstAtOrAfter(time, moment) - 1] ?? 1);
}
