import { requireLength, weightsOrOnes } from './column-check.ts';
import { groupCodes } from './group-codes.ts';

export interface AbsorbInput {
  readonly columns: readonly ArrayLike<number>[];
  readonly weights: ArrayLike<number> | null;
  /** One label per row and effect: customer, month, branch. */
  readonly effects: readonly ArrayLike<number | string>[];
}

export interface Absorbed {
  readonly columns: readonly Float64Array[];
  /** Levels of all effects less what they share: parameters that the absorbed effects stand for. */
  readonly parameters: number;
  readonly diagnostics: { readonly converged: boolean; readonly iterations: number };
}

/** Largest change of any entry, relative to the column's size, at which alternating means have settled. */
const SETTLED = 1e-10;
const MAXIMUM_SWEEPS = 10_000;

/**
 * Takes the weighted mean of every level of every effect out of each column (the within transformation), so that a
 * regression on what is left equals one with a dummy per level. One effect is exact at once; several by alternating
 * projections. Guimaraes, P. & Portugal, P. (2010), Stata Journal 10(4), 628-649. `parameters` counts one redundancy per
 * further effect: exact when the effects connect all rows, else too high by the number of separate blocks less one.
 */
export function absorbFixedEffects({ columns, weights, effects }: AbsorbInput): Absorbed {
  const rows = columns[0]?.length ?? 0;
  const weight = weightsOrOnes(weights, rows);
  const coded = effects.map((effect, e) => {
    requireLength(`effects[${e}]`, effect, rows);
    const { codes, labels } = groupCodes(effect);
    return { codes, levels: labels.length, mass: massPerLevel(codes, labels.length, weight) };
  });
  let converged = true;
  let iterations = 0;
  const absorbed = columns.map((column, j) => {
    requireLength(`columns[${j}]`, column, rows);
    const left = Float64Array.from(column);
    const size = Math.max(
      left.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0),
      Number.MIN_VALUE,
    );
    let sweeps = 0;
    let change = Number.POSITIVE_INFINITY;
    while (change > SETTLED && sweeps < MAXIMUM_SWEEPS) {
      change = Math.max(0, ...coded.map((effect) => removeMeans(left, weight, effect))) / size;
      sweeps += 1;
      if (coded.length === 1) change = 0;
    }
    converged &&= change <= SETTLED;
    iterations = Math.max(iterations, sweeps);
    return left;
  });
  const levels = coded.reduce((sum, effect) => sum + effect.levels, 0);
  return {
    columns: absorbed,
    parameters: levels - Math.max(coded.length - 1, 0),
    diagnostics: { converged, iterations },
  };
}

interface CodedEffect {
  readonly codes: Int32Array;
  readonly levels: number;
  readonly mass: Float64Array;
}

function massPerLevel(codes: Int32Array, levels: number, weight: ArrayLike<number>): Float64Array {
  const mass = new Float64Array(levels);
  for (let i = 0; i < codes.length; i++) mass[codes[i] ?? 0] = (mass[codes[i] ?? 0] ?? 0) + (weight[i] ?? 0);
  return mass;
}

/** Subtracts the weighted mean of each level in place; returns the largest mean removed. */
function removeMeans(column: Float64Array, weight: ArrayLike<number>, { codes, levels, mass }: CodedEffect): number {
  const weighted = column.map((value, i) => value * (weight[i] ?? 0));
  const mean = massPerLevel(codes, levels, weighted);
  let largest = 0;
  for (let level = 0; level < levels; level++) {
    mean[level] = (mass[level] ?? 0) > 0 ? (mean[level] ?? 0) / (mass[level] ?? 1) : 0;
    largest = Math.max(largest, Math.abs(mean[level] ?? 0));
  }
  for (let i = 0; i < codes.length; i++) column[i] = (column[i] ?? 0) - (mean[codes[i] ?? 0] ?? 0);
  return largest;
}
