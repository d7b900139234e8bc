import { DEFAULT_LEVEL, type Estimate } from '../estimate.ts';
import { multiplyVector } from '../linear-algebra.ts';
import { logisticRegression } from '../regression/logistic-regression.ts';
import { influenceInterval } from './influence-interval.ts';
import { type CheckedCells, checkTreatmentCells, groupMean, type TreatmentCells } from './treatment-cells.ts';

export interface PropensityOptions {
  /** Whose mix both groups are brought to: the treated (default), everyone, or those who could be in either. */
  readonly target?: 'treated' | 'everyone' | 'overlap';
  readonly level?: number;
}

/** How far apart the groups are in one column, in pooled standard deviations. */
interface Balance {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

export interface PropensityWeighting {
  readonly difference: Estimate;
  readonly standardError: number;
  readonly treatedMean: number;
  readonly controlMean: number;
  readonly naiveDifference: number;
  readonly balance: readonly Balance[];
  readonly diagnostics: {
    readonly converged: boolean;
    readonly iterations: number;
    readonly smallestPropensity: number;
    readonly largestPropensity: number;
    /** Equally weighted rows that would be as informative as the weighted groups (Kish). */
    readonly effectiveTreated: number;
    readonly effectiveControls: number;
  };
}

/**
 * Difference of means after weighting both groups to one mix by the inverse of a logistic propensity. Assumes that the
 * columns hold everything that decides both group and outcome, a right propensity model, and overlap. The variance
 * counts the estimation of the propensity in (stacked estimating equations).
 * Li, F., Morgan, K. L. & Zaslavsky, A. M. (2018), JASA 113(521), 390-400 (weights); Lunceford, J. K. & Davidian, M.
 * (2004), Statistics in Medicine 23, 2937-2960 (variance). Null when a group is empty; RangeError when lengths differ.
 */
export function propensityWeighting(
  input: TreatmentCells,
  options: PropensityOptions = {},
): PropensityWeighting | null {
  const cells = checkTreatmentCells(input);
  if (cells === null) return null;
  const { target = 'treated', level = DEFAULT_LEVEL } = options;
  const { counts, treated, columns, names } = cells;
  const propensity = fitPropensity(cells);
  const weighted = weighRows(cells, propensity.chance, WEIGHTS[target]);
  const { value, influence } = differenceInfluence(cells, propensity, weighted);
  const { estimate, standardError } = influenceInterval({ value, influence, counts, cluster: cells.cluster, level });
  return {
    difference: estimate,
    standardError,
    treatedMean: weighted.means[1],
    controlMean: weighted.means[0],
    naiveDifference: groupMean(cells, 1) - groupMean(cells, 0),
    balance: columns.map((column, j) => balanceOf(names[j] ?? '', column, cells, weighted.weights)),
    diagnostics: {
      ...propensity.diagnostics,
      smallestPropensity: propensity.chance.reduce((least, e) => Math.min(least, e), 1),
      largestPropensity: propensity.chance.reduce((most, e) => Math.max(most, e), 0),
      effectiveTreated: effectiveCount(weighted.weights, counts, treated, 1),
      effectiveControls: effectiveCount(weighted.weights, counts, treated, 0),
    },
  };
}

interface Propensity {
  readonly chance: Float64Array;
  readonly inverse: Float64Array;
  readonly diagnostics: { readonly converged: boolean; readonly iterations: number };
}

/** Chance of being treated per cell. */
export function fitPropensity(cells: CheckedCells): Propensity {
  const { treated, counts, names, columns } = cells;
  const successes = Float64Array.from(counts, (count, i) => count * (treated[i] ?? 0));
  const fit = logisticRegression(
    { names, columns, successes, trials: counts, offset: null, cluster: null },
    { variance: 'model' },
  );
  const { converged, iterations } = fit.diagnostics;
  return {
    chance: fit.predictor.map((eta) => 1 / (1 + Math.exp(-eta))),
    inverse: fit.covariance,
    diagnostics: { converged, iterations },
  };
}

interface WeightRule {
  readonly treated: (e: number) => number;
  readonly control: (e: number) => number;
  /** Derivatives by the log odds of the propensity. */
  readonly treatedSlope: (e: number) => number;
  readonly controlSlope: (e: number) => number;
}

const WEIGHTS: Readonly<Record<'treated' | 'everyone' | 'overlap', WeightRule>> = {
  treated: {
    treated: () => 1,
    control: (e) => e / (1 - e),
    treatedSlope: () => 0,
    controlSlope: (e) => e / (1 - e),
  },
  everyone: {
    treated: (e) => 1 / e,
    control: (e) => 1 / (1 - e),
    treatedSlope: (e) => -(1 - e) / e,
    controlSlope: (e) => e / (1 - e),
  },
  overlap: {
    treated: (e) => 1 - e,
    control: (e) => e,
    treatedSlope: (e) => -e * (1 - e),
    controlSlope: (e) => e * (1 - e),
  },
};

interface Weighted {
  readonly weights: Float64Array;
  readonly slopes: Float64Array;
  /** Sum of counts times weights, and weighted mean, of controls and treated. */
  readonly mass: readonly [number, number];
  readonly means: readonly [number, number];
}

function weighRows(cells: CheckedCells, chance: Float64Array, rule: WeightRule): Weighted {
  const isTreated = (i: number): boolean => cells.treated[i] === 1;
  const weights = chance.map((e, i) => (isTreated(i) ? rule.treated(e) : rule.control(e)));
  const slopes = chance.map((e, i) => (isTreated(i) ? rule.treatedSlope(e) : rule.controlSlope(e)));
  const sumOf = (group: boolean, pick: (i: number) => number): number =>
    weights.reduce((sum, w, i) => (isTreated(i) === group ? sum + w * (cells.counts[i] ?? 0) * pick(i) : sum), 0);
  const mass = [sumOf(false, () => 1), sumOf(true, () => 1)] as const;
  const response = (i: number): number => cells.response[i] ?? 0;
  return { weights, slopes, mass, means: [sumOf(false, response) / mass[0], sumOf(true, response) / mass[1]] };
}

/** Influence of each row on the weighted difference, through its own outcome and through the fitted propensity. */
function differenceInfluence(cells: CheckedCells, { chance, inverse }: Propensity, weighted: Weighted) {
  const { treated, response, counts, columns } = cells;
  const { weights, slopes, mass, means } = weighted;
  const pull = (i: number, factor: number): number => {
    const group = treated[i] === 1 ? 1 : 0;
    const centred = factor * ((response[i] ?? 0) - means[group]);
    return group === 1 ? centred / mass[1] : -centred / mass[0];
  };
  const gradient = columns.map((column) =>
    slopes.reduce((sum, slope, i) => sum + (counts[i] ?? 0) * (column[i] ?? 0) * pull(i, slope), 0),
  );
  const direction = multiplyVector(inverse, gradient);
  const influence = weights.map((weight, i) => {
    const reach = columns.reduce((sum, column, j) => sum + (column[i] ?? 0) * (direction[j] ?? 0), 0);
    return pull(i, weight) + reach * ((treated[i] ?? 0) - (chance[i] ?? 0));
  });
  return { value: means[1] - means[0], influence };
}

function balanceOf(name: string, column: ArrayLike<number>, cells: CheckedCells, weights: Float64Array): Balance {
  const one = weights.map(() => 1);
  const before = [0, 1].map((group) => moments(column, cells, one, group));
  const after = [0, 1].map((group) => moments(column, cells, weights, group));
  const spread = Math.sqrt(((before[0]?.variance ?? 0) + (before[1]?.variance ?? 0)) / 2);
  const gap = (pair: typeof before): number =>
    spread > 0 ? ((pair[1]?.mean ?? 0) - (pair[0]?.mean ?? 0)) / spread : 0;
  return { name, before: gap(before), after: gap(after) };
}

function moments(column: ArrayLike<number>, cells: CheckedCells, weights: Float64Array, group: number) {
  let mass = 0;
  let sum = 0;
  let squares = 0;
  weights.forEach((weight, i) => {
    if (cells.treated[i] !== group) return;
    const share = weight * (cells.counts[i] ?? 0);
    mass += share;
    sum += share * (column[i] ?? 0);
    squares += share * (column[i] ?? 0) ** 2;
  });
  return { mean: sum / mass, variance: Math.max(squares / mass - (sum / mass) ** 2, 0) };
}

function effectiveCount(weights: Float64Array, counts: ArrayLike<number>, treated: ArrayLike<number>, group: number) {
  let sum = 0;
  let squares = 0;
  weights.forEach((weight, i) => {
    if (treated[i] !== group) return;
    sum += (counts[i] ?? 0) * weight;
    squares += (counts[i] ?? 0) * weight * weight;
  });
  return sum ** 2 / squares;
}
